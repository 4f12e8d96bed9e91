import { atOnce, type Stepwise } from '../../stepwise';
import { noInstant } from '../network/links';
import { type Topology, topologyOf } from '../network/topology';
import { Allowances, stated } from './allowances';
import { type Placement, placementDriver, type PlacementProblem, unplacedReason } from './placementProblem';
import { ReadyQueue } from './readyQueue';
import { firstDemands, Replay, type EarlierSchedule } from './replay';
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
 *
 * @param before an earlier schedule: it does not change the result, and what it has right is not looked for again
 */
export function serialSchedule(problem: PlacementProblem, before?: EarlierSchedule): Placement {
  return atOnce(placing(problem, before));
}

/** How many activities are measured in one step, and how many of them are placed. */
const measuredPerStep = 512;
const placedPerStep = 16;

/**
 * The same bit by bit.
 *
 * @param topology that of the activities and links of the problem
 */
export function* placing(
  problem: PlacementProblem,
  before?: EarlierSchedule,
  topology = topologyOf(problem.count, problem.links),
): Stepwise<Placement> {
  yield;
  const replay = before && new Replay(problem, before);
  if (replay) yield* replay.comparing();
  const schedule = new SerialSchedule(problem, topology, replay);
  yield* schedule.measuring();
  yield* schedule.placingStated();
  yield* schedule.placingOthers();
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
    sequence: Int32Array.from(schedule.sequence),
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
  readonly sequence: number[] = [];
  readonly allowances: Allowances;
  readonly #resources: Resources;
  readonly #shifts: Shifts;
  readonly #works: (Work | undefined)[];
  readonly #isFirstDemand: Uint8Array;
  /** What has been taken of each resource since a place was last looked for there. */
  readonly #taken: readonly number[][];
  /** How many of its predecessors each activity still waits for, and which wait for none. */
  readonly #waiting: Int32Array;
  readonly #ready: ReadyQueue;
  /** For what starts with the first of several, the smallest link to one without a place. */
  readonly #leftOut = new Map<number, number>();

  constructor(
    private readonly problem: PlacementProblem,
    readonly topology: Topology,
    private readonly replay: Replay | undefined,
  ) {
    const { count, demands, resources } = problem;
    this.start = new Float64Array(count).fill(noInstant);
    this.finish = new Float64Array(count).fill(noInstant);
    this.driver = new Uint8Array(count);
    this.resource = new Int32Array(count).fill(-1);
    this.holder = new Int32Array(count).fill(-1);
    this.waitedForShift = new Int32Array(count).fill(-1);
    this.unplaced = new Uint8Array(count);
    this.unplacedBy = new Int32Array(count).fill(-1);
    this.allowances = new Allowances(problem, topology);
    this.#shifts = new Shifts(problem.shifts);
    this.#resources = new Resources(problem, this.#shifts);
    this.#works = Array.from({ length: count });
    this.#isFirstDemand = firstDemands(demands);
    this.#taken = resources.map(() => []);
    this.#waiting = new Int32Array(count);
    this.#ready = new ReadyQueue(problem.priority);
  }

  /** Finds what can have no place whatever the others do. */
  *measuring(): Stepwise<void> {
    for (let activity = 0; activity < this.problem.count; activity++) {
      if (activity % measuredPerStep === 0) yield;
      if (this.topology.inCycle[activity] === 1) this.#lose(activity, unplacedReason.cycle, -1);
      if (this.replay?.hadPlace(activity) === true) continue;
      const work = this.#work(activity);
      const start = stated(this.problem.fixedStart, activity);
      const finish = stated(this.problem.fixedFinish, activity);
      const hasBoth = this.#hasBothDates(activity);
      if (hasBoth ? finish < start : Number.isNaN(work.length)) this.#lose(activity, unplacedReason.noLength, -1);
      const missing = this.#resources.missing(work);
      if (missing === undefined && (hasBoth || !work.isNobodys)) continue;
      this.resource[activity] = missing ?? this.#firstDemanded(activity);
      this.#lose(activity, unplacedReason.neverFits, -1);
    }
  }

  *placingStated(): Stepwise<void> {
    for (let activity = 0; activity < this.problem.count; activity++) {
      if (activity % measuredPerStep === 0) yield;
      if (!this.#isStated(activity) || this.unplaced[activity] !== unplacedReason.placed) continue;
      const work = this.#work(activity);
      const start = stated(this.problem.fixedStart, activity);
      const finish = stated(this.problem.fixedFinish, activity);
      this.driver[activity] = start === noInstant ? placementDriver.fixedFinish : placementDriver.fixedStart;
      if (finish === noInstant) this.#take(activity, start, work.finish(start));
      else if (start === noInstant) this.#take(activity, work.lastStartFinishing(finish) ?? NaN, finish);
      else {
        this.#set(activity, start, finish);
        this.#record(activity);
      }
    }
  }

  *placingOthers(): Stepwise<void> {
    const { target } = this.topology.successors;
    for (const successor of target) this.#waiting[successor] = (this.#waiting[successor] ?? 0) + 1;
    for (let activity = 0; activity < this.problem.count; activity++)
      if (this.#waiting[activity] === 0) this.#ready.push(activity);
    for (const cycle of this.topology.cycles) for (const member of cycle) this.#settle(member);
    while (this.#placeNext(placedPerStep)) yield;
  }

  /** Places some of those that wait for nothing any more; says whether there may be others. */
  #placeNext(count: number): boolean {
    for (let placed = 0; placed < count; placed++) {
      const activity = this.#ready.pop();
      if (activity === undefined) return false;
      this.#place(activity);
      this.#settle(activity);
    }
    return true;
  }

  /** Lets the successors of an activity know where it is, if anywhere. */
  #settle(activity: number): void {
    const { first, target } = this.topology.successors;
    const hasMoved = this.#hasMoved(activity);
    const end = first[activity + 1] ?? 0;
    for (let at = first[activity] ?? 0; at < end; at++) {
      const successor = target[at] ?? 0;
      this.#hold(activity, at);
      if (hasMoved) this.replay?.touch(successor);
      const waiting = (this.#waiting[successor] ?? 0) - 1;
      this.#waiting[successor] = waiting;
      if (waiting === 0 && this.topology.inCycle[successor] === 0) this.#ready.push(successor);
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
    if (!this.#isStated(activity) && this.replay?.keepsPlace(activity) === true) {
      this.#keep(activity, this.replay);
      return;
    }
    const work = this.#work(activity);
    const leftOut = this.#leftOut.get(activity);
    if (leftOut !== undefined && this.allowances.latestLink[activity] === -1 && !this.#isStated(activity)) {
      this.#lose(activity, unplacedReason.waitsForUnplaced, leftOut);
    }
    if (this.unplaced[activity] !== unplacedReason.placed) return;
    const by = this.allowances.settle(activity, work);
    if (this.#isStated(activity)) return;
    this.driver[activity] = by;
    this.#takeFor(work);
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
    if (!Number.isFinite(start) || !Number.isFinite(finish)) {
      if (this.resource[activity] === -1 && this.#work(activity).isEffort) {
        this.resource[activity] = this.#firstDemanded(activity);
      }
      this.#lose(activity, unplacedReason.neverFits, -1);
      return;
    }
    this.#set(activity, start, finish);
    this.#record(activity);
  }

  /** Gives an activity the place that it had. */
  #keep(activity: number, replay: Replay): void {
    const { placement } = replay;
    const was = replay.was(activity);
    this.driver[activity] = placement.driver[was] ?? 0;
    this.resource[activity] = replay.resourceNow(placement.resource[was] ?? -1);
    this.holder[activity] = replay.activityNow(placement.holder[was] ?? -1);
    this.waitedForShift[activity] = replay.resourceNow(placement.waitedForShift[was] ?? -1);
    const latestLink = replay.linkNow(activity, placement.latestLink[was] ?? -1);
    this.allowances.restore(activity, placement.allowedStart[was] ?? noInstant, latestLink);
    this.#take(activity, placement.start[was] ?? noInstant, placement.finish[was] ?? noInstant);
  }

  #hasMoved(activity: number): boolean {
    const { replay, start, finish } = this;
    return replay?.hasMoved(activity, start[activity] ?? noInstant, finish[activity] ?? noInstant) === true;
  }

  /** Takes note that an activity takes what it needs: it is taken when somebody looks for a place on that resource. */
  #record(activity: number): void {
    const { first, resource } = this.problem.demands;
    const hasMoved = this.#hasMoved(activity);
    this.sequence.push(activity);
    for (let at = first[activity] ?? 0; at < (first[activity + 1] ?? 0); at++) {
      if (this.#isFirstDemand[at] !== 1) continue;
      this.#taken[resource[at] ?? -1]?.push(activity);
      this.replay?.take(activity, at, hasMoved);
    }
  }

  /** Takes of the resources of an activity what has been taken until now. */
  #takeFor({ demands }: Work): void {
    for (const { resource } of demands) {
      const taken = this.#taken[resource] ?? [];
      for (const activity of taken) {
        const place = [this.start[activity] ?? 0, this.finish[activity] ?? 0] as const;
        this.#resources.take(resource, activity, this.#work(activity), place, this.#hasBothDates(activity));
      }
      taken.length = 0;
    }
  }

  #work(activity: number): Work {
    return (this.#works[activity] ??= workOf(this.problem, this.#shifts, activity));
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

  #hasBothDates(activity: number): boolean {
    const { fixedStart, fixedFinish } = this.problem;
    return stated(fixedStart, activity) !== noInstant && stated(fixedFinish, activity) !== noInstant;
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
