import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { TimelineRow, TimelineView } from '../core/views/model';
import { dayText, startOfDay } from './dateText';
import { PlacedShapes, chartIndex, linkReaches } from './drawnLinks';
import { crisp } from './pixels';
import { type RowShape, barHeight, diamondRadius, marksEnd, marksStart, rightEdge, rowHeight } from './rowShapes';
import { type TimeAxis, offDayStripes, xOf } from './timeAxis';

export { AxisLabels, axisHeight } from './axisLabels';

interface ChartProps {
  readonly view: TimelineView;
  /** The rows that are not folded away. */
  readonly rows: readonly TimelineRow[];
  readonly axis: TimeAxis;
  /** Shortens labels to what stands before their comma. */
  readonly narrow: boolean;
  /** The id of the row that the cursor is in. */
  readonly markedRow: string | undefined;
  /** The indices of the rows that are drawn; all of them where it is left out. */
  readonly drawn?: readonly number[] | undefined;
  /** The id of the row under the pointer or with the focus: its links stand out. */
  readonly pointedRow?: string | undefined;
}

/** The drawing beside the rows. It is hidden from assistive technology: the names of the rows say all of it. */
export function TimelineChart({ view, rows, axis, narrow, markedRow, drawn, pointedRow }: ChartProps): JSX.Element {
  const height = rows.length * rowHeight;
  const index = useMemo(() => chartIndex(rows, view.links), [rows, view.links]);
  const shapes = new PlacedShapes(rows, axis, index);
  const drawnRows = drawn ? drawn.flatMap((at) => rows[at] ?? []) : rows;
  const links = shapes.links(drawnRows);
  const reaches = linkReaches(links);
  const isPointed = ({ from, to }: { from: string; to: string }): boolean => from === pointedRow || to === pointedRow;
  const topOf = ({ id }: TimelineRow): number => (index.places.get(id) ?? 0) * rowHeight;
  return (
    <svg class="chart" width={axis.width} height={height} aria-hidden="true" focusable="false">
      {offDayStripes(axis, view.daysOff, view.holidays).map(({ x, width }) => (
        <rect key={x} class="off-day" x={x} y="0" width={width} height={height} />
      ))}
      {axis.upper.map(({ x }) => (
        <line key={x} class="upper-line" x1={crisp(x)} x2={crisp(x)} y1="0" y2={height} />
      ))}
      {drawnRows.map((row) => (
        <RowDrawing key={row.id} row={row} y={topOf(row)} axis={axis} shape={shapes.of(row.id)?.shape} />
      ))}
      <g class={links.some(isPointed) ? 'links one-pointed' : 'links'}>
        {links.map((link) => (
          <g
            key={link.id}
            class={['link-line', link.critical && 'critical', isPointed(link) && 'pointed'].filter(Boolean).join(' ')}
          >
            <path class="line" d={link.path.line} />
            <path class="head" d={link.path.head} />
          </g>
        ))}
      </g>
      {axis.today && <line class="today-line" x1={crisp(axis.today.x)} x2={crisp(axis.today.x)} y1="0" y2={height} />}
      {drawnRows.map((row) => (
        <FarHint key={row.id} row={row} y={topOf(row)} axis={axis} shape={shapes.of(row.id)?.shape} />
      ))}
      {drawnRows.map((row) => (
        <RowLabel
          key={row.id}
          row={row}
          y={topOf(row)}
          axis={axis}
          shape={shapes.of(row.id)?.shape}
          linkReach={reaches.get(row.id) ?? 0}
          narrow={narrow}
          marked={row.id === markedRow}
        />
      ))}
    </svg>
  );
}

interface RowDrawingProps {
  readonly row: TimelineRow;
  /** The top of the row. */
  readonly y: number;
  readonly axis: TimeAxis;
  readonly shape: RowShape | undefined;
}

function RowDrawing({ row, y, axis, shape }: RowDrawingProps): JSX.Element {
  const middle = y + rowHeight / 2;
  return (
    <g class={`hue-${shape?.hue ?? 'grey'}`}>
      <Baseline row={row} y={middle} axis={axis} />
      {shape && <Tails row={row} y={middle} axis={axis} shape={shape} />}
      {shape && <ShapeDrawing row={row} y={middle} shape={shape} />}
      <Deadline row={row} y={y} axis={axis} />
    </g>
  );
}

export function ShapeDrawing({
  row,
  y,
  shape,
}: {
  readonly row: TimelineRow;
  readonly y: number;
  readonly shape: RowShape;
}): JSX.Element {
  const { kind, x1, x2 } = shape;
  const top = y - barHeight / 2;
  const width = x2 - x1;
  const outline = ['bar', row.critical && 'critical', row.unlinked && 'no-goal'].filter(Boolean).join(' ');
  switch (kind) {
    case 'diamond':
      return <path class={row.unlinked ? 'diamond no-goal' : 'diamond'} d={diamond(x1, y, diamondRadius)} />;
    case 'bracket':
      return (
        <path
          class={row.unlinked ? 'bracket no-goal' : 'bracket'}
          d={`M${String(x1 + 1)} ${String(y + 4)}V${String(y - 2)}H${String(x2 - 1)}V${String(y + 4)}`}
        />
      );
    case 'from':
      return (
        <path class={outline} d={`M${String(x2)} ${String(top)}H${String(x1)}v${String(barHeight)}H${String(x2)}`} />
      );
    case 'until':
      return (
        <path class={outline} d={`M${String(x1)} ${String(top)}H${String(x2)}v${String(barHeight)}H${String(x1)}`} />
      );
    case 'bar': {
      const done = width * Math.min(1, Math.max(0, row.progress ?? 0));
      return (
        <>
          {!row.unlinked && <rect class="bar-ground" x={x1} y={top} width={width} height={barHeight} rx="2" />}
          {done > 0 && <rect class="bar-done" x={x1} y={top} width={done} height={barHeight} rx="2" />}
          <rect
            class={outline}
            x={x1 + 0.5}
            y={top + 0.5}
            width={Math.max(1, width - 1)}
            height={barHeight - 1}
            rx="2"
          />
        </>
      );
    }
  }
}

/** The approved plan: a grey line below a bar, a hollow diamond beside a milestone. */
export function Baseline({ row, y, axis }: Omit<RowDrawingProps, 'shape'>): JSX.Element | null {
  const start = startOfDay(row.baseline?.start);
  const end = rightEdge(row.baseline?.end, axis);
  if (!start || end === undefined) return null;
  if (row.kind === 'milestone') {
    return <path class="baseline-diamond" d={diamond(end - axis.pixelsPerDay / 2, y, diamondRadius - 0.5)} />;
  }
  const x = xOf(axis, start);
  return <rect class="baseline" x={x} y={y + barHeight / 2 + 1.5} width={Math.max(2, end - x)} height="3" rx="1" />;
}

/** The float as a dotted tail with an end stop, the P80 finish as a solid whisker. */
function Tails({ row, y, axis, shape }: RowDrawingProps & { readonly shape: RowShape }): JSX.Element {
  const start = shape.kind === 'diamond' ? shape.x2 + diamondRadius : shape.x2;
  const tail = (date: string | undefined, name: string): JSX.Element | null => {
    const end = rightEdge(date, axis);
    if (end === undefined || end <= start + 2) return null;
    return (
      <g class={name}>
        <line class="along" x1={start + 2} x2={end} y1={y} y2={y} />
        <line class="stop" x1={end} x2={end} y1={y - 4} y2={y + 4} />
      </g>
    );
  };
  return (
    <>
      {tail(row.floatEnd, 'float')}
      {tail(row.p80, 'p80')}
    </>
  );
}

export function Deadline({ row, y, axis }: Omit<RowDrawingProps, 'shape'>): JSX.Element | null {
  const x = rightEdge(row.deadline, axis);
  if (x === undefined) return null;
  return <path class="deadline" d={nail(x, y + 1)} />;
}

/** Where a bar is, of which nothing is in view. */
function FarHint({ row, y, axis, shape }: RowDrawingProps): JSX.Element | null {
  if (!shape) return null;
  const isLeft = Math.max(shape.x2, marksEnd(row, axis)) + farLabel < 0;
  const isRight = Math.min(shape.x1, marksStart(row, axis)) > axis.width;
  if (!isLeft && !isRight) return null;
  const day = isLeft ? (row.end ?? row.start) : (row.start ?? row.end);
  const text = day === undefined ? '' : dayText(day);
  return (
    <text
      class="label quiet"
      x={isLeft ? 6 : axis.width - 6}
      y={y + rowHeight / 2 + 4}
      text-anchor={isLeft ? 'start' : 'end'}
    >
      {isLeft ? `← ${text}` : `${text} →`}
    </text>
  );
}

/** How far a label may stand right of its bar, in pixels. */
const farLabel = 180;

interface RowLabelProps extends RowDrawingProps {
  /** How far right links go in this row. */
  readonly linkReach: number;
  readonly narrow: boolean;
  readonly marked: boolean;
}

function RowLabel({ row, y, axis, shape, linkReach, narrow, marked }: RowLabelProps): JSX.Element | null {
  const text = shape ? barLabel(row, narrow) : 'no dates';
  if (!text) return null;
  const name = ['label', (row.kind === 'group' || row.kind === 'lane' || !shape) && 'quiet', marked && 'on-mark']
    .filter(Boolean)
    .join(' ');
  const baseline = y + rowHeight / 2 + 4;
  if (!shape) {
    return (
      <text class={name} x="8" y={baseline}>
        {text}
      </text>
    );
  }
  const ownEnd = shape.kind === 'diamond' ? shape.x2 + diamondRadius : shape.x2;
  const right = Math.max(ownEnd, marksEnd(row, axis), linkReach > 0 ? linkReach + 4 : 0) + 7;
  const width = text.length * averageCharacterWidth;
  const left = Math.min(shape.kind === 'diamond' ? shape.x1 - diamondRadius : shape.x1, marksStart(row, axis)) - 6;
  // Of the whole chart: a label does not change its side while the chart is scrolled.
  const farRight = axis.wholeWidth - axis.left;
  const fits = right + width <= farRight || left + axis.left < width;
  return (
    <text
      class={name}
      x={fits ? Math.min(right, Math.max(-axis.left, farRight - width)) : left}
      y={baseline}
      text-anchor={fits ? 'start' : 'end'}
    >
      {text}
    </text>
  );
}

/** Of the 12 px type; wide enough for all but texts of capitals. */
const averageCharacterWidth = 6.3;

function barLabel({ label }: TimelineRow, narrow: boolean): string | undefined {
  return narrow ? label?.split(',')[0] : label;
}

function diamond(x: number, y: number, radius: number): string {
  const r = String(radius);
  return `M${String(x)} ${String(y - radius)}l${r} ${r} -${r} ${r} -${r} -${r}Z`;
}

/** A nail with its head at `y`; `length` is that of its pin. */
export function nail(x: number, y: number, length = 16): string {
  return `M${String(x - 5.5)} ${String(y)}h11l-4.5 6v${String(length)}h-2v-${String(length)}Z`;
}
