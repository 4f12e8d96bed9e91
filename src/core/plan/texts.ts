import type { Temporal } from 'temporal-polyfill';
import { formatDate, monthName } from './scalars/calendar';
import { minorDigits } from './scalars/currency';
import { formatMoney } from './scalars/money';

/** Days in a row, both included. */
interface Days {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** A day further away than this is said with its year. */
const daysWithoutYear = 270;

/** `9 Oct`; with the year where that is not plain from today: `9 Oct 2028`. */
export function dayText(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const text = `${String(day.day)} ${monthName(day.month).slice(0, 3)}`;
  return isFar(day, today) ? `${text} ${String(day.year)}` : text;
}

/** The days from one to another: `4 May`, `4–8 May`, `28 Apr – 8 May`, `28 Dec 2027 – 8 Jan 2028`. */
export function shortDaysText({ first, last }: Days, today: Temporal.PlainDate): string {
  if (first.equals(last)) return dayText(last, today);
  const isSameYear = first.year === last.year;
  if (isSameYear && first.month === last.month) return `${String(first.day)}–${dayText(last, today)}`;
  // Of two days in one year, the year of the later one says that of both.
  const start = dayText(first, isSameYear && isFar(last, today) ? first : today);
  return `${start} – ${dayText(last, today)}`;
}

/** Two days with what they have in common said once: `12 to 23 May 2026`, `28 April to 12 May 2026`. */
export function daysText({ first, last }: Days): string {
  if (first.equals(last)) return formatDate(last);
  const words = formatDate(first).split(' ');
  const shared = first.year === last.year ? (first.month === last.month ? 2 : 1) : 0;
  return `${words.slice(0, words.length - shared).join(' ')} to ${formatDate(last)}`;
}

function isFar(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Math.abs(today.until(day).days) > daysWithoutYear;
}

/** How far away a day is, in days, weeks or months: `in 5 days`, `in 7 weeks`, `3 months ago`, `today`. */
export function distanceText(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(day).days;
  if (days === 0) return 'today';
  const size = Math.abs(days);
  const text =
    size < 21
      ? countText(size, 'day')
      : size < 120
        ? countText(Math.round(size / 7), 'week')
        : size < 730
          ? countText(Math.round(size / 30.4), 'month')
          : countText(Math.round(size / 365.25), 'year');
  return days > 0 ? `in ${text}` : `${text} ago`;
}

/** `1 goal`, `2 goals`. */
export function countText(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A share in whole percent: `44 %`. What is not quite all, or not quite nothing, is not rounded to it. */
export function percentText(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return '99 %';
  return percent === 0 && share > 0 ? '1 %' : `${String(percent)} %`;
}

/**
 * Computed money in whole units, from a thousand of them on: its cents mean nothing.
 *
 * @param minor in minor units of the currency, whole or not
 */
export function roundMoney(minor: number, currency: string): string {
  const unit = 10 ** minorDigits(currency);
  return formatMoney({ minor: Math.abs(minor) < 1000 * unit ? minor : Math.round(minor / unit) * unit, currency });
}
