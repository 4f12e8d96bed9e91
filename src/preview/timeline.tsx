import type { JSX } from 'preact';
import type { EntryPath, TimelineView } from '../core/views/model';
import type { Zoom } from '../core/views/viewSettings';
import { NoItems } from './emptyState';
import { entryKey } from './entries';
import type { MarkedEntry } from './entryAttributes';
import { Facts, Header } from './header';
import { Triangle } from './icons';
import { TimelineGrid } from './timelineGrid';

interface TimelineProps {
  readonly view: TimelineView;
  readonly marked: MarkedEntry;
  /** Absent: as much as fits. */
  readonly zoom?: Zoom | undefined;
}

/** A project's header, and its items in their tree with a chart of what has dates. */
export function Timeline({ view, marked, zoom }: TimelineProps): JSX.Element {
  return (
    <>
      <Header title={view.title} untitled="A project without a name">
        <Purpose view={view} />
      </Header>
      <Facts facts={view.facts} />
      {view.rows.length > 0 && <TimelineGrid view={view} marked={marked} zoom={zoom} />}
      {view.rows.length === 0 && !view.shown && <NoItems />}
    </>
  );
}

function Purpose({ view: { goals, purpose } }: Pick<TimelineProps, 'view'>): JSX.Element {
  return (
    <>
      {goals.length > 0 ? (
        <p class="purpose">
          {'for '}
          {goals.map((goal, index) => (
            <span key={entryKey(goal.entry)}>
              {index > 0 && ', '}
              <button type="button" class="link" data-entry={entryKey(goal.entry)} data-opens>
                {goal.title}
              </button>
            </span>
          ))}
        </p>
      ) : (
        <>
          <p class="no-goal-note">
            <Triangle />
            No goal yet
          </p>
          {purpose && <p class="purpose">{purpose}</p>}
        </>
      )}
    </>
  );
}

/** All entries that the timeline shows as a row. */
export function timelineEntries({ rows }: TimelineView): readonly EntryPath[] {
  return rows.filter(({ kind }) => kind !== 'lane').map(({ entry }) => entry);
}
