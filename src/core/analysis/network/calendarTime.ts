import { type Instant, WorkingCalendar } from '../calendar';
import { CalendarPositions, type TimeArithmetic } from './timeArithmetic';
import { WorkingTime } from './workingTime';

/**
 * The working time of several calendars, by their numbers. All lengths are instants of working time, 1440 for each
 * working day whatever its hours. What calendar numbers do not name has no working time.
 */
export interface CalendarTime extends TimeArithmetic {
  readonly positions: CalendarPositions;
  /** The number of a calendar in which all time is working time: for durations such as `6ed`, and lags in them. */
  readonly elapsed: number;
  /** The working time of one calendar. */
  of(calendar: number): WorkingTime;
}

/**
 * The working time of calendars, each by its place in the list, and of elapsed time. Calendars that are the same share
 * their tables, which are made when they are first needed: to list one costs next to nothing.
 */
export function calendarTime(calendars: readonly WorkingCalendar[]): CalendarTime {
  return new TablesOfCalendars(calendars);
}

const everyDay = new WorkingCalendar({ weekdays: [1, 2, 3, 4, 5, 6, 7], hoursPerDay: 24 });
const never = new WorkingCalendar({ weekdays: [], hoursPerDay: 8 });

class TablesOfCalendars implements CalendarTime {
  readonly positions = new CalendarPositions(this);
  readonly elapsed: number;
  readonly #times: readonly WorkingTime[];
  readonly #never = new WorkingTime(never);

  constructor(calendars: readonly WorkingCalendar[]) {
    const known = new Map<WorkingCalendar, WorkingTime>();
    this.elapsed = calendars.length;
    this.#times = [...calendars, everyDay].map((calendar) => {
      const time = known.get(calendar) ?? new WorkingTime(calendar);
      known.set(calendar, time);
      return time;
    });
  }

  of(calendar: number): WorkingTime {
    return this.#times[calendar] ?? this.#never;
  }

  add(calendar: number, instant: Instant, length: number): Instant {
    return this.of(calendar).add(instant, length);
  }

  subtract(calendar: number, instant: Instant, length: number): Instant {
    return this.of(calendar).subtract(instant, length);
  }

  nextStart(calendar: number, instant: Instant): Instant {
    return this.of(calendar).nextStart(instant);
  }

  previousFinish(calendar: number, instant: Instant): Instant {
    return this.of(calendar).previousFinish(instant);
  }

  between(calendar: number, from: Instant, to: Instant): number {
    return this.of(calendar).between(from, to);
  }
}
