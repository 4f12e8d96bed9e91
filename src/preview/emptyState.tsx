import type { JSX } from 'preact';

interface EmptyStateProps {
  readonly title: string;
  /** What the thing is, and where it is written. */
  readonly text: string;
  readonly yaml: string;
}

/** Stands where a view has nothing to show: what it would show, and what to write for it. */
export function EmptyState({ title, text, yaml }: EmptyStateProps): JSX.Element {
  return (
    <section class="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {/* Focusable, so that the keyboard can scroll it where it is wider than the view. */}
      <pre tabIndex={0} role="region" aria-label="What to write">
        {yaml}
      </pre>
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
    />
  );
}

export function NoReleases(): JSX.Element {
  return (
    <EmptyState
      title="No releases yet"
      text="A release is what reaches customers together, and what has to be ready on that day. Write this in the roadmap:"
      yaml={`releases:
  spring:
    title: Spring release
    date: 2027-03-23
    readiness:
      help-pages: { title: Help pages, owner: grace, due: 2027-03-16 }`}
    />
  );
}

export function NoItems(): JSX.Element {
  return (
    <EmptyState
      title="No items yet"
      text="An item is a piece of work that somebody can finish. Write this in the project:"
      yaml={`items:
  measure-stock:
    title: Measure today's van stock
    owner: erik
    start: 2026-08-06
    end: 2026-08-20`}
    />
  );
}
