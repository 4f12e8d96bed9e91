import { BetaDistribution } from './betaDistribution';

/** How the lengths between three points are distributed. */
export type ThreePointDistribution = 'pert-beta' | 'triangular';

/** What something takes if all goes well, most likely, and if much goes wrong; all of one unit. */
export interface ThreePoints {
  readonly optimistic: number;
  readonly likely: number;
  readonly pessimistic: number;
}

/**
 * A distribution as its quantiles at equally spaced probabilities from 0 to 1, two or more, ascending. Between them it is
 * linear: the inverse of its distribution function costs one look-up, whatever the distribution.
 */
export type Quantiles = Float64Array;

/** How finely the distributions over three points are tabulated: the mean is right to 0.03 % of the range. */
const cells = 512;
/** The modes, as parts of the range, for which PERT's beta distribution is computed. */
const knots = 32;

/** The value with a share of the distribution below it: what a random share from [0, 1) makes a draw. */
export function quantile(quantiles: Quantiles, share: number): number {
  const position = share * (quantiles.length - 1);
  const cell = Math.floor(position);
  const low = quantiles[cell] ?? NaN;
  const high = quantiles[cell + 1] ?? low;
  return low + (position - cell) * (high - low);
}

/**
 * The points in their order, none below 0; undefined where one is no number. Points in disorder are those of somebody who
 * is typing: they span the same range whichever is called which.
 */
export function orderedPoints({ optimistic, likely, pessimistic }: ThreePoints): ThreePoints | undefined {
  const points = Float64Array.of(optimistic, likely, pessimistic);
  if (!points.every(Number.isFinite)) return undefined;
  const [low = 0, middle = 0, high = 0] = points.map((point) => Math.max(0, point)).sort();
  return { optimistic: low, likely: middle, pessimistic: high };
}

/**
 * The distributions over three points, each stretched to the range from 0 (optimistic) to 1 (pessimistic), so that it
 * depends only on where in the range the likely point is. The same place gives the same table.
 */
export class ThreePointQuantiles {
  readonly #tables = new Map<number, Quantiles>();
  readonly #knots = new Map<number, Quantiles>();

  constructor(private readonly distribution: ThreePointDistribution) {}

  /** @param mode the likely point as a part of the range, 0 to 1 */
  at(mode: number): Quantiles {
    const known = this.#tables.get(mode);
    if (known) return known;
    const table = this.distribution === 'triangular' ? triangular(mode) : this.#pertBeta(mode);
    this.#tables.set(mode, table);
    return table;
  }

  /**
   * The beta distribution that PERT takes (Malcolm et al., "Application of a Technique for Research and Development
   * Program Evaluation", Operations Research 7, 1959), with the usual weight 4 of the likely point: alpha = 1 + 4 mode,
   * beta = 5 − 4 mode, and so the mean (optimistic + 4 likely + pessimistic) / 6.
   *
   * Quantiles between two knots are mixed: their mean, which is linear in the mode, stays what it has to be, and a plan
   * in which every estimate has another shape is as quick as any.
   */
  #pertBeta(mode: number): Quantiles {
    const knot = Math.min(knots - 1, Math.floor(mode * knots));
    const part = mode * knots - knot;
    const [low, high] = [this.#pertBetaAt(knot), this.#pertBetaAt(part > 0 ? knot + 1 : knot)];
    return low.map((value, at) => value + part * ((high[at] ?? value) - value));
  }

  #pertBetaAt(knot: number): Quantiles {
    const known = this.#knots.get(knot);
    if (known) return known;
    const weight = (4 * knot) / knots;
    const table = new BetaDistribution(1 + weight, 5 - weight).quantiles(cells);
    this.#knots.set(knot, table);
    return table;
  }
}

function triangular(mode: number): Quantiles {
  return Float64Array.from({ length: cells + 1 }, (_, at) => {
    const share = at / cells;
    return share < mode ? Math.sqrt(share * mode) : 1 - Math.sqrt((1 - share) * (1 - mode));
  });
}

/**
 * The distribution of what was observed. A draw lies on the line between two neighbours of the sorted values (definition
 * 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996), and not only on them: of five values alone the
 * percentiles of a forecast would jump.
 *
 * @returns undefined without a number among the values; others are left out
 */
export function empirical(values: Iterable<number>): Quantiles | undefined {
  const sorted = Float64Array.from([...values].filter(Number.isFinite)).sort();
  const [only] = sorted;
  if (only === undefined) return undefined;
  return sorted.length > 1 ? sorted : Float64Array.of(only, only);
}
