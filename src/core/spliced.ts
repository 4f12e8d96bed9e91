/** A list with other things in the place of those from one index on and before another. */
export function spliced<T>(all: readonly T[], from: number, to: number, fresh: readonly T[]): readonly T[] {
  return all.slice(0, from).concat(fresh, all.slice(to));
}
