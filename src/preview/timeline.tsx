import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { EntryPath, TimelineRow, TimelineView } from '../core/views/model';
import { NoItems } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts } from './header';
import { ChevronIcon, MilestoneIcon, ProjectIcon, StateIcon, Triangle } from './icons';
import { Legend } from './legend';
import { ProgressTrack } from './progressTrack';
import { ProjectHeader } from './projectHeader';
import { type Roving, stopAt, useRoving } from './roving';
import { timeAxis } from './timeAxis';
import { AxisLabels, TimelineChart } from './timelineChart';
import { type ShownRow, parentOf, percentOf, rowName, shownRows } from './timelineRows';
import { useWidth } from './useWidth';

interface TimelineProps {
  readonly view: TimelineView;
  readonly marked: MarkedEntry;
}

/** A project's header, and its items in their tree with a chart of what has dates. */
export function Timeline({ view, marked }: TimelineProps): JSX.Element {
  return (
    <>
      <ProjectHeader view={view} />
      <Facts facts={view.facts} />
      {view.rows.length > 0 ? <TimelineGrid view={view} marked={marked} /> : <NoItems />}
    </>
  );
}

/** Below this width of the chart, labels are shortened. */
const narrowChart = 420;

function TimelineGrid({ view, marked }: TimelineProps): JSX.Element {
  const grid = useRef<HTMLDivElement>(null);
  const chartColumn = useRef<HTMLDivElement>(null);
  const width = useWidth(chartColumn, 640);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => shownRows(view.rows, folded), [view.rows, folded]);
  const axis = useMemo(() => timeAxis(view.window, view.today, width), [view.window, view.today, width]);
  const roving = useRoving(
    grid,
    shown.map(({ row }) => row.id),
  );
  const fold = (id: string, fold: boolean): void => {
    const next = new Set(folded);
    if (fold) next.add(id);
    else next.delete(id);
    setFolded(next);
  };
  const markedRow = shown.find(({ row }) => row.id === visibleMark(view.rows, shown, marked));
  const hasOwners = view.rows.some(({ owner }) => owner);
  return (
    <>
      <div
        class={`grid ${axis ? 'with-chart' : 'without-chart'} ${hasOwners ? '' : 'without-owners'}`}
        role="treegrid"
        aria-label={`Items of ${view.title}`}
        ref={grid}
        onFocusIn={roving.onFocusIn}
        onKeyDown={(event) => {
          onGridKey(event, { view, shown, folded, fold, roving });
        }}
      >
        <div class="grid-head" role="row">
          <span class="head-item" role="columnheader">
            Item
          </span>
          <span class="head-owner" role="columnheader">
            Owner
          </span>
          {axis ? (
            <AxisLabels axis={axis} />
          ) : (
            <>
              <span class="head-state" role="columnheader">
                State
              </span>
              <span class="head-progress" role="columnheader">
                Progress
              </span>
            </>
          )}
        </div>
        <div class="grid-body" role="rowgroup">
          <div class="chart-column" ref={chartColumn} aria-hidden="true">
            {axis && (
              <TimelineChart
                view={view}
                rows={shown.map(({ row }) => row)}
                axis={axis}
                narrow={width < narrowChart}
                markedRow={markedRow?.row.id}
              />
            )}
          </div>
          {shown.map((row) => (
            <GridRow
              key={row.row.id}
              shown={row}
              folded={folded.has(row.row.id)}
              fold={fold}
              marked={row === markedRow}
              roving={roving}
              withState={!axis}
            />
          ))}
        </div>
      </div>
      {axis ? (
        <Legend view={view} />
      ) : (
        <p class="hint">Nothing has a date yet. Give items a start and an end to see them on a time axis.</p>
      )}
    </>
  );
}

/** The id of the row to mark: the cursor's own, or the folded one that hides it. */
function visibleMark(
  rows: readonly TimelineRow[],
  shown: readonly ShownRow[],
  marked: MarkedEntry,
): string | undefined {
  let row = rows.find(({ entry }) => entryKey(entry) === marked);
  while (row) {
    const { id } = row;
    if (shown.some((candidate) => candidate.row.id === id)) return id;
    row = parentOf(rows, id);
  }
  return undefined;
}

interface GridRowProps {
  readonly shown: ShownRow;
  readonly folded: boolean;
  readonly fold: (id: string, fold: boolean) => void;
  readonly marked: boolean;
  readonly roving: Roving;
  /** State and progress as text, where there is no chart to show them. */
  readonly withState: boolean;
}

function GridRow({ shown, folded, fold, marked, roving, withState }: GridRowProps): JSX.Element {
  const { row, hasChildren, position, siblings } = shown;
  const { id, kind, depth, title, owner, ownerShort, state, progress } = row;
  const name = ['row', `depth-${String(Math.min(depth, 9))}`, kind, row.unlinked && 'no-goal']
    .filter(Boolean)
    .join(' ');
  return (
    <div
      class={name}
      role="row"
      aria-label={rowName(row)}
      aria-level={depth}
      aria-posinset={position}
      aria-setsize={siblings}
      {...(hasChildren ? { 'aria-expanded': !folded } : {})}
      {...entryAttributes(row.entry, marked ? entryKey(row.entry) : undefined)}
      {...roving.stop(id)}
    >
      <span class="cell-item" role="gridcell">
        {hasChildren ? (
          <span
            class={folded ? 'fold folded' : 'fold'}
            onClick={(event) => {
              // Folding is no wish to see the source.
              event.stopPropagation();
              fold(id, !folded);
            }}
          >
            <ChevronIcon />
          </span>
        ) : (
          <RowIcon row={row} />
        )}
        <span class="line-title" title={title}>
          {title}
        </span>
      </span>
      <span class="cell-owner" role="gridcell" title={owner}>
        {ownerShort ?? owner}
      </span>
      {withState && (
        <>
          <span class="cell-state" role="gridcell">
            {state?.text}
          </span>
          <span class="cell-progress" role="gridcell">
            {progress !== undefined && (
              <>
                <ProgressTrack
                  name={`Progress of ${title}`}
                  valueText={`${String(percentOf(progress))} %`}
                  progress={progress}
                />
                <span class="percent">{`${String(percentOf(progress))} %`}</span>
              </>
            )}
          </span>
        </>
      )}
    </div>
  );
}

function RowIcon({ row }: { readonly row: TimelineRow }): JSX.Element {
  if (row.kind === 'project') return <ProjectIcon />;
  if (row.kind === 'milestone') return <MilestoneIcon />;
  const open = row.state?.kind !== 'done' && row.state?.kind !== 'dropped';
  // Being without a goal asks for attention as long as the work can still be stopped or linked.
  return row.unlinked && open ? <Triangle /> : <StateIcon kind={row.state?.kind ?? 'todo'} />;
}

interface GridKeyContext {
  readonly view: TimelineView;
  readonly shown: readonly ShownRow[];
  readonly folded: ReadonlySet<string>;
  readonly fold: (id: string, fold: boolean) => void;
  readonly roving: Roving;
}

/** The keys of a treegrid: up and down through the rows, right and left to unfold, fold and go to the parent. */
function onGridKey(event: KeyboardEvent, { view, shown, folded, fold, roving }: GridKeyContext): void {
  const id = stopAt(event.target);
  const index = shown.findIndex(({ row }) => row.id === id);
  const here = shown[index];
  if (!here || id === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  const isFolded = folded.has(id);
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      roving.focus(shown[index + 1]?.row.id);
    },
    ArrowUp: () => {
      roving.focus(shown[Math.max(0, index - 1)]?.row.id);
    },
    ArrowRight: () => {
      if (here.hasChildren && isFolded) fold(id, false);
      else if (here.hasChildren) roving.focus(shown[index + 1]?.row.id);
    },
    ArrowLeft: () => {
      if (here.hasChildren && !isFolded) fold(id, true);
      else roving.focus(parentOf(view.rows, id)?.id);
    },
    Home: () => {
      roving.focus(shown[0]?.row.id);
    },
    End: () => {
      roving.focus(shown.at(-1)?.row.id);
    },
  };
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

/** All entries that the timeline shows as a row. */
export function timelineEntries({ rows }: TimelineView): readonly EntryPath[] {
  return rows.map(({ entry }) => entry);
}
