import { Fragment, type JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import type { RoadmapRow, RoadmapTimelineView } from '../core/views/roadmapTimelineModel';
import type { Zoom } from '../core/views/viewSettings';
import { AxisLabels } from './axisLabels';
import { dayAndYearText } from './dateText';
import { NoGoals } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts, Header } from './header';
import { BrokenLinkIcon, ChevronIcon, GoalIcon, ReleaseIcon, StateIcon } from './icons';
import { LinkAction, useLinkKey } from './linkAction';
import { PeriodGhost, usePeriodMove } from './periodMove';
import { RoadmapChart } from './roadmapChart';
import { RoadmapLegend } from './roadmapLegend';
import { bandOf, barOf } from './roadmapShapes';
import { PrintNote } from './printNote';
import { type Roving, stopAt } from './roving';
import { rowHeight } from './rowShapes';
import { usePrintable, useRowWindow, withPinned } from './rowWindow';
import { Space, useFarRoving } from './timelineGrid';
import { TimeScroll, sidewaysTurn, useScrolledAxis } from './timeScroll';
import { onGridKey } from './timelineKeys';
import { type ShownRow, parentOf, percentOf, shownRows } from './timelineRows';
import { useWidth } from './useWidth';

interface TimelineProps {
  readonly view: RoadmapTimelineView;
  readonly marked: MarkedEntry;
  /** Absent: as much as fits. */
  readonly zoom?: Zoom | undefined;
}

/** A roadmap's goals, releases and projects on a time axis. */
export function RoadmapTimeline({ view, marked, zoom }: TimelineProps): JSX.Element {
  return (
    <>
      <Header title={view.title} untitled="A product without a name">
        {view.purpose && <p class="purpose">{view.purpose}</p>}
      </Header>
      <Facts facts={view.facts} />
      {view.rows.length > 0 && <RoadmapGrid view={view} marked={marked} zoom={zoom} />}
      {view.rows.length === 0 && !view.shown && <NoGoals />}
    </>
  );
}

/** Below this width of the chart, labels are shortened. */
const narrowChart = 420;

const gridId = 'roadmap-grid';

function RoadmapGrid({ view, marked, zoom }: TimelineProps): JSX.Element {
  const { rows, links, today } = view;
  const grid = useRef<HTMLDivElement>(null);
  const chartColumn = useRef<HTMLDivElement>(null);
  const width = useWidth(chartColumn, 640);
  // The flags of all releases stand in one row until somebody wants to see them one by one.
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set(['releases']));
  const unfolded = useMemo(() => shownRows(rows, folded), [rows, folded]);
  const shown = usePrintable(unfolded);
  const releases = useMemo(() => rows.filter(({ kind }) => kind === 'release'), [rows]);
  const { axis, panBy, showAt } = useScrolledAxis(view.window, today, width, zoom);
  const [pointed, setPointed] = useState<string>();
  const ids = useMemo(() => shown.map(({ row }) => row.id), [shown]);
  const roving = useFarRoving(grid, ids);
  const fold = (id: string, fold: boolean): void => {
    const next = new Set(folded);
    if (fold) next.add(id);
    else next.delete(id);
    setFolded(next);
  };
  const names = useMemo(() => new Map(rows.map((row) => [row.id, rowName(row, view)])), [rows, view]);
  const markedRow = visibleMark(rows, shown, marked);
  const inView = useRowWindow(chartColumn, shown.length);
  const pinned = [roving.current, markedRow].map((id) => (id === undefined ? -1 : ids.indexOf(id)));
  const drawn = inView && withPinned(inView, pinned, shown.length);
  useEffect(() => {
    const row = rows.find(({ id }) => id === markedRow);
    const shape = row && axis && axis.wholeWidth > axis.width ? (barOf(row, axis) ?? bandOf(row, axis)) : undefined;
    if (shape && (shape.x2 < 0 || shape.x1 > width)) showAt(shape.x1 + width / 3);
    // Not when the chart is scrolled or the data changes: then the reader wants to see something else.
  }, [markedRow]);
  const dates = usePeriodMove(rows, axis, chartColumn);
  const point = (event: Event): void => {
    setPointed(stopAt(event.target));
  };
  return (
    <>
      <div class="grid-frame">
        <div
          class={`grid roadmap-grid ${axis ? 'with-chart' : 'without-chart'} ${dates.moving ? 'moving' : ''}`}
          {...dates.listeners}
          id={gridId}
          role="treegrid"
          aria-label={`Goals and projects of ${view.title}`}
          aria-rowcount={shown.length + 1}
          ref={grid}
          onFocusIn={(event) => {
            roving.onFocusIn(event);
            point(event);
          }}
          onFocusOut={dates.cancelKeys}
          onPointerOver={point}
          onPointerLeave={() => {
            setPointed(undefined);
          }}
          onKeyDown={(event) => {
            if (dates.onKey(event)) return;
            onGridKey(event, { rows, shown, folded, fold, roving, panBy, width });
          }}
          onWheel={(event) => {
            const turn = axis && axis.wholeWidth > axis.width ? sidewaysTurn(event) : 0;
            if (turn === 0) return;
            event.preventDefault();
            panBy(turn);
          }}
        >
          <div class="grid-head" role="row" aria-rowindex={1}>
            <span class="head-item" role="columnheader">
              Goals and projects
            </span>
            <span class="head-owner" role="columnheader">
              Owner
            </span>
            {axis && <AxisLabels axis={axis} />}
          </div>
          <div class="grid-body" role="rowgroup">
            <div class="chart-column" ref={chartColumn} aria-hidden="true">
              {axis && (
                <RoadmapChart
                  rows={shown.map(({ row }) => row)}
                  narrow={width < narrowChart}
                  drawn={drawn}
                  pointedRow={pointed}
                  {...{ releases, links, axis, marked, markedRow }}
                />
              )}
              {axis && dates.moving && (
                <PeriodGhost
                  moving={dates.moving}
                  axis={axis}
                  y={placeOf(shown, dates.moving.row) * rowHeight}
                  height={shown.length * rowHeight}
                />
              )}
            </div>
            {(drawn ?? shown.map((_, index) => index)).map((index, place, all) => {
              const each = shown[index];
              return (
                each && (
                  <Fragment key={each.row.id}>
                    <Space rows={index - (all[place - 1] ?? -1) - 1} />
                    <GridRow
                      shown={each}
                      rowIndex={index + 2}
                      name={names.get(each.row.id) ?? each.row.title}
                      folded={folded.has(each.row.id)}
                      fold={fold}
                      marked={each.row.id === markedRow}
                      roving={roving}
                    />
                  </Fragment>
                )
              );
            })}
            {drawn && <Space rows={shown.length - (drawn.at(-1) ?? -1) - 1} />}
          </div>
        </div>
        {dates.status}
        {axis && <TimeScroll axis={axis} showAt={showAt} controls={gridId} />}
      </div>
      <PrintNote count={unfolded.length} />
      {axis ? (
        <RoadmapLegend view={view} />
      ) : (
        <p class="hint">
          Nothing has a date yet. Give goals a target, and releases a date, to see them on a time axis.
        </p>
      )}
    </>
  );
}

/** In which row something is drawn: the flag of a release in that of all releases, while they are folded. */
function placeOf(shown: readonly ShownRow<RoadmapRow>[], { id }: RoadmapRow): number {
  return Math.max(
    0,
    shown.findIndex(({ row }) => row.id === id),
  );
}

/** The id of the row to mark: the first of the cursor's entry, or the folded one that hides it. */
function visibleMark(
  rows: readonly RoadmapRow[],
  shown: readonly ShownRow<RoadmapRow>[],
  marked: MarkedEntry,
): string | undefined {
  if (marked === undefined) return undefined;
  const visible = new Set(shown.map(({ row }) => row.id));
  let row = rows.find(({ kind, entry }) => kind !== 'gap' && entry && entryKey(entry) === marked);
  while (row && !visible.has(row.id)) row = parentOf(rows, row.id);
  return row?.id;
}

interface GridRowProps {
  readonly shown: ShownRow<RoadmapRow>;
  /** Its number in the whole grid, from 1; the head is the first. */
  readonly rowIndex: number;
  readonly name: string;
  readonly folded: boolean;
  readonly fold: (id: string, fold: boolean) => void;
  readonly marked: boolean;
  readonly roving: Roving;
}

function GridRow({ shown, rowIndex, name, folded, fold, marked, roving }: GridRowProps): JSX.Element {
  const { row, hasChildren, position, siblings } = shown;
  const { id, entry, kind, depth, title, owner, ownerShort, unlinked = false } = row;
  const isOffered = kind === 'gap' || (unlinked && (kind === 'project' || kind === 'item'));
  const linkKey = useLinkKey(isOffered);
  return (
    <div
      class={`row depth-${String(depth)} of-${kind}${row.unlinked ? ' no-goal' : ''}`}
      role="row"
      aria-label={name}
      aria-rowindex={rowIndex}
      aria-level={depth}
      aria-posinset={position}
      aria-setsize={siblings}
      {...(hasChildren ? { 'aria-expanded': !folded } : {})}
      {...(entry ? entryAttributes(entry, marked ? entryKey(entry) : undefined) : {})}
      // What is written nowhere is marked for an entry that it hides.
      {...(!entry && marked ? { 'aria-current': 'true' } : {})}
      {...roving.stop(id)}
      {...linkKey}
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
            <RowIcon row={row} />
            <ChevronIcon />
          </span>
        ) : (
          <RowIcon row={row} />
        )}
        <span class="line-title" title={title}>
          {title}
        </span>
        {isOffered && entry && (
          <LinkAction entry={entry} name={kind === 'gap' ? 'Plan work for this goal' : `Link “${title}” to a goal`} />
        )}
      </span>
      <span class="cell-owner" role="gridcell" title={owner}>
        {kind === 'goal' ? (ownerShort ?? owner) : undefined}
      </span>
    </div>
  );
}

function RowIcon({ row: { kind, state } }: { readonly row: RoadmapRow }): JSX.Element {
  if (kind === 'goal') return <GoalIcon />;
  if (kind === 'releases') return <ReleaseIcon />;
  if (kind === 'unlinked') return <BrokenLinkIcon />;
  return <StateIcon kind={state?.kind ?? 'todo'} />;
}

/** All that a row and its drawing show, in words. */
function rowName(row: RoadmapRow, { rows, links }: RoadmapTimelineView): string {
  const { kind, title, state, progress, start, end, deadline, baseline, label, unlinked, owner } = row;
  if (kind === 'releases') {
    const all = rows.filter((each) => each.kind === 'release');
    return `Releases: ${all.map((each) => `${each.title} ${dayAndYearText(each.end ?? '')}`).join(', ')}`;
  }
  const waitsFor = links
    .filter(({ to }) => to === row.id)
    .flatMap(({ from, pushes }) => {
      const other = rows.find(({ id }) => id === from);
      return other ? [`waits for ${other.title}${pushes ? ', which pushes it' : ''}`] : [];
    });
  const isBar = kind === 'project' || kind === 'item';
  const parts = [
    title,
    kind === 'goal' || kind === 'release' ? kind : undefined,
    state?.text,
    progress !== undefined && `${String(percentOf(progress))} % done`,
    datesText(start, end),
    deadline && `committed finish ${dayAndYearText(deadline)}`,
    baseline && `planned ${dayAndYearText(baseline.start)} to ${dayAndYearText(baseline.end)}`,
    (isBar || kind === 'release') && label,
    ...waitsFor,
    unlinked && isBar && !label?.includes('goal') && 'no goal',
    owner && `owner ${owner}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function datesText(start: string | undefined, end: string | undefined): string | undefined {
  if (start && end) return `${dayAndYearText(start)} to ${dayAndYearText(end)}`;
  return end ? dayAndYearText(end) : start && `from ${dayAndYearText(start)}`;
}

/** All entries that the timeline has a row or a flag for. */
export function roadmapTimelineEntries({ rows }: RoadmapTimelineView): readonly EntryPath[] {
  return rows.flatMap(({ kind, entry }) => (kind === 'gap' || !entry ? [] : [entry]));
}
