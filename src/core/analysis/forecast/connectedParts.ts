import { DisjointSets } from '../disjointSets';
import type { ActivityNetwork } from '../network/activityNetwork';
import type { PlanProblem } from './planProblem';

/**
 * The parts of a plan that nothing connects, neither a link nor somebody who works in both: the groups of the network
 * (projects, and files with the milestones of programs), put together where a link leads from one to the other. What
 * happens in one part changes nothing in another, so that each can be simulated when it is asked for.
 */
export class ConnectedParts {
  readonly #parts: readonly ConnectedPart[];
  readonly #partOfGroup: Int32Array;

  constructor(private readonly problem: PlanProblem) {
    const { count, links } = problem.network;
    this.#partOfGroup = partsOfGroups(problem.network);
    const parts = this.#partOfGroup.reduce((most, part) => Math.max(most, part + 1), 0);
    const places = new Int32Array(count);
    this.#parts = Array.from({ length: parts }, () => new ConnectedPart(problem, places));
    for (let activity = 0; activity < count; activity++) this.of(activity)?.addActivity(activity);
    links.to.forEach((to, link) => this.of(to)?.addLink(link));
  }

  isKnown(activity: number): boolean {
    return !Number.isNaN(this.problem.network.duration[activity] ?? NaN);
  }

  /** The part that holds an activity. */
  of(activity: number): ConnectedPart | undefined {
    return this.#parts[this.#partOfGroup[this.problem.network.groups?.of[activity] ?? 0] ?? 0];
  }
}

/** One of these parts. */
export class ConnectedPart {
  readonly #activities: number[] = [];
  readonly #links: number[] = [];

  /** @param places of all activities of the whole, each among those of its part */
  constructor(
    private readonly whole: PlanProblem,
    private readonly places: Int32Array,
  ) {}

  addActivity(activity: number): void {
    this.places[activity] = this.#activities.push(activity) - 1;
  }

  addLink(link: number): void {
    this.#links.push(link);
  }

  get size(): number {
    return this.#activities.length;
  }

  /** Where an activity of the part stands in its problem. */
  placeOf(activity: number): number {
    return this.places[activity] ?? -1;
  }

  /** The part as a problem of its own. */
  problem(): PlanProblem {
    const { network, lengths, keys } = this.whole;
    const chosen = Int32Array.from(this.#activities);
    const links = Int32Array.from(this.#links);
    const numbers = (values: Float64Array | undefined): Float64Array =>
      Float64Array.from(chosen, (index) => values?.[index] ?? NaN);
    const groups = new Map<number, number>();
    const group = chosen.map((index) => {
      const own = network.groups?.of[index] ?? 0;
      return groups.get(own) ?? groups.set(own, groups.size).size - 1;
    });
    return {
      network: {
        count: chosen.length,
        origin: network.origin,
        duration: numbers(network.duration),
        earliestStart: numbers(network.earliestStart),
        fixedStart: numbers(network.fixedStart),
        fixedFinish: numbers(network.fixedFinish),
        firstOf: Uint8Array.from(chosen, (index) => network.firstOf?.[index] ?? 0),
        calendar: chosen.map((index) => network.calendar?.[index] ?? 0),
        groups: { count: groups.size, of: group },
        links: {
          from: links.map((link) => this.placeOf(network.links.from[link] ?? -1)),
          to: links.map((link) => this.placeOf(network.links.to[link] ?? -1)),
          type: Uint8Array.from(links, (link) => network.links.type[link] ?? 0),
          lag: links.map((link) => network.links.lag[link] ?? 0),
        },
        lagCalendar: links.map((link) => network.lagCalendar?.[link] ?? 0),
        ...(network.time ? { time: network.time } : {}),
      },
      lengths: Array.from(chosen, (index) => lengths[index]),
      keys: Array.from(chosen, (index) => keys[index] ?? ''),
    };
  }
}

/** The number of the part of each group. */
function partsOfGroups({ links, groups }: ActivityNetwork): Int32Array {
  const sets = new DisjointSets(groups?.count ?? 1);
  links.to.forEach((to, link) => sets.unite(groups?.of[links.from[link] ?? 0] ?? 0, groups?.of[to] ?? 0));
  return sets.numbers();
}
