import { type JSX, Fragment } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TimelineRow, TimelineView } from '../core/views/model';
import type { Zoom } from '../core/views/viewSettings';
import { AxisLabels } from './axisLabels';
import { DateGhost, type MovedDates, useDateMove } from './dateMove';
import { entryKey } from './entries';
import type { MarkedEntry } from './entryAttributes';
import { GridRow } from './gridRow';
import { Legend } from './legend';
import { PrintNote } from './printNote';
import { type Roving, stopAt, stopElement, useRoving } from './roving';
import { rowHeight, rowShape } from './rowShapes';
import { usePrintable, useRowWindow, withPinned } from './rowWindow';
import type { TimeAxis } from './timeAxis';
import { type ScrolledAxis, TimeScroll, sidewaysTurn, useScrolledAxis } from './timeScroll';
import { TimelineChart } from './timelineChart';
import { onGridKey } from './timelineKeys';
import { type ShownRow, parentOf, shownRows } from './timelineRows';
import { useWidth } from './useWidth';

/** Below this width of the chart, labels are shortened. */
const narrowChart = 420;

const gridId = 'timeline-grid';

interface GridProps {
  readonly view: TimelineView;
  readonly marked: MarkedEntry;
  readonly zoom: Zoom | undefined;
}

/** Rows of items in their tree, and beside them what has dates on a time axis. */
export function TimelineGrid({ view, marked, zoom }: GridProps): JSX.Element {
  const grid = useRef<HTMLDivElement>(null);
  const chartColumn = useRef<HTMLDivElement>(null);
  const width = useWidth(chartColumn, 640);
  const { folded, fold } = useFolding();
  const unfolded = useMemo(() => shownRows(view.rows, folded), [view.rows, folded]);
  const shown = usePrintable(unfolded);
  const scroll = useScrolledAxis(view.window, view.today, width, zoom);
  const { axis } = scroll;
  const ids = useMemo(() => shown.map(({ row }) => row.id), [shown]);
  const roving = useFarRoving(grid, ids);
  const markedId = useMemo(() => visibleMark(view.rows, ids, marked), [view.rows, ids, marked]);
  const [pointed, setPointed] = useState<string>();
  const hasOwners = useMemo(() => view.rows.some(({ owner }) => owner), [view.rows]);
  const dates = useDateMove(view.rows, axis, chartColumn);
  useBarInView(shown, markedId, scroll, width);
  return (
    <>
      <div class="grid-frame">
        <div
          class={`grid ${axis ? 'with-chart' : 'without-chart'} ${hasOwners ? '' : 'without-owners'} ${dates.moving ? 'moving' : ''}`}
          {...dates.listeners}
          id={gridId}
          role="treegrid"
          aria-label={`Items of ${view.title}`}
          aria-rowcount={shown.length + 1}
          ref={grid}
          onFocusIn={(event) => {
            roving.onFocusIn(event);
            setPointed(stopAt(event.target));
          }}
          onFocusOut={() => {
            setPointed(undefined);
            dates.cancelKeys();
          }}
          onPointerOver={(event) => {
            setPointed(stopAt(event.target));
          }}
          onPointerLeave={() => {
            setPointed(undefined);
          }}
          onKeyDown={(event) => {
            if (dates.onKey(event)) return;
            onGridKey(event, { rows: view.rows, shown, folded, fold, roving, panBy: scroll.panBy, width });
          }}
          onWheel={(event) => {
            const turn = axis && axis.wholeWidth > axis.width ? sidewaysTurn(event) : 0;
            if (turn === 0) return;
            event.preventDefault();
            scroll.panBy(turn);
          }}
        >
          <GridHead axis={axis} />
          <div class="grid-body" role="rowgroup">
            <GridRows
              {...{ view, shown, folded, fold, axis, roving, markedId, chartColumn }}
              narrow={width < narrowChart}
              pointedId={pointed}
              moving={dates.moving}
            />
          </div>
        </div>
        {dates.status}
        {axis && <TimeScroll axis={axis} showAt={scroll.showAt} controls={gridId} />}
      </div>
      <PrintNote count={unfolded.length} />
      {axis ? (
        <Legend view={view} />
      ) : (
        <p class="hint">Nothing has a date yet. Give items a start and an end to see them on a time axis.</p>
      )}
    </>
  );
}

function GridHead({ axis }: { readonly axis: TimeAxis | undefined }): JSX.Element {
  return (
    <div class="grid-head" role="row" aria-rowindex={1}>
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
  );
}

interface RowsProps {
  readonly view: TimelineView;
  readonly shown: readonly ShownRow[];
  readonly folded: ReadonlySet<string>;
  readonly fold: (id: string, fold: boolean) => void;
  readonly axis: TimeAxis | undefined;
  readonly roving: Roving;
  readonly markedId: string | undefined;
  readonly pointedId: string | undefined;
  readonly narrow: boolean;
  readonly moving: MovedDates | undefined;
  readonly chartColumn: { current: HTMLDivElement | null };
}

/** The rows that are in view, and their part of the chart. */
function GridRows(props: RowsProps): JSX.Element {
  const { view, shown, folded, fold, axis, roving, markedId, pointedId, narrow, moving, chartColumn } = props;
  const rows = useMemo(() => shown.map(({ row }) => row), [shown]);
  const inView = useRowWindow(chartColumn, shown.length);
  const places = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows]);
  const breaks = useMemo(() => brokenLines(view.rows), [view.rows]);
  const placeOf = (id: string | undefined): number => (id === undefined ? -1 : (places.get(id) ?? -1));
  // The tab stop and the cursor's row are always there: the one can be reached, the other be brought into view.
  const drawn = inView && withPinned(inView, [placeOf(roving.current), placeOf(markedId)], shown.length);
  const indices = drawn ?? rows.map((_, index) => index);
  return (
    <>
      <div class="chart-column" ref={chartColumn} aria-hidden="true">
        {axis && (
          <TimelineChart {...{ view, rows, axis, narrow }} markedRow={markedId} pointedRow={pointedId} drawn={drawn} />
        )}
        {axis && moving && placeOf(moving.row.id) >= 0 && (
          <DateGhost {...{ moving, axis }} y={placeOf(moving.row.id) * rowHeight} height={rows.length * rowHeight} />
        )}
      </div>
      {indices.map((index, place) => {
        const row = shown[index];
        if (!row) return null;
        const { id } = row.row;
        return (
          <Fragment key={id}>
            <Space rows={index - (indices[place - 1] ?? -1) - 1} />
            <GridRow
              shown={row}
              rowIndex={index + 2}
              folded={folded.has(id)}
              fold={fold}
              marked={id === markedId}
              roving={roving}
              isBreak={breaks.has(id)}
              withState={!axis}
            />
          </Fragment>
        );
      })}
      <Space rows={shown.length - (indices.at(-1) ?? -1) - 1} />
    </>
  );
}

/** The ids of the open rows that lead to no goal and stand below none that leads to none either. */
function brokenLines(rows: readonly TimelineRow[]): ReadonlySet<string> {
  const breaks = new Set<string>();
  let brokenDepth = Infinity;
  for (const { id, depth, kind, state, unlinked = false } of rows) {
    if (depth > brokenDepth) continue;
    brokenDepth = unlinked ? depth : Infinity;
    const isOpen = state?.kind !== 'done' && state?.kind !== 'dropped';
    if (unlinked && isOpen && kind !== 'milestone' && kind !== 'lane') breaks.add(id);
  }
  return breaks;
}

/** Stands for rows that are not in the document. */
export function Space({ rows }: { readonly rows: number }): JSX.Element | null {
  if (rows <= 0) return null;
  return <svg class="row-space" width="1" height={rows * rowHeight} aria-hidden="true" focusable="false" />;
}

function useFolding(): Pick<RowsProps, 'folded' | 'fold'> {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = (id: string, isFolded: boolean): void => {
    setFolded((before) => {
      const next = new Set(before);
      if (isFolded) next.add(id);
      else next.delete(id);
      return next;
    });
  };
  return { folded, fold };
}

/** Roving focus that reaches rows that are not in the document yet: they are put there first. */
export function useFarRoving(grid: { readonly current: HTMLElement | null }, ids: readonly string[]): Roving {
  const roving = useRoving(grid, ids);
  const wanted = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    stopElement(grid.current, wanted.current)?.focus();
    wanted.current = undefined;
  });
  return {
    ...roving,
    focus: (id) => {
      if (id === undefined) return;
      const element = stopElement(grid.current, id);
      if (element) {
        element.focus();
        return;
      }
      wanted.current = id;
      roving.select(id);
    },
  };
}

/** Scrolls sideways to the bar of the cursor's row, or of the focused one, where nothing of it is in view. */
function useBarInView(
  shown: readonly ShownRow[],
  id: string | undefined,
  { axis, showAt }: ScrolledAxis,
  width: number,
): void {
  useEffect(() => {
    if (id === undefined || !axis || axis.wholeWidth <= axis.width) return;
    const row = shown.find((candidate) => candidate.row.id === id)?.row;
    const shape = row && rowShape(row, axis);
    if (shape && (shape.x2 < 0 || shape.x1 > width)) showAt(shape.x1 + width / 3);
    // Not when the chart is scrolled or the data changes: then the reader wants to see something else.
  }, [id]);
}

/** The id of the row to mark: the cursor's own, or the folded one that hides it. */
function visibleMark(rows: readonly TimelineRow[], ids: readonly string[], marked: MarkedEntry): string | undefined {
  if (marked === undefined) return undefined;
  const shown = new Set(ids);
  let row = rows.find(({ kind, entry }) => kind !== 'lane' && entryKey(entry) === marked);
  while (row) {
    const { id } = row;
    if (shown.has(id)) return id;
    row = parentOf(rows, id);
  }
  return undefined;
}
