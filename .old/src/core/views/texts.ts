import type { Temporal } from 'temporal-polyfill';
import { formatQuantity, type Quantity } from '../plan/scalars';
import { monthName } from '../plan/scalars/calendar';

/** A day further away than this is said with its year. */
const daysWithoutYear = 270;

/** `9 Oct`; with the year where that is not plain from today: `9 Oct 2028`. */
export function dayText(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const text = `${String(day.day)} ${monthName(day.month).slice(0, 3)}`;
  return Math.abs(today.until(day).days) > daysWithoutYear ? `${text} ${String(day.year)}` : text;
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

/** Working time in days, below one in hours: `31 d`, `2.5 d`, `4 h`. */
export function effortText(days: number, minutesPerDay: number): string {
  if (days > 0 && days < 1) return `${rounded((days * minutesPerDay) / 60)} h`;
  return `${days < 10 ? rounded(days) : String(Math.round(days))} d`;
}

/** `62 %`, `4.2 s`, `18000 users`, `4.5/5`. */
export function quantityText(quantity: Quantity): string {
  return formatQuantity(quantity).replace(/(?<=\d)(?=[%‰])/, ' ');
}

/** An enumerated value or any other word as the beginning of a text: `Growth`, `On track`. */
export function sentenceCase(value: string): string {
  const words = value.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function rounded(amount: number): string {
  return String(Math.round(amount * 10) / 10);
}
