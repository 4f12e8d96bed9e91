import type { Links } from './links';
import type { TimeArithmetic } from './timeArithmetic';

/** Activities by index, 0 to `count − 1`, and what holds their dates. All instants and lengths are integers of one unit. */
export interface ActivityNetwork {
  readonly count: number;
  /** Working time that each activity takes. Anything but a finite number from 0 up makes it unknown. */
  readonly duration: Float64Array;
  readonly links: Links;
  /** The instant before which nothing that is not stated starts. */
  readonly origin: number;
  /** Start no earlier than this; `noInstant` where nothing holds. */
  readonly earliestStart?: Float64Array;
  /** Stated dates, honoured whatever the links say, in working time or not; `noInstant` where nothing is stated. */
  readonly fixedStart?: Float64Array;
  readonly fixedFinish?: Float64Array;
  /**
   * For work that is finished, nobody wrote when: the instant by which it was; `noInstant` where nothing holds. What
   * would finish later by its links finishes then, its start lies its length before, and a stated start stays unless it
   * is later still. Beside a stated finish it means nothing.
   */
  readonly latestFinish?: Float64Array;
  /**
   * 1 for an activity of no length that starts as soon as the first of its predecessors allows it, and not the last: a
   * parent starts when its first child does.
   */
  readonly firstOf?: Uint8Array;
  /**
   * 1 for an activity that says when others may start, and is no work itself: no group ends with it, and what waits for
   * it alone limits it. Where nothing does, its late dates and floats are `Infinity`.
   */
  readonly endsNothing?: Uint8Array;
  /** What belongs together and ends together; without it everything does. */
  readonly groups?: Groups;
  /** Working time; without it all time is. */
  readonly time?: TimeArithmetic;
  /** The calendar of each activity; 0 where not given. */
  readonly calendar?: Int32Array;
  /** The calendar in which each lag is counted; that of the successor where not given. */
  readonly lagCalendar?: Int32Array;
}

export interface Groups {
  readonly count: number;
  /** The group of each activity. */
  readonly of: Int32Array;
  /** When each group has to end; its latest early finish where not given or `noInstant`. */
  readonly end?: Float64Array;
}

/** How many activities are gone through in one step, where each takes little time. */
export const activitiesPerStep = 1024;

/** What set the early start of an activity. */
export const driver = {
  /** It could not start earlier than anything does: the origin. */
  origin: 0,
  link: 1,
  earliestStart: 2,
  fixedStart: 3,
  fixedFinish: 4,
  /** Its latest finish: it is finished, and would not be by its links. */
  ceiling: 5,
} as const;

/** Why an activity has no dates. Where several hold, the first of these is named. */
export const unknownReason = {
  known: 0,
  /** It is part of a cycle, and so without dates even where some are stated. */
  cycle: 1,
  /** Its duration is no length, and its dates do not give one. */
  noLength: 2,
  /** Its stated finish is before its stated start. */
  finishBeforeStart: 3,
  /** It waits for an activity that is itself unknown; what waits for the first of several, only for unknown ones. */
  waitsForUnknown: 4,
  /** Its calendar has no working time left, or its dates are beyond all numbers. */
  noTime: 5,
} as const;

/** The dates of a network. What is unknown has `noInstant` in every array of dates and floats, and is not critical. */
export interface NetworkDates {
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  /** How far the finish may slip before it delays the end of the group, or that of another one. */
  readonly totalFloat: Float64Array;
  /** How far the finish may slip before it delays any successor; never negative: what is late already has none. */
  readonly freeFloat: Float64Array;
  /** 1 where what waits for the activity, or the end, leaves it no float. */
  readonly critical: Uint8Array;
  /** One of {@link driver}. */
  readonly driver: Uint8Array;
  /**
   * The link that allows the start last, also where something else drove it: −1 where there is none. Of an activity
   * that waits for the first of its predecessors, the link that allows it first. Of several that allow it at the same
   * instant, the one with the smallest index.
   */
  readonly latestLink: Int32Array;
  /**
   * When origin, links and earliest start allow the activity to start, before its calendar moves that into working
   * time: what a stated start is compared with.
   */
  readonly allowedStart: Float64Array;
  /** One of {@link unknownReason}. */
  readonly unknown: Uint8Array;
  /** For what waits for unknown activities the smallest link to one; −1 for everything else. */
  readonly unknownBy: Int32Array;
  /** The end of each group that the late dates count from; `noInstant` for one without known activities or stated end. */
  readonly groupEnd: Float64Array;
  readonly cycles: readonly Int32Array[];
}
