import { entersFinish, leavesStart, noInstant } from '../network/links';
import { TimeSteps } from '../network/timeArithmetic';
import type { Topology } from '../network/topology';
import { placementDriver, type PlacementProblem } from './placementProblem';
import type { Work } from './work';

/** When origin, links and releases let activities start: a record that grows with each predecessor that has its place. */
export class Allowances {
  readonly allowedStart: Float64Array;
  readonly latestLink: Int32Array;
  /** What links let the finish of an activity be at the earliest, and which of them. */
  readonly #earliestFinish: Float64Array;
  readonly #finishLink: Int32Array;
  readonly #steps: TimeSteps;

  constructor(
    private readonly problem: PlacementProblem,
    private readonly topology: Topology,
  ) {
    const { count, time } = problem;
    this.allowedStart = new Float64Array(count).fill(noInstant);
    this.latestLink = new Int32Array(count).fill(-1);
    this.#earliestFinish = new Float64Array(count).fill(noInstant);
    this.#finishLink = new Int32Array(count).fill(-1);
    this.#steps = new TimeSteps(time);
  }

  /** Whether an activity starts with the first of its predecessors. */
  isFirstOf(activity: number): boolean {
    return this.problem.firstOf?.[activity] === 1;
  }

  /** Lets a successor wait for an activity with a place, by the link at a place in the list of successors. */
  hold(at: number, start: number, finish: number): void {
    const { target, link, type: types, lag } = this.topology.successors;
    const successor = target[at] ?? 0;
    const index = link[at] ?? 0;
    const type = types[at] ?? 0;
    const calendar = this.problem.lagCalendar?.[index] ?? 0;
    const earliest = this.#steps.later(calendar, leavesStart(type) ? start : finish, lag[at] ?? 0);
    const isFirstOf = this.isFirstOf(successor);
    const isForFinish = entersFinish(type) && !isFirstOf;
    const limits = isForFinish ? this.#earliestFinish : this.allowedStart;
    const links = isForFinish ? this.#finishLink : this.latestLink;
    const limit = limits[successor] ?? noInstant;
    const before = links[successor] ?? -1;
    const isStronger = before === -1 || (isFirstOf ? earliest < limit : earliest > limit);
    if (isStronger || (earliest === limit && index < before)) {
      limits[successor] = earliest;
      links[successor] = index;
    }
  }

  /**
   * Takes together what all predecessors of an activity have left here, with origin and release.
   *
   * @returns what set the allowed start, one of `placementDriver`
   */
  settle(activity: number, work: Work): number {
    const { origin } = this.problem;
    let allowed = this.allowedStart[activity] ?? noInstant;
    let by: number = allowed < origin ? placementDriver.origin : placementDriver.link;
    allowed = Math.max(allowed, origin);
    const finish = this.#earliestFinish[activity] ?? noInstant;
    if (finish !== noInstant) {
      const link = this.#finishLink[activity] ?? -1;
      const start = work.firstStartFinishing(finish, allowed);
      const latest = this.latestLink[activity] ?? -1;
      const isFirst = by !== placementDriver.link || link < latest;
      if (start > allowed || (isFirst && work.finish(start) <= finish)) {
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
    return by;
  }

  /** Puts down what is known of an activity from an earlier schedule. */
  restore(activity: number, allowedStart: number, latestLink: number): void {
    this.allowedStart[activity] = allowedStart;
    this.latestLink[activity] = latestLink;
  }

  /** Takes from an activity without a place what its predecessors may have left here. */
  forget(activity: number): void {
    this.allowedStart[activity] = noInstant;
    this.latestLink[activity] = -1;
  }
}

/** A date that may be stated; whatever is no date counts as not stated. */
export function stated(dates: Float64Array | undefined, activity: number): number {
  const date = dates?.[activity] ?? noInstant;
  return Number.isFinite(date) ? date : noInstant;
}
