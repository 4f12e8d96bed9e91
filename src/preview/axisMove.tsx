import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { stopAt } from './roving';
import { type DragListeners, useDrag } from './useDrag';

/** What is moved along a time axis, by so many steps: to the past where they are less than 0. */
export interface AlongAxis<R> {
  readonly row: R;
  readonly steps: number;
  readonly byKey: boolean;
}

/** How something is moved along a time axis. */
export interface AxisMover<R> {
  /** What is dragged from where the pointer is pressed; undefined where nothing is. */
  readonly under: (event: PointerEvent) => R | undefined;
  /** The row of a stop, where keys can move it. */
  readonly ofStop: (stop: string | undefined) => R | undefined;
  /** How many steps a way of the pointer is. */
  readonly steps: (row: R, pixels: number) => number;
  /** How many steps an arrow key goes with the shift key. */
  readonly largeStep: (row: R) => number;
  /** Where it would come, for a screen reader. */
  readonly text: (row: R, steps: number) => string;
  readonly put: (row: R, steps: number) => void;
}

export interface AxisMove<R> {
  readonly listeners: DragListeners | object;
  /** Takes a key where it is one of a move. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly cancelKeys: () => void;
  readonly moving: AlongAxis<R> | undefined;
  /** Says to a screen reader what keys have done. */
  readonly status: JSX.Element | null;
}

/**
 * Moves rows along a time axis: by dragging what is drawn of them, or with `M`, arrow keys and Enter.
 *
 * @param mover undefined where nothing can be moved
 */
export function useAxisMove<R extends { readonly title: string }>(mover: AxisMover<R> | undefined): AxisMove<R> {
  const [moving, setMoving] = useState<AlongAxis<R>>();
  const cancel = (): void => {
    setMoving(undefined);
  };
  const drop = (): void => {
    setMoving(undefined);
    if (moving && moving.steps !== 0) mover?.put(moving.row, moving.steps);
  };
  const drag = useDrag<R>(moving !== undefined, {
    from: (event) => mover?.under(event),
    over: (row, _event, { x }) => {
      if (mover) setMoving({ row, steps: mover.steps(row, x), byKey: false });
    },
    drop,
    cancel,
  });
  const onKey = (event: KeyboardEvent): boolean => {
    if (!mover || event.ctrlKey || event.metaKey || event.altKey) return false;
    const key = event.key.toLowerCase();
    const row = moving?.row ?? (key === 'm' ? mover.ofStop(stopAt(event.target)) : undefined);
    if (!row) return false;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? mover.largeStep(row) : 1;
    if (!moving) setMoving({ row, steps: 0, byKey: true });
    else if (key === 'arrowright') setMoving({ ...moving, steps: moving.steps + step });
    else if (key === 'arrowleft') setMoving({ ...moving, steps: moving.steps - step });
    else if (key === 'enter' || key === ' ' || key === 'm') drop();
    return true;
  };
  return {
    listeners: mover ? drag : {},
    onKey,
    cancelKeys: () => {
      if (moving?.byKey) cancel();
    },
    moving,
    status: mover ? (
      <p class="for-reader" aria-live="polite">
        {moving?.byKey && `${moving.row.title}: ${mover.text(moving.row, moving.steps)}. Enter puts it there.`}
      </p>
    ) : null,
  };
}

/** `+3` */
export function signed(steps: number): string {
  return `${steps > 0 ? '+' : steps < 0 ? '−' : ''}${String(Math.abs(steps))}`;
}

interface GhostLabelProps {
  readonly text: string;
  /** The ends of the ghost that it stands beside, and the middle of its row. */
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  /** Of the chart. */
  readonly width: number;
}

/** What the source would say, beside a ghost. */
export function GhostLabel({ text, x1, x2, y, width }: GhostLabelProps): JSX.Element {
  const isLeft = x2 + 8 + text.length * 6.3 > width && x1 > text.length * 6.3;
  return (
    <text class="label ghost-label" x={isLeft ? x1 - 6 : x2 + 8} y={y + 4} text-anchor={isLeft ? 'end' : 'start'}>
      {text}
    </text>
  );
}
