import { utcDay } from 'd3-time';
import { utcFormat, utcParse } from 'd3-time-format';
import type { IsoDate } from '../core/views/model';

// Calendar dates have no time zone. They are converted at UTC, whose days all have 24 hours.
const parseIso = utcParse('%Y-%m-%d');
const formatIso = utcFormat('%Y-%m-%d');
const formatDay = utcFormat('%-d %b');
const formatDayAndYear = utcFormat('%-d %b %Y');

/** Midnight UTC at the start of a calendar date; undefined where the text names no day. */
export function startOfDay(date: IsoDate | undefined): Date | undefined {
  if (date === undefined) return undefined;
  const parsed = parseIso(date);
  // The parser lets 31 February run over into March.
  return parsed && formatIso(parsed) === date ? parsed : undefined;
}

/** The day that is so many days later; the text as it is where it names no day. */
export function dayLater(date: IsoDate, days: number): IsoDate {
  const day = startOfDay(date);
  return day ? formatIso(utcDay.offset(day, days)) : date;
}

/** `'16 Sep'` */
export function dayText(date: IsoDate): string {
  const parsed = startOfDay(date);
  return parsed ? formatDay(parsed) : date;
}

/** `'16 Sep 2026'` */
export function dayAndYearText(date: IsoDate): string {
  const parsed = startOfDay(date);
  return parsed ? formatDayAndYear(parsed) : date;
}
