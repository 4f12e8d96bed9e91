import { Temporal } from 'temporal-polyfill';
import type { Calendar, CalendarFields } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import type { Duration } from '../plan/scalars';

/** Days in a row, both included, the first not after the last. */
export interface DayRange {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** What a calendar is made of. */
export interface CalendarParts {
  /** The weekdays that are worked, 1 (Monday) to 7 (Sunday). */
  readonly weekdays: Iterable<number>;
  /** The hours of a full working day. */
  readonly hoursPerDay: number;
  /** In any order, overlaps allowed; a range that ends before it starts is left out. */
  readonly holidays?: Iterable<DayRange>;
}

/** How many working days a month of working time has, by the format. */
const workdaysPerMonth = 20;
/** How many days an elapsed month has, as in MS Project. */
const daysPerElapsedMonth = 30;

interface Holidays {
  /** Day numbers, both included. */
  readonly first: number;
  readonly last: number;
  /** How many days of the ranges before this one would have been worked. */
  readonly before: number;
}

/**
 * Which days are worked, and how long working time is. Immutable. Counting the working days between two dates takes
 * O(log n) for n holidays, however far apart the dates are.
 */
export class WorkingCalendar {
  /** The weekdays that are worked, in order, 1 (Monday) to 7 (Sunday). Empty where nobody ever works. */
  readonly weekdays: readonly number[];
  readonly minutesPerDay: number;
  /** In order, without overlaps. */
  readonly holidays: readonly DayRange[];
  /** How many days are worked of the first n days of a week. */
  readonly #ofWeek: readonly number[];
  readonly #holidays: readonly Holidays[];

  constructor({ weekdays, hoursPerDay, holidays = [] }: CalendarParts) {
    const worked = new Set(weekdays);
    this.weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => worked.has(day));
    this.minutesPerDay = hoursPerDay * 60;
    const ofWeek = [0];
    for (let day = 1; day <= 7; day++) ofWeek.push((ofWeek[day - 1] ?? 0) + (worked.has(day) ? 1 : 0));
    this.#ofWeek = ofWeek;
    this.holidays = merged(holidays);
    let before = 0;
    this.#holidays = this.holidays.map((range) => {
      const [first, last] = [dayNumber(range.first), dayNumber(range.last)];
      const entry = { first, last, before };
      before += this.#weekdaysBefore(last + 1) - this.#weekdaysBefore(first);
      return entry;
    });
  }

  isWorkday(day: Temporal.PlainDate): boolean {
    return this.workdays(day, day) === 1;
  }

  /** How many days are worked from `first` to `last`, both included; 0 where `last` is before `first`. */
  workdays(first: Temporal.PlainDate, last: Temporal.PlainDate): number {
    return Math.max(0, this.#workdaysBefore(dayNumber(last) + 1) - this.#workdaysBefore(dayNumber(first)));
  }

  /**
   * The working minutes of a duration. Elapsed time, which passes on free days too, counts with the share of it that
   * is worked in an average week, as far as its dates are not known.
   */
  minutes({ amount, unit, elapsed }: Duration): number {
    // A length does not vanish because somebody is just typing the list of working days.
    const perWeek = this.weekdays.length || 5;
    if (elapsed) return (elapsedDays(amount, unit) * this.minutesPerDay * perWeek) / 7;
    switch (unit) {
      case 'h':
        return amount * 60;
      case 'd':
        return amount * this.minutesPerDay;
      case 'w':
        return amount * perWeek * this.minutesPerDay;
      case 'mo':
        return amount * workdaysPerMonth * this.minutesPerDay;
    }
  }

  /** Working days before a day number, negative where that is before the count begins: only differences mean anything. */
  #workdaysBefore(day: number): number {
    return this.#weekdaysBefore(day) - this.#holidaysBefore(day);
  }

  #weekdaysBefore(day: number): number {
    const week = Math.floor(day / 7);
    return week * this.weekdays.length + (this.#ofWeek[day - week * 7] ?? 0);
  }

  #holidaysBefore(day: number): number {
    const at = lastBefore(this.#holidays, day);
    if (!at) return 0;
    return at.before + this.#weekdaysBefore(Math.min(day, at.last + 1)) - this.#weekdaysBefore(at.first);
  }
}

/** Monday to Friday, 8 hours, no holidays: what the format takes where nothing is said. */
export const standardCalendar = new WorkingCalendar({ weekdays: [1, 2, 3, 4, 5], hoursPerDay: 8 });

/**
 * The calendar that a project works by: each property from the project's own `calendar`, else from that of the
 * settings, else the format's default. Public holidays of `country` are not in it.
 */
export function calendarOf(plan: Plan, file: ProjectFile | undefined): WorkingCalendar {
  const own = file?.root?.fields.calendar?.value;
  const shared = plan.settings?.root?.fields.calendar?.value;
  if (!own && !shared) return standardCalendar;
  const weekdays = stated(own, shared, 'workdays')?.map(({ value }) => weekdayNames.indexOf(value) + 1);
  const hours = stated(own, shared, 'hours_per_day');
  return new WorkingCalendar({
    weekdays: weekdays ?? standardCalendar.weekdays,
    hoursPerDay: hours !== undefined && hours > 0 && hours <= 24 ? hours : 8,
    holidays: stated(own, shared, 'holidays')?.map(({ value }) => value) ?? [],
  });
}

function stated<K extends keyof CalendarFields>(
  own: Calendar | undefined,
  shared: Calendar | undefined,
  property: K,
): NonNullable<CalendarFields[K]>['value'] | undefined {
  return (own?.fields[property] ?? shared?.fields[property])?.value;
}

function elapsedDays(amount: number, unit: Duration['unit']): number {
  const days = { h: 1 / 24, d: 1, w: 7, mo: daysPerElapsedMonth } as const;
  return amount * days[unit];
}

/**
 * The number of a day, counted from Monday, 28 February of the year 0, so that a weekday is a remainder. Years begin in
 * March, which puts the leap day last (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). Temporal gives the same
 * through a difference of dates, and takes ten times as long, for what every date of a plan goes through.
 */
function dayNumber({ year, month, day }: Temporal.PlainDate): number {
  const yearFromMarch = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearFromMarch / 4) - Math.floor(yearFromMarch / 100) + Math.floor(yearFromMarch / 400);
  return yearFromMarch * 365 + leapDays + dayOfYear + 2;
}

/** The ranges in order, those that overlap or touch as one. */
function merged(ranges: Iterable<DayRange>): readonly DayRange[] {
  const sorted = [...ranges]
    .filter(({ first, last }) => isInOrder(first, last))
    .sort((one, other) => Temporal.PlainDate.compare(one.first, other.first));
  const result: DayRange[] = [];
  for (const { first, last } of sorted) {
    const before = result.at(-1);
    if (!before || !isInOrder(first, before.last.add({ days: 1 }))) result.push({ first, last });
    else if (isInOrder(before.last, last)) result[result.length - 1] = { first: before.first, last };
  }
  return result;
}

function isInOrder(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) <= 0;
}

/** Of ranges in order, the last that begins before a day. */
function lastBefore(ranges: readonly Holidays[], day: number): Holidays | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.first ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
}
