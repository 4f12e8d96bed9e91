import type { Temporal } from 'temporal-polyfill';
import type { Duration } from '../../plan/scalars';
import { CountedDays, mergedSpans, type DaySpan } from './daysOff';
import {
  dateOf,
  endOf,
  epochDay,
  finishDate,
  firstDay,
  instantsPerDay,
  isPlannableDay,
  isPlannableInstant,
  lastDay,
  startDate,
  startOf,
  yearOf,
  type EpochDay,
  type Instant,
} from './instant';
import { noPublicHolidays, type PublicHolidays } from './publicHolidays';
import { Workweek } from './workweek';

/** Days in a row, both included, the first not after the last. */
export interface DayRange {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** What a calendar is made of. */
export interface CalendarParts {
  /** The weekdays that are worked, 1 (Monday) to 7 (Sunday). */
  readonly weekdays: Iterable<number>;
  /** The hours of a full working day, over 0. */
  readonly hoursPerDay: number;
  /** In any order, overlaps allowed; a range that ends before it starts is left out. */
  readonly holidays?: Iterable<DaySpan>;
  /** Whose public holidays are free too. */
  readonly place?: HolidayPlace | undefined;
  /** Asked once for each year that the calendar comes to, and not before. Needed where there is a `place`. */
  readonly publicHolidays?: PublicHolidays;
}

/** A country, ISO 3166-1 alpha-2, and within it a region, the second part of an ISO 3166-2 code. */
export interface HolidayPlace {
  readonly country: string;
  readonly region?: string;
}

/** How many working days a month of working time has, by the format. */
const workdaysPerMonth = 20;
/** How many days an elapsed month has, as in MS Project. */
const daysPerElapsedMonth = 30;

/**
 * Which days are worked, and arithmetic in working time. What it answers never changes. Every method takes
 * O(log n) for n holidays, however far apart the days are; public holidays are looked up when a year is first needed.
 *
 * Positions in working time are kept in instants, 1440 for each working day, and a length is rounded to them once: so
 * `subtract` is the exact inverse of `add`, and lengths of whole minutes come back from `between` as they went in.
 *
 * Beyond the years 1900 to 2199, and where nobody ever works, there is no answer: undefined, or 0 of a count.
 */
export class WorkingCalendar {
  /** The minutes of a full working day. */
  readonly minutesPerDay: number;
  /** What it is made of; its holidays, but for the public ones, are in order and do not overlap. */
  readonly parts: Required<Omit<CalendarParts, 'holidays'>> & { readonly holidays: readonly DaySpan[] };
  readonly #week: Workweek;
  readonly #years = new Set<number>();
  #public: DaySpan[] = [];
  #days: CountedDays;

  constructor({ weekdays, hoursPerDay, holidays = [], place, publicHolidays = noPublicHolidays }: CalendarParts) {
    this.#week = new Workweek(weekdays);
    this.minutesPerDay = hoursPerDay * 60;
    this.parts = {
      weekdays: this.#week.weekdays,
      hoursPerDay,
      holidays: mergedSpans(holidays),
      place,
      publicHolidays,
    };
    this.#days = new CountedDays(this.#week, this.parts.holidays);
  }

  /** The weekdays that are worked, in order, 1 (Monday) to 7 (Sunday). Empty where nobody ever works. */
  get weekdays(): readonly number[] {
    return this.#week.weekdays;
  }

  /** The minutes of a week without holidays. A length does not vanish while somebody types the list of days: 5 of none. */
  get minutesPerWeek(): number {
    return (this.weekdays.length || 5) * this.minutesPerDay;
  }

  isWorkday(day: EpochDay): boolean {
    return this.workdaysBetween(day, day) === 1;
  }

  /** How many days are worked from `first` to `last`, both included; 0 where `last` is before `first`. */
  workdays(first: Temporal.PlainDate, last: Temporal.PlainDate): number {
    return this.workdaysBetween(epochDay(first), epochDay(last));
  }

  /** The same by the numbers of the days. Days beyond the years of a plan do not count. */
  workdaysBetween(first: EpochDay, last: EpochDay): number {
    const [from, to] = [Math.max(first, firstDay), Math.min(last, lastDay)];
    if (!(from <= to)) return 0;
    const days = this.#covering(from, to);
    return days.before(to + 1) - days.before(from);
  }

  /** The holidays, public ones too, that touch the days from `first` to `last`; in order, without overlaps. */
  holidays(first: Temporal.PlainDate, last: Temporal.PlainDate): readonly DayRange[] {
    return this.daysOff(epochDay(first), epochDay(last)).flatMap((span) => {
      const [start, end] = [dateOf(span.first), dateOf(span.last)];
      return start && end ? [{ first: start, last: end }] : [];
    });
  }

  /** The same by the numbers of the days. */
  daysOff(first: EpochDay, last: EpochDay): readonly DaySpan[] {
    const [from, to] = [Math.max(first, firstDay), Math.min(last, lastDay)];
    if (!(from <= to)) return [];
    return this.#covering(from, to)
      .within(from, to)
      .map((span) => ({ first: Math.max(span.first, from), last: Math.min(span.last, to) }));
  }

  /** The first instant at or after one at which work can go on; undefined where there is none. */
  nextWorkingStart(instant: Instant): Instant | undefined {
    return this.#moved(instant, 0, 'start');
  }

  /** The last instant at or before one up to which work can have gone on; undefined where there is none. */
  previousWorkingFinish(instant: Instant): Instant | undefined {
    return this.#moved(instant, 0, 'finish');
  }

  /**
   * When work that starts at an instant finishes: the end of its last working day, where it fills that. Work of no
   * length finishes where it starts, at any instant.
   *
   * @param minutes of working time, whole or not; below 0 it is {@link subtract}
   */
  add(start: Instant, minutes: number): Instant | undefined {
    const length = this.#stretched(minutes);
    if (length < 0) return this.#moved(start, length, 'start');
    return length === 0 ? plannable(start) : this.#moved(start, length, 'finish');
  }

  /**
   * When work has to start to finish at an instant: the beginning of its first working day, where it fills that. Work of
   * no length starts where it finishes.
   *
   * @param minutes of working time, whole or not; below 0 it is {@link add}
   */
  subtract(finish: Instant, minutes: number): Instant | undefined {
    return this.add(finish, -minutes);
  }

  /** The working minutes from one instant to another, rounded to whole ones; negative where `to` is the earlier. */
  between(from: Instant, to: Instant): number | undefined {
    if (!isPlannableInstant(from) || !isPlannableInstant(to)) return undefined;
    if (from > to) return negative(this.between(to, from));
    const days = this.#covering(dayAt(from), dayAt(to));
    const length = this.#position(days, to) - this.#position(days, from);
    return Math.round((length * this.minutesPerDay) / instantsPerDay);
  }

  /** The first instant of a stated date, worked or not; undefined beyond the years of a plan. */
  startOf(date: Temporal.PlainDate): Instant | undefined {
    return startOf(date);
  }

  /** The last instant of a stated date, worked or not; undefined beyond the years of a plan. */
  endOf(date: Temporal.PlainDate): Instant | undefined {
    return endOf(date);
  }

  /** The date on which what starts at an instant does; undefined beyond the years of a plan. */
  startDate(instant: Instant): Temporal.PlainDate | undefined {
    return startDate(instant);
  }

  /** The date on which what finishes at an instant does: at the end of a day, that day. */
  finishDate(instant: Instant): Temporal.PlainDate | undefined {
    return finishDate(instant);
  }

  /**
   * The working minutes of a duration: a week has the calendar's working days, a month 20. Elapsed time, which passes on
   * free days too, counts with the share of it that is worked in an average week: as a weight, where no dates are known.
   */
  minutes({ amount, unit, elapsed }: Duration): number {
    if (elapsed) return (elapsedDays(amount, unit) * this.minutesPerWeek) / 7;
    switch (unit) {
      case 'h':
        return amount * 60;
      case 'd':
        return amount * this.minutesPerDay;
      case 'w':
        return amount * this.minutesPerWeek;
      case 'mo':
        return amount * workdaysPerMonth * this.minutesPerDay;
    }
  }

  /**
   * The length of an elapsed duration in instants, of which a day has 1440: to be added to an instant as it is. An
   * elapsed month has 30 days. Undefined for working time.
   */
  elapsedMinutes({ amount, unit, elapsed }: Duration): number | undefined {
    return elapsed ? Math.round(elapsedDays(amount, unit) * instantsPerDay) : undefined;
  }

  /** Working minutes in instants, rounded away from zero at a half, so that both directions come to the same. */
  #stretched(minutes: number): number {
    const length = Math.round((Math.abs(minutes) * instantsPerDay) / this.minutesPerDay);
    return minutes < 0 ? -length : length;
  }

  /** The instants of working time before an instant; only differences mean anything. */
  #position(days: CountedDays, instant: Instant): number {
    const day = dayAt(instant);
    const before = days.before(day);
    const isWorked = days.before(day + 1) > before;
    return before * instantsPerDay + (isWorked ? instant - day * instantsPerDay : 0);
  }

  /**
   * The instant that lies `length` instants of working time from another. Of all that do, since free time has no length,
   * a finish is the first and a start the last.
   */
  #moved(instant: Instant, length: number, as: 'start' | 'finish'): Instant | undefined {
    if (!isPlannableInstant(instant) || !Number.isFinite(length) || this.weekdays.length === 0) return undefined;
    let [from, to] = [dayAt(instant), dayAt(instant)];
    for (;;) {
      const days = this.#covering(from, to);
      const position = this.#position(days, instant) + length;
      const index = as === 'start' ? Math.floor(position / instantsPerDay) : Math.ceil(position / instantsPerDay) - 1;
      const day = days.nth(index);
      if (!isPlannableDay(day)) return undefined;
      const isCovered = !this.parts.place || (yearOf(day) >= yearOf(from) && yearOf(day) <= yearOf(to));
      if (isCovered) return day * instantsPerDay + position - index * instantsPerDay;
      // The holidays of a year that is only now reached push the day on, perhaps into one more year.
      [from, to] = [Math.min(from, day), Math.max(to, day)];
    }
  }

  /** The table of days, with the public holidays of all years from one day to another. */
  #covering(first: EpochDay, last: EpochDay): CountedDays {
    const { place, publicHolidays, holidays } = this.parts;
    if (!place) return this.#days;
    const lastYear = yearOf(Math.min(last, lastDay));
    const added: DaySpan[] = [];
    for (let year = yearOf(Math.max(first, firstDay)); year <= lastYear; year++) {
      if (this.#years.has(year)) continue;
      this.#years.add(year);
      for (const date of publicHolidays(place.country, place.region, year)) {
        // A day of another year would count or not, depending on what was asked before.
        if (date.year === year) added.push({ first: epochDay(date), last: epochDay(date) });
      }
    }
    if (added.length > 0) {
      this.#public = [...this.#public, ...added];
      this.#days = new CountedDays(this.#week, mergedSpans([...holidays, ...this.#public]));
    }
    return this.#days;
  }
}

/** The day that an instant is in. The end of the last day of all is counted to that day's successor. */
function dayAt(instant: Instant): EpochDay {
  return Math.floor(instant / instantsPerDay);
}

function plannable(instant: Instant): Instant | undefined {
  return isPlannableInstant(instant) ? instant : undefined;
}

/** Not `-0`, which tests and texts tell apart. */
function negative(value: number | undefined): number | undefined {
  return value === undefined ? undefined : 0 - value;
}

function elapsedDays(amount: number, unit: Duration['unit']): number {
  const days = { h: 1 / 24, d: 1, w: 7, mo: daysPerElapsedMonth } as const;
  return amount * days[unit];
}
