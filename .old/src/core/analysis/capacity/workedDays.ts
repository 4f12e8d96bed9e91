import { instantsPerDay, type EpochDay, type Instant, type WorkingCalendar } from '../calendar';
import { daysPerWeek } from './isoWeek';

/** How many days a calendar works from one instant to a later one, parts of days included. */
export function workedDays(calendar: WorkingCalendar, from: Instant, until: Instant): number {
  const first = Math.floor(from / instantsPerDay);
  const last = Math.ceil(until / instantsPerDay) - 1;
  const before = from - first * instantsPerDay;
  const after = (last + 1) * instantsPerDay - until;
  let worked = calendar.workdaysBetween(first, last) * instantsPerDay;
  if (before > 0 && calendar.isWorkday(first)) worked -= before;
  if (after > 0 && calendar.isWorkday(last)) worked -= after;
  return worked / instantsPerDay;
}

/** How many days of a week at least one of several calendars works. */
export function workdaysOfWeek(calendars: readonly WorkingCalendar[], monday: EpochDay): number {
  const [first, second] = calendars;
  if (first && !second) return first.workdaysBetween(monday, monday + daysPerWeek - 1);
  let count = 0;
  for (let day = monday; day < monday + daysPerWeek; day++)
    if (calendars.some((calendar) => calendar.isWorkday(day))) count++;
  return count;
}
