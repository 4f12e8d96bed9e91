import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { TimelineRow } from '../core/views/model';
import { type AlongAxis, type AxisMove, GhostLabel, signed, useAxisMove } from './axisMove';
import { dayAndYearText, dayLater, dayText, startOfDay } from './dateText';
import { Intents } from './intents';
import { barHeight, diamondRadius, rightEdge, rowHeight, rowShape } from './rowShapes';
import { stopAt } from './roving';
import { type TimeAxis, xOf } from './timeAxis';

/** A row whose dates are on the move, by days. */
export type MovedDates = AlongAxis<TimelineRow>;

/** How far beside a shape it can be taken, in pixels. */
const reach = 3;

/** Moves the dates of rows: by dragging their bars and diamonds, or by keys. */
export function useDateMove(
  rows: readonly TimelineRow[],
  axis: TimeAxis | undefined,
  chart: { readonly current: HTMLElement | null },
): AxisMove<TimelineRow> {
  const { move } = useContext(Intents);
  const rowOf = (id: string | undefined): TimelineRow | undefined => {
    const row = rows.find((each) => each.id === id);
    return row && axis && row.kind !== 'lane' && row.kind !== 'project' && rowShape(row, axis) ? row : undefined;
  };
  return useAxisMove(
    move &&
      axis && {
        under: (event) => {
          const row = rowOf(stopAt(event.target));
          const left = chart.current?.getBoundingClientRect().left;
          return row && left !== undefined && isOn(row, axis, event.clientX - left) ? row : undefined;
        },
        ofStop: rowOf,
        steps: (_row, pixels) => Math.round(pixels / axis.pixelsPerDay),
        largeStep: () => 7,
        text: (row, days) => movedText(row, days, dayAndYearText),
        put: (row, days) => {
          move(row.entry, { kind: 'days', days });
        },
      },
  );
}

function isOn(row: TimelineRow, axis: TimeAxis, x: number): boolean {
  const shape = rowShape(row, axis);
  const half = shape?.kind === 'diamond' ? diamondRadius : 0;
  return shape !== undefined && x >= shape.x1 - half - reach && x <= shape.x2 + half + reach;
}

/** What the source will say: `8 Jun – 12 Jun`, and which end follows from what it says. */
function movedText({ kind, stated }: TimelineRow, days: number, text: (date: string) => string): string {
  const [start, end] = [stated?.start, stated?.end].map((date) => date && text(dayLater(date, days)));
  if (start !== undefined && end !== undefined) return `${start} – ${end}`;
  if (start !== undefined) return `from ${start}, its end is computed`;
  if (end !== undefined) return kind === 'milestone' ? end : `until ${end}, its start is computed`;
  return 'cannot be moved';
}

interface GhostProps {
  readonly moving: MovedDates;
  readonly axis: TimeAxis;
  /** The top of its row. */
  readonly y: number;
  /** Of the whole chart. */
  readonly height: number;
}

/** Where a shape would stand, with its new dates beside it. An end that the source does not state is left open. */
export function DateGhost({ moving: { row, steps }, axis, y, height }: GhostProps): JSX.Element | null {
  const shape = rowShape(row, axis);
  if (!shape) return null;
  const by = steps * axis.pixelsPerDay;
  const middle = y + rowHeight / 2;
  const half = shape.kind === 'diamond' ? diamondRadius : 0;
  const { stated } = row;
  const start = startOfDay(stated?.start);
  const x1 = (start && !half ? xOf(axis, start) : shape.x1) + by - half;
  const x2 = ((half ? undefined : rightEdge(stated?.end, axis)) ?? shape.x2) + by + half;
  const text = movedText(row, steps, dayText);
  return (
    <svg class="chart date-ghost" width={axis.width} height={height} aria-hidden="true" focusable="false">
      {half > 0 ? (
        <path
          class={stated ? 'ghost-shape' : 'ghost-shape open'}
          d={`M${String((x1 + x2) / 2)} ${String(middle - half)}l${String(half)} ${String(half)} -${String(half)} ${String(half)} -${String(half)} -${String(half)}Z`}
        />
      ) : (
        <GhostBar
          x1={x1}
          x2={x2}
          y={middle}
          hasStart={stated?.start !== undefined}
          hasEnd={stated?.end !== undefined}
        />
      )}
      <GhostLabel text={stated ? `${text} (${signed(steps)} d)` : text} x1={x1} x2={x2} y={middle} width={axis.width} />
    </svg>
  );
}

interface GhostBarProps {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  /** Which ends are certain. */
  readonly hasStart: boolean;
  readonly hasEnd: boolean;
}

function GhostBar({ x1, x2, y, hasStart, hasEnd }: GhostBarProps): JSX.Element {
  const [top, bottom] = [y - barHeight / 2 - 1.5, y + barHeight / 2 + 1.5];
  const isWhole = hasStart && hasEnd;
  return (
    <>
      <rect
        class={isWhole ? 'ghost-shape' : 'ghost-shape open'}
        x={x1 + 0.5}
        y={top}
        width={Math.max(3, x2 - x1 - 1)}
        height={bottom - top}
        rx="2"
      />
      {!isWhole && hasStart && <line class="ghost-end" x1={x1 + 0.5} x2={x1 + 0.5} y1={top - 1} y2={bottom + 1} />}
      {!isWhole && hasEnd && <line class="ghost-end" x1={x2 - 0.5} x2={x2 - 0.5} y1={top - 1} y2={bottom + 1} />}
    </>
  );
}
