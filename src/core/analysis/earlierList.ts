/** A list in an earlier version of what has it. */
export interface EarlierList<T> {
  readonly list: readonly T[];
}

/** What two lists have in common, by identity, at their beginnings and at their ends. */
export interface SharedEnds {
  /** So many are the same at the beginning. */
  readonly start: number;
  /** From this place on the rest of the later list is the end of the earlier one. */
  readonly end: number;
  /** By how much that end has moved. */
  readonly moved: number;
}

export function sharedEnds<T>(now: readonly T[], before: readonly T[]): SharedEnds {
  const moved = now.length - before.length;
  const shorter = Math.min(now.length, before.length);
  let start = 0;
  while (start < shorter && now[start] === before[start]) start++;
  let end = now.length;
  while (end > start && end - moved > start && now[end - 1] === before[end - 1 - moved]) end--;
  return { start, end, moved };
}

/**
 * What is kept of lists of which later versions are much the same, by the first and by the last of each list: most edits
 * leave one of them as it is.
 */
export class EarlierLists<T extends object, E extends EarlierList<T>> {
  readonly #latest = new WeakMap<T, E>();

  /** That which has most in common with a list; undefined where none has its first or its last. */
  closestTo(list: readonly T[]): { readonly before: E; readonly shared: SharedEnds } | undefined {
    const [first, last] = [list[0], list.at(-1)];
    const [one, other] = [first && this.#latest.get(first), last && this.#latest.get(last)];
    const found = [...new Set([one, other])].flatMap((before) =>
      before ? { before, shared: sharedEnds(list, before.list) } : [],
    );
    const [longer, shorter] = found;
    // A text that is broken for a moment has nothing behind the break.
    return longer && shorter && differing(shorter.shared) < differing(longer.shared) ? shorter : longer;
  }

  keep(earlier: E): void {
    const [first, last] = [earlier.list[0], earlier.list.at(-1)];
    if (first) this.#latest.set(first, earlier);
    if (last) this.#latest.set(last, earlier);
  }
}

function differing({ start, end }: SharedEnds): number {
  return end - start;
}
