import { instantsPerDay, type EpochDay, type Instant, type WorkingCalendar } from '../calendar';
import type { Shift } from '../placement/shift';
import type { AllocationWindow } from './assignees';

/**
 * The days of a calendar, within a window, as a shift: days in a row are one stretch. A stretch is kept until another
 * one is asked for, because whoever places work goes from one to the next.
 */
export class WorkShift implements Shift {
  readonly #first: Instant;
  readonly #end: Instant;
  #from: Instant = Infinity;
  #until: Instant = -Infinity;

  constructor(
    private readonly calendar: WorkingCalendar,
    { first = -Infinity, last = Infinity }: Pick<AllocationWindow, 'first' | 'last'> = {},
  ) {
    this.#first = first * instantsPerDay;
    this.#end = (last + 1) * instantsPerDay;
  }

  nextOn(instant: Instant): Instant {
    if (instant >= this.#from && instant < this.#until) return instant;
    const next = this.calendar.nextWorkingStart(Math.max(instant, this.#first)) ?? Infinity;
    return next < this.#end ? next : Infinity;
  }

  nextOff(instant: Instant): Instant {
    if (instant >= this.#from && instant < this.#until) return this.#until;
    if (this.nextOn(instant) !== instant) return instant;
    const day = Math.floor(instant / instantsPerDay);
    this.#from = instant;
    this.#until = Math.min(this.#end, (day + this.#workdaysFrom(day)) * instantsPerDay);
    return this.#until;
  }

  /** How many days in a row are worked from a day on, in steps that double: O(log n) for n of them. */
  #workdaysFrom(day: EpochDay): number {
    const isWhole = (count: number): boolean => this.calendar.workdaysBetween(day, day + count - 1) === count;
    let enough = 1;
    while (isWhole(enough * 2)) enough *= 2;
    let tooMany = enough * 2;
    while (tooMany - enough > 1) {
      const middle = (enough + tooMany) >> 1;
      if (isWhole(middle)) enough = middle;
      else tooMany = middle;
    }
    return enough;
  }
}
