import type { Temporal } from 'temporal-polyfill';
import {
  dayOf,
  daysInMonth,
  firstYear,
  formatDate,
  isPlannableYear,
  isoText,
  lastYear,
  mondayOf,
  monthName,
  monthNamed,
  weeksInYear,
} from './calendar';
import { dateProblem, dateReadings, isoDate } from './iso-date';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** A stretch of the calendar. As a limit it stands for its last day. */
export interface Period {
  readonly first: Temporal.PlainDate;
  /** Inclusive. */
  readonly last: Temporal.PlainDate;
  readonly unit: PeriodUnit;
  /** As it is written in the plan: `2026-Q3`. */
  readonly text: string;
}

const shape = /^(\d{4})(?:-(?:(\d{2})|W(\d{2})|Q(\d)|H(\d)))?$/;

function monthsPeriod(text: string, unit: PeriodUnit, year: number, month: number, count: number): Period | undefined {
  const end = month + count - 1;
  if (month < 1 || end > 12 || !isPlannableYear(year)) return undefined;
  const first = dayOf(year, month, 1);
  const last = dayOf(year, end, daysInMonth(year, end));
  return first && last ? { first, last, unit, text } : undefined;
}

function weekPeriod(text: string, year: number, week: number): Period | undefined {
  if (!isPlannableYear(year) || week < 1 || week > weeksInYear(year)) return undefined;
  const first = mondayOf(year, week);
  return { first, last: first.add({ days: 6 }), unit: 'week', text };
}

/** The period, or undefined where the text does not name one exactly as the format writes it. */
export function readPeriod(text: string): Period | undefined {
  const date = isoDate(text);
  if (date) return { first: date, last: date, unit: 'day', text };
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, year, month, week, quarter, half] = match;
  if (month !== undefined) return monthsPeriod(text, 'month', Number(year), Number(month), 1);
  if (week !== undefined) return weekPeriod(text, Number(year), Number(week));
  if (quarter !== undefined) return monthsPeriod(text, 'quarter', Number(year), Number(quarter) * 3 - 2, 3);
  if (half !== undefined) return monthsPeriod(text, 'half', Number(year), Number(half) * 6 - 5, 6);
  return monthsPeriod(text, 'year', Number(year), 1, 12);
}

function isPeriod(text: string): boolean {
  return readPeriod(text) !== undefined;
}

const forms =
  'Write a day, a month, an ISO week, a quarter, a half or a year: 2026-09-30, 2026-09, 2026-W36, 2026-Q3, 2026-H2, 2026.';

/** Why a text of the right shape is no period: there is no such month, week, quarter, half or year. */
function whyNoSuchPeriod(text: string): string | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, year = '', month, week, quarter] = match;
  if (!isPlannableYear(Number(year))) {
    return `${quoted(text)} is outside the years that a plan can hold, ${String(firstYear)} to ${String(lastYear)}.`;
  }
  if (month !== undefined) return `${quoted(text)} is not a month: months go from 01 to 12, as in ${year}-09.`;
  if (week !== undefined) {
    const weeks = weeksInYear(Number(year));
    return `${quoted(text)} is not a week: ${year} has ${String(weeks)} ISO weeks, ${year}-W01 to ${year}-W${String(weeks)}.`;
  }
  if (quarter !== undefined) return `${quoted(text)} is not a quarter: a year has four, ${year}-Q1 to ${year}-Q4.`;
  return `${quoted(text)} is not half a year: there are ${year}-H1 and ${year}-H2.`;
}

/** Periods that the text may name in another notation: `Q3 2026`, `2026W36`, `Sep 2026`, `09/2026`. */
function periodReadings(text: string): string[] {
  const line = text.normalize('NFKC').trim();
  const readings: string[] = [];
  const add = (year: string, letter: string, number: string): void => {
    const kind = letter.charAt(0).toUpperCase();
    readings.push(`${year}-${kind}${kind === 'W' ? number.padStart(2, '0') : number}`);
  };
  const letters = '(Q|H|W|KW|CW|week|quarter|half)';
  const named = (letter: string): string => (/^[kc]w$/i.test(letter) ? 'W' : letter);
  const yearFirst = new RegExp(`^(\\d{4})[\\s/.,_-]*${letters}[\\s_-]*(\\d{1,2})$`, 'i').exec(line);
  if (yearFirst) add(yearFirst[1] ?? '', named(yearFirst[2] ?? ''), yearFirst[3] ?? '');
  const letterFirst = new RegExp(`^${letters}[\\s_-]*(\\d{1,2})[\\s/.,_-]+(?:of\\s+)?(\\d{4})$`, 'i').exec(line);
  if (letterFirst) add(letterFirst[3] ?? '', named(letterFirst[1] ?? ''), letterFirst[2] ?? '');
  const numberFirst = /^(\d)(Q|H)[\s/.,_-]*(\d{4})$/i.exec(line);
  if (numberFirst) add(numberFirst[3] ?? '', numberFirst[2] ?? '', numberFirst[1] ?? '');
  const yearMonth = /^(\d{4})[-/. ](\d{1,2})$/.exec(line);
  if (yearMonth) readings.push(isoText(yearMonth[1] ?? '', yearMonth[2] ?? ''));
  const monthYear = /^(\d{1,2})[-/. ](\d{4})$/.exec(line);
  if (monthYear) readings.push(isoText(monthYear[2] ?? '', monthYear[1] ?? ''));
  const nameYear = /^(\p{L}{3,9}\.?)[\s,/-]*(\d{4})$/u.exec(line);
  const yearName = /^(\d{4})[\s,/-]*(\p{L}{3,9}\.?)$/u.exec(line);
  const month = monthNamed(nameYear?.[1] ?? yearName?.[2] ?? '');
  if (month !== undefined) readings.push(isoText(nameYear?.[2] ?? yearName?.[1] ?? '', month));
  return [line, ...readings, ...dateReadings(line)];
}

/**
 * A period: `2026-09-30`, `2026-09`, `2026-W36`, `2026-Q3`, `2026-H2`, `2026`. Weeks are those of ISO 8601, which
 * begin on Monday; quarters and halves are those of the calendar year.
 */
export function parsePeriod(text: string): Parsed<Period> {
  const period = readPeriod(text);
  if (period) return parsed(period);
  const absent = refusedOutright(text, 'a period', '2026-Q3', isPeriod);
  if (absent) return absent;
  if (text.length > longestRewritable) return refused(`${quoted(text)} is not a period. ${forms}`);
  const refusal = {
    candidates: periodReadings(text),
    accepts: isPeriod,
  };
  const noSuchDay = dateProblem(text);
  if (noSuchDay) return refused(noSuchDay.message, { ...refusal, candidates: noSuchDay.candidates });
  if (/^(?:[QHW]\d{1,2}|\p{L}{3,9}\.?)$/iu.test(text) && (/\d/.test(text) || monthNamed(text) !== undefined)) {
    return refused(`${quoted(text)} lacks its year. ${forms}`);
  }
  const meant = refusal.candidates.find(isPeriod);
  const advice = meant === undefined ? forms : `Write it as ${meant}.`;
  return refused(whyNoSuchPeriod(text) ?? `${quoted(text)} is not a period. ${advice}`, refusal);
}

/** The period as a message writes it: `30 September 2026`, `week 36 of 2026`, `September 2026`, `Q3 2026`, `H2 2026`. */
export function formatPeriod(period: Period): string {
  const { first, last, unit } = period;
  const year = String(first.year);
  switch (unit) {
    case 'day':
      return formatDate(first);
    case 'week':
      return `week ${String(first.weekOfYear)} of ${String(first.yearOfWeek)}`;
    case 'month':
      return `${monthName(first.month)} ${year}`;
    case 'quarter':
      return `Q${String(last.month / 3)} ${year}`;
    case 'half':
      return `H${String(last.month / 6)} ${year}`;
    case 'year':
      return year;
  }
}
