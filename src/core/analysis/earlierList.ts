import { endsInCommon, type SharedEnds } from '../plan/differing';

/** A list in an earlier version of what has it. */
export interface EarlierList<T> {
  readonly list: readonly T[];
}

/**
 * What is kept of lists of which later versions are much the same, by the first and by the last of each list: most edits
 * leave one of them as it is.
 */
export class EarlierLists<T extends object, E extends EarlierList<T>> {
  readonly #latest = new WeakMap<T, E>();

  /** That which has most in common with a list; undefined where none has its first or its last. */
  closestTo(list: readonly T[]): { readonly before: E; readonly shared: SharedEnds } | undefined {
    const found = [...new Set(endsOf({ list }).map((end) => this.#latest.get(end)))].flatMap((before) =>
      before ? { before, shared: endsInCommon(list, before.list) } : [],
    );
    const [longer, shorter] = found;
    // A text that is broken for a moment has nothing behind the break.
    return longer && shorter && lengthBetween(shorter.shared) < lengthBetween(longer.shared) ? shorter : longer;
  }

  /** @param before what it was made from, if anything */
  keep(now: E, before: E | undefined): void {
    // What a list has outgrown lives on in it, and would hold on to what is kept of each version that ended with it.
    if (before && before.list.length <= now.list.length) for (const end of endsOf(before)) this.#latest.delete(end);
    for (const end of endsOf(now)) this.#latest.set(end, now);
  }
}

/** The first and the last of a list. */
function endsOf<T>({ list }: EarlierList<T>): readonly T[] {
  return list.length > 0 ? [...list.slice(0, 1), ...list.slice(-1)] : [];
}

function lengthBetween({ start, end }: SharedEnds): number {
  return end - start;
}
