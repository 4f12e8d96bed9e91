import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { StarterKind } from '../protocol';
import { Intents } from './intents';

interface EmptyStateProps {
  readonly title: string;
  /** What the thing is, and where it is written. */
  readonly text: string;
  readonly yaml: string;
  /** What a button writes into the source; left out where somebody has to say more first. */
  readonly starter?: StarterKind;
}

const starterNames: Readonly<Record<StarterKind, string>> = {
  goal: 'goal',
  release: 'release',
  feature: 'feature',
  item: 'item',
  risk: 'risk',
  assignment: 'item with somebody on it',
  budget: 'budget',
  'status-update': 'status update',
};

/** Stands where a view has nothing to show: what it would show, and what to write for it. */
export function EmptyState({ title, text, yaml, starter }: EmptyStateProps): JSX.Element {
  const { insert } = useContext(Intents);
  return (
    <section class="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {/* Focusable, so that the keyboard can scroll it where it is wider than the view. */}
      <pre tabIndex={0} role="region" aria-label="What to write">
        {yaml}
      </pre>
      {insert && starter && (
        <button
          type="button"
          class="button insert"
          onClick={() => {
            insert(starter);
          }}
        >
          {`Write a first ${starterNames[starter]}`}
        </button>
      )}
    </section>
  );
}

export function NoGoals(): JSX.Element {
  return (
    <EmptyState
      title="No goals yet"
      text="A goal says what changes for the customer, and by when. Write this in the roadmap:"
      yaml={`goals:
  first-visit-fix:
    title: Fix the fault on the first visit
    horizon: now
    target: 2026-Q4`}
      starter="goal"
    />
  );
}

export function NoReleases(): JSX.Element {
  return (
    <EmptyState
      title="No releases yet"
      text="A release is what reaches customers together, and what has to be ready on that day. Write this in the roadmap:"
      yaml={`releases:
  first-release:
    title: First release
    date: 2027-03-23
    readiness:
      help-pages: { title: Help pages, due: 2027-03-16 }`}
      starter="release"
    />
  );
}

export function NoItems(): JSX.Element {
  return (
    <EmptyState
      title="No items yet"
      text="An item is a piece of work that somebody can finish. Write this in the project:"
      yaml={`items:
  measure-the-van-stock:
    title: Measure the van stock
    start: 2026-08-10
    end: 2026-08-21`}
      starter="item"
    />
  );
}
