import {
  firstDay,
  instantsPerDay,
  lastDay,
  weekdayOf,
  type EpochDay,
  type Instant,
  type WorkingCalendar,
} from '../calendar';
import type { Shift } from '../placement/shift';
import type { AllocationWindow } from './assignees';

/** How many days are looked up at once. */
const daysPerPage = 512;

/**
 * The days of a calendar, within a window, as a shift: days in a row are one stretch. Whoever places work asks for the
 * same days again and again, so the days are kept in pages: which are worked, and how long it stays like that.
 */
export class WorkShift implements Shift {
  readonly #first: EpochDay;
  readonly #last: EpochDay;
  /** For each page the days on which each stretch of worked or free days ends; negative where they are free. */
  readonly #pages = new Map<number, Int32Array>();

  constructor(
    private readonly calendar: WorkingCalendar,
    { first = firstDay, last = lastDay }: Pick<AllocationWindow, 'first' | 'last'> = {},
  ) {
    this.#first = Math.max(first, firstDay);
    this.#last = Math.min(last, lastDay);
  }

  nextOn(instant: Instant): Instant {
    return this.#next(instant, false);
  }

  nextOff(instant: Instant): Instant {
    return this.#next(instant, true);
  }

  /** The first instant from the given one on that is not in a stretch of worked days, or of free ones. */
  #next(instant: Instant, isWorked: boolean): Instant {
    let day = Math.floor(instant / instantsPerDay);
    if (day < this.#first) {
      if (isWorked) return instant;
      day = this.#first;
    }
    const from = day;
    while (day <= this.#last) {
      const page = Math.floor((day - firstDay) / daysPerPage);
      const start = firstDay + page * daysPerPage;
      const stretch = this.#page(page)[day - start] ?? 0;
      if (stretch > 0 !== isWorked) break;
      day = start + Math.abs(stretch);
    }
    if (day > this.#last) return isWorked ? Math.max(instant, (this.#last + 1) * instantsPerDay) : Infinity;
    return day === from ? Math.max(instant, day * instantsPerDay) : day * instantsPerDay;
  }

  #page(page: number): Int32Array {
    const known = this.#pages.get(page);
    if (known) return known;
    const stretches = this.#stretches(firstDay + page * daysPerPage);
    this.#pages.set(page, stretches);
    return stretches;
  }

  /** The stretch of each day of a page, by where in the page it ends. */
  #stretches(start: EpochDay): Int32Array {
    const isWorked = new Uint8Array(daysPerPage);
    const weekdays = new Set(this.calendar.weekdays);
    for (let at = 0; at < daysPerPage; at++) isWorked[at] = weekdays.has(weekdayOf(start + at)) ? 1 : 0;
    for (const { first, last } of this.calendar.daysOff(start, start + daysPerPage - 1))
      isWorked.fill(0, first - start, last + 1 - start);
    const stretches = new Int32Array(daysPerPage);
    let end = daysPerPage;
    for (let at = daysPerPage - 1; at >= 0; at--) {
      if (at + 1 < daysPerPage && isWorked[at] !== isWorked[at + 1]) end = at + 1;
      stretches[at] = isWorked[at] === 1 ? end : -end;
    }
    return stretches;
  }
}

/** Shifts, and their numbers by their calendars and windows. */
export interface KnownShifts {
  readonly shifts: readonly WorkShift[];
  readonly numbers: ReadonlyMap<WorkingCalendar, ReadonlyMap<string, number>>;
}

/** The shifts of a plan, each once. What was there before, in another version of it, is the same object. */
export class WorkShifts {
  readonly #shifts: WorkShift[] = [];
  readonly #numbers = new Map<WorkingCalendar, Map<string, number>>();
  readonly #ofCalendars = new Map<WorkingCalendar, number>();

  constructor(private readonly before?: KnownShifts) {}

  get known(): KnownShifts {
    return { shifts: this.#shifts, numbers: this.#numbers };
  }

  /** The number of the shift that works all days of a calendar. */
  ofCalendar(calendar: WorkingCalendar): number {
    const number = this.#ofCalendars.get(calendar) ?? this.numberOf(calendar, {});
    this.#ofCalendars.set(calendar, number);
    return number;
  }

  /** The number of the shift that works the days of a calendar within a window. */
  numberOf(calendar: WorkingCalendar, window: Pick<AllocationWindow, 'first' | 'last'>): number {
    const numbers = this.#numbers.get(calendar) ?? new Map<string, number>();
    this.#numbers.set(calendar, numbers);
    const key = `${String(window.first)}..${String(window.last)}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const before = this.before?.shifts[this.before.numbers.get(calendar)?.get(key) ?? -1];
    const number = this.#shifts.push(before ?? new WorkShift(calendar, window)) - 1;
    numbers.set(key, number);
    return number;
  }
}
