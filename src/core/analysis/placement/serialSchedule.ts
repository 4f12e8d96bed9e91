import { entersFinish, leavesStart, noInstant } from '../network/links';
import { type Topology, topologyOf } from '../network/topology';
import { type Placement, placementDriver, type PlacementProblem, unplacedReason } from './placementProblem';
import { ReadyQueue } from './readyQueue';
import { Resources } from './resources';

/**
 * A schedule that keeps all links and never takes more of a resource than there is: the serial schedule generation
 * scheme (Kolisch, "Serial and parallel resource-constrained project scheduling methods revisited", 1996). One activity
 * after the other, in the order of their priorities as far as links let them, is placed as early as links, release and
 * what the others have left of its resources allow. With late finishes as priorities that is the rule LFT, one of the
 * best of those that Kolisch compares. What is stated is placed before all others, and may take more than there is.
 *
 * O(n log n) for n activities and links where each finds its place at once; what looks for one takes O(log n) for every
 * gap that is too short for it, however long the times in between are. Never throws for numbers of any value; the same
 * input gives the same schedule.
 */
export function serialSchedule(problem: PlacementProblem): Placement {
  const schedule = new SerialSchedule(problem, topologyOf(problem.count, problem.links));
  schedule.measure();
  schedule.placeStated();
  schedule.placeOthers();
  schedule.clear();
  return {
    start: schedule.start,
    finish: schedule.finish,
    driver: schedule.driver,
    latestLink: schedule.latestLink,
    allowedStart: schedule.allowedStart,
    resource: schedule.resource,
    holder: schedule.holder,
    unplaced: schedule.unplaced,
    unplacedBy: schedule.unplacedBy,
    end: schedule.finish.reduce((end, finish) => Math.max(end, finish), problem.origin),
    cycles: schedule.topology.cycles,
  };
}

class SerialSchedule {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly driver: Uint8Array;
  readonly latestLink: Int32Array;
  readonly allowedStart: Float64Array;
  readonly resource: Int32Array;
  readonly holder: Int32Array;
  readonly unplaced: Uint8Array;
  readonly unplacedBy: Int32Array;
  /** What links let the finish of an activity be at the earliest, and which of them. */
  readonly #earliestFinish: Float64Array;
  readonly #finishLink: Int32Array;
  readonly #resources: Resources;

  constructor(
    private readonly problem: PlacementProblem,
    readonly topology: Topology,
  ) {
    const { count } = problem;
    this.start = new Float64Array(count).fill(noInstant);
    this.finish = new Float64Array(count).fill(noInstant);
    this.driver = new Uint8Array(count);
    this.latestLink = new Int32Array(count).fill(-1);
    this.allowedStart = new Float64Array(count).fill(noInstant);
    this.resource = new Int32Array(count).fill(-1);
    this.holder = new Int32Array(count).fill(-1);
    this.unplaced = new Uint8Array(count);
    this.unplacedBy = new Int32Array(count).fill(-1);
    this.#earliestFinish = new Float64Array(count).fill(noInstant);
    this.#finishLink = new Int32Array(count).fill(-1);
    this.#resources = new Resources(problem);
  }

  /** Finds what can have no place whatever the others do. */
  measure(): void {
    for (let activity = 0; activity < this.problem.count; activity++) {
      const duration = this.problem.duration[activity] ?? NaN;
      if (this.topology.inCycle[activity] === 1) this.#lose(activity, unplacedReason.cycle, -1);
      if (!(duration >= 0 && duration < Infinity)) this.#lose(activity, unplacedReason.noLength, -1);
      const missing = this.#resources.missing(activity);
      if (missing === undefined) continue;
      this.resource[activity] = missing;
      this.#lose(activity, unplacedReason.neverFits, -1);
    }
  }

  placeStated(): void {
    for (let activity = 0; activity < this.problem.count; activity++) {
      if (!this.#isStated(activity) || this.unplaced[activity] !== unplacedReason.placed) continue;
      this.#take(activity, stated(this.problem.fixedStart, activity));
    }
  }

  placeOthers(): void {
    const { successors, inCycle } = this.topology;
    const { count, priority } = this.problem;
    const waiting = new Int32Array(count);
    for (const target of successors.target) waiting[target] = (waiting[target] ?? 0) + 1;
    const ready = new ReadyQueue(priority);
    const settle = (activity: number): void => {
      const end = successors.first[activity + 1] ?? 0;
      for (let at = successors.first[activity] ?? 0; at < end; at++) {
        const successor = successors.target[at] ?? 0;
        this.#hold(activity, at);
        waiting[successor] = (waiting[successor] ?? 0) - 1;
        if (waiting[successor] === 0 && inCycle[successor] === 0) ready.push(successor);
      }
    };
    for (let activity = 0; activity < count; activity++) {
      if (waiting[activity] === 0) ready.push(activity);
    }
    for (const cycle of this.topology.cycles) for (const member of cycle) settle(member);
    for (let activity = ready.pop(); activity !== undefined; activity = ready.pop()) {
      this.#place(activity);
      settle(activity);
    }
  }

  /** Takes from what has no place everything that others may have left there. */
  clear(): void {
    for (let activity = 0; activity < this.problem.count; activity++) {
      const reason = this.unplaced[activity];
      if (reason === unplacedReason.placed) continue;
      this.start[activity] = noInstant;
      this.finish[activity] = noInstant;
      this.driver[activity] = placementDriver.origin;
      this.latestLink[activity] = -1;
      this.allowedStart[activity] = noInstant;
      if (reason !== unplacedReason.neverFits) this.resource[activity] = -1;
    }
  }

  #place(activity: number): void {
    if (this.unplaced[activity] !== unplacedReason.placed) return;
    const allowed = this.#allow(activity);
    if (this.#isStated(activity)) {
      this.driver[activity] = placementDriver.fixedStart;
      return;
    }
    const found = this.#resources.firstFit(activity, allowed);
    this.resource[activity] = found.waitedFor;
    if (found.start === Infinity) {
      this.#lose(activity, unplacedReason.neverFits, -1);
      return;
    }
    this.holder[activity] = found.holder;
    if (found.waitedFor >= 0) this.driver[activity] = placementDriver.resource;
    this.#take(activity, found.start);
  }

  #take(activity: number, start: number): void {
    const finish = this.#resources.finishOf(activity, start);
    if (!Number.isFinite(finish)) {
      this.#lose(activity, unplacedReason.neverFits, -1);
      return;
    }
    this.start[activity] = start;
    this.finish[activity] = finish;
    this.#resources.take(activity, start, finish);
  }

  /** What origin, links and release let the start be. */
  #allow(activity: number): number {
    const { origin } = this.problem;
    let allowed = this.allowedStart[activity] ?? noInstant;
    let by: number = allowed < origin ? placementDriver.origin : placementDriver.link;
    allowed = Math.max(allowed, origin);
    const finish = this.#earliestFinish[activity] ?? noInstant;
    if (finish !== noInstant) {
      const link = this.#finishLink[activity] ?? -1;
      const start = this.#resources.firstStartFinishing(activity, finish, allowed);
      const latest = this.latestLink[activity] ?? -1;
      const isFirst = by !== placementDriver.link || link < latest;
      if (start > allowed || (start === allowed && isFirst && this.#resources.finishOf(activity, start) === finish)) {
        by = placementDriver.link;
        this.latestLink[activity] = link;
      } else if (latest === -1) this.latestLink[activity] = link;
      allowed = start;
    }
    const release = stated(this.problem.release, activity);
    if (release > allowed) {
      allowed = release;
      by = placementDriver.release;
    }
    this.allowedStart[activity] = allowed;
    this.driver[activity] = by;
    return allowed;
  }

  /** Lets a successor wait for an activity, by the link at a place in the list of successors. */
  #hold(activity: number, at: number): void {
    const { target, link, type: types, lag } = this.topology.successors;
    const successor = target[at] ?? 0;
    const index = link[at] ?? 0;
    const type = types[at] ?? 0;
    if (this.unplaced[activity] !== unplacedReason.placed) {
      if (!this.#isStated(successor)) this.#lose(successor, unplacedReason.waitsForUnplaced, index);
      return;
    }
    const earliest = ((leavesStart(type) ? this.start : this.finish)[activity] ?? 0) + (lag[at] ?? 0);
    const limits = entersFinish(type) ? this.#earliestFinish : this.allowedStart;
    const links = entersFinish(type) ? this.#finishLink : this.latestLink;
    const limit = limits[successor] ?? noInstant;
    if (earliest > limit || (earliest === limit && index < (links[successor] ?? 0))) {
      limits[successor] = earliest;
      links[successor] = index;
    }
  }

  #isStated(activity: number): boolean {
    return stated(this.problem.fixedStart, activity) !== noInstant;
  }

  /** Of several reasons the smallest stays, and of several links, so that the order of the input does not matter. */
  #lose(activity: number, reason: number, link: number): void {
    const before = this.unplaced[activity] ?? 0;
    const isFirst = before === unplacedReason.placed || reason < before;
    if (!isFirst && (reason > before || link >= (this.unplacedBy[activity] ?? 0))) return;
    this.unplaced[activity] = reason;
    this.unplacedBy[activity] = link;
  }
}

/** A date that may be stated; whatever is no date counts as not stated. */
function stated(dates: Float64Array | undefined, activity: number): number {
  const date = dates?.[activity] ?? noInstant;
  return Number.isFinite(date) ? date : noInstant;
}
