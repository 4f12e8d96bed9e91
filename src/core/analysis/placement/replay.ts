import type { Stepwise } from '../../stepwise';
import type { Links } from '../network/links';
import { type Demands, type Placement, type PlacementProblem, unplacedReason } from './placementProblem';
import { isUnlimited, shiftsOfResources } from './resources';
import { allTime, Shifts, type Shift } from './shift';

/** A schedule of a problem that is much like the one at hand, and what of it stands for the same here. */
export interface EarlierSchedule {
  readonly problem: PlacementProblem;
  readonly placement: Placement;
  /** The number that each activity had there; −1 for a new one. Those that are not new are in the order that they had. */
  readonly activity: Int32Array;
  /** The same for resources, in any order. */
  readonly resource: Int32Array;
  /** The same for the calendars of lags. */
  readonly calendar: Int32Array;
}

const comparedPerStep = 256;

/**
 * Knows which activities a serial schedule puts where an earlier one has them, so that nobody has to look for their
 * places again.
 *
 * A place follows from the activity itself, from the places of its predecessors, and from what others have taken of its
 * resources when its turn comes. So it stays where the activity and its links are the same, no predecessor has moved,
 * and of each of its resources the same activities have taken the same as when its turn came before. Whatever is not
 * known to stay is placed as ever; where it comes to its old place all the same, nothing that follows is touched.
 */
export class Replay {
  readonly #demands: Demands;
  readonly #before: EarlierSchedule;
  readonly #activityNow: Int32Array;
  readonly #resourceNow: Int32Array;
  readonly #links: LinksInto;
  readonly #linksBefore: LinksInto;
  /** Whether each activity and the links into it are the same as before. */
  readonly #isSame: Uint8Array;
  /** Whether something that each activity waits for has moved. */
  readonly #isTouched: Uint8Array;
  /** For each demand before, how many had taken of its resource when its turn came; −1 where that does not count. */
  readonly #turn: Int32Array;
  /** How many have taken of each resource by now, the last turn of theirs before, and whether any is new or has moved. */
  readonly #taken: Int32Array;
  readonly #lastTurn: Int32Array;
  readonly #isOther: Uint8Array;

  constructor(
    private readonly problem: PlacementProblem,
    before: EarlierSchedule,
  ) {
    const { count, links, demands, resources } = problem;
    this.#demands = demands;
    this.#before = before;
    this.#activityNow = inverse(before.activity, before.problem.count);
    this.#resourceNow = inverse(before.resource, before.problem.resources.length);
    this.#links = linksInto(count, links);
    this.#linksBefore = linksInto(before.problem.count, before.problem.links);
    this.#isTouched = new Uint8Array(count);
    this.#turn = turns(before);
    this.#taken = new Int32Array(resources.length);
    this.#lastTurn = new Int32Array(resources.length).fill(-1);
    this.#isOther = otherResources(problem, before);
    this.#isSame = new Uint8Array(count);
  }

  /** Finds out, bit by bit, which activities are the same as before: until then none counts as such. */
  *comparing(): Stepwise<void> {
    const { problem } = this;
    const before = this.#before;
    if (problem.origin !== before.problem.origin) return;
    for (let activity = 0; activity < problem.count; activity++) {
      if (activity % comparedPerStep === 0) yield;
      const was = before.activity[activity] ?? -1;
      const isSame =
        was >= 0 &&
        isSameActivity(problem, activity, before.problem, was) &&
        hasSameDemands(problem, activity, before, was) &&
        !this.#needsOther(activity) &&
        this.#hasSameLinks(problem, activity, was);
      this.#isSame[activity] = isSame ? 1 : 0;
    }
  }

  /** The number that an activity had. */
  was(activity: number): number {
    return this.#before.activity[activity] ?? -1;
  }

  get placement(): Placement {
    return this.#before.placement;
  }

  activityNow(was: number): number {
    return this.#activityNow[was] ?? -1;
  }

  resourceNow(was: number): number {
    return this.#resourceNow[was] ?? -1;
  }

  /** The number of a link into an activity that is the same as before. */
  linkNow(activity: number, was: number): number {
    if (was < 0) return -1;
    const { first, link } = this.#linksBefore;
    const start = first[this.was(activity)] ?? 0;
    const end = first[this.was(activity) + 1] ?? 0;
    let at = start;
    while (at < end && link[at] !== was) at++;
    return at === end ? -1 : (this.#links.link[(this.#links.first[activity] ?? 0) + at - start] ?? -1);
  }

  /** Whether an activity is the same as before, and had a place. */
  hadPlace(activity: number): boolean {
    return this.#isSame[activity] === 1 && this.placement.unplaced[this.was(activity)] === unplacedReason.placed;
  }

  /** Whether an activity whose turn has come has the place that it had. */
  keepsPlace(activity: number): boolean {
    if (this.#isTouched[activity] === 1 || !this.hadPlace(activity)) return false;
    const { first, resource } = this.#demands;
    const end = first[activity + 1] ?? 0;
    let before = this.#before.problem.demands.first[this.was(activity)] ?? 0;
    for (let at = first[activity] ?? 0; at < end; at++, before++) {
      const turn = this.#turn[before] ?? -1;
      const own = resource[at] ?? -1;
      if (turn < 0) continue;
      const isTurn = this.#taken[own] === turn && (this.#lastTurn[own] ?? 0) < turn;
      if (this.#isOther[own] === 1 || !isTurn) return false;
    }
    return true;
  }

  hasMoved(activity: number, start: number, finish: number): boolean {
    const was = this.was(activity);
    return was < 0 || start !== this.placement.start[was] || finish !== this.placement.finish[was];
  }

  /** Takes note that an activity waits for one that has moved. */
  touch(activity: number): void {
    this.#isTouched[activity] = 1;
  }

  /** Takes note that an activity has taken what it needs of a resource, by the first of its demands for that. */
  take(activity: number, demand: number, hasMoved: boolean): void {
    const resource = this.#demands.resource[demand] ?? -1;
    const place = demand - (this.#demands.first[activity] ?? 0);
    const before = this.#before.problem.demands.first[this.was(activity)] ?? 0;
    const turn = hasMoved || this.#isSame[activity] !== 1 ? -1 : (this.#turn[before + place] ?? -1);
    this.#taken[resource] = (this.#taken[resource] ?? 0) + 1;
    if (turn < 0) this.#isOther[resource] = 1;
    else this.#lastTurn[resource] = Math.max(this.#lastTurn[resource] ?? -1, turn);
  }

  /** Whether an activity needs a resource of which there is not the same as before: perhaps it has a limit only now. */
  #needsOther(activity: number): boolean {
    const { first, resource } = this.#demands;
    const end = first[activity + 1] ?? 0;
    for (let at = first[activity] ?? 0; at < end; at++) if (this.#isOther[resource[at] ?? -1] === 1) return true;
    return false;
  }

  #hasSameLinks(problem: PlacementProblem, activity: number, was: number): boolean {
    const { activity: activities, calendar, problem: problemBefore } = this.#before;
    const [now, before] = [this.#links, this.#linksBefore];
    let at = now.first[activity] ?? 0;
    let atBefore = before.first[was] ?? 0;
    const end = now.first[activity + 1] ?? 0;
    if (end - at !== (before.first[was + 1] ?? 0) - atBefore) return false;
    for (; at < end; at++, atBefore++) {
      const [own, other] = [now.link[at] ?? 0, before.link[atBefore] ?? 0];
      const { from, type, lag } = problem.links;
      const links = problemBefore.links;
      if (activities[from[own] ?? -1] !== links.from[other]) return false;
      if (type[own] !== links.type[other] || lag[own] !== links.lag[other]) return false;
      const ownCalendar = calendar[problem.lagCalendar?.[own] ?? 0];
      if (lag[own] !== 0 && ownCalendar !== (problemBefore.lagCalendar?.[other] ?? 0)) return false;
    }
    return true;
  }
}

/** The links into each activity by their numbers, ascending: those of activity i are `link[first[i]]` up to `first[i + 1]`. */
interface LinksInto {
  readonly first: Int32Array;
  readonly link: Int32Array;
}

function linksInto(count: number, { from, to }: Links): LinksInto {
  const first = new Int32Array(count + 1);
  const isLink = (link: number): boolean => isNumber(from[link], count) && isNumber(to[link], count);
  for (let link = 0; link < to.length; link++) if (isLink(link)) add(first, (to[link] ?? 0) + 1, 1);
  for (let activity = 0; activity < count; activity++) add(first, activity + 1, first[activity] ?? 0);
  const next = first.slice(0, count);
  const link = new Int32Array(first[count] ?? 0);
  for (let index = 0; index < to.length; index++) if (isLink(index)) link[add(next, to[index] ?? 0, 1) - 1] = index;
  return { first, link };
}

function isNumber(index = -1, count: number): boolean {
  return index >= 0 && index < count;
}

function add(numbers: Int32Array, at: number, by: number): number {
  const sum = (numbers[at] ?? 0) + by;
  numbers[at] = sum;
  return sum;
}

/** For numbers that stand for others, which number stands for each of these; −1 where none does. */
function inverse(numbers: Int32Array, count: number): Int32Array {
  const inverted = new Int32Array(count).fill(-1);
  numbers.forEach((was, now) => {
    if (was >= 0) inverted[was] = now;
  });
  return inverted;
}

/** How many had taken of the resource of each demand before; −1 where no place is taken, no limit counts, or it is not the first. */
function turns({ problem, placement }: EarlierSchedule): Int32Array {
  const { demands, resources, origin } = problem;
  const turn = new Int32Array(demands.resource.length).fill(-1);
  const taken = new Int32Array(resources.length);
  const isLimited = resources.map((steps) => !isUnlimited(steps, origin));
  const isFirst = firstDemands(demands);
  for (const activity of placement.sequence) {
    for (let at = demands.first[activity] ?? 0; at < (demands.first[activity + 1] ?? 0); at++) {
      const resource = demands.resource[at] ?? -1;
      if (isFirst[at] === 1 && isLimited[resource] === true) turn[at] = add(taken, resource, 1) - 1;
    }
  }
  return turn;
}

/** 1 for the first demand of an activity for a resource, 0 for further ones and for those of nothing. */
export function firstDemands({ first, resource, amount }: Demands): Uint8Array {
  const isFirst = new Uint8Array(resource.length);
  for (let activity = 0; activity + 1 < first.length; activity++) {
    const start = first[activity] ?? 0;
    for (let at = start; at < (first[activity + 1] ?? 0); at++) {
      if (!((amount[at] ?? 0) > 0)) continue;
      let before = start;
      while (before < at && (resource[before] !== resource[at] || isFirst[before] === 0)) before++;
      isFirst[at] = before === at ? 1 : 0;
    }
  }
  return isFirst;
}

/** 1 for each resource of which there is not the same as before, or whose demands are on duty at other times. */
function otherResources(problem: PlacementProblem, before: EarlierSchedule): Uint8Array {
  const shifts = shiftsOfResources(problem, new Shifts(problem.shifts));
  const shiftsBefore = shiftsOfResources(before.problem, new Shifts(before.problem.shifts));
  return Uint8Array.from(problem.resources, (steps, resource) => {
    const was = before.resource[resource] ?? -1;
    const stepsBefore = before.problem.resources[was];
    const [own, other] = [shifts[resource] ?? [], new Set(shiftsBefore[was])];
    const isSame =
      stepsBefore !== undefined &&
      isSameList(steps.from, stepsBefore.from) &&
      isSameList(steps.amount, stepsBefore.amount) &&
      own.length === other.size &&
      own.every((shift) => other.has(shift));
    return isSame ? 0 : 1;
  });
}

function isSameList(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

/** Whether an activity says of itself what another one says, its links and demands left out. */
function isSameActivity(problem: PlacementProblem, activity: number, before: PlacementProblem, was: number): boolean {
  const isSame = (
    property: 'duration' | 'effort' | 'release' | 'fixedStart' | 'fixedFinish' | 'latestFinish',
  ): boolean => Object.is(problem[property]?.[activity], before[property]?.[was]);
  return (
    isSame('duration') &&
    isSame('effort') &&
    isSame('release') &&
    isSame('fixedStart') &&
    isSame('fixedFinish') &&
    isSame('latestFinish') &&
    problem.firstOf?.[activity] === before.firstOf?.[was] &&
    shiftOf(problem, problem.shift?.[activity]) === shiftOf(before, before.shift?.[was])
  );
}

function shiftOf({ shifts }: PlacementProblem, index = -1): Shift | undefined {
  return index === -1 ? allTime : shifts?.[index];
}

function hasSameDemands(problem: PlacementProblem, activity: number, before: EarlierSchedule, was: number): boolean {
  const { demands } = problem;
  const { demands: others } = before.problem;
  let at = demands.first[activity] ?? 0;
  let other = others.first[was] ?? 0;
  const end = demands.first[activity + 1] ?? 0;
  if (end - at !== (others.first[was + 1] ?? 0) - other) return false;
  for (; at < end; at++, other++) {
    if (before.resource[demands.resource[at] ?? -1] !== others.resource[other]) return false;
    if (demands.amount[at] !== others.amount[other]) return false;
    if (shiftOf(problem, demands.shift?.[at]) !== shiftOf(before.problem, others.shift?.[other])) return false;
  }
  return true;
}
