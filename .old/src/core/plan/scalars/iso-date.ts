/** Single days in texts: the one form of the format, and the other forms that people write them in. */
import type { Temporal } from 'temporal-polyfill';
import {
  dayOf,
  daysInMonth,
  firstYear,
  isPlannableYear,
  isoText,
  lastYear,
  mondayOf,
  monthName,
  monthNamed,
  weeksInYear,
  writeDate,
} from './calendar';
import { quoted } from './parsed';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day, or undefined where the text is not `YYYY-MM-DD` or the calendar has no such day. */
export function isoDate(text: string): Temporal.PlainDate | undefined {
  if (text.length !== 10) return undefined;
  const match = shape.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Why a text of the form `YYYY-MM-DD` is no day, and what may be meant; undefined for texts of other forms. */
export function dateProblem(
  text: string,
): { readonly message: string; readonly candidates: readonly string[] } | undefined {
  const match = shape.exec(text);
  if (!match || isoDate(text)) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isPlannableYear(year)) {
    const message = `${quoted(text)} is outside the years that a plan can hold, ${String(firstYear)} to ${String(lastYear)}. Where there is no date, leave the key without a value.`;
    return { message, candidates: [] };
  }
  if (month < 1 || month > 12) {
    const message = `${quoted(text)} is not a day: there is no month ${match[2] ?? ''}. Write it as year-month-day: ${String(year)}-09-30.`;
    return { message, candidates: [isoText(year, day, month)] };
  }
  const days = daysInMonth(year, month);
  const message = `${quoted(text)} is not a day: ${monthName(month)} ${String(year)} has ${String(days)} days.`;
  // Whoever writes 31 September means its end; a day 45 may be anything.
  return { message, candidates: day > days && day <= 31 ? [isoText(year, month, days)] : [] };
}

function numericReadings(line: string): string[] {
  const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(line) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(line);
  if (yearFirst) return [isoText(yearFirst[1] ?? '', yearFirst[3] ?? '', yearFirst[4] ?? '')];
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(line);
  if (!yearLast) return [];
  const [, one = '', mark, two = '', year = ''] = yearLast;
  const dayFirst = isoText(year, two, one);
  // Points and hyphens go with day first; slashes stand for either order, by country.
  return mark === '/' ? [dayFirst, isoText(year, one, two)] : [dayFirst];
}

function namedReadings(line: string): string[] {
  const dayFirst =
    /^(?:\p{L}{2,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*(?:of\s+)?(\p{L}{3,9})\.?,?[\s-]*(\d{4})$/u.exec(line);
  const monthFirst = /^(?:\p{L}{2,9},\s+)?(\p{L}{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(line);
  const yearFirst = /^(\d{4})[\s-]+(\p{L}{3,9})\.?[\s-]+(\d{1,2})$/u.exec(line);
  const [name, day, year] = dayFirst
    ? [dayFirst[2], dayFirst[1], dayFirst[3]]
    : monthFirst
      ? [monthFirst[1], monthFirst[2], monthFirst[3]]
      : [yearFirst?.[2], yearFirst?.[3], yearFirst?.[1]];
  const month = monthNamed(name ?? '');
  return month === undefined ? [] : [isoText(year ?? '', month, day ?? '')];
}

function weekDateReadings(line: string): string[] {
  const match = /^(\d{4})-?W(\d{2})-?([1-7])$/i.exec(line);
  if (!match) return [];
  const [year, week, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isPlannableYear(year) || week < 1 || week > weeksInYear(year)) return [];
  return [writeDate(mondayOf(year, week).add({ days: day - 1 }))];
}

/**
 * Texts of the form `YYYY-MM-DD` that a day in another notation may stand for, best first; whether the days exist is
 * for the caller to check. Knows other orders and marks (`30/09/2026`, `30.9.2026`, `2026/9/30`, `20260930`), English
 * names (`30 Sep 2026`, `September 30, 2026`), times of day that follow the date, and ISO week dates.
 */
export function dateReadings(text: string): readonly string[] {
  const line = text
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .trim();
  const withoutTime = line.replace(
    /(?<=\d)(?:[Tt]|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|z|[+-]\d{2}:?\d{2})?$/,
    '',
  );
  return [...numericReadings(withoutTime), ...namedReadings(withoutTime), ...weekDateReadings(withoutTime)];
}
