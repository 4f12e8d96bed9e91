import { type ActivityNetwork, type NetworkDates, unknownReason } from './activityNetwork';
import { type EarlyDates, fixedEnd } from './forwardPass';
import { entersFinish, leavesStart, noInstant } from './links';
import { TimeSteps } from './timeArithmetic';
import type { Topology } from './topology';

export type LateDates = Pick<NetworkDates, 'lateStart' | 'lateFinish' | 'totalFloat' | 'freeFloat' | 'critical'>;

/**
 * Late dates from the end of each group backwards, and floats.
 *
 * A limit beyond the time of a calendar limits nothing.
 */
export function backwardPass(
  network: ActivityNetwork,
  topology: Topology,
  early: EarlyDates,
  groupEnd: Float64Array,
): LateDates {
  const pass = new BackwardPass(network, topology, early);
  for (let at = topology.order.length - 1; at >= 0; at--) {
    const activity = topology.order[at] ?? 0;
    if (early.unknown[activity] === unknownReason.known) {
      const end = network.endsNothing?.[activity] === 1 ? Infinity : groupEnd[network.groups?.of[activity] ?? 0];
      pass.limit(activity, end ?? Infinity);
      pass.place(activity);
    } else pass.leave(activity);
  }
  return pass;
}

class BackwardPass implements LateDates {
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  readonly totalFloat: Float64Array;
  readonly freeFloat: Float64Array;
  readonly critical: Uint8Array;
  readonly #steps: TimeSteps;
  readonly #calendar: Int32Array;
  /** What the successors leave to the start and the finish of the activity at hand. */
  #startLimit = 0;
  #finishLimit = 0;
  /** The same for the early dates of the successors to stay where they are. */
  #startStays = 0;
  #finishStays = 0;

  constructor(
    private readonly network: ActivityNetwork,
    private readonly topology: Topology,
    private readonly early: EarlyDates,
  ) {
    const { count } = network;
    this.lateStart = new Float64Array(count);
    this.lateFinish = new Float64Array(count);
    this.totalFloat = new Float64Array(count);
    this.freeFloat = new Float64Array(count);
    this.critical = new Uint8Array(count);
    this.#steps = new TimeSteps(network.time);
    this.#calendar = network.calendar ?? new Int32Array(count);
  }

  /** Finds what the end of the group and the successors leave to an activity. */
  limit(activity: number, groupEnd: number): void {
    const { early, lateStart, lateFinish } = this;
    const { first, target, type: types, lag: lags, link } = this.topology.successors;
    const { firstOf, lagCalendar } = this.network;
    let startLimit = Infinity;
    let finishLimit = groupEnd;
    let startStays = Infinity;
    let finishStays = Infinity;
    const end = first[activity + 1] ?? 0;
    for (let at = first[activity] ?? 0; at < end; at++) {
      const successor = target[at] ?? 0;
      if (early.unknown[successor] !== unknownReason.known) continue;
      // What is finished waits for nothing any more.
      const fixed = early.fixed[successor] ?? 0;
      if ((fixed & fixedEnd.ceiling) !== 0) continue;
      if (firstOf?.[successor] === 1 && early.offer[at] !== early.firstOffer[successor]) continue;
      const type = types[at] ?? 0;
      const toFinish = entersFinish(type);
      const earlyEnd = (toFinish ? early.earlyFinish : early.earlyStart)[successor] ?? 0;
      const lateEnd = (toFinish ? lateFinish : lateStart)[successor] ?? 0;
      const own = this.#calendar[successor] ?? 0;
      const lagged = lagCalendar?.[link[at] ?? 0] ?? own;
      const lag = lags[at] ?? 0;
      // A finish waits in the working time of its activity, so all free time after it counts as that finish.
      const length = toFinish && (fixed & fixedEnd.finish) === 0 ? (early.length[successor] ?? 0) : 0;
      const earlyLimit = this.#limitOf(own, length, earlyEnd, lagged, lag);
      const lateLimit = lateEnd === earlyEnd ? earlyLimit : this.#limitOf(own, length, lateEnd, lagged, lag);
      if (leavesStart(type)) {
        if (lateLimit < startLimit) startLimit = lateLimit;
        if (earlyLimit < startStays) startStays = earlyLimit;
      } else {
        if (lateLimit < finishLimit) finishLimit = lateLimit;
        if (earlyLimit < finishStays) finishStays = earlyLimit;
      }
    }
    this.#startLimit = startLimit;
    this.#finishLimit = finishLimit;
    this.#startStays = startStays;
    this.#finishStays = finishStays;
  }

  place(activity: number): void {
    const { early } = this;
    const calendar = this.#calendar[activity] ?? 0;
    const length = early.length[activity] ?? 0;
    const start = early.earlyStart[activity] ?? 0;
    const finish = early.earlyFinish[activity] ?? 0;
    const isFinishStated = ((early.fixed[activity] ?? 0) & fixedEnd.finish) !== 0;
    let lateFinish = this.#finishFor(calendar, length, start, finish);
    if (lateFinish > this.#finishLimit) {
      lateFinish = this.#finishLimit;
      if (!isFinishStated) lateFinish = this.#steps.finishBy(calendar, lateFinish, length);
    }
    const isUnlimited = lateFinish === Infinity && this.network.endsNothing?.[activity] === 1;
    if (!Number.isFinite(lateFinish) && !isUnlimited) lateFinish = finish;
    let totalFloat = lateFinish === finish ? 0 : this.#steps.between(calendar, finish, lateFinish);
    this.critical[activity] = totalFloat <= 0 ? 1 : 0;
    if (((early.fixed[activity] ?? 0) & fixedEnd.ceiling) !== 0) {
      lateFinish = finish;
      totalFloat = 0;
    }
    this.lateFinish[activity] = lateFinish;
    const lateStart = lateFinish === finish ? start : this.#steps.start(calendar, lateFinish, length);
    // What clashes with a stated date may have to start before all time.
    this.lateStart[activity] = lateStart > -Infinity ? lateStart : start;
    this.totalFloat[activity] = totalFloat;
    this.freeFloat[activity] = totalFloat <= 0 ? 0 : this.#freeFloat(calendar, start, finish, totalFloat);
  }

  /** Gives an unknown activity no dates. */
  leave(activity: number): void {
    this.lateStart[activity] = noInstant;
    this.lateFinish[activity] = noInstant;
    this.totalFloat[activity] = noInstant;
    this.freeFloat[activity] = noInstant;
  }

  /** How far a start and a finish may slip, at most the total float, before the early dates of a successor do. */
  #freeFloat(calendar: number, start: number, finish: number, totalFloat: number): number {
    let slack = totalFloat;
    if (this.#startStays < Infinity) slack = Math.min(slack, this.#steps.between(calendar, start, this.#startStays));
    if (this.#finishStays < Infinity) slack = Math.min(slack, this.#steps.between(calendar, finish, this.#finishStays));
    return Math.max(0, slack);
  }

  /** The latest finish that the limit of the start leaves. */
  #finishFor(calendar: number, length: number, start: number, finish: number): number {
    const limit = this.#startLimit;
    if (limit === Infinity) return Infinity;
    if (limit === start) return finish;
    return this.#steps.finish(calendar, this.#steps.startBy(calendar, limit, length), length);
  }

  /**
   * The latest instant at the origin of a link that leaves an end of its successor where it is; `Infinity` for no limit.
   *
   * @param own the calendar of the successor
   * @param length of the successor where its end may move over free time, else 0
   */
  #limitOf(own: number, length: number, end: number, lagCalendar: number, lag: number): number {
    const limit = this.#steps.latestBefore(lagCalendar, this.#steps.startFrom(own, end, length), lag);
    return limit > -Infinity ? limit : Infinity;
  }
}
