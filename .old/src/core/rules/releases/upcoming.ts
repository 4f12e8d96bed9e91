import type { Temporal } from 'temporal-polyfill';
import type { Release } from '../../plan/generated/entities';
import { formatPeriod } from '../../plan/scalars';

/** Whether a release is still ahead, by its status. */
export function isOpenRelease({ fields: { status } }: Release): boolean {
  return status?.value !== 'released' && status?.value !== 'cancelled';
}

/** Whether an open release is due today or in the next days. One without a date is not, nor one whose date is past. */
export function isDueWithin(release: Release, days: number, today: Temporal.PlainDate): boolean {
  const due = release.fields.date?.value.last;
  if (!due || !isOpenRelease(release)) return false;
  const left = today.until(due, { largestUnit: 'days' }).days;
  return left >= 0 && left <= days;
}

/** `due on 9 October 2026`, `due by the end of October 2026`; `without a date` for a release that has none. */
export function dueText({ fields: { date } }: Release): string {
  if (!date) return 'without a date';
  const when = date.value.unit === 'day' ? 'on' : 'by the end of';
  return `due ${when} ${formatPeriod(date.value)}`;
}
