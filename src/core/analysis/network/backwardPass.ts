import type { Stepwise } from '../../stepwise';
import { activitiesPerStep, type ActivityNetwork, type NetworkDates, unknownReason } from './activityNetwork';
import { type EarlyDates, fixedEnd } from './earlyDates';
import { LinkLimits } from './linkLimits';
import { enteringFinish, entersFinish, leavesStart, leavingStart, noInstant } from './links';
import type { CalendarPositions } from './calendarPositions';
import { TimeSteps } from './timeArithmetic';
import { isLagIn, type Topology } from './topology';

export type LateDates = Pick<NetworkDates, 'lateStart' | 'lateFinish' | 'totalFloat' | 'freeFloat' | 'critical'>;

/**
 * Late dates from the end of each group backwards, and floats, bit by bit.
 *
 * A limit beyond the time of a calendar limits nothing.
 */
export function* passingBackward(
  network: ActivityNetwork,
  topology: Topology,
  early: EarlyDates,
  groupEnd: Float64Array,
): Stepwise<LateDates> {
  const pass = new BackwardPass(network, topology, early);
  const { order } = topology;
  const { endsNothing, groups } = network;
  for (let at = order.length - 1; at >= 0; at--) {
    if (at % activitiesPerStep === 0) yield;
    const activity = order[at] ?? 0;
    if (early.unknown[activity] === unknownReason.known) {
      const end = endsNothing?.[activity] === 1 ? Infinity : groupEnd[groups ? (groups.of[activity] ?? 0) : 0];
      pass.place(activity, end ?? Infinity);
    } else pass.leave(activity);
  }
  return pass;
}

/** What counts as no calendar at all: an instant that is no position anywhere yet. */
const otherCalendar = -1;

class BackwardPass implements LateDates {
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  readonly totalFloat: Float64Array;
  readonly freeFloat: Float64Array;
  readonly critical: Uint8Array;
  readonly #steps: TimeSteps;
  readonly #limits: LinkLimits;
  /** 1 for what is where its positions say, late too. */
  readonly #isPlain: Uint8Array;
  readonly #lagCalendar: Int32Array | undefined;
  readonly #endsNothing: Uint8Array | undefined;
  /**
   * What the successors leave to the start and the finish of the activity at hand, and the same for the early dates of
   * the successors to stay where they are.
   */
  #startLimit = Infinity;
  #finishLimit = Infinity;
  #startStays = Infinity;
  #finishStays = Infinity;

  constructor(
    network: ActivityNetwork,
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
    this.#limits = new LinkLimits(network, topology, early, this);
    this.#isPlain = early.isPlain.slice();
    this.#lagCalendar = network.lagCalendar;
    this.#endsNothing = network.endsNothing;
  }

  /** Sets the late dates of an activity whose successors have theirs, and its floats. */
  place(activity: number, groupEnd: number): void {
    const { positions } = this.early;
    if (positions && this.#isPlain[activity] === 1) {
      if (this.#placeByPositions(activity, groupEnd, positions)) return;
      this.#isPlain[activity] = 0;
    }
    this.#limit(activity, groupEnd);
    this.#placeBySteps(activity);
  }

  /** Gives an unknown activity no dates. */
  leave(activity: number): void {
    this.lateStart[activity] = noInstant;
    this.lateFinish[activity] = noInstant;
    this.totalFloat[activity] = noInstant;
    this.freeFloat[activity] = noInstant;
  }

  /**
   * Places work by the positions that the end of the group and the successors leave to its finish.
   *
   * @returns false where the tables do not reach, as before all time, or something has to be counted step by step
   */
  #placeByPositions(activity: number, groupEnd: number, positions: CalendarPositions): boolean {
    const { successors } = this.topology;
    const { first, target, type: types, lag: lags } = successors;
    const { position, length: lengths, earlyStart } = this.early;
    const { lateStart, totalFloat } = this;
    const calendars = this.early.calendar;
    const isPlain = this.#isPlain;
    const calendar = calendars[activity] ?? 0;
    const length = lengths[activity] ?? 0;
    // What limits the start limits the finish, its length later.
    let finishLimit = groupEnd === Infinity ? Infinity : positions.knownPosition(calendar, groupEnd);
    let finishStays = Infinity;
    const end = first[activity + 1] ?? 0;
    for (let at = first[activity] ?? 0; at < end; at++) {
      const successor = target[at] ?? 0;
      const type = types[at] ?? 0;
      let stays: number;
      let limit: number;
      let own = calendars[successor] ?? 0;
      if (isPlain[successor] === 1 && isLagIn(own, at, this.#lagCalendar, successors)) {
        stays = (position[successor] ?? 0) + enteringFinish(type) * (lengths[successor] ?? 0) - (lags[at] ?? 0);
        limit = stays + (totalFloat[successor] ?? 0);
        if (own !== calendar) {
          stays = positions.knownLatest(own, stays);
          limit = positions.knownLatest(own, limit);
        }
      } else if (this.#limits.isLimiting(at, successor)) {
        // A start that waits without a lag limits as it is.
        if (lags[at] !== 0 || entersFinish(type)) return false;
        own = otherCalendar;
        stays = earlyStart[successor] ?? 0;
        limit = lateStart[successor] ?? 0;
      } else continue;
      const isStart = leavingStart(type);
      if (own !== calendar) {
        stays = positions.knownPosition(calendar, stays);
        // The last minute that begins by an instant is the last one of those that have ended a minute later.
        limit = positions.knownPosition(calendar, limit + isStart) - isStart;
      }
      finishLimit = Math.min(finishLimit, limit + isStart * length);
      finishStays = Math.min(finishStays, stays + isStart * length);
    }
    return this.#placeAt(activity, finishLimit, finishStays, positions);
  }

  /** Sets late dates and floats by the limits of the finish; false where the tables do not reach them. */
  #placeAt(activity: number, finishLimit: number, finishStays: number, positions: CalendarPositions): boolean {
    if (Number.isNaN(finishStays)) return false;
    const { early } = this;
    const calendar = this.early.calendar[activity] ?? 0;
    const length = early.length[activity] ?? 0;
    const startPosition = early.position[activity] ?? 0;
    const finishPosition = startPosition + length;
    const isUnlimited = finishLimit === Infinity && this.#endsNothing?.[activity] !== 1;
    const totalFloat = isUnlimited ? 0 : finishLimit - finishPosition;
    let lateStart = early.earlyStart[activity] ?? 0;
    let lateFinish = early.earlyFinish[activity] ?? 0;
    if (totalFloat !== 0) {
      lateStart = positions.knownLatest(calendar, startPosition + totalFloat);
      lateFinish = positions.knownEarliest(calendar, finishPosition + totalFloat);
      if (!Number.isFinite(lateFinish - lateStart)) return false;
    }
    this.lateStart[activity] = lateStart;
    this.lateFinish[activity] = lateFinish;
    this.totalFloat[activity] = totalFloat;
    this.critical[activity] = totalFloat <= 0 ? 1 : 0;
    const slack = Math.min(totalFloat, finishStays - finishPosition);
    this.freeFloat[activity] = Math.max(0, slack);
    return true;
  }

  /** Finds the instants that the end of the group and the successors leave to an activity. */
  #limit(activity: number, groupEnd: number): void {
    const { first, target, type } = this.topology.successors;
    let startLimit = Infinity;
    let finishLimit = groupEnd;
    let startStays = Infinity;
    let finishStays = Infinity;
    const end = first[activity + 1] ?? 0;
    for (let at = first[activity] ?? 0; at < end; at++) {
      const successor = target[at] ?? 0;
      if (!this.#limits.isLimiting(at, successor)) continue;
      const earlyLimit = this.#limits.earlyLimit(at, successor);
      const lateLimit = this.#limits.lateLimit(at, successor, earlyLimit);
      if (leavesStart(type[at] ?? 0)) {
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

  #placeBySteps(activity: number): void {
    const { early } = this;
    const calendar = this.early.calendar[activity] ?? 0;
    const length = early.length[activity] ?? 0;
    const start = early.earlyStart[activity] ?? 0;
    const finish = early.earlyFinish[activity] ?? 0;
    const isFinishStated = ((early.fixed[activity] ?? 0) & fixedEnd.finish) !== 0;
    let lateFinish = this.#finishFor(calendar, length, start, finish);
    if (lateFinish > this.#finishLimit) {
      lateFinish = this.#finishLimit;
      if (!isFinishStated) lateFinish = this.#steps.finishBy(calendar, lateFinish, length);
    }
    const isUnlimited = lateFinish === Infinity && this.#endsNothing?.[activity] === 1;
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
}
