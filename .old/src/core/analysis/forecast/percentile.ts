/**
 * The value that a percentage of the others do not exceed, by the nearest rank: always one that came about, and so an
 * instant of working time, which a value between two neighbours need not be.
 *
 * @param ascending in order
 * @param percent over 0, up to 100
 * @returns undefined of nothing, and where the value is no number that can be shown
 */
export function percentile(ascending: Float64Array, percent: number): number | undefined {
  const rank = Math.max(1, Math.ceil((percent * ascending.length) / 100));
  const value = ascending[rank - 1];
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/**
 * The share of values up to a limit, 0 to 1.
 *
 * @param ascending in order
 * @returns undefined of nothing, and without a limit
 */
export function shareBy(ascending: Float64Array, limit: number): number | undefined {
  if (ascending.length === 0 || !Number.isFinite(limit)) return undefined;
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low / ascending.length;
}
