/**
 * When somebody is on duty. Both answers never fall while the instant rises. After some instant nothing may change any
 * more, so that `Infinity` is the answer: who follows a shift does so one change after the other.
 */
export interface Shift {
  /** The first instant from the given one on that is on duty, itself if it is; `Infinity` if there is none. */
  nextOn(instant: number): number;
  /** The first instant from the given one on that is off duty, itself if it is; `Infinity` if there is none. */
  nextOff(instant: number): number;
}

export const allTime: Shift = { nextOn: (instant) => instant, nextOff: () => Infinity };

const noTime: Shift = { nextOn: () => Infinity, nextOff: (instant) => instant };

/** Shifts by number, and what two of them have in common: always the same object for the same numbers. */
export class Shifts {
  readonly #common = new Map<string, Shift>();

  constructor(private readonly shifts: readonly Shift[] = []) {}

  /** All time for −1, never for a shift that does not exist. */
  at(index = -1): Shift {
    return index === -1 ? allTime : (this.shifts[index] ?? noTime);
  }

  /** When both are on duty. */
  common(first = -1, second = -1): Shift {
    if (first === second || second === -1) return this.at(first);
    if (first === -1) return this.at(second);
    const key = `${first} ${second}`;
    const known = this.#common.get(key) ?? both(this.at(first), this.at(second));
    this.#common.set(key, known);
    return known;
  }
}

function both(first: Shift, second: Shift): Shift {
  return {
    nextOn(instant) {
      for (let at = first.nextOn(instant); at < Infinity;) {
        const other = second.nextOn(at);
        if (!(other > at)) return at;
        at = first.nextOn(other);
        if (!(at > other)) return other;
      }
      return Infinity;
    },
    nextOff: (instant) => Math.min(first.nextOff(instant), second.nextOff(instant)),
  };
}
