import type { Links } from '../network/links';
import type { Steps } from './timeline';

/**
 * Activities by index, 0 to `count − 1`, that wait for each other and for renewable resources: the resource-constrained
 * project scheduling problem with minimal time lags. Time is counted in periods, whole numbers of any unit.
 */
export interface PlacementProblem {
  readonly count: number;
  /** Periods that each activity takes. Anything but a finite number from 0 up makes it unknown. */
  readonly duration: Float64Array;
  /** Lags in periods, whatever the resources do in them. */
  readonly links: Links;
  /** The period before which nothing that is not stated starts. */
  readonly origin: number;
  /** Start no earlier than this; `noInstant` where nothing holds. */
  readonly release?: Float64Array;
  /** Stated starts, honoured whatever links and resources say; `noInstant` where nothing is stated. */
  readonly fixedStart?: Float64Array;
  /** Of the activities that could be placed next, the one with the least value is: for one, its late finish. */
  readonly priority: Float64Array;
  readonly demands: Demands;
  /** Capacity of each resource over time; `Infinity` where there is no limit. Whole numbers add up exactly. */
  readonly resources: readonly Steps[];
  /**
   * 1 for an activity that rests while the capacity of one of its resources is below its demand, whatever others take of
   * it, and holds nothing then: how people work, around weekends and days off (Franck, Neumann and Schwindt, "Project
   * scheduling with calendars", 2001). Any other one runs in one piece.
   */
  readonly pauses?: Uint8Array;
}

/** What activities take of resources while they run: those of activity i from `first[i]` up to, not including, `first[i + 1]`. */
export interface Demands {
  readonly first: Int32Array;
  readonly resource: Int32Array;
  /** Only what is more than 0 counts. A demand for a resource that does not exist never fits. */
  readonly amount: Float64Array;
}

/** What set the start of a placed activity. */
export const placementDriver = {
  /** It could not start earlier than anything does: the origin. */
  origin: 0,
  link: 1,
  release: 2,
  /** A resource was taken, or, for what runs in one piece, had too little capacity. */
  resource: 3,
  fixedStart: 4,
} as const;

/** Why an activity has no place. Where several hold, the first of these is named. */
export const unplacedReason = {
  placed: 0,
  /** It is part of a cycle. */
  cycle: 1,
  /** Its duration is no length. */
  noLength: 2,
  /** It waits for an activity that has no place. */
  waitsForUnplaced: 3,
  /** One of its resources never has enough for it. */
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
  /** The activity whose finish gave that resource free, of several the smallest; −1 where capacity itself came. */
  readonly holder: Int32Array;
  /** One of {@link unplacedReason}. */
  readonly unplaced: Uint8Array;
  /** The link to what has no place, the smallest; −1 for everything that does not wait for such. */
  readonly unplacedBy: Int32Array;
  /** The last finish; the origin where nothing has a place. */
  readonly end: number;
  readonly cycles: readonly Int32Array[];
}
