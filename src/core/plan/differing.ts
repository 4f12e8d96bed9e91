/** What stands in one version of a list and not in another one, in order. */
export interface Differing<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/**
 * What two versions of a list do not have in common at their beginnings and at their ends. Where they share the very same
 * things, these are not looked at.
 *
 * @param counts what does not is left out of both
 * @param isSame whether one thing stands for another one that is not the same object
 */
export function differing<T extends object>(
  before: readonly T[],
  now: readonly T[],
  counts: (one: T) => boolean,
  isSame: (one: T, other: T) => boolean,
): Differing<T> {
  let [from, end, fromNow, endNow] = [0, before.length, 0, now.length];
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
