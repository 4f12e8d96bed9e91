import type { Instant } from '../calendar';
import { percentile, shareBy } from './percentile';

/** When something is finished, in a share of all runs. The instants are finishes: `finishDate` gives their dates. */
export interface FinishForecast {
  readonly p50: Instant;
  /** Undefined where so many runs find no working time any more, within the years of a plan. */
  readonly p80?: Instant;
  readonly p95?: Instant;
  /** The share of the runs that finish by the stated date, 0 to 1; undefined where none is stated. */
  readonly meets?: number;
  /** How many of its items and milestones have no dates, and so no part in this. */
  readonly leftOut: number;
  /** How many runs were made. */
  readonly runs: number;
}

/**
 * @param finishes the finish in each run; sorted in place
 * @param limit by when it should be finished
 * @returns undefined without runs, and where half of them have no finish
 */
export function finishForecast(
  finishes: Float64Array,
  limit: Instant | undefined,
  leftOut: number,
): FinishForecast | undefined {
  finishes.sort();
  const [p50, p80, p95] = [percentile(finishes, 50), percentile(finishes, 80), percentile(finishes, 95)];
  const meets = limit === undefined ? undefined : shareBy(finishes, limit);
  if (p50 === undefined) return undefined;
  return {
    p50,
    ...(p80 === undefined ? {} : { p80 }),
    ...(p95 === undefined ? {} : { p95 }),
    ...(meets === undefined ? {} : { meets }),
    leftOut,
    runs: finishes.length,
  };
}
