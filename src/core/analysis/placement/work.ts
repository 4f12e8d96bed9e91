import type { PlacementProblem } from './placementProblem';
import { allTime, type Shift, type Shifts } from './shift';

/** What an activity takes of a resource. */
export interface Demand {
  readonly resource: number;
  /** More than 0. */
  readonly amount: number;
  /** When whoever does it is on duty. */
  readonly shift: Shift;
  /** When it is taken, while the activity goes on. */
  readonly taken: Shift;
}

/** So often is the time doubled in which an activity is tried to have been done, when its start follows from its finish. */
const mostDoublings = 24;

/** One activity by itself: how long it takes from where, whatever others take of its resources. */
export class Work {
  /** Whether its start has to be at an instant at which all of its demands are taken. */
  readonly startsWithAll: boolean;
  readonly #rate: number;

  /**
   * @param length periods; for an effort amount × periods
   * @param own when it may run; an effort runs while any of its demands is on duty
   * @param runsIn the same for works that run at the same times
   * @param kind the same for works with one and the same demand that differ in their length alone; undefined where it is
   *   not that simple
   */
  constructor(
    readonly demands: readonly Demand[],
    readonly length: number,
    readonly isEffort: boolean,
    private readonly own: Shift,
    readonly runsIn: string,
    readonly kind: string | undefined,
  ) {
    this.#rate = demands.reduce((sum, { amount }) => sum + amount, 0);
    const shift = isEffort ? demands[0]?.shift : own;
    this.startsWithAll = demands.every(({ taken }) => taken === shift);
  }

  /** Whether it is an effort that nobody makes. */
  get isNobodys(): boolean {
    return this.isEffort && this.length > 0 && this.#rate === 0;
  }

  /** The first instant from the given one on at which it runs. What has no length does everywhere. */
  resume(instant: number): number {
    if (this.length === 0) return instant;
    if (!this.isEffort) return this.own.nextOn(instant);
    let first = Infinity;
    for (const { shift } of this.demands) {
      first = Math.min(first, shift.nextOn(instant));
      if (first === instant) break;
    }
    return first;
  }

  /** The resource whose shift let an effort start at an instant later than asked for; −1 where no shift did. */
  shiftBehind(from: number, start: number): number {
    if (!this.isEffort || !(start > this.#ordinaryStart(from)) || this.resume(from) !== start) return -1;
    return this.demands.find(({ shift }) => shift.nextOn(start) === start)?.resource ?? -1;
  }

  /** When it finishes if it starts at an instant and nobody else takes its resources; `Infinity` if not by the limit. */
  finish(start: number, limit = Infinity): number {
    if (this.length === 0) return start <= limit ? start : Infinity;
    return this.isEffort ? this.#finishOfEffort(start, limit) : this.#finishOfDuration(start, limit);
  }

  /**
   * The earliest start from an instant on with which it does not finish before another instant: with which none of its
   * running time lies between its finish and that instant.
   */
  firstStartFinishing(instant: number, from: number): number {
    if (this.length === 0) return Math.max(instant, from);
    if (instant <= from || this.#lastsUntil(instant, from)) return from;
    // The finish never gets earlier when the start gets later: halving finds the first start in whole periods.
    let latest = this.isEffort ? instant : instant - this.length;
    let tooEarly = from;
    const neverRests = !this.isEffort && this.own === allTime;
    while (latest - tooEarly > 1 && !neverRests) {
      const middle = Math.floor((tooEarly + latest) / 2);
      if (middle <= tooEarly || middle >= latest) break;
      if (this.#lastsUntil(instant, middle)) latest = middle;
      else tooEarly = middle;
    }
    return Math.max(from, this.resume(latest));
  }

  /** The latest start with which it has finished by an instant; undefined where there is none. */
  lastStartFinishing(instant: number): number | undefined {
    if (this.length === 0) return instant;
    const shortest = this.isEffort ? Math.round(this.length / this.#rate) : this.length;
    let tooLate = instant;
    let start = instant - shortest;
    let doublings = 0;
    for (; this.finish(start, instant) === Infinity; doublings++) {
      if (doublings === mostDoublings) return undefined;
      tooLate = start;
      start = instant - Math.max(shortest, 1) * 2 ** (doublings + 1);
    }
    // What never rests has been found at once, and in parts of periods.
    while (doublings > 0 && tooLate - start > 1) {
      const middle = Math.floor((start + tooLate) / 2);
      if (middle <= start || middle >= tooLate) break;
      if (this.finish(middle, instant) === Infinity) tooLate = middle;
      else start = middle;
    }
    return start;
  }

  /** Where it would start if the days off of those who do it did not matter. */
  #ordinaryStart(instant: number): number {
    return this.length === 0 ? instant : this.own.nextOn(instant);
  }

  #lastsUntil(instant: number, start: number): boolean {
    const finish = this.finish(start);
    return finish >= instant || this.resume(finish) >= instant;
  }

  #finishOfDuration(start: number, limit: number): number {
    let left = this.length;
    for (let at = this.own.nextOn(start); at <= limit && at < Infinity;) {
      const off = this.own.nextOff(at);
      if (at + left <= off) return at + left <= limit ? at + left : Infinity;
      if (!(off > at)) return Infinity;
      left -= off - at;
      at = this.own.nextOn(off);
    }
    return Infinity;
  }

  #finishOfEffort(start: number, limit: number): number {
    let left = this.length;
    let at = this.resume(start);
    for (let workedUntil = at; workedUntil <= limit && at < Infinity;) {
      const { rate, until } = this.#rateAt(at);
      const finish = at + left / rate;
      if (finish <= until) {
        // What is left may be too little for a period: it counts to the stretch before, and not after the rest.
        const whole = Math.round(finish) > at ? Math.min(Math.round(finish), until) : workedUntil;
        return whole <= limit ? whole : Infinity;
      }
      if (!(until > at)) return Infinity;
      left -= rate * (until - at);
      if (rate > 0) workedUntil = until;
      at = until;
    }
    return Infinity;
  }

  /** How much is done in a period from an instant on, and until when it stays that much. */
  #rateAt(instant: number): { rate: number; until: number } {
    let rate = 0;
    let until = Infinity;
    for (const { amount, shift } of this.demands) {
      const on = shift.nextOn(instant);
      if (on === instant) rate += amount;
      until = Math.min(until, on === instant ? shift.nextOff(instant) : on);
    }
    return { rate, until };
  }
}

/** The activity of a number; its length is NaN where it has none. */
export function workOf(problem: PlacementProblem, shifts: Shifts, activity: number): Work {
  const effort = problem.effort?.[activity] ?? NaN;
  const duration = problem.duration[activity] ?? NaN;
  const isEffort = effort >= 0;
  const length = isEffort ? effort : duration;
  const own = problem.shift?.[activity] ?? -1;
  const { first, resource, amount, shift } = problem.demands;
  const demands: Demand[] = [];
  const places: number[] = [];
  const end = first[activity + 1] ?? 0;
  for (let at = first[activity] ?? 0; at < end; at++) {
    const needed = amount[at] ?? 0;
    if (!(needed > 0)) continue;
    const taken = isEffort ? shifts.at(shift?.[at]) : shifts.common(own, shift?.[at]);
    demands.push({ resource: resource[at] ?? -1, amount: needed, shift: shifts.at(shift?.[at]), taken });
    places.push(at);
  }
  const runsIn = isEffort ? `effort ${places.map((at) => shift?.[at] ?? -1).join()}` : String(own);
  const [place = 0, ...others] = places;
  const kind = others.length > 0 ? undefined : kindOf(problem, place, isEffort ? undefined : own);
  return new Work(demands, length >= 0 && length < Infinity ? length : NaN, isEffort, shifts.at(own), runsIn, kind);
}

/**
 * What works have in common that have but one demand and differ in their length alone.
 *
 * @param own the shift of the activity; undefined for an effort, which goes on whenever its demand is on duty
 */
function kindOf({ demands }: PlacementProblem, at: number, own: number | undefined): string | undefined {
  const shift = demands.shift?.[at] ?? -1;
  // Otherwise it may start while its demand is off duty.
  if (own !== undefined && own !== shift && shift !== -1) return undefined;
  return `${String(demands.resource[at])} ${String(demands.amount[at])} ${String(shift)} ${String(own)}`;
}
