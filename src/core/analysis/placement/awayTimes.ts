import type { Shift } from './shift';

/**
 * When somebody goes off duty while others take up the work before they are back. Found once, day by day, and then only
 * looked up, however often somebody asks.
 */
export class AwayTimes {
  readonly #away: number[] = [];
  /** The next time off to be looked at. */
  #next: number;

  /**
   * @param taken when whoever it is about is on duty
   * @param resume when the work goes on that is resumed at an instant; never falls while the instant rises
   * @param origin nobody asks about times before
   */
  constructor(
    private readonly taken: Shift,
    private readonly resume: (instant: number) => number,
    origin: number,
  ) {
    this.#next = taken.nextOff(origin);
  }

  /** The first of these times from an instant on before a limit with work that goes on before the limit too; else the limit. */
  first(from: number, limit: number): number {
    this.#lookUntil(limit);
    const begin = this.taken.nextOff(from);
    let low = 0;
    let high = this.#away.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#away[middle] ?? 0) < begin) low = middle + 1;
      else high = middle;
    }
    const away = this.#away[low] ?? Infinity;
    return away < limit && this.resume(away) < limit ? away : limit;
  }

  #lookUntil(limit: number): void {
    while (this.#next < limit) {
      const off = this.#next;
      const start = this.resume(off);
      const on = this.taken.nextOn(off);
      if (start < on) this.#away.push(off);
      const next = this.taken.nextOff(on);
      this.#next = next > off ? next : Infinity;
    }
  }
}
