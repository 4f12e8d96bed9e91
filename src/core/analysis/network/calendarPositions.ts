import { type EpochDay, type Instant, WorkingCalendar } from '../calendar';
import { firstDay, instantsPerDay, lastDay, startOfYear, weekdayOf, yearOf } from '../calendar/instant';

const firstInstant = firstDay * instantsPerDay;
/** All the time that a plan can hold, which no position exceeds. */
const allTime = (lastDay + 1 - firstDay) * instantsPerDay;

const pageBits = 9;
const daysPerPage = 1 << pageBits;
const withinPage = daysPerPage - 1;
/** One more day than there are: the end of the last one is an instant too. */
const pagesPerCalendar = Math.ceil((lastDay + 2 - firstDay) / daysPerPage);
/** The page of what no table holds yet, and what it is full of: no entry is odd and negative. */
const noPage = 0;
const notKnown = -1;

/** What the tables hold of a calendar: the days from the first to, not including, the end. */
interface Coverage {
  readonly calendar: WorkingCalendar;
  /** By these numbers. */
  readonly numbers: readonly number[];
  first: EpochDay;
  end: EpochDay;
  /** The positions of the first day and of the end. */
  least: number;
  most: number;
}

/**
 * Working time of numbered calendars as a line of numbers for each: the position of an instant is the working time
 * before it, 1440 for each working day whatever its hours, counted from any instant, but always the same one. Within one
 * calendar a step is an addition of positions, and only what comes from outside and goes out has to be looked up. Several
 * instants have one position, where nobody works: what takes time starts at the latest and finishes at the earliest of
 * them, but a point, or a stated date, may be at any.
 *
 * Each answer is a look into a table, by days or by working days, and allocates nothing. The tables lie in pages of one
 * array, so that those who ask millions of times, now for this calendar and now for that, find them close together. They
 * hold the years from the first to the last that was ever needed, of each calendar its own, and public holidays are asked
 * for these years only. Calendars that are the same share their pages.
 *
 * Beyond the years of a plan, 1900 to 2199, and where nobody ever works, the answer is `Infinity` for what lies ahead and
 * `-Infinity` for what lies behind. What calendar numbers do not name has no working time. Without calendars all time is
 * working time, and instants are positions: one class for both, so that the passes are compiled once for all networks.
 */
export class CalendarPositions {
  readonly #isAllTime: boolean;
  readonly #coverages: readonly Coverage[];
  /** Where in `pages` the page of each calendar is, by days from the first of all, and by working days. */
  readonly #pageOfDay: Int32Array;
  readonly #pageOfWorkday: Int32Array;
  /**
   * Of each day twice its position, and one more where it is worked. Of each working day how much later it is than its
   * position.
   */
  #pages: Int32Array<ArrayBuffer>;
  #end = daysPerPage;

  constructor(calendars?: readonly WorkingCalendar[]) {
    this.#isAllTime = calendars === undefined;
    this.#coverages = coveragesOf(calendars ?? []);
    const pageCount = this.#coverages.length * pagesPerCalendar;
    this.#pageOfDay = new Int32Array(pageCount);
    this.#pageOfWorkday = new Int32Array(pageCount);
    this.#pages = new Int32Array(daysPerPage).fill(notKnown);
  }

  /** The position of an instant. */
  position(calendar: number, instant: Instant): number {
    const known = this.knownPosition(calendar, instant);
    if (!Number.isNaN(known)) return known;
    const covered = this.#coverageOf(calendar);
    if (!isPlannable(instant)) return beyond(instant);
    // The day that is looked up, by the same rounding where an instant is no whole number.
    this.#cover(covered, Math.min(firstDay + wholeDays(instant - firstInstant), lastDay));
    return this.knownPosition(covered.numbers[0] ?? 0, instant);
  }

  /** The first instant at a position. */
  earliest(calendar: number, position: number): Instant {
    const known = this.knownEarliest(calendar, position);
    if (!Number.isNaN(known)) return known;
    const covered = this.#coverageOf(calendar);
    if (this.#reaches(covered, position - 1)) return this.earliest(calendar, position);
    return position > covered.least ? Infinity : -Infinity;
  }

  /** The last instant at a position. */
  latest(calendar: number, position: number): Instant {
    const known = this.knownLatest(calendar, position);
    if (!Number.isNaN(known)) return known;
    const covered = this.#coverageOf(calendar);
    if (this.#reaches(covered, position)) return this.latest(calendar, position);
    return position < covered.least ? -Infinity : Infinity;
  }

  /** The position of an instant that the tables hold by now, else NaN: calls nothing, and is compiled into loops. */
  knownPosition(calendar: number, instant: Instant): number {
    if (this.#isAllTime) return instant;
    const passed = instant - firstInstant;
    if (!(passed >= 0 && passed <= allTime)) return NaN;
    const day = wholeDays(passed);
    const page = this.#pageOfDay[calendar * pagesPerCalendar + (day >> pageBits)] ?? noPage;
    const entry = this.#pages[page + (day & withinPage)] ?? notKnown;
    if (entry === notKnown) return NaN;
    // On a free day it stands still.
    return (entry >> 1) + (entry & 1) * (passed - day * instantsPerDay);
  }

  /** The same for the first instant at a position. */
  knownEarliest(calendar: number, position: number): Instant {
    if (this.#isAllTime) return position;
    return position + this.#shift(calendar, position - 1);
  }

  /** The same for the last instant at a position. */
  knownLatest(calendar: number, position: number): Instant {
    if (this.#isAllTime) return position;
    return position + this.#shift(calendar, position);
  }

  /** How much later than its position the working day is that begins at a position, or before it. */
  #shift(calendar: number, position: number): number {
    if (!(position >= 0 && position <= allTime)) return NaN;
    const workday = wholeDays(position);
    const page = this.#pageOfWorkday[calendar * pagesPerCalendar + (workday >> pageBits)] ?? noPage;
    const shift = this.#pages[page + (workday & withinPage)] ?? notKnown;
    return shift === notKnown ? NaN : shift;
  }

  #coverageOf(calendar: number): Coverage {
    const coverage = this.#coverages[calendar] ?? this.#coverages.at(-1);
    if (!coverage) throw new Error('There is no calendar.');
    return coverage;
  }

  /** Makes the tables hold a day that they do not. */
  #cover(covered: Coverage, day: EpochDay): void {
    if (covered.end === covered.first) {
      covered.first = covered.end = startOfYear(yearOf(day));
      // As if all days before it were worked: so no position is negative.
      covered.least = covered.most = (covered.first - firstDay) * instantsPerDay;
    }
    this.#extend(covered, Math.min(covered.first, day), Math.max(covered.end, day + 1));
  }

  /**
   * Whether the tables come closer to a position that they do not have. They do not where there are too few days left,
   * worked or not: nobody is asked for the holidays of three centuries in vain.
   */
  #reaches(covered: Coverage, position: number): boolean {
    if (covered.calendar.weekdays.length === 0 || covered.end === covered.first) return false;
    const first = covered.first + Math.min(Math.floor((position - covered.least) / instantsPerDay), 0);
    const end = covered.end + Math.max(Math.floor((position - covered.most) / instantsPerDay) + 1, 0);
    const isNearer = first !== covered.first || end !== covered.end;
    if (!(first >= firstDay && end <= lastDay + 1) || !isNearer) return false;
    this.#extend(covered, first, end);
    return true;
  }

  /** Makes the tables hold the years from one day to, not including, another; those that they have at least. */
  #extend(covered: Coverage, firstNeeded: EpochDay, endNeeded: EpochDay): void {
    const first = startOfYear(yearOf(firstNeeded));
    const end = startOfYear(yearOf(endNeeded - 1) + 1);
    if (first < covered.first) {
      const isWorked = workedDays(covered.calendar, first, covered.first);
      for (const one of isWorked) covered.least -= one * instantsPerDay;
      this.#fill(covered, first, isWorked, covered.least);
      covered.first = first;
    }
    if (end > covered.end) {
      const isWorked = workedDays(covered.calendar, covered.end, end);
      covered.most = this.#fill(covered, covered.end, isWorked, covered.most);
      covered.end = end;
      // The end of the last day of all is an instant too, at which nothing more is worked.
      if (end > lastDay)
        this.#pages[this.#place(this.#pageOfDay, covered.numbers[0] ?? 0, end - firstDay)] = 2 * covered.most;
    }
  }

  /** Writes the days from one on, whose position is given, and returns the position of their end. */
  #fill(covered: Coverage, first: EpochDay, isWorked: Uint8Array, firstPosition: number): number {
    const [number = 0] = covered.numbers;
    let day = first - firstDay;
    let position = firstPosition;
    this.#makePages(covered, this.#pageOfDay, day, day + isWorked.length);
    this.#makePages(
      covered,
      this.#pageOfWorkday,
      position / instantsPerDay,
      position / instantsPerDay + isWorked.length,
    );
    const pages = this.#pages;
    for (const one of isWorked) {
      pages[this.#place(this.#pageOfDay, number, day)] = 2 * position + one;
      if (one === 1) {
        const workday = wholeDays(position);
        pages[this.#place(this.#pageOfWorkday, number, workday)] = firstInstant + day * instantsPerDay - position;
        position += instantsPerDay;
      }
      day++;
    }
    return position;
  }

  /** Where the entry of a day or working day is in the pages. */
  #place(pageOf: Int32Array, number: number, index: number): number {
    return (pageOf[number * pagesPerCalendar + (index >> pageBits)] ?? noPage) + (index & withinPage);
  }

  /** Makes the pages of all days, or working days, from the first to the last. */
  #makePages({ numbers }: Coverage, pageOf: Int32Array, first: number, last: number): void {
    const [number = 0] = numbers;
    for (let page = first >> pageBits; page <= last >> pageBits && page < pagesPerCalendar; page++) {
      if (pageOf[number * pagesPerCalendar + page] !== noPage) continue;
      for (const same of numbers) pageOf[same * pagesPerCalendar + page] = this.#end;
      this.#pages = withRoom(this.#pages, this.#end + daysPerPage);
      this.#pages.fill(notKnown, this.#end, this.#end + daysPerPage);
      this.#end += daysPerPage;
    }
  }
}

const never = new WorkingCalendar({ weekdays: [], hoursPerDay: 8 });

/** What the tables hold of each calendar to begin with, which is nothing; the last one is for all other numbers. */
function coveragesOf(calendars: readonly WorkingCalendar[]): readonly Coverage[] {
  const known = new Map<WorkingCalendar, Coverage & { numbers: number[] }>();
  return [...calendars, never].map((calendar, number) => {
    const covered = known.get(calendar) ?? { calendar, numbers: [], first: 0, end: 0, least: 0, most: 0 };
    known.set(calendar, covered);
    covered.numbers.push(number);
    return covered;
  });
}

/** 1 for each day from one to, not including, another that is worked. */
function workedDays(calendar: WorkingCalendar, from: EpochDay, end: EpochDay): Uint8Array {
  const isWorked = new Uint8Array(end - from);
  for (const weekday of calendar.weekdays) {
    const first = (weekday + 7 - weekdayOf(from)) % 7;
    for (let at = first; at < isWorked.length; at += 7) isWorked[at] = 1;
  }
  for (const { first, last } of calendar.daysOff(from, end - 1)) isWorked.fill(0, first - from, last + 1 - from);
  return isWorked;
}

/** A table with room for as many entries at least: twice of what it had, so that to grow by years costs little. */
function withRoom(table: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= table.length) return table;
  const larger = new Int32Array(Math.max(length, 2 * table.length));
  larger.set(table);
  return larger;
}

/** How many whole days a time that is not negative has: in integers, a fraction of what `Math.floor` takes. */
function wholeDays(time: number): number {
  return ((time | 0) / instantsPerDay) | 0;
}

function isPlannable(instant: Instant): boolean {
  return instant >= firstInstant && instant - firstInstant <= allTime;
}

/** The instant itself, where a plan can hold it. */
export function plannable(instant: Instant): Instant {
  return isPlannable(instant) ? instant : beyond(instant);
}

function beyond(instant: Instant): Instant {
  return instant < firstInstant ? -Infinity : Infinity;
}
