import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../calendar';

/**
 * How many working days after a promised day something comes; 0 where it comes in time, or late by free days alone.
 *
 * @param finish the last feasible day of what is open; undefined where that is unknown. What is open is not finished
 *   before today, so that a promise of the past is broken whatever else is known
 * @returns undefined where there is no finish, and the promised day is not past
 */
export function workdaysLate(
  calendar: WorkingCalendar,
  promised: Temporal.PlainDate,
  finish: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
): number | undefined {
  const next = promised.add({ days: 1 });
  const untilToday = calendar.workdays(next, today);
  if (finish) return Math.max(untilToday, calendar.workdays(next, finish));
  return untilToday > 0 ? untilToday : undefined;
}

/** `1 working day`, `5 working days`. */
export function workdaysText(days: number): string {
  return days === 1 ? '1 working day' : `${String(days)} working days`;
}
