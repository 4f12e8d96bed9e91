import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { EntryPath, KeyResultProgress } from '../core/views/model';
import type { OnePagerView, PagerGoal, PagerRelease, PagerRisk } from '../core/views/onePagerModel';
import { EmptyState } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { GoalIcon, ReleaseIcon, StateIcon } from './icons';
import { ProgressTrack } from './progressTrack';
import { type Roving, stopAt, useRoving } from './roving';
import { percentOf } from './timelineRows';

interface OnePagerProps {
  readonly view: OnePagerView;
  readonly marked: MarkedEntry;
}

/** What every part of the page needs. */
interface Marking {
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

/** A product on one page that can be printed. */
export function OnePager({ view, marked }: OnePagerProps): JSX.Element {
  const page = useRef<HTMLElement>(null);
  const ids = onePagerEntries(view).map(entryKey);
  const roving = useRoving(page, ids);
  const meta = [view.lifecycle, view.owner, view.asOf].filter((part) => part !== undefined);
  const isEmpty = view.goals.length === 0 && view.vision === undefined && view.releases.length === 0;
  return (
    <article
      class="one-pager"
      ref={page}
      onFocusIn={roving.onFocusIn}
      onKeyDown={(event) => {
        onPageKey(event, ids, roving);
      }}
    >
      <header class="page-head">
        <h1 class={view.title ? 'name' : 'name untitled'}>{view.title || 'A product without a name'}</h1>
        <p class="page-meta">{meta.join(' · ')}</p>
      </header>
      {view.vision !== undefined && <p class="vision">{view.vision}</p>}
      {view.strategy !== undefined && <p class="strategy">{view.strategy}</p>}
      {isEmpty && <NothingYet />}
      <Goals view={view} {...{ marked, roving }} />
      <div class="page-foot">
        <Releases view={view} {...{ marked, roving }} />
        <Risks view={view} {...{ marked, roving }} />
      </div>
    </article>
  );
}

function onPageKey(event: KeyboardEvent, ids: readonly string[], roving: Roving): void {
  const from = stopAt(event.target);
  const index = from === undefined ? -1 : ids.indexOf(from);
  if (index < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const targets: Readonly<Record<string, string | undefined>> = {
    ArrowDown: ids[index + 1],
    ArrowUp: ids[index - 1],
    Home: ids[0],
    End: ids.at(-1),
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  roving.focus(target);
}

/** What an entry of the page is as an element: found by a click, marked, and a stop of the arrow keys. */
function entryProps(
  entry: EntryPath,
  { marked, roving }: Marking,
): ReturnType<typeof entryAttributes> & ReturnType<Roving['stop']> {
  return { ...entryAttributes(entry, marked), ...roving.stop(entryKey(entry)) };
}

function Goals({ view, ...marking }: { readonly view: OnePagerView } & Marking): JSX.Element | null {
  if (view.goals.length === 0 && view.achieved === undefined) return null;
  return (
    <section class="page-goals" aria-label="Goals">
      {view.goals.map(({ title, goals }) => (
        <section key={title} class="horizon" aria-label={title}>
          <h2>{title}</h2>
          <div class="horizon-goals">
            {goals.map((goal) => (
              <Goal key={entryKey(goal.entry)} goal={goal} {...marking} />
            ))}
          </div>
        </section>
      ))}
      {view.achieved !== undefined && (
        <p class="achieved">
          <StateIcon kind="done" />
          {view.achieved}
        </p>
      )}
    </section>
  );
}

function Goal({ goal, ...marking }: { readonly goal: PagerGoal } & Marking): JSX.Element {
  const { title, why, target, state, progress, measures } = goal;
  return (
    <div class="page-entry page-goal" role="group" aria-label={title} {...entryProps(goal.entry, marking)}>
      <div class="page-line">
        <GoalIcon />
        <h3>{title}</h3>
        {state && (
          <span class="state-text">
            <StateIcon kind={state.kind} />
            {state.text}
          </span>
        )}
        {target !== undefined && <span class="page-when">{target}</span>}
      </div>
      {why !== undefined && <p class="why">{why}</p>}
      {measures.map((measure) => (
        <Measure key={entryKey(measure.entry)} measure={measure} />
      ))}
      {measures.length === 0 && progress !== undefined && progress > 0 && (
        <div class="page-measure">
          <span class="measure-title">Work done</span>
          <span class="scale">
            <ProgressTrack
              name={`Work done for ${title}`}
              valueText={`${String(percentOf(progress))} %`}
              progress={progress}
            />
          </span>
          <span class="now">{`${String(percentOf(progress))} %`}</span>
        </div>
      )}
    </div>
  );
}

function Measure({ measure }: { readonly measure: KeyResultProgress }): JSX.Element {
  const { title, baseline, target, current, progress } = measure;
  const now = current === undefined ? 'not measured' : `now ${current}`;
  const reach = [baseline && `from ${baseline}`, target && `to ${target}`].filter(Boolean).join(' ');
  return (
    <div class="page-measure">
      <span class="measure-title">{title}</span>
      <span class="scale">
        <span class="end">{baseline}</span>
        <ProgressTrack name={reach ? `${title}, ${reach}` : title} valueText={now} progress={progress} />
        <span class="end target">{target}</span>
      </span>
      <span class="now">{now}</span>
    </div>
  );
}

function Releases({ view, ...marking }: { readonly view: OnePagerView } & Marking): JSX.Element | null {
  if (view.releases.length === 0) return null;
  return (
    <section aria-labelledby="page-releases">
      <h2 id="page-releases">Next releases</h2>
      {view.releases.map((release) => (
        <Release key={entryKey(release.entry)} release={release} {...marking} />
      ))}
      {view.moreReleases !== undefined && <p class="more">{view.moreReleases}</p>}
    </section>
  );
}

function Release({ release, ...marking }: { readonly release: PagerRelease } & Marking): JSX.Element {
  const { title, state, date, note, features } = release;
  return (
    <div class="page-entry" role="group" aria-label={title} {...entryProps(release.entry, marking)}>
      <div class="page-line">
        <ReleaseIcon />
        <h3>{title}</h3>
        {state.kind !== 'todo' && (
          <span class="state-text">
            <StateIcon kind={state.kind} />
            {state.text}
          </span>
        )}
        <span class="page-when">
          {date}
          {note !== undefined && <span class="note">{date === undefined ? note : `, ${note}`}</span>}
        </span>
      </div>
      {features !== undefined && <p class="why">{features}</p>}
    </div>
  );
}

function Risks({ view, ...marking }: { readonly view: OnePagerView } & Marking): JSX.Element | null {
  if (view.risks.length === 0) return null;
  return (
    <section aria-labelledby="page-risks">
      <h2 id="page-risks">What may go wrong</h2>
      {view.risks.map((risk) => (
        <RiskLine key={entryKey(risk.entry)} risk={risk} {...marking} />
      ))}
      {view.moreRisks !== undefined && <p class="more">{view.moreRisks}</p>}
    </section>
  );
}

function RiskLine({ risk, ...marking }: { readonly risk: PagerRisk } & Marking): JSX.Element {
  const { title, probability, impact, plan, owner, of } = risk;
  const context = [of, owner].filter((part) => part !== undefined).join(', ');
  return (
    <div class="page-entry page-risk" role="group" aria-label={title} {...entryProps(risk.entry, marking)}>
      <span class="probability">{probability ?? '–'}</span>
      <div>
        <h3>{title}</h3>
        <p class="why">
          {impact !== undefined && `${impact}. `}
          {plan === undefined ? context : `${plan} (${context})`}
        </p>
      </div>
    </div>
  );
}

function NothingYet(): JSX.Element {
  return (
    <EmptyState
      title="Nothing to tell yet"
      text="The page tells of the vision, the goals with their measures, the next releases and the risks. Write this in the roadmap:"
      yaml={`vision: The lift runs again on the first visit, and the customer knows it.
goals:
  first-visit-fix:
    title: Fix the fault on the first visit
    why: Every second visit costs the customer a day without a lift.
    key_results:
      rate: { title: First-visit fix rate, baseline: 62%, target: 80%, current: 71% }`}
    />
  );
}

/** All entries that the page shows as a part of its own. */
export function onePagerEntries({ goals, releases, risks }: OnePagerView): readonly EntryPath[] {
  return [...goals.flatMap((group) => group.goals), ...releases, ...risks].map(({ entry }) => entry);
}
