import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../plan/scalars/calendar';

/**
 * A point in working time: `epochDay * 1440 + m`, an integer. Working time is stretched over the whole of each day, so
 * that m is the share of the day's work that lies behind, of 1440. Instants of calendars with days of different length
 * therefore compare: the end of a day's work is the end of the day in each of them, and an elapsed day is always 1440.
 *
 * The end of a day is the beginning of the next: whether an instant is read as a start or as a finish decides its date,
 * by {@link startDate} or {@link finishDate}.
 */
export type Instant = number;

/** The number of a day: 0 is 1 January 1970, a Thursday. */
export type EpochDay = number;

/** What a day has of instants. */
export const instantsPerDay = 1440;

/**
 * Years begin in March, which puts the leap day last (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). Temporal
 * gives the same through a difference of dates and takes ten times as long, for what every date of a plan goes through.
 */
export function epochDay({ year, month, day }: Temporal.PlainDate): EpochDay {
  const yearFromMarch = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearFromMarch / 4) - Math.floor(yearFromMarch / 100) + Math.floor(yearFromMarch / 400);
  return yearFromMarch * 365 + leapDays + dayOfYear - 719468;
}

/** 1 January 1900 and 31 December 2199: the days that a plan can hold. */
export const firstDay = epochDay(new Temporal.PlainDate(1900, 1, 1));
export const lastDay = epochDay(new Temporal.PlainDate(2199, 12, 31));

/** Whether a plan can hold the day; false for what is no whole number. */
export function isPlannableDay(day: EpochDay): boolean {
  return Number.isInteger(day) && day >= firstDay && day <= lastDay;
}

/** Whether an instant is one from the start of the first day to the end of the last. */
export function isPlannableInstant(instant: Instant): boolean {
  return Number.isInteger(instant) && instant >= firstDay * instantsPerDay && instant <= (lastDay + 1) * instantsPerDay;
}

/** The date of a day, the same object each time; undefined beyond the years of a plan. */
export function dateOf(day: EpochDay): Temporal.PlainDate | undefined {
  if (!isPlannableDay(day)) return undefined;
  const fromMarch0 = day + 719468;
  const era = Math.floor(fromMarch0 / 146097);
  const dayOfEra = fromMarch0 - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

/** The year that a day is in. */
export function yearOf(day: EpochDay): number {
  // 365.2425 days on average: off by one at most, close to the turn of a year.
  const year = 1970 + Math.floor(day / 365.2425);
  if (day < startOfYear(year)) return year - 1;
  return day < startOfYear(year + 1) ? year : year + 1;
}

/** The number of 1 January of a year. */
export function startOfYear(year: number): EpochDay {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719162;
}

/** The day of the week, 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: EpochDay): number {
  // The modulus of a negative number is negative.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The day on which what starts at an instant does; undefined beyond the years of a plan. */
export function startDay(instant: Instant): EpochDay | undefined {
  const day = Math.floor(instant / instantsPerDay);
  return isPlannableInstant(instant) && isPlannableDay(day) ? day : undefined;
}

/**
 * The day on which what finishes at an instant does; undefined beyond the years of a plan. A finish at the end of a day
 * falls on that day, as people and PMI's Practice Standard for Scheduling say it: a task of one day starts and finishes
 * on the same date.
 */
export function finishDay(instant: Instant): EpochDay | undefined {
  const day = Math.ceil(instant / instantsPerDay) - 1;
  return isPlannableInstant(instant) && isPlannableDay(day) ? day : undefined;
}

/** The date on which what starts at an instant does; undefined beyond the years of a plan. */
export function startDate(instant: Instant): Temporal.PlainDate | undefined {
  const day = startDay(instant);
  return day === undefined ? undefined : dateOf(day);
}

/** The date on which what finishes at an instant does, as {@link finishDay} says; undefined beyond a plan's years. */
export function finishDate(instant: Instant): Temporal.PlainDate | undefined {
  const day = finishDay(instant);
  return day === undefined ? undefined : dateOf(day);
}

/** The first instant of a stated date, worked or not; undefined beyond the years of a plan. */
export function startOf(date: Temporal.PlainDate): Instant | undefined {
  const day = epochDay(date);
  return isPlannableDay(day) ? day * instantsPerDay : undefined;
}

/** The last instant of a stated date, worked or not; undefined beyond the years of a plan. */
export function endOf(date: Temporal.PlainDate): Instant | undefined {
  const day = epochDay(date);
  return isPlannableDay(day) ? (day + 1) * instantsPerDay : undefined;
}
