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

  constructor(private readonly calendar: WorkingCalendar) {}

  /** When work that is taken up at an instant is done: at once where it has no length. */
  add(instant: Instant, length: number): Instant {
    return length === 0 ? this.#plannable(instant) : this.#finish(instant, length);
  }

  /** When work that is done at an instant has to be taken up: just then where it has no length. */
  subtract(instant: Instant, length: number): Instant {
    return length === 0 ? this.#plannable(instant) : this.#start(instant, -length);
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
    const index = Math.ceil(position / instantsPerDay) - 1;
    if (index >= 0 && index < this.#shift.length) return position + (this.#shift[index] ?? 0);
    return this.#reaches(index) ? this.#finish(instant, length) : side(index);
  }

  /** The last instant that has as much working time before it as another one and a length, which may be negative. */
  #start(instant: Instant, length: number): Instant {
    if (!this.#covers(instant)) return beyond(instant);
    const position = this.#position(instant) + length;
    const index = Math.floor(position / instantsPerDay);
    if (index >= 0 && index < this.#shift.length) return position + (this.#shift[index] ?? 0);
    return this.#reaches(index) ? this.#start(instant, length) : side(index);
  }

  /** The working time before an instant that the tables cover. */
  #position(instant: Instant): number {
    const day = Math.floor(instant / instantsPerDay);
    const at = day - this.#first;
    const passed = (this.#before[at] ?? 0) + (instant - day * instantsPerDay);
    // On a free day it stands still.
    const most = this.#before[at + 1] ?? 0;
    return passed < most ? passed : most;
  }

  #plannable(instant: Instant): Instant {
    return instant >= firstInstant && instant <= lastInstant ? instant : beyond(instant);
  }

  /** Whether the tables cover an instant, once they are made to where that is possible. */
  #covers(instant: Instant): boolean {
    if (instant >= this.#from && instant <= this.#to) return true;
    if (!(instant >= firstInstant && instant <= lastInstant)) return false;
    const day = Math.min(Math.floor(instant / instantsPerDay), lastDay);
    const isEmpty = this.#end === this.#first;
    this.#fill(isEmpty ? day : Math.min(this.#first, day), isEmpty ? day + 1 : Math.max(this.#end, day + 1));
    return true;
  }

  /**
   * Whether the tables come closer to a working day beyond them, counted from the first that they hold. They do not
   * where there are too few days left, worked or not: nobody is asked for holidays of three centuries in vain.
   */
  #reaches(index: number): boolean {
    if (this.calendar.weekdays.length === 0) return false;
    const first = this.#first + Math.min(index, 0);
    const end = this.#end + Math.max(index + 1 - this.#shift.length, 0);
    if (!(first >= firstDay && end <= lastDay + 1)) return false;
    this.#fill(first, end);
    return true;
  }

  /** Makes tables of the years from one day to, not including, another. */
  #fill(first: EpochDay, end: EpochDay): void {
    this.#first = startOfYear(yearOf(first));
    this.#end = startOfYear(yearOf(end - 1) + 1);
    this.#from = this.#first * instantsPerDay;
    this.#to = this.#end * instantsPerDay;
    const isWorked = this.#workedDays();
    const before = new Int32Array(isWorked.length + 2);
    const shift = new Int32Array(isWorked.length);
    let count = 0;
    for (let at = 0; at < isWorked.length; at++) {
      before[at] = count * instantsPerDay;
      if (isWorked[at] === 1) shift[count] = (this.#first + at - count++) * instantsPerDay;
    }
    before.fill(count * instantsPerDay, isWorked.length);
    this.#before = before;
    this.#shift = shift.slice(0, count);
  }

  /** 1 for each day of the tables that is worked. */
  #workedDays(): Uint8Array {
    const isWorked = new Uint8Array(this.#end - this.#first);
    for (const weekday of this.calendar.weekdays) {
      const from = (weekday + 7 - weekdayOf(this.#first)) % 7;
      for (let at = from; at < isWorked.length; at += 7) isWorked[at] = 1;
    }
    for (const { first, last } of this.calendar.daysOff(this.#first, this.#end - 1)) {
      isWorked.fill(0, first - this.#first, last + 1 - this.#first);
    }
    return isWorked;
  }
}

function beyond(instant: Instant): Instant {
  return instant < firstInstant ? -Infinity : Infinity;
}

function side(index: number): Instant {
  return index < 0 ? -Infinity : Infinity;
}
