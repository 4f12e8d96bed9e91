import {
  orderedPoints,
  quantile,
  ThreePointQuantiles,
  type Quantiles,
  type ThreePointDistribution,
} from './distribution';
import type { UncertainLength } from './forecastProblem';
import { RandomStreams } from './random';

/** A length as `base + scale · quantile`. */
interface Stretched {
  readonly base: number;
  readonly scale: number;
  readonly quantiles: Quantiles;
}

/** Draws the lengths of activities. */
export class SimulatedLengths {
  readonly #base: Float64Array;
  readonly #scale: Float64Array;
  /** Undefined for what does not vary, so that nothing is drawn for it. */
  readonly #quantiles: (Quantiles | undefined)[];
  readonly #streams: RandomStreams;

  /**
   * @param certain the length of each activity that does not vary
   * @param keys of as many activities; see {@link RandomStreams}
   */
  constructor(
    certain: Float64Array,
    lengths: readonly (UncertainLength | undefined)[],
    keys: readonly string[],
    seed: number,
    distribution: ThreePointDistribution,
  ) {
    const shapes = new ThreePointQuantiles(distribution);
    this.#base = certain.slice();
    this.#scale = new Float64Array(certain.length);
    this.#quantiles = Array.from(certain, () => undefined);
    this.#streams = new RandomStreams(seed, keys);
    lengths.forEach((length, activity) => {
      const stretched = length && stretchedLength(length, shapes);
      if (!stretched) return;
      this.#base[activity] = stretched.base;
      this.#scale[activity] = stretched.scale;
      if (stretched.scale > 0) this.#quantiles[activity] = stretched.quantiles;
    });
  }

  /**
   * Writes the next lengths of an activity into an array: whole numbers from 0 up, or `Infinity` for one beyond all
   * numbers.
   */
  draw(activity: number, into: Float64Array, offset: number, count: number): void {
    const base = this.#base[activity] ?? 0;
    const scale = this.#scale[activity] ?? 0;
    const quantiles = this.#quantiles[activity];
    const end = offset + count;
    if (!quantiles) {
      into.fill(Math.round(base), offset, end);
      return;
    }
    this.#streams.fill(activity, into, offset, end);
    for (let at = offset; at < end; at++) into[at] = Math.round(base + scale * quantile(quantiles, into[at] ?? 0));
  }
}

/** Undefined where the length says nothing. */
function stretchedLength(length: UncertainLength, shapes: ThreePointQuantiles): Stretched | undefined {
  const worked = Math.max(0, finite(length.worked) ?? 0);
  if (length.kind === 'observed') {
    const { remaining, ratios } = length;
    const isUsable =
      remaining >= 0 &&
      remaining < Infinity &&
      ratios.length > 1 &&
      ratios.every((ratio) => ratio >= 0 && ratio < Infinity);
    return isUsable ? { base: worked, scale: remaining, quantiles: ratios } : undefined;
  }
  const points = orderedPoints(length);
  if (!points) return undefined;
  const { optimistic, likely, pessimistic } = points;
  const scale = pessimistic - optimistic;
  const mode = scale > 0 ? (likely - optimistic) / scale : 0;
  return { base: worked + optimistic, scale, quantiles: shapes.at(mode) };
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}
