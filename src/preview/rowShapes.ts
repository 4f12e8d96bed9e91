import type { IsoDate, StateKind, TimelineRow } from '../core/views/model';
import { startOfDay } from './dateText';
import { type TimeAxis, xAfter, xOf } from './timeAxis';

/** Height of a row, and of the shapes in it, in pixels. */
export const rowHeight = 26;
export const barHeight = 12;
/** From the centre of a diamond to its tip. */
export const diamondRadius = 6.5;

export type Hue = 'blue' | 'green' | 'yellow' | 'red' | 'purple' | 'grey' | 'foreground';

/**
 * What is drawn of one row, in pixels. `bar` and `bracket` have both dates, `from` and `until` only one, `diamond` a
 * point at `x1`. Without a date there is no shape.
 */
export interface RowShape {
  readonly kind: 'bar' | 'bracket' | 'from' | 'until' | 'diamond';
  readonly x1: number;
  readonly x2: number;
  readonly hue: Hue;
  /** Where a tail of float or P80 right of it ends; left out without one. */
  readonly tailEnd?: number | undefined;
}

/** The shape of a row; undefined where it has no date. Its ends are whole pixels, so that edges are sharp. */
export function rowShape(row: TimelineRow, axis: TimeAxis): RowShape | undefined {
  const shape = bareShape(row, axis);
  const tail = Math.max(rightEdge(row.floatEnd, axis) ?? -Infinity, rightEdge(row.p80, axis) ?? -Infinity);
  return shape && tail > shape.x2 + 2 ? { ...shape, tailEnd: tail } : shape;
}

function bareShape(row: TimelineRow, axis: TimeAxis): RowShape | undefined {
  const start = startOfDay(row.start);
  const end = startOfDay(row.end);
  const hue = rowHue(row);
  if (row.kind === 'milestone') {
    const day = end ?? start;
    if (!day) return undefined;
    const x = Math.round(xOf(axis, day) + axis.pixelsPerDay / 2);
    return { kind: 'diamond', x1: x, x2: x, hue };
  }
  if (start && end && start <= end) {
    const isParent = row.kind === 'group' || row.kind === 'project' || row.kind === 'lane';
    const x1 = Math.round(xOf(axis, start));
    return { kind: isParent ? 'bracket' : 'bar', x1, x2: Math.max(Math.round(xAfter(axis, end)), x1 + 3), hue };
  }
  // An end before its start is a mistake that the linter names: such an end is not drawn.
  if (start) {
    const x1 = Math.round(xOf(axis, start));
    return { kind: 'from', x1, x2: x1 + openEdge, hue };
  }
  if (end) {
    const x2 = Math.round(xAfter(axis, end));
    return { kind: 'until', x1: x2 - openEdge, x2, hue };
  }
  return undefined;
}

/** The length of what is drawn at the only known end, in pixels. */
const openEdge = 12;

const stateHues: Readonly<Record<StateKind, Hue>> = {
  'on-track': 'green',
  'at-risk': 'yellow',
  'off-track': 'red',
  blocked: 'yellow',
  paused: 'grey',
  done: 'grey',
  dropped: 'grey',
  todo: 'blue',
  'in-progress': 'blue',
};

function rowHue(row: TimelineRow): Hue {
  if (row.unlinked) return 'yellow';
  if (row.critical) return 'purple';
  if (row.kind === 'milestone') {
    return row.state && row.state.kind !== 'todo' ? stateHues[row.state.kind] : 'foreground';
  }
  return row.state ? stateHues[row.state.kind] : 'blue';
}

/** How far right the marks of a row reach besides its shape: float, P80, baseline and deadline. */
export function marksEnd(row: TimelineRow, axis: TimeAxis): number {
  const ends = [row.floatEnd, row.p80, row.deadline].map((date) => rightEdge(date, axis) ?? 0);
  return Math.max(0, ...ends);
}

/** How far left they reach: the baseline, and the head of the deadline's nail. */
export function marksStart(row: TimelineRow, axis: TimeAxis): number {
  const baseline = startOfDay(row.baseline?.start);
  const deadline = rightEdge(row.deadline, axis);
  return Math.min(baseline ? xOf(axis, baseline) : Infinity, deadline === undefined ? Infinity : deadline - 6);
}

/** The right edge of a day in pixels; undefined where there is no such day. */
export function rightEdge(date: IsoDate | undefined, axis: TimeAxis): number | undefined {
  const day = startOfDay(date);
  return day && xAfter(axis, day);
}
