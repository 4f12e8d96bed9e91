/** What stands in one version of a list and not in another one, in order. */
export interface Differing<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/**
 * What two versions of a list do not have in common at their beginnings and at their ends. Where they share the very same
 * things, these are not looked at.
 *
 * @param counts what does not is left out of both; all does where it is not given
 * @param isSame whether one thing stands for another one that is not the same object; none does where it is not given
 */
export function differing<T extends object>(
  before: readonly T[],
  now: readonly T[],
  counts: (one: T) => boolean = () => true,
  isSame: (one: T, other: T) => boolean = () => false,
): Differing<T> {
  // Nearly all of a large list is shared.
  const { start, end: endShared, moved } = endsInCommon(now, before);
  let [from, end, fromNow, endNow] = [start, endShared - moved, start, endShared];
  while (from < end || fromNow < endNow) {
    const [one, other] = [from < end ? before[from] : undefined, fromNow < endNow ? now[fromNow] : undefined];
    if (one !== other && one && !counts(one)) from++;
    else if (one !== other && other && !counts(other)) fromNow++;
    else if (one && other && (one === other || isSame(one, other))) {
      from++;
      fromNow++;
    } else break;
  }
  while (from < end || fromNow < endNow) {
    const [one, other] = [from < end ? before[end - 1] : undefined, fromNow < endNow ? now[endNow - 1] : undefined];
    if (one !== other && one && !counts(one)) end--;
    else if (one !== other && other && !counts(other)) endNow--;
    else if (one && other && (one === other || isSame(one, other))) {
      end--;
      endNow--;
    } else break;
  }
  return { gone: before.slice(from, end).filter(counts), come: now.slice(fromNow, endNow).filter(counts) };
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

interface Compared {
  /** A list that held on to the one before it would hold on to all that came before. */
  readonly before: WeakRef<readonly unknown[]>;
  readonly ends: SharedEnds;
}

/** What each list was last compared with: many who keep something of it compare the same two. */
const compared = new WeakMap<readonly unknown[], Compared>();

/** What two lists have in common, by identity; of two that have been compared last it is known. */
export function endsInCommon<T>(now: readonly T[], before: readonly T[]): SharedEnds {
  const last = compared.get(now);
  if (last?.before.deref() === before) return last.ends;
  const ends = compare(now, before);
  compared.set(now, { before: new WeakRef(before), ends });
  return ends;
}

function compare<T>(now: readonly T[], before: readonly T[]): SharedEnds {
  const moved = now.length - before.length;
  const shorter = Math.min(now.length, before.length);
  let start = 0;
  while (start < shorter && now[start] === before[start]) start++;
  let end = now.length;
  while (end > start && end - moved > start && now[end - 1] === before[end - 1 - moved]) end--;
  return { start, end, moved };
}
