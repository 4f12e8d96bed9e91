import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { TimelineRow } from '../core/views/model';
import { dayAndYearText, dayLater, dayText } from './dateText';
import { Intents } from './intents';
import { barHeight, diamondRadius, rowHeight, rowShape } from './rowShapes';
import { stopAt } from './roving';
import type { TimeAxis } from './timeAxis';
import { type DragListeners, useDrag } from './useDrag';

/** A row whose dates are on the move. */
export interface MovedDates {
  readonly row: TimelineRow;
  /** Later by so many days; earlier where they are less than 0. */
  readonly days: number;
  readonly byKey: boolean;
}

interface DateMove {
  readonly listeners: DragListeners | object;
  /** Takes a key where it is one of a move. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly cancelKeys: () => void;
  readonly moving: MovedDates | undefined;
  /** Says to a screen reader what keys have done. */
  readonly status: JSX.Element | null;
}

/** How far beside a shape it can be taken, in pixels. */
const reach = 3;

/** Moves the dates of rows: by dragging their bars and diamonds, or with `M`, arrow keys and Enter. */
export function useDateMove(
  rows: readonly TimelineRow[],
  axis: TimeAxis | undefined,
  chart: { readonly current: HTMLElement | null },
): DateMove {
  const { move } = useContext(Intents);
  const [moving, setMoving] = useState<MovedDates>();
  const isEnabled = move !== undefined && axis !== undefined;
  const rowAt = (target: EventTarget | null): TimelineRow | undefined => {
    const id = stopAt(target);
    const row = rows.find((each) => each.id === id);
    return row && axis && row.kind !== 'lane' && row.kind !== 'project' && rowShape(row, axis) ? row : undefined;
  };
  const cancel = (): void => {
    setMoving(undefined);
  };
  const drop = (): void => {
    setMoving(undefined);
    if (moving && moving.days !== 0) move?.(moving.row.entry, { kind: 'days', days: moving.days });
  };
  const drag = useDrag<TimelineRow>(moving !== undefined, {
    from: (event) => {
      const row = rowAt(event.target);
      const left = chart.current?.getBoundingClientRect().left;
      return row && axis && left !== undefined && isOn(row, axis, event.clientX - left) ? row : undefined;
    },
    over: (row, _event, { x }) => {
      if (axis) setMoving({ row, days: Math.round(x / axis.pixelsPerDay), byKey: false });
    },
    drop,
    cancel,
  });
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isEnabled || event.ctrlKey || event.metaKey || event.altKey) return false;
    const key = event.key.toLowerCase();
    const row = moving?.row ?? (key === 'm' ? rowAt(event.target) : undefined);
    if (!row) return false;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? 7 : 1;
    if (!moving) setMoving({ row, days: 0, byKey: true });
    else if (key === 'arrowright') setMoving({ ...moving, days: moving.days + step });
    else if (key === 'arrowleft') setMoving({ ...moving, days: moving.days - step });
    else if (key === 'enter' || key === ' ' || key === 'm') drop();
    return true;
  };
  return {
    listeners: isEnabled ? drag : {},
    onKey,
    cancelKeys: () => {
      if (moving?.byKey) cancel();
    },
    moving,
    status: isEnabled ? (
      <p class="for-reader" aria-live="polite">
        {moving?.byKey && `${moving.row.title}: ${movedText(moving, dayAndYearText)}. Enter puts it there.`}
      </p>
    ) : null,
  };
}

function isOn(row: TimelineRow, axis: TimeAxis, x: number): boolean {
  const shape = rowShape(row, axis);
  const half = shape?.kind === 'diamond' ? diamondRadius : 0;
  return shape !== undefined && x >= shape.x1 - half - reach && x <= shape.x2 + half + reach;
}

/** `8 Jun – 12 Jun` */
function movedText({ row, days }: MovedDates, text: (date: string) => string): string {
  const dates = row.kind === 'milestone' ? [row.end ?? row.start] : [row.start, row.end];
  return dates.flatMap((date) => (date === undefined ? [] : [text(dayLater(date, days))])).join(' – ');
}

interface GhostProps {
  readonly moving: MovedDates;
  readonly axis: TimeAxis;
  /** The top of its row. */
  readonly y: number;
  /** Of the whole chart. */
  readonly height: number;
}

/** Where a shape would stand, with its new dates beside it. */
export function DateGhost({ moving, axis, y, height }: GhostProps): JSX.Element | null {
  const shape = rowShape(moving.row, axis);
  if (!shape) return null;
  const by = moving.days * axis.pixelsPerDay;
  const middle = y + rowHeight / 2;
  const half = shape.kind === 'diamond' ? diamondRadius : 0;
  const x1 = shape.x1 + by - half;
  const x2 = shape.x2 + by + half;
  const sign = moving.days > 0 ? '+' : moving.days < 0 ? '−' : '';
  const text = `${movedText(moving, dayText)} (${sign}${String(Math.abs(moving.days))} d)`;
  const isLeft = x2 + 8 + text.length * 6.3 > axis.width && x1 > text.length * 6.3;
  return (
    <svg class="chart date-ghost" width={axis.width} height={height} aria-hidden="true" focusable="false">
      {shape.kind === 'diamond' ? (
        <path
          class="ghost-shape"
          d={`M${String((x1 + x2) / 2)} ${String(middle - half)}l${String(half)} ${String(half)} -${String(half)} ${String(half)} -${String(half)} -${String(half)}Z`}
        />
      ) : (
        <rect
          class="ghost-shape"
          x={x1 + 0.5}
          y={middle - barHeight / 2 - 1.5}
          width={Math.max(3, x2 - x1 - 1)}
          height={barHeight + 3}
          rx="2"
        />
      )}
      <text
        class="label ghost-label"
        x={isLeft ? x1 - 6 : x2 + 8}
        y={middle + 4}
        text-anchor={isLeft ? 'end' : 'start'}
      >
        {text}
      </text>
    </svg>
  );
}
