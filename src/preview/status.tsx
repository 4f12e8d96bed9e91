import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import type { AttentionLine, Constraint, MilestoneLine, StatusView, UpdateCard } from '../core/views/statusModel';
import { EmptyState } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts } from './header';
import { StateIcon } from './icons';
import { ProgressTrack } from './progressTrack';
import { ProjectHeader } from './projectHeader';
import { type Roving, useRoving } from './roving';
import { StatusReportArticle } from './statusReport';
import { onTableKey } from './tableKeys';

interface StatusProps {
  readonly view: StatusView;
  readonly marked: MarkedEntry;
}

/** Where a project stands: scope, time and cost, what needs somebody, what was said last, and a report of it all. */
export function Status({ view, marked }: StatusProps): JSX.Element {
  return (
    <>
      <ProjectHeader view={view} />
      <Facts facts={view.facts} />
      {view.constraints.length > 0 ? <StatusParts view={view} marked={marked} /> : <NothingYet />}
    </>
  );
}

function StatusParts({ view, marked }: StatusProps): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const ids = stopsOf(view);
  const roving = useRoving(container, ids);
  const draw = { marked, roving };
  return (
    <div
      class="status-view"
      ref={container}
      onFocusIn={roving.onFocusIn}
      onKeyDown={(event) => {
        onTableKey(event, ids, roving);
      }}
    >
      <div class="constraints">
        {view.constraints.map((constraint) => (
          <ConstraintCard key={constraint.kind} constraint={constraint} {...draw} />
        ))}
      </div>
      <div class="status-columns">
        <div class="status-column">
          <Part title="Needs attention" none={view.attention.length === 0 && 'Nothing is late, blocked or unanswered.'}>
            {view.attention.map((line) => (
              <Attention key={entryKey(line.entry)} line={line} {...draw} />
            ))}
            {view.moreAttention && <p class="hint">{`and ${String(view.moreAttention)} more`}</p>}
          </Part>
          {view.milestones.length > 0 && (
            <Part title="Milestones">
              {view.milestones.map((line) => (
                <Milestone key={entryKey(line.entry)} line={line} {...draw} />
              ))}
            </Part>
          )}
        </div>
        <div class="status-column">
          <Part
            title="Last updates"
            none={view.updates.length === 0 && 'Nobody has said yet how it goes: write status_updates in the project.'}
          >
            {view.updates.map((update) => (
              <Update key={entryKey(update.entry)} update={update} {...draw} />
            ))}
          </Part>
        </div>
      </div>
      {view.report && <StatusReportArticle report={view.report} />}
    </div>
  );
}

/** Ids of the stops: an entry may stand in two parts. */
function stopsOf({ constraints, attention, milestones, updates }: StatusView): readonly string[] {
  return [
    ...constraints.map(({ kind }) => `constraint ${kind}`),
    ...attention.map(({ entry }) => `attention ${entryKey(entry)}`),
    ...milestones.map(({ entry }) => `milestone ${entryKey(entry)}`),
    ...updates.map(({ entry }) => `update ${entryKey(entry)}`),
  ];
}

interface Draw {
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function ConstraintCard({ constraint, marked, roving }: Draw & { readonly constraint: Constraint }): JSX.Element {
  const { kind, title, entry, state, value, note, progress, details } = constraint;
  return (
    <article
      class={`card constraint ${state.kind}`}
      aria-label={`${title}, ${state.text}`}
      {...entryAttributes(entry, marked)}
      {...roving.stop(`constraint ${kind}`)}
    >
      <div class="constraint-head">
        <h2>{title}</h2>
        <span class="constraint-state">
          <StateIcon kind={state.kind} />
          {state.text}
        </span>
      </div>
      <p class="constraint-value">{value}</p>
      {note && <p class="constraint-note">{note}</p>}
      {progress !== undefined && <ProgressTrack name={title} valueText={note ?? value} progress={progress} />}
      {details.length > 0 && (
        <ul class="details">
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

interface PartProps {
  readonly title: string;
  /** What stands there where there is nothing to list. */
  readonly none?: string | false;
  readonly children?: ComponentChildren;
}

function Part({ title, none, children }: PartProps): JSX.Element {
  return (
    <section class="status-part" aria-label={title}>
      <h2 class="part-title">{title}</h2>
      {none ? <p class="none">{none}</p> : children}
    </section>
  );
}

function Attention({ line, marked, roving }: Draw & { readonly line: AttentionLine }): JSX.Element {
  return (
    <div
      class="line status-line"
      role="link"
      {...entryAttributes(line.entry, marked)}
      {...roving.stop(`attention ${entryKey(line.entry)}`)}
    >
      <StateIcon kind={line.state.kind} />
      <span class="for-reader">{line.state.text}</span>
      <span class="status-what">
        <span class="cut status-title" title={line.title}>
          {line.title}
        </span>
        <span class="status-text">
          {[line.kind, line.text, line.owner].filter((part) => part !== undefined).join(', ')}
        </span>
      </span>
    </div>
  );
}

function Milestone({ line, marked, roving }: Draw & { readonly line: MilestoneLine }): JSX.Element {
  return (
    <div
      class="line"
      role="link"
      {...entryAttributes(line.entry, marked)}
      {...roving.stop(`milestone ${entryKey(line.entry)}`)}
    >
      <StateIcon kind={line.state.kind} />
      <span class="for-reader">{line.state.text}</span>
      <span class="line-title" title={line.title}>
        {line.title}
      </span>
      <span class="milestone-day">{[line.date, line.late].filter((part) => part !== undefined).join(', ')}</span>
    </div>
  );
}

function Update({ update, marked, roving }: Draw & { readonly update: UpdateCard }): JSX.Element {
  const { entry, date, when, by, state, summary, done, next } = update;
  return (
    <article
      class="card update"
      aria-label={`Update of ${date ?? 'no date'}`}
      {...entryAttributes(entry, marked)}
      {...roving.stop(`update ${entryKey(entry)}`)}
    >
      <p class="update-head">
        {state && <StateIcon kind={state.kind} />}
        {state && <span class="update-state">{state.text}</span>}
        <span class="update-day">{[date, when, by].filter((part) => part !== undefined).join(', ')}</span>
      </p>
      {summary && <p class="update-summary">{summary}</p>}
      <Points title="Done" points={done} />
      <Points title="Next" points={next} />
    </article>
  );
}

function Points({ title, points }: { readonly title: string; readonly points: readonly string[] }): JSX.Element | null {
  if (points.length === 0) return null;
  return (
    <div class="points">
      <span class="points-title">{title}</span>
      <ul>
        {points.map((point, index) => (
          <li key={index}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

function NothingYet(): JSX.Element {
  return (
    <EmptyState
      title="Nothing to report yet"
      text="The status follows from items, dates and money; what their manager says of it is an update. Write this in the project:"
      yaml={`status_updates:
  date: 2026-09-11
  health: on-track
  summary: The stock rules are agreed, the scanners ordered.`}
      starter="status-update"
    />
  );
}

/** What stands on a line or card of its own. */
export function statusEntries({ constraints, attention, milestones, updates }: StatusView): readonly EntryPath[] {
  return [...constraints, ...attention, ...milestones, ...updates].map(({ entry }) => entry);
}
