import { type Instant, WorkingCalendar } from '../calendar';
import { CalendarPositions, plannable } from './calendarPositions';
import type { TimeArithmetic } from './timeArithmetic';

/**
 * The working time of several calendars, by their numbers. All lengths are instants of working time, 1440 for each
 * working day whatever its hours. What calendar numbers do not name has no working time.
 */
export interface CalendarTime extends TimeArithmetic {
  readonly positions: CalendarPositions;
  /** The number of a calendar in which all time is working time: for durations such as `6ed`, and lags in them. */
  readonly elapsed: number;
}

/**
 * The working time of calendars, each by its place in the list, and of elapsed time. Calendars that are the same share
 * their tables, which are made when they are first needed: to list one costs next to nothing.
 */
export function calendarTime(calendars: readonly WorkingCalendar[]): CalendarTime {
  return new TimeByPositions(calendars);
}

const everyDay = new WorkingCalendar({ weekdays: [1, 2, 3, 4, 5, 6, 7], hoursPerDay: 24 });

class TimeByPositions implements CalendarTime {
  readonly positions: CalendarPositions;
  readonly elapsed: number;

  constructor(calendars: readonly WorkingCalendar[]) {
    this.elapsed = calendars.length;
    this.positions = new CalendarPositions([...calendars, everyDay]);
  }

  add(calendar: number, instant: Instant, length: number): Instant {
    return length === 0 ? plannable(instant) : this.#finish(calendar, instant, length);
  }

  subtract(calendar: number, instant: Instant, length: number): Instant {
    return length === 0 ? plannable(instant) : this.#start(calendar, instant, length);
  }

  nextStart(calendar: number, instant: Instant): Instant {
    return this.#start(calendar, instant, 0);
  }

  previousFinish(calendar: number, instant: Instant): Instant {
    return this.#finish(calendar, instant, 0);
  }

  between(calendar: number, from: Instant, to: Instant): number {
    const first = this.positions.position(calendar, from);
    const last = Number.isFinite(first) ? this.positions.position(calendar, to) : first;
    if (Number.isFinite(last)) return last - first;
    if (from === to) return 0;
    return from > to ? -Infinity : Infinity;
  }

  /** The first instant that has as much working time before it as another one and a length. */
  #finish(calendar: number, instant: Instant, length: number): Instant {
    const position = this.positions.position(calendar, instant);
    return Number.isFinite(position) ? this.positions.earliest(calendar, position + length) : position;
  }

  /** The last instant that has as much working time before it as another one without a length. */
  #start(calendar: number, instant: Instant, length: number): Instant {
    const position = this.positions.position(calendar, instant);
    return Number.isFinite(position) ? this.positions.latest(calendar, position - length) : position;
  }
}
