import type { Links } from '../network/links';
import type { TimeArithmetic } from '../network/timeArithmetic';
import type { Shift } from './shift';
import type { Steps } from './timeline';

/**
 * Activities by index, 0 to `count − 1`, that wait for each other and for renewable resources: the resource-constrained
 * project scheduling problem with minimal time lags, and with calendars of activities and of resources (Franck, Neumann
 * and Schwindt, "Project scheduling with calendars", 2001). Time is counted in periods, whole numbers of any unit.
 */
export interface PlacementProblem {
  readonly count: number;
  /** Periods that each activity takes. Anything but a finite number from 0 up makes it unknown. */
  readonly duration: Float64Array;
  /**
   * What stands in the place of a duration where it is a number from 0 up: amount × periods of work. In each period the
   * amounts of those demands are done that are on duty; while none is, the activity rests. It starts with the first that
   * is on duty, and finishes when all is done, rounded to a whole period within the last stretch of work.
   */
  readonly effort?: Float64Array;
  /** Times on duty, which activities and demands name by their index. */
  readonly shifts?: readonly Shift[];
  /**
   * The shift of each activity, −1 for all time. One with a duration runs on duty only, and its duration counts that
   * alone. An effort does not heed it, but counts as moved by a person's days off (`waitedForShift`) only where it is on duty.
   */
  readonly shift?: Int32Array;
  readonly links: Links;
  /** The working time of lags; without it they are periods, whatever anyone does in them. */
  readonly time?: TimeArithmetic;
  /** The calendar of each lag; 0 where not given. */
  readonly lagCalendar?: Int32Array;
  /** 1 for what starts, not with the last, but with the first of its predecessors that allows it: at any place, for no length. */
  readonly firstOf?: Uint8Array;
  /** The period before which nothing that is not stated starts. */
  readonly origin: number;
  /** Start no earlier than this; `noInstant` where nothing holds. */
  readonly release?: Float64Array;
  /**
   * Stated starts and finishes, honoured whatever links and resources say; `noInstant` where nothing is stated. With both,
   * an activity goes on from one to the other whatever its length, and takes all that time what it needs; with one, the
   * other follows from its length.
   */
  readonly fixedStart?: Float64Array;
  readonly fixedFinish?: Float64Array;
  /**
   * An instant by which an activity is known to have finished, whatever links and resources say: where its place would be
   * later, it finishes then, and starts by its length earlier. `noInstant` where nothing holds.
   */
  readonly latestFinish?: Float64Array;
  /** Of the activities that could be placed next, the one with the least value is: for one, its late finish. */
  readonly priority: Float64Array;
  readonly demands: Demands;
  /** Capacity of each resource over time; `Infinity` where there is no limit. Whole numbers add up exactly. */
  readonly resources: readonly Steps[];
}

/** What activities take of resources while they run: those of activity i from `first[i]` up to, not including, `first[i + 1]`. */
export interface Demands {
  readonly first: Int32Array;
  readonly resource: Int32Array;
  /** Only what is more than 0 counts. A demand for a resource that does not exist never fits. */
  readonly amount: Float64Array;
  /** The shift of each demand, −1 for all time: it is taken only on duty. */
  readonly shift?: Int32Array;
}

/** What set the start of a placed activity. */
export const placementDriver = {
  /** It could not start earlier than anything does: the origin. */
  origin: 0,
  link: 1,
  release: 2,
  /** A resource was taken, or had too little capacity. */
  resource: 3,
  fixedStart: 4,
  /** Counted back from a stated finish. */
  fixedFinish: 5,
  /** Counted back from the latest finish. */
  latestFinish: 6,
} as const;

/** Why an activity has no place. Where several hold, the first of these is named. */
export const unplacedReason = {
  placed: 0,
  /** It is part of a cycle. */
  cycle: 1,
  /** Its duration is no length, or its stated finish is before its stated start. */
  noLength: 2,
  /** It waits for an activity that has no place; what starts with the first of several, for none that has one. */
  waitsForUnplaced: 3,
  /** One of its resources never has enough for it, or nobody is on duty any more, or has any amount to give. */
  neverFits: 4,
} as const;

/** A schedule. What has no place has `noInstant` for start and finish. */
export interface Placement {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** One of {@link placementDriver}. */
  readonly driver: Uint8Array;
  /** The link that allows the start last, of several the one with the smallest index; −1 where there is none. */
  readonly latestLink: Int32Array;
  /** When origin, links and release allow the start, before any resource has a say. */
  readonly allowedStart: Float64Array;
  /** The resource that was waited for, or that never has enough; −1 where there is none. */
  readonly resource: Int32Array;
  /** The activity whose finish gave that resource free, of several the smallest; −1 where capacity or a shift did. */
  readonly holder: Int32Array;
  /**
   * For an effort, the resource whose shift moved the start: its own shift was on duty after the allowed instant, or after
   * the instant at which `resource` was free, but nobody who does it was until this one, of several the first of its
   * demands. The driver is what came before that. −1 where no demand's shift moved the start, or only together with its own.
   */
  readonly waitedForShift: Int32Array;
  /** One of {@link unplacedReason}. */
  readonly unplaced: Uint8Array;
  /** The link to what has no place, the smallest; −1 for everything that does not wait for such. */
  readonly unplacedBy: Int32Array;
  /** The activities that have a place in the order in which they were given it: first those that are stated. */
  readonly sequence: Int32Array;
  /** The last finish; the origin where nothing has a place. */
  readonly end: number;
  readonly cycles: readonly Int32Array[];
}
