import type { CalendarPositions } from './calendarPositions';

/** Which dates of an activity are stated, as bits; `ceiling` where its latest finish is its finish. */
export const fixedEnd = { start: 1, finish: 2, ceiling: 4 } as const;

/** The early dates, and what set them. */
export interface EarlyDates {
  /** The working time of each activity: its duration, or what its stated dates leave. */
  readonly length: Float64Array;
  /** Bits of {@link fixedEnd}. */
  readonly fixed: Uint8Array;
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  readonly driver: Uint8Array;
  readonly latestLink: Int32Array;
  readonly allowedStart: Float64Array;
  readonly unknown: Uint8Array;
  readonly unknownBy: Int32Array;
  /** The calendar of each activity. */
  readonly calendar: Int32Array;
  /** What positions can be asked of; without it nothing has any. */
  readonly positions: CalendarPositions | undefined;
  /** The position of each early start in the calendar of its activity; that of the finish is its length later. */
  readonly position: Float64Array;
  /** 1 for work that takes time and has no stated dates: it is where its position says. */
  readonly isPlain: Uint8Array;
  /**
   * Where activities wait for the first of their predecessors: what each link into one allows, by its place in the list
   * of successors, and the first of that for each activity. Both empty where none does.
   */
  readonly offer: Float64Array;
  readonly firstOffer: Float64Array;
}
