import type { EpochDay, Instant, WorkingCalendar } from '../calendar';
import { firstDay, instantsPerDay, lastDay, startOfYear, weekdayOf, yearOf } from '../calendar/instant';

const firstInstant = firstDay * instantsPerDay;
const lastInstant = (lastDay + 1) * instantsPerDay;

/**
 * The arithmetic of a {@link WorkingCalendar} for those who ask millions of times: lengths are instants of working time,
 * 1440 for each working day whatever its hours, never negative, and nothing is rounded. Each answer is O(1), a look into
 * one table by days and into one by working days, and allocates nothing. The tables hold the years from the first to the
 * last that was ever needed, at most eight bytes a day, and public holidays are asked for these years only.
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
  /** The working time before each day, in instants, and twice that before the end, which then counts as a free day. */
  #before = new Int32Array(0);
  /** What each working day lies later than the working time before it, in instants. */
  #shift = new Int32Array(0);
  /** The working time of all days. */
  #total = 0;

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
    // One after the other: to cover the second may move the positions in the tables, but not uncover the first.
    if (this.#covers(from) && this.#covers(to)) return this.#position(to) - this.#position(from);
    if (from === to) return 0;
    return from > to ? -Infinity : Infinity;
  }

  /** The first instant that has as much working time before it as another one and a length. */
  #finish(instant: Instant, length: number): Instant {
    if (!this.#covers(instant)) return beyond(instant);
    const position = this.#position(instant) + length;
    if (position > 0 && position <= this.#total) return position + (this.#shift[wholeDays(position - 1)] ?? 0);
    if (this.#reaches(position - 1)) return this.#finish(instant, length);
    return position > 0 ? Infinity : -Infinity;
  }

  /** The last instant that has as much working time before it as another one without a length. */
  #start(instant: Instant, length: number): Instant {
    if (!this.#covers(instant)) return beyond(instant);
    const position = this.#position(instant) - length;
    if (position >= 0 && position < this.#total) return position + (this.#shift[wholeDays(position)] ?? 0);
    if (this.#reaches(position)) return this.#start(instant, length);
    return position < 0 ? -Infinity : Infinity;
  }

  /** The working time before an instant that the tables cover. */
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
    const first = this.#first + Math.min(Math.floor(position / instantsPerDay), 0);
    const end = this.#end + Math.max(Math.floor((position - this.#total) / instantsPerDay) + 1, 0);
    if (!(first >= firstDay && end <= lastDay + 1) || (first === this.#first && end === this.#end)) return false;
    this.#fill(first, end);
    return true;
  }

  /** Makes tables of the years from one day to, not including, another; of those of before at least. */
  #fill(firstNeeded: EpochDay, endNeeded: EpochDay): void {
    const first = startOfYear(yearOf(firstNeeded));
    const end = startOfYear(yearOf(endNeeded - 1) + 1);
    // As a rule time goes on, and what is there stays right.
    const known = first === this.#first ? this.#end - first : 0;
    const before = new Int32Array(end - first + 2);
    const shift = new Int32Array(end - first);
    before.set(this.#before.subarray(0, known));
    if (known > 0) shift.set(this.#shift);
    let total = known > 0 ? this.#total : 0;
    const isWorked = this.#workedDays(first + known, end);
    for (let at = 0; at < isWorked.length; at++) {
      const day = known + at;
      before[day] = total;
      if (isWorked[at] === 0) continue;
      shift[wholeDays(total)] = (first + day) * instantsPerDay - total;
      total += instantsPerDay;
    }
    before.fill(total, end - first);
    this.#first = first;
    this.#end = end;
    this.#from = first * instantsPerDay;
    this.#to = end * instantsPerDay;
    this.#before = before;
    this.#shift = shift.slice(0, wholeDays(total));
    this.#total = total;
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
