import { empirical, type Quantiles, type ThreePoints } from './distribution';
import type { UncertainLength } from './forecastProblem';

/** An item that is done: what it was estimated to take, and what it took, in one unit of effort. */
export interface DoneEffort {
  readonly estimated: number;
  readonly spent: number;
}

/** How many done items a record needs before it says more about the next one than a convention does. */
const fewestRecords = 5;

/**
 * How long something takes, as multiples of its estimate, where there is neither a record nor three points.
 *
 * These numbers are our convention. That they lean to the long side is not: most estimates of software are exceeded, and
 * those that are, by more than the others are undercut (Moløkken and Jørgensen, "A Review of Surveys on Software Effort
 * Estimation", 2003). With the beta distribution of PERT two of three items take longer than estimated, and all together
 * one eighth longer.
 */
export const defaultSpread: ThreePoints = { optimistic: 0.75, likely: 1, pessimistic: 2 };

/** How the lengths of the items of a project vary around their estimates. */
export type Spread =
  | { readonly kind: 'record'; readonly ratios: Quantiles; readonly count: number }
  | { readonly kind: 'default'; readonly points: ThreePoints };

/**
 * The spread that the done items of a project show, as the ratios of what they took to what they were estimated to take;
 * the default spread where there are fewer than {@link fewestRecords}. What has not both of them over 0 counts for
 * nothing.
 */
export function spreadOf(done: Iterable<DoneEffort>): Spread {
  const ratios: number[] = [];
  for (const { estimated, spent } of done) {
    const ratio = spent / estimated;
    if (estimated > 0 && spent > 0 && ratio > 0 && ratio < Infinity) ratios.push(ratio);
  }
  const quantiles = ratios.length >= fewestRecords ? empirical(ratios) : undefined;
  return quantiles
    ? { kind: 'record', ratios: quantiles, count: ratios.length }
    : { kind: 'default', points: defaultSpread };
}

/**
 * The length of an activity that is estimated with one number.
 *
 * @param remaining the estimate of what is left to do, as working time
 * @param worked the working time that lies behind
 */
export function spreadLength(remaining: number, spread: Spread, worked = 0): UncertainLength {
  if (spread.kind === 'record') return { kind: 'observed', remaining, ratios: spread.ratios, worked };
  const { optimistic, likely, pessimistic } = spread.points;
  return {
    kind: 'three-point',
    optimistic: optimistic * remaining,
    likely: likely * remaining,
    pessimistic: pessimistic * remaining,
    worked,
  };
}
