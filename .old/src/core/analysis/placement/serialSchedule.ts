import { noInstant } from '../network/links';
import { type Topology, topologyOf } from '../network/topology';
import { Allowances, stated } from './allowances';
import { type Placement, placementDriver, type PlacementProblem, unplacedReason } from './placementProblem';
import { ReadyQueue } from './readyQueue';
import { Resources } from './resources';
import { Shifts } from './shift';
import { type Work, workOf } from './work';

/**
 * A schedule that keeps all links and never takes more of a resource than there is: the serial schedule generation
 * scheme (Kolisch, "Serial and parallel resource-constrained project scheduling methods revisited", 1996). One activity
 * after the other, in the order of their priorities as far as links let them, is placed as early as links, release and
 * what the others have left of its resources allow. With late finishes as priorities that is the rule LFT, one of the
 * best of those that Kolisch compares. What is stated is placed before all others, and may take more than there is.
 *
 * O(n log n) for n activities and links where each finds its place at once; what looks for one takes O(log n) for every
 * gap that is too short for it, however long the times in between are. Shifts add a step for each of their changes
 * while an activity runs, and where several people do it together while it waits. Never throws for numbers of any value;
 * the same input gives the same schedule.
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
    latestLink: schedule.allowances.latestLink,
    allowedStart: schedule.allowances.allowedStart,
    resource: schedule.resource,
    holder: schedule.holder,
    waitedForShift: schedule.waitedForShift,
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
  readonly resource: Int32Array;
  readonly holder: Int32Array;
  readonly waitedForShift: Int32Array;
  readonly unplaced: Uint8Array;
  readonly unplacedBy: Int32Array;
  readonly allowances: Allowances;
  readonly #resources: Resources;
  readonly #works: readonly Work[];
  /** For what starts with the first of several, the smallest link to one without a place. */
  readonly #leftOut = new Map<number, number>();

  constructor(
    private readonly problem: PlacementProblem,
    readonly topology: Topology,
  ) {
    const { count } = problem;
    this.start = new Float64Array(count).fill(noInstant);
    this.finish = new Float64Array(count).fill(noInstant);
    this.driver = new Uint8Array(count);
    this.resource = new Int32Array(count).fill(-1);
    this.holder = new Int32Array(count).fill(-1);
    this.waitedForShift = new Int32Array(count).fill(-1);
    this.unplaced = new Uint8Array(count);
    this.unplacedBy = new Int32Array(count).fill(-1);
    this.allowances = new Allowances(problem, topology);
    const shifts = new Shifts(problem.shifts);
    this.#resources = new Resources(problem, shifts);
    this.#works = Array.from({ length: count }, (_, activity) => workOf(problem, shifts, activity));
  }

  /** Finds what can have no place whatever the others do. */
  measure(): void {
    for (const [activity, work] of this.#works.entries()) {
      const start = stated(this.problem.fixedStart, activity);
      const finish = stated(this.problem.fixedFinish, activity);
      const hasBoth = start !== noInstant && finish !== noInstant;
      if (this.topology.inCycle[activity] === 1) this.#lose(activity, unplacedReason.cycle, -1);
      if (hasBoth ? finish < start : Number.isNaN(work.length)) this.#lose(activity, unplacedReason.noLength, -1);
      const missing = this.#resources.missing(work);
      if (missing === undefined && (hasBoth || !work.isNobodys)) continue;
      this.resource[activity] = missing ?? this.#firstDemanded(activity);
      this.#lose(activity, unplacedReason.neverFits, -1);
    }
  }

  placeStated(): void {
    for (const [activity, work] of this.#works.entries()) {
      if (!this.#isStated(activity) || this.unplaced[activity] !== unplacedReason.placed) continue;
      const start = stated(this.problem.fixedStart, activity);
      const finish = stated(this.problem.fixedFinish, activity);
      this.driver[activity] = start === noInstant ? placementDriver.fixedFinish : placementDriver.fixedStart;
      if (finish === noInstant) this.#take(activity, start, work.finish(start));
      else if (start === noInstant) this.#take(activity, work.lastStartFinishing(finish) ?? NaN, finish);
      else {
        this.#set(activity, start, finish);
        this.#resources.takeThroughout(activity, work, start, finish);
      }
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
      this.#set(activity, noInstant, noInstant);
      this.driver[activity] = placementDriver.origin;
      this.allowances.forget(activity);
      if (reason !== unplacedReason.neverFits) this.resource[activity] = -1;
    }
  }

  #place(activity: number): void {
    const work = this.#works[activity];
    if (!work) return;
    const leftOut = this.#leftOut.get(activity);
    if (leftOut !== undefined && this.allowances.latestLink[activity] === -1 && !this.#isStated(activity)) {
      this.#lose(activity, unplacedReason.waitsForUnplaced, leftOut);
    }
    if (this.unplaced[activity] !== unplacedReason.placed) return;
    const by = this.allowances.settle(activity, work);
    if (this.#isStated(activity)) return;
    this.driver[activity] = by;
    const found = this.#resources.firstFit(work, this.allowances.allowedStart[activity] ?? 0);
    const latest = stated(this.problem.latestFinish, activity);
    if (latest !== noInstant && !(found.finish <= latest)) {
      this.driver[activity] = placementDriver.latestFinish;
      this.#take(activity, work.lastStartFinishing(latest) ?? latest, latest);
      return;
    }
    this.resource[activity] = found.waitedFor;
    this.holder[activity] = found.holder;
    this.waitedForShift[activity] = found.shift;
    if (found.waitedFor >= 0) this.driver[activity] = placementDriver.resource;
    this.#take(activity, found.start, found.finish);
  }

  #take(activity: number, start: number, finish: number): void {
    const work = this.#works[activity];
    if (!work || !Number.isFinite(start) || !Number.isFinite(finish)) {
      if (this.resource[activity] === -1 && work?.isEffort === true) {
        this.resource[activity] = this.#firstDemanded(activity);
      }
      this.#lose(activity, unplacedReason.neverFits, -1);
      return;
    }
    this.#set(activity, start, finish);
    this.#resources.take(activity, work, start, finish);
  }

  #set(activity: number, start: number, finish: number): void {
    this.start[activity] = start;
    this.finish[activity] = finish;
  }

  /** Lets a successor wait for an activity, by the link at a place in the list of successors. */
  #hold(activity: number, at: number): void {
    const successor = this.topology.successors.target[at] ?? 0;
    const link = this.topology.successors.link[at] ?? 0;
    if (this.unplaced[activity] === unplacedReason.placed) {
      this.allowances.hold(at, this.start[activity] ?? 0, this.finish[activity] ?? 0);
    } else if (this.allowances.isFirstOf(successor)) {
      this.#leftOut.set(successor, Math.min(link, this.#leftOut.get(successor) ?? link));
    } else if (!this.#isStated(successor)) this.#lose(successor, unplacedReason.waitsForUnplaced, link);
  }

  #isStated(activity: number): boolean {
    const { fixedStart, fixedFinish } = this.problem;
    return stated(fixedStart, activity) !== noInstant || stated(fixedFinish, activity) !== noInstant;
  }

  #firstDemanded(activity: number): number {
    const { first, resource } = this.problem.demands;
    const at = first[activity] ?? 0;
    return at < (first[activity + 1] ?? 0) ? (resource[at] ?? -1) : -1;
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
