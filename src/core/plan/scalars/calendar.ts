/** Days, weeks and months of the ISO calendar, within the years that a plan can hold. */
import { Temporal } from 'temporal-polyfill';

/**
 * A plan is about work that people do. A year beyond these is a slip of the keyboard, or an "end of time" that would
 * have every calendar of the schedule run through thousands of years.
 */
export const firstYear = 1900;
export const lastYear = 2199;

export function isPlannableYear(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `February` for 2; empty for what is no month. */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? '';
}

/** 2 for `February`, `feb` or `Feb.`; undefined for what is no English name of a month. */
export function monthNamed(name: string): number | undefined {
  const word = name.toLowerCase().replace(/\.$/, '');
  if (word.length < 3) return undefined;
  const index = monthNames.findIndex(
    (month) => month.toLowerCase().startsWith(word) || (word === 'sept' && month === 'September'),
  );
  return index === -1 ? undefined : index + 1;
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `Monday` for 1, to `Sunday` for 7 (ISO 8601); empty for what is no day of the week. */
export function weekdayName(dayOfWeek: number): string {
  return weekdayNames[dayOfWeek - 1] ?? '';
}

/** The number of days of a month that exists. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The days that have been asked for. A plan names each of its days many times, and a date is large: outside the engine
 * it is an object with a table of what it holds beside it. There are no more of them than days that a plan can hold.
 */
const days = new Map<number, Temporal.PlainDate>();

/** The day, the same object each time; undefined where the calendar or the years of a plan do not have it. */
export function dayOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (!isPlannableYear(year) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const number = (year * 12 + month) * 31 + day;
  const known = days.get(number);
  if (known) return known;
  const date = new Temporal.PlainDate(year, month, day);
  days.set(number, date);
  return date;
}

/** 52 or 53: the number of ISO weeks of a year. 28 December is in its last week (ISO 8601). */
export function weeksInYear(year: number): number {
  return new Temporal.PlainDate(year, 12, 28).weekOfYear ?? 52;
}

/** The Monday of an ISO week that exists. 4 January is in the first week of its year (ISO 8601). */
export function mondayOf(year: number, week: number): Temporal.PlainDate {
  const fourth = new Temporal.PlainDate(year, 1, 4);
  return fourth.add({ days: (week - 1) * 7 - (fourth.dayOfWeek - 1) });
}

/** What has been written of days: the same few stand in most of what a plan says. */
const formatted = new WeakMap<Temporal.PlainDate, string>();
const written = new WeakMap<Temporal.PlainDate, string>();

/** The day as a message writes it: `4 May 2026`. */
export function formatDate(date: Temporal.PlainDate): string {
  const known = formatted.get(date);
  if (known !== undefined) return known;
  const text = `${String(date.day)} ${monthName(date.month)} ${String(date.year)}`;
  formatted.set(date, text);
  return text;
}

/** The day as a plan writes it: `2026-05-04`. */
export function writeDate(date: Temporal.PlainDate): string {
  const known = written.get(date);
  if (known !== undefined) return known;
  const text = date.toString({ calendarName: 'never' });
  written.set(date, text);
  return text;
}

/** Year, month and day as a plan writes them, whether or not there is such a day. */
export function isoText(year: number | string, month: number | string, day?: number | string): string {
  const parts = [String(year).padStart(4, '0'), String(month).padStart(2, '0')];
  if (day !== undefined) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}
