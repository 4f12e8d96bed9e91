import type { ActivityNetwork } from '../network/activityNetwork';
import type { Quantiles, ThreePointDistribution, ThreePoints } from './distribution';

/** A network of activities whose lengths are not certain, and whose finishes are asked for. */
export interface ForecastProblem {
  /**
   * The network as the critical path method takes it. `duration` is the length of every activity that `lengths` leaves
   * out; whatever is unknown in this network has no part in any run. Stated ends of groups mean nothing here.
   */
  readonly network: ActivityNetwork;
  /** For each activity how its length varies; without one it does not. */
  readonly lengths: readonly (UncertainLength | undefined)[];
  /** Names each activity for good, as a qualified id does: its random numbers follow from the seed and this alone. */
  readonly keys: readonly string[];
  readonly targets: readonly ForecastTarget[];
}

/** The working time of an activity. What lies behind, of work in progress, is certain; the rest is drawn in each run. */
export type UncertainLength = ThreePointLength | ObservedLength;

/**
 * The rest is distributed over three points, in the unit of the network. Points in disorder are sorted, those below 0
 * count as 0, and where one is no number the network's own duration holds.
 */
export interface ThreePointLength extends ThreePoints {
  readonly kind: 'three-point';
  readonly worked?: number;
}

/** The rest is `remaining` times a ratio of the kind that was observed. Where one is no number, the duration holds. */
export interface ObservedLength {
  readonly kind: 'observed';
  readonly remaining: number;
  readonly ratios: Quantiles;
  readonly worked?: number;
}

/** Something that is finished when the last of its activities is: a project, a release, a milestone, or one activity. */
export interface ForecastTarget {
  /** Indices; those of unknown activities are left out. */
  readonly activities: ArrayLike<number>;
  /** The instant by which it should be finished. */
  readonly limit?: number;
}

export interface ForecastOptions {
  /** How many times the network is run through, 1 to 1,000,000. */
  readonly runs: number;
  /** A whole number of 32 bits. The same seed and the same problem give the same forecast. */
  readonly seed: number;
  readonly distribution: ThreePointDistribution;
}

export interface Forecast {
  /** As the problem has them. */
  readonly targets: readonly TargetForecast[];
  /** The criticality index of each activity: in which share of the runs it was critical. 0 for what is unknown. */
  readonly criticality: Float64Array;
}

/**
 * When a target is finished. The percentiles are instants of the nearest rank, one of the finishes each; undefined where
 * all is unknown, or where so many runs find no working time any more.
 */
export interface TargetForecast {
  /** Its finish in each run, ascending; `Infinity` for one without an end. Empty where no activity of it is known. */
  readonly finishes: Float64Array;
  readonly p50?: number;
  readonly p80?: number;
  readonly p95?: number;
  /** The share of the runs that finish by the limit. */
  readonly meetsLimit?: number;
  /** How many of its activities are unknown, and so not in the forecast. */
  readonly leftOut: number;
}
