import { AwayTimes } from './awayTimes';
import type { PlacementProblem } from './placementProblem';
import { SearchedTimes } from './searchedTimes';
import type { Shift, Shifts } from './shift';
import { type Steps, Timeline } from './timeline';
import type { Demand, Work } from './work';

/** Where an activity fits first, and what it waited for there. */
export interface Fit {
  /** `Infinity` where it never fits. */
  readonly start: number;
  readonly finish: number;
  /** The resource that did not allow an earlier start, or never allows one; −1 where none had to be waited for. */
  readonly waitedFor: number;
  /** The activity that held this resource until then; −1 where its capacity was too small or its shift ended. */
  readonly holder: number;
  /** The resource whose shift came after all that was waited for, and was waited for too; −1 where there was none. */
  readonly shift: number;
}

interface Block {
  readonly demand: Demand;
  /** Since when there is too little, and until when. */
  readonly from: number;
  readonly until: number;
  /** The first start from which the activity does not need the resource in this time. */
  readonly next: number;
}

/** What activities take of resources: a record of what is left, that grows with each activity that is placed. */
export class Resources {
  readonly #steps: readonly Steps[];
  /** What there is of each resource, and what is left of it; made when it is first taken or looked for. */
  readonly #capacity: (Timeline | undefined)[] = [];
  readonly #left: (Timeline | undefined)[] = [];
  /** Nothing is recorded for what there always is enough of. */
  readonly #isUnlimited: readonly boolean[];
  /** The different shifts of all demands for a resource: while none is on duty, it does not matter what is taken. */
  readonly #shifts: readonly (readonly Shift[])[];
  /** For each resource the smallest activity whose finish gives some of it free at an instant. */
  readonly #finishing: readonly Map<number, number>[];
  readonly #finish: Float64Array;
  readonly #searched = new SearchedTimes();
  /** By when somebody is on duty, and by when the work runs. */
  readonly #away = new Map<Shift, Map<string, AwayTimes>>();
  readonly #origin: number;

  constructor(problem: PlacementProblem, shifts: Shifts) {
    const { resources, count, origin } = problem;
    this.#steps = resources;
    this.#isUnlimited = resources.map((steps) => isUnlimited(steps, origin));
    this.#shifts = shiftsOfResources(problem, shifts);
    this.#finishing = resources.map(() => new Map<number, number>());
    this.#finish = new Float64Array(count);
    this.#origin = origin;
  }

  /** A resource that an activity needs and that does not exist, or not in any amount; undefined where there is none. */
  missing({ demands }: Work): number | undefined {
    return demands.find(({ resource, amount }) => !this.#steps[resource] || amount === Infinity)?.resource;
  }

  /** Looks for the earliest place from an instant on. */
  firstFit(work: Work, from: number): Fit {
    const { demands, length } = work;
    if (demands.length === 0 || length === 0) return placeOf(work, work.resume(from), {});
    const first = work.resume(from);
    let last: Block | undefined;
    for (let start = first; start < Infinity; start = work.resume(last.next)) {
      if (demands.every(({ taken }) => taken.nextOn(start) === Infinity)) break;
      const block = this.#knownBlock(work, start, first) ?? this.#firstBlock(work, start);
      if (!block) {
        this.#noteSearch(work, first, last);
        return this.#fitBehind(last, work, from, start);
      }
      last = block;
      if (block.until === Infinity) break;
    }
    this.#noteSearch(work, first, last);
    const never = last?.demand ?? (work.resume(from) < Infinity ? demands[0] : undefined);
    return placeOf(work, Infinity, { waitedFor: never?.resource ?? -1 });
  }

  /** The place at a start, before which there was no other: for the last of what did not allow it. */
  #fitBehind(last: Block | undefined, work: Work, from: number, start: number): Fit {
    if (!last) return placeOf(work, start, { shift: work.shiftBehind(from, start) });
    const holder = this.#holderOf(last);
    const free = holder < 0 ? last.next : Math.min(last.next, this.#finish[holder] ?? last.next);
    return placeOf(work, start, { waitedFor: last.demand.resource, holder, shift: work.shiftBehind(free, start) });
  }

  /**
   * The last block of a time that has been searched before, as if all blocks up to it had been met one by one.
   *
   * @param first where the search began
   */
  #knownBlock({ demands: [demand], kind, length }: Work, start: number, first: number): Block | undefined {
    if (kind === undefined || !demand) return undefined;
    const known = this.#searched.until(kind, length, start);
    if (!(known > start)) return undefined;
    const left = this.#leftOf(demand.resource);
    // What has been taken since then may have made it longer.
    const until = left?.firstAtLeast(known, demand.amount) ?? Infinity;
    const since = left?.belowUntil(until, demand.amount) ?? first;
    return { demand, from: demand.taken.nextOn(Math.max(since, first)), until, next: until };
  }

  #noteSearch({ kind, length }: Work, first: number, last: Block | undefined): void {
    if (kind !== undefined && last) this.#searched.add(kind, length, first, last.until);
  }

  /**
   * Records that an activity takes what it needs of one of its resources.
   *
   * @param isThroughout whether it goes on from its start to its finish, whether it runs or not
   */
  take(
    resource: number,
    activity: number,
    work: Work,
    [start, finish]: readonly [number, number],
    isThroughout: boolean,
  ): void {
    for (const demand of work.demands) {
      if (demand.resource !== resource) continue;
      const shift = isThroughout ? demand.shift : demand.taken;
      this.#take(activity, resource, demand.amount, shift, start, finish);
    }
  }

  #take(activity: number, resource: number, amount: number, shift: Shift, start: number, finish: number): void {
    if (this.#isUnlimited[resource] === true) return;
    this.#finish[activity] = finish;
    const all = this.#shifts[resource] ?? [];
    const isOnlyShift = all.length === 1 && all[0] === shift;
    let from = shift.nextOn(start);
    for (let at = from; at < finish;) {
      const end = isOnlyShift ? finish : Math.min(finish, shift.nextOff(at));
      // What is taken up to the next time on duty leaves no gap that would be found and found too short.
      const free = firstOn(all, end);
      const next = end < finish ? shift.nextOn(end) : Infinity;
      if (free < next || !(next < finish)) {
        this.#leftOf(resource)?.add(from, free, -amount);
        from = next;
      }
      if (free >= finish) this.#noteFinish(activity, resource, free);
      at = next > at ? next : Infinity;
    }
  }

  #leftOf(resource: number): Timeline | undefined {
    const steps = this.#steps[resource];
    return steps && (this.#left[resource] ??= new Timeline(steps));
  }

  #noteFinish(activity: number, resource: number, free: number): void {
    const finishing = this.#finishing[resource];
    finishing?.set(free, Math.min(activity, finishing.get(free) ?? activity));
  }

  /** The first that keeps an activity from running from a start to its finish; of several the one that lasts longest. */
  #firstBlock(work: Work, start: number): Block | undefined {
    let earliest = Infinity;
    const scarce = work.demands.map((demand) => {
      const at = this.#firstScarce(demand, start, earliest);
      earliest = Math.min(earliest, at);
      return at;
    });
    if (work.finish(start, earliest) < Infinity || earliest === Infinity) return undefined;
    let found: Block | undefined;
    for (const [index, demand] of work.demands.entries()) {
      if (scarce[index] !== earliest) continue;
      const until = this.#leftOf(demand.resource)?.firstAtLeast(earliest, demand.amount) ?? Infinity;
      const next = this.#firstWithout(work, demand, earliest, until);
      if (!found || next > found.next) found = { demand, from: earliest, until, next };
    }
    return found;
  }

  /**
   * The first start after a block has begun with which an activity does not need the resource before the block ends: its
   * end, or before that when others take up the work while whoever is blocked is off duty.
   */
  #firstWithout(work: Work, { taken }: Demand, from: number, until: number): number {
    if (work.startsWithAll || until === Infinity) return until;
    let ofShift = this.#away.get(taken);
    if (!ofShift) this.#away.set(taken, (ofShift = new Map<string, AwayTimes>()));
    let away = ofShift.get(work.runsIn);
    if (!away) ofShift.set(work.runsIn, (away = new AwayTimes(taken, (instant) => work.resume(instant), this.#origin)));
    return away.first(from, until);
  }

  /** The first instant on duty from the given one up to a limit at which there is too little for a demand. */
  #firstScarce({ resource, amount, taken }: Demand, from: number, limit: number): number {
    if (this.#isUnlimited[resource] === true) return Infinity;
    for (let at = taken.nextOn(from); at <= limit && at < Infinity;) {
      const below = this.#leftOf(resource)?.firstBelow(at, amount) ?? Infinity;
      at = taken.nextOn(below);
      if (!(at > below)) return below;
    }
    return Infinity;
  }

  /** Whose finish ended a block. Where capacity was too small right before, it counts who finished before that. */
  #holderOf({ demand: { resource, amount }, from, until, next }: Block): number {
    if (next < until) return -1;
    const steps = this.#steps[resource];
    const capacity = steps && (this.#capacity[resource] ??= new Timeline(steps));
    const enoughUntil = capacity?.belowUntil(until, amount) ?? from;
    return enoughUntil > from ? (this.#finishing[resource]?.get(enoughUntil) ?? -1) : -1;
  }
}

function placeOf(work: Work, start: number, { waitedFor = -1, holder = -1, shift = -1 }: Partial<Fit>): Fit {
  const finish = work.finish(start);
  if (Number.isFinite(finish)) return { start, finish, waitedFor, holder, shift };
  const never = waitedFor < 0 && work.isEffort ? (work.demands[0]?.resource ?? -1) : waitedFor;
  return { start: Infinity, finish: Infinity, waitedFor: never, holder: -1, shift: -1 };
}

/** Whether there is always enough from an instant on. */
export function isUnlimited({ from, amount }: Steps, origin: number): boolean {
  return (from[0] ?? Infinity) <= origin && amount.every((level) => level === Infinity);
}

function firstOn(shifts: readonly Shift[], instant: number): number {
  let first = Infinity;
  for (const shift of shifts) first = Math.min(first, shift.nextOn(instant));
  return first;
}

/** The different shifts of all demands for each resource. */
export function shiftsOfResources(
  { resources, demands }: PlacementProblem,
  shifts: Shifts,
): readonly (readonly Shift[])[] {
  const indices = resources.map(() => new Set<number>());
  demands.resource.forEach((resource, at) => indices[resource]?.add(demands.shift?.[at] ?? -1));
  return indices.map((set) => [...set].map((index) => shifts.at(index)));
}
