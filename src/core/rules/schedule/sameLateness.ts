import type { LateFor, Lateness, MissedDate, MissedEnd } from './lateness';

/** Whether the same promises are broken in the same way, as the very same schedule has it. */
export function isSameLateness(one: Lateness, other: Lateness): boolean {
  return (
    one.part === other.part &&
    isSameList(one.dates, other.dates, isSameDate) &&
    isSameList([...one.missed.values()], [...other.missed.values()], isSameDate) &&
    isSameEnd(one.end, other.end) &&
    isSameList(one.releases, other.releases, isSameWhole) &&
    isSameList(one.goals, other.goals, isSameWhole)
  );
}

function isSameDate(one: MissedDate, other: MissedDate): boolean {
  return one.work === other.work && one.promise === other.promise && one.finish.equals(other.finish);
}

function isSameEnd(one: MissedEnd | undefined, other: MissedEnd | undefined): boolean {
  if (!one || !other) return one === other;
  const [last, otherLast] = [one.last, other.last];
  const isSameLast =
    last && otherLast ? last.work === otherLast.work && last.finish.equals(otherLast.finish) : last === otherLast;
  return isSameLast && one.end === other.end && one.open === other.open;
}

function isSameWhole(one: LateFor, other: LateFor): boolean {
  return (
    one.whole === other.whole &&
    one.at === other.at &&
    one.due.equals(other.due) &&
    isSameList(one.works, other.works, Object.is)
  );
}

function isSameList<T>(one: readonly T[], other: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return one.length === other.length && one.every((each, index) => isSame(each, other[index] as T));
}
