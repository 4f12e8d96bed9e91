import type { CalendarPositions } from './calendarPositions';

/**
 * Working time of numbered calendars. Instants and lengths are integers of one unit; lengths are never negative. Where
 * no working time is left, the answer is `Infinity` (before all time: `-Infinity`), never NaN. What has no length ends
 * where it begins, at any instant; for other lengths, with W(t) for the working time before t, which never falls and is
 * flat where nobody works:
 */
export interface TimeArithmetic {
  /** The earliest t with W(t) = W(instant) + length: the end of the last working minute that is needed. */
  add(calendar: number, instant: number, length: number): number;
  /** The latest t with W(t) = W(instant) − length: the beginning of the first working minute that is needed. */
  subtract(calendar: number, instant: number, length: number): number;
  /** The latest t with W(t) = W(instant): the instant itself in working time, else when work is taken up again. */
  nextStart(calendar: number, instant: number): number;
  /** The earliest t with W(t) = W(instant): the instant itself in or right after working time, else when work ceased. */
  previousFinish(calendar: number, instant: number): number;
  /** W(to) − W(from), negative where `to` is earlier. */
  between(calendar: number, from: number, to: number): number;
  /** The same by positions; the dates are the same without, and take longer to find. */
  readonly positions?: CalendarPositions;
}

/**
 * The steps that the two passes are made of. Without an arithmetic all time is working time, and each step is one
 * addition: the form of the published method, and the fast one.
 *
 * What has no length takes place wherever it falls; whatever takes time starts and finishes in working time. `later`
 * and `latestBefore` are exact opposites (a Galois connection: `later(x) ≤ y` just where `x ≤ latestBefore(y)`), so that
 * late dates are never before early ones by a mere weekend. That is why a lead counts back to the end of a working
 * minute, and not to the beginning of the next one.
 */
export class TimeSteps {
  constructor(private readonly time: TimeArithmetic | undefined) {}

  finish(calendar: number, start: number, length: number): number {
    if (length === 0) return start;
    return this.time ? this.time.add(calendar, start, length) : start + length;
  }

  start(calendar: number, finish: number, length: number): number {
    if (length === 0) return finish;
    return this.time ? this.time.subtract(calendar, finish, length) : finish - length;
  }

  /** Where something of a length may start that may not start before an instant. */
  startFrom(calendar: number, instant: number, length: number): number {
    return this.time && length > 0 ? this.time.nextStart(calendar, instant) : instant;
  }

  /** Where something of a length has finished that has finished by an instant. */
  finishBy(calendar: number, instant: number, length: number): number {
    return this.time && length > 0 ? this.time.previousFinish(calendar, instant) : instant;
  }

  /** The last start of something of a length that is not after an instant. */
  startBy(calendar: number, instant: number, length: number): number {
    if (!this.time || length === 0 || this.time.nextStart(calendar, instant) === instant) return instant;
    return this.time.subtract(calendar, instant, 1);
  }

  /** An instant moved by the lag of a link. */
  later(calendar: number, instant: number, lag: number): number {
    if (lag === 0) return instant;
    if (!this.time) return instant + lag;
    if (lag > 0) return this.time.add(calendar, instant, lag);
    return this.time.previousFinish(calendar, this.time.subtract(calendar, instant, -lag));
  }

  /** The latest instant that, moved by the lag, is not after the given one. */
  latestBefore(calendar: number, instant: number, lag: number): number {
    if (lag === 0) return instant;
    if (!this.time) return instant - lag;
    if (lag > 0) return this.time.subtract(calendar, instant, lag);
    return this.time.nextStart(calendar, this.time.add(calendar, instant, -lag));
  }

  between(calendar: number, from: number, to: number): number {
    return this.time ? this.time.between(calendar, from, to) : to - from;
  }
}
