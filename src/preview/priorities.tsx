import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import type { PrioritiesView, PriorityRow } from '../core/views/prioritiesModel';
import { EmptyState } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Header } from './header';
import { FeatureIcon, IdeaIcon, StateIcon } from './icons';
import { PriorityScatter } from './priorityScatter';
import { type Roving, useRoving } from './roving';
import { onTableKey } from './tableKeys';

interface PrioritiesProps {
  readonly view: PrioritiesView;
  readonly marked: MarkedEntry;
}

/** Features and ideas by their score, and a chart of what they are worth against what they take. */
export function Priorities({ view, marked }: PrioritiesProps): JSX.Element {
  return (
    <>
      <Header title={view.title} untitled="A product without a name">
        <p class="purpose">{`${view.method}: ${view.formula}`}</p>
      </Header>
      {view.rows.length > 0 && (
        <div class="priorities">
          {view.chart && <PriorityScatter chart={view.chart} marked={marked} />}
          <PriorityTable view={view} marked={marked} />
        </div>
      )}
      {view.rows.length === 0 && !view.shown && <NoCandidates />}
    </>
  );
}

function PriorityTable({ view, marked }: PrioritiesProps): JSX.Element {
  const body = useRef<HTMLTableSectionElement>(null);
  const ids = view.rows.map(({ entry }) => entryKey(entry));
  const roving = useRoving(body, ids);
  const hasOwners = view.rows.some(({ owner }) => owner !== undefined);
  const hasReleases = view.rows.some(({ release }) => release !== undefined);
  return (
    <div class="table-scroll">
      <table class="table">
        <thead>
          <tr>
            <th scope="col" class="number">
              Rank
            </th>
            <th scope="col" class="title-cell">
              Feature or idea
            </th>
            <th scope="col">{view.method}</th>
            {view.inputs.map((input) => (
              <th key={input} scope="col" class="number only-wide">
                {input}
              </th>
            ))}
            {hasOwners && (
              <th scope="col" class="only-wide">
                Owner
              </th>
            )}
            {hasReleases && <th scope="col">Release</th>}
          </tr>
        </thead>
        <tbody
          ref={body}
          onFocusIn={roving.onFocusIn}
          onKeyDown={(event) => {
            onTableKey(event, ids, roving);
          }}
        >
          {view.rows.map((row) => (
            <Row key={entryKey(row.entry)} row={row} columns={{ hasOwners, hasReleases }} {...{ marked, roving }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: PriorityRow;
  readonly columns: { readonly hasOwners: boolean; readonly hasReleases: boolean };
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function Row({ row, columns, marked, roving }: RowProps): JSX.Element {
  return (
    <tr {...entryAttributes(row.entry, marked)} {...roving.stop(entryKey(row.entry))}>
      <td class="number rank">{row.rank}</td>
      <th scope="row" class="title-cell">
        <span class="row-title">
          {row.state && (
            <span class="row-state" title={row.state.text}>
              <StateIcon kind={row.state.kind} />
              <span class="for-reader">{row.state.text}</span>
            </span>
          )}
          {row.kind === 'idea' ? <IdeaIcon /> : <FeatureIcon />}
          <span class="cut" title={row.title}>
            {row.title}
          </span>
        </span>
      </th>
      <td class="score" title={row.arithmetic}>
        {row.score === undefined ? (
          <span class="quiet">{row.arithmetic}</span>
        ) : (
          <>
            <span class="score-value">{row.score}</span>
            <svg class="score-bar" width="100%" height="6" aria-hidden="true" focusable="false">
              <rect class="score-ground" width="100%" height="6" rx="3" />
              <rect class="score-fill" width={`${String((row.share ?? 0) * 100)}%`} height="6" rx="3" />
            </svg>
            <span class="for-reader">{row.arithmetic}</span>
          </>
        )}
      </td>
      {row.values.map((value, index) => (
        <td key={index} class="number only-wide">
          {value}
        </td>
      ))}
      {columns.hasOwners && <td class="only-wide quiet">{row.owner}</td>}
      {columns.hasReleases && <td class="quiet">{row.release ?? '–'}</td>}
    </tr>
  );
}

function NoCandidates(): JSX.Element {
  return (
    <EmptyState
      title="Nothing to put in order yet"
      text="Features and ideas are put in order by their scores. Write this in the roadmap:"
      yaml={`features:
  arrival-window:
    title: Arrival time within an hour
    rice: { reach: 8000, impact: 2, confidence: 80%, effort: 4 }`}
      starter="feature"
    />
  );
}

/** All entries that the table has a row for. */
export function priorityEntries({ rows }: PrioritiesView): readonly EntryPath[] {
  return rows.map(({ entry }) => entry);
}
