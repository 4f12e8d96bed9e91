import type { EpochDay, Instant, WorkingCalendar } from '../calendar';
import { firstDay, instantsPerDay, lastDay, startOfYear, weekdayOf, yearOf } from '../calendar/instant';

const firstInstant = firstDay * instantsPerDay;
const lastInstant = (lastDay + 1) * instantsPerDay;

/**
 * The arithmetic of a {@link WorkingCalendar} for those who ask millions of times: lengths are instants of working time,
 * 1440 for each working day whatever its hours, never negative, and nothing is rounded. Each answer is O(1), a look into
 * one table by days and into one by working days, and allocates nothing. The tables hold the years from the first to the
 * last that was ever needed, at most sixteen bytes a day, and public holidays are asked for these years only.
 *
 * Working time is a line of its own: the position of an instant on it is the working time before it, counted from any
 * instant, but always the same one. A step in one calendar is an addition there.
 *
 * Beyond the years of a plan, 1900 to 2199, and where nobody ever works, the answer is `Infinity` for what lies ahead
 * and `-Infinity` for what lies behind; it is never NaN.
 */
export class WorkingTime {
  /** The days of the tables: from the first to, not including, the end. */
  #first: EpochDay = 0;
  #end: EpochDay = 0;
  /** The same in instants, the end included. They hold none before the first question. */
  #from: Instant = Infinity;
  #to: Instant = -Infinity;
  /** The positions of the first day and of the end. */
  #least = 0;
  #most = 0;
  /** The position of each day, and twice that of the end, which then counts as a free day. Longer than it has to be. */
  #before = new Int32Array(0);
  /** What each working day lies later than its position, in instants. Longer than it has to be. */
  #shift = new Int32Array(0);

  constructor(private readonly calendar: WorkingCalendar) {}

  /** When work that is taken up at an instant is done: at once where it has no length. */
  add(instant: Instant, length: number): Instant {
    return length === 0 ? plannable(instant) : this.#finish(instant, length);
  }

  /** When work that is done at an instant has to be taken up: just then where it has no length. */
  subtract(instant: Instant, length: number): Instant {
    return length === 0 ? plannable(instant) : this.#start(instant, length);
  }

  /** The instant itself in working time, else when work is taken up again. */
  nextStart(instant: Instant): Instant {
    return this.#start(instant, 0);
  }

  /** The instant itself in or right after working time, else when work ceased. */
  previousFinish(instant: Instant): Instant {
    return this.#finish(instant, 0);
  }

  /** The working time from one instant to another; negative where `to` is the earlier. */
  between(from: Instant, to: Instant): number {
    if (this.#covers(from) && this.#covers(to)) return this.#position(to) - this.#position(from);
    if (from === to) return 0;
    return from > to ? -Infinity : Infinity;
  }

  /** The position of an instant. */
  position(instant: Instant): number {
    return this.#covers(instant) ? this.#position(instant) : beyond(instant);
  }

  /** The first instant at a position. */
  earliest(position: number): Instant {
    const passed = position - this.#least;
    if (passed > 0 && position <= this.#most) return position + (this.#shift[wholeDays(passed - 1)] ?? 0);
    if (this.#reaches(position - 1)) return this.earliest(position);
    return passed > 0 ? Infinity : -Infinity;
  }

  /** The last instant at a position. */
  latest(position: number): Instant {
    const passed = position - this.#least;
    if (passed >= 0 && position < this.#most) return position + (this.#shift[wholeDays(passed)] ?? 0);
    if (this.#reaches(position)) return this.latest(position);
    return passed < 0 ? -Infinity : Infinity;
  }

  /** The first instant that has as much working time before it as another one and a length. */
  #finish(instant: Instant, length: number): Instant {
    return this.#covers(instant) ? this.earliest(this.#position(instant) + length) : beyond(instant);
  }

  /** The last instant that has as much working time before it as another one without a length. */
  #start(instant: Instant, length: number): Instant {
    return this.#covers(instant) ? this.latest(this.#position(instant) - length) : beyond(instant);
  }

  /** The position of an instant that the tables cover. */
  #position(instant: Instant): number {
    const passed = instant - this.#from;
    const day = wholeDays(passed);
    const position = (this.#before[day] ?? 0) + passed - day * instantsPerDay;
    // On a free day it stands still.
    const most = this.#before[day + 1] ?? 0;
    return position < most ? position : most;
  }

  /** Whether the tables cover an instant, once they are made to where that is possible. */
  #covers(instant: Instant): boolean {
    return (instant >= this.#from && instant <= this.#to) || this.#comesToCover(instant);
  }

  #comesToCover(instant: Instant): boolean {
    if (!isPlannable(instant)) return false;
    const day = Math.min(Math.floor(instant / instantsPerDay), lastDay);
    if (this.#end === this.#first) this.#first = this.#end = startOfYear(yearOf(day));
    this.#fill(Math.min(this.#first, day), Math.max(this.#end, day + 1));
    return true;
  }

  /**
   * Whether the tables come closer to a position that they do not have. They do not where there are too few days left,
   * worked or not: nobody is asked for the holidays of three centuries in vain.
   */
  #reaches(position: number): boolean {
    if (this.calendar.weekdays.length === 0) return false;
    const first = this.#first + Math.min(Math.floor((position - this.#least) / instantsPerDay), 0);
    const end = this.#end + Math.max(Math.floor((position - this.#most) / instantsPerDay) + 1, 0);
    if (!(first >= firstDay && end <= lastDay + 1) || (first === this.#first && end === this.#end)) return false;
    this.#fill(first, end);
    return true;
  }

  /** Makes the tables hold the years from one day to, not including, another; those that they have at least. */
  #fill(firstNeeded: EpochDay, endNeeded: EpochDay): void {
    const first = startOfYear(yearOf(firstNeeded));
    const end = startOfYear(yearOf(endNeeded - 1) + 1);
    // As a rule time goes on, and what is there stays right.
    const isGrowing = first === this.#first;
    const known = isGrowing ? this.#end - first : 0;
    const isWorked = this.#workedDays(first + known, end);
    if (!isGrowing) {
      // Positions stay what they are, so the new days before them have negative ones.
      for (let day = first; day < this.#first; day++) this.#least -= isWorked[day - first] === 0 ? 0 : instantsPerDay;
      this.#most = this.#least;
    }
    this.#before = withRoom(this.#before, end - first + 2);
    this.#shift = withRoom(this.#shift, end - first);
    for (let at = 0; at < isWorked.length; at++) {
      const day = known + at;
      this.#before[day] = this.#most;
      if (isWorked[at] === 0) continue;
      this.#shift[wholeDays(this.#most - this.#least)] = (first + day) * instantsPerDay - this.#most;
      this.#most += instantsPerDay;
    }
    this.#before.fill(this.#most, end - first, end - first + 2);
    this.#first = first;
    this.#end = end;
    this.#from = first * instantsPerDay;
    this.#to = end * instantsPerDay;
  }

  /** 1 for each day from one to, not including, another that is worked. */
  #workedDays(from: EpochDay, end: EpochDay): Uint8Array {
    const isWorked = new Uint8Array(end - from);
    for (const weekday of this.calendar.weekdays) {
      const first = (weekday + 7 - weekdayOf(from)) % 7;
      for (let at = first; at < isWorked.length; at += 7) isWorked[at] = 1;
    }
    for (const { first, last } of this.calendar.daysOff(from, end - 1)) isWorked.fill(0, first - from, last + 1 - from);
    return isWorked;
  }
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
  return instant >= firstInstant && instant <= lastInstant;
}

function plannable(instant: Instant): Instant {
  return isPlannable(instant) ? instant : beyond(instant);
}

function beyond(instant: Instant): Instant {
  return instant < firstInstant ? -Infinity : Infinity;
}
