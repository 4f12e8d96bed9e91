import type { PlacementProblem } from './placementProblem';
import { Timeline } from './timeline';

/** Where an activity fits first, and what it waited for there. */
export interface Fit {
  /** `Infinity` where it never fits. */
  readonly start: number;
  /** The resource that did not allow an earlier start, or never allows one; −1 where the asked-for start was possible. */
  readonly waitedFor: number;
  /** The activity that held this resource until then; −1 where its capacity itself was too small. */
  readonly holder: number;
}

interface Demand {
  readonly resource: number;
  /** More than 0. */
  readonly amount: number;
}

interface Block {
  readonly resource: number;
  readonly amount: number;
  /** Since when there is too little, and until when. */
  readonly from: number;
  readonly until: number;
}

/** What activities take of resources: a record of what is left, that grows with each activity that is placed. */
export class Resources {
  readonly #capacity: readonly Timeline[];
  readonly #left: readonly Timeline[];
  /** For each resource the smallest activity that gives some of it free at an instant. */
  readonly #finishing: readonly Map<number, number>[];

  constructor(private readonly problem: PlacementProblem) {
    this.#capacity = problem.resources.map((steps) => new Timeline(steps));
    this.#left = problem.resources.map((steps) => new Timeline(steps));
    this.#finishing = problem.resources.map(() => new Map<number, number>());
  }

  /** A resource that an activity needs and that does not exist, or not in any amount; undefined where there is none. */
  missing(activity: number): number | undefined {
    return this.#demandsOf(activity).find(({ resource, amount }) => !this.#left[resource] || amount === Infinity)
      ?.resource;
  }

  /** Looks for the earliest place from an instant on. */
  firstFit(activity: number, from: number): Fit {
    const demands = this.#demandsOf(activity);
    if (demands.length === 0 || this.#duration(activity) === 0) return { start: from, waitedFor: -1, holder: -1 };
    let last: Block | undefined;
    let start = this.#resume(activity, demands, from);
    while (start < Infinity) {
      const block = this.#firstBlock(activity, demands, start);
      if (!block) return { start, waitedFor: last?.resource ?? -1, holder: last ? this.#holderOf(last) : -1 };
      last = block;
      start = this.#resume(activity, demands, block.until);
    }
    return { start, waitedFor: this.#scarce(demands, last?.until ?? from, last), holder: -1 };
  }

  /** When an activity finishes that starts at an instant, if nobody takes its resources. */
  finishOf(activity: number, start: number): number {
    return this.#run(activity, this.#demandsOf(activity), start, () => true);
  }

  /** The earliest start from an instant on with which an activity does not finish before another instant. */
  firstStartFinishing(activity: number, finish: number, from: number): number {
    let latest = finish - this.#duration(activity);
    if (latest <= from || this.finishOf(activity, from) >= finish) return from;
    if (this.problem.pauses?.[activity] !== 1) return latest;
    // The finish never gets earlier when the start gets later: halving finds the first start in whole periods.
    let tooEarly = from;
    while (latest - tooEarly > 1) {
      const middle = Math.floor((tooEarly + latest) / 2);
      if (middle <= tooEarly) break;
      if (this.finishOf(activity, middle) >= finish) latest = middle;
      else tooEarly = middle;
    }
    return latest;
  }

  /** Records that an activity takes what it needs. */
  take(activity: number, start: number, finish: number): void {
    const demands = this.#demandsOf(activity);
    this.#run(activity, demands, start, (from, to) => {
      for (const { resource, amount } of demands) this.#left[resource]?.add(from, to, -amount);
      return true;
    });
    if (finish === start) return;
    for (const { resource } of demands) {
      const finishing = this.#finishing[resource];
      finishing?.set(finish, Math.min(activity, finishing.get(finish) ?? activity));
    }
  }

  #duration(activity: number): number {
    return this.problem.duration[activity] ?? 0;
  }

  #demandsOf(activity: number): readonly Demand[] {
    const { first, resource, amount } = this.problem.demands;
    const demands: Demand[] = [];
    const end = first[activity + 1] ?? 0;
    for (let at = first[activity] ?? 0; at < end; at++) {
      const needed = amount[at] ?? 0;
      if (needed > 0) demands.push({ resource: resource[at] ?? -1, amount: needed });
    }
    return demands;
  }

  /**
   * Follows an activity through the stretches in which it runs, until one is refused.
   *
   * @returns its finish; NaN where a stretch was refused, `Infinity` where it never comes to an end
   */
  #run(
    activity: number,
    demands: readonly Demand[],
    start: number,
    isTaken: (from: number, to: number) => boolean,
  ): number {
    let at = start;
    for (let left = this.#duration(activity); left > 0;) {
      const from = this.#resume(activity, demands, at);
      const to = Math.min(from + left, this.#pause(activity, demands, from));
      if (!(to > from)) return Infinity;
      if (!isTaken(from, to)) return NaN;
      if (to === from + left) return to;
      left -= to - from;
      at = to;
    }
    return at;
  }

  /** The first instant from the given one on at which an activity may run, as far as capacity goes. */
  #resume(activity: number, demands: readonly Demand[], instant: number): number {
    if (this.problem.pauses?.[activity] !== 1) return instant;
    let at = instant;
    for (let agreed = 0, next = 0; agreed < demands.length && at < Infinity; next = (next + 1) % demands.length) {
      const demand = demands[next];
      const enough = demand ? (this.#capacity[demand.resource]?.firstAtLeast(at, demand.amount) ?? Infinity) : at;
      agreed = enough === at ? agreed + 1 : 1;
      at = enough;
    }
    return at;
  }

  /** The first instant from the given one on at which an activity has to rest. */
  #pause(activity: number, demands: readonly Demand[], instant: number): number {
    if (this.problem.pauses?.[activity] !== 1) return Infinity;
    let first = Infinity;
    for (const { resource, amount } of demands) {
      first = Math.min(first, this.#capacity[resource]?.firstBelow(instant, amount) ?? Infinity);
    }
    return first;
  }

  /** What keeps an activity from running from a start to its finish: of the first stretch, what lasts longest. */
  #firstBlock(activity: number, demands: readonly Demand[], start: number): Block | undefined {
    let found: Block | undefined;
    this.#run(activity, demands, start, (from, to) => {
      for (const { resource, amount } of demands) {
        const below = this.#left[resource]?.firstBelow(from, amount) ?? from;
        if (below >= to) continue;
        const until = this.#left[resource]?.firstAtLeast(below, amount) ?? Infinity;
        if (!found || until > found.until) found = { resource, amount, from: below, until };
      }
      return !found;
    });
    return found;
  }

  /** Whose finish ended a block. Where capacity was too small right before, it counts who finished before that. */
  #holderOf({ resource, amount, from, until }: Block): number {
    const enoughUntil = this.#capacity[resource]?.belowUntil(until, amount) ?? from;
    return enoughUntil > from ? (this.#finishing[resource]?.get(enoughUntil) ?? -1) : -1;
  }

  /** The resource of which there is never enough again from an instant on. */
  #scarce(demands: readonly Demand[], instant: number, last: Block | undefined): number {
    if (last?.until === Infinity) return last.resource;
    const isNever = ({ resource, amount }: Demand): boolean =>
      this.#capacity[resource]?.firstAtLeast(instant, amount) === Infinity;
    // Each may come again, and only never with the others.
    return (demands.find(isNever) ?? demands[0])?.resource ?? -1;
  }
}
