import type { ActivityNetwork } from '../network/activityNetwork';
import type { PlanProblem } from './planProblem';

/**
 * The parts of a plan that nothing connects, neither a link nor somebody who works in both: the groups of the network
 * (projects, and files with the milestones of programs), put together where a link leads from one to the other. What
 * happens in one part changes nothing in another, so that each can be simulated when it is asked for.
 */
export class ConnectedParts {
  readonly #partOfGroup: Int32Array;
  readonly #activities: number[][];
  readonly #links: number[][];
  /** The place of each activity among those of its part. */
  readonly #place: Int32Array;

  constructor(private readonly problem: PlanProblem) {
    const { count, links } = problem.network;
    this.#partOfGroup = partsOfGroups(problem.network);
    const parts = this.#partOfGroup.reduce((most, part) => Math.max(most, part + 1), 0);
    this.#activities = Array.from({ length: parts }, () => []);
    this.#links = Array.from({ length: parts }, () => []);
    this.#place = new Int32Array(count);
    for (let activity = 0; activity < count; activity++) {
      const own = this.#activities[this.of(activity)];
      if (own) this.#place[activity] = own.push(activity) - 1;
    }
    links.to.forEach((to, link) => this.#links[this.of(to)]?.push(link));
  }

  /** The number of the part that holds an activity. */
  of(activity: number): number {
    return this.#partOfGroup[this.problem.network.groups?.of[activity] ?? 0] ?? 0;
  }

  /** The activities of a part, in the order of its problem. */
  activities(part: number): readonly number[] {
    return this.#activities[part] ?? [];
  }

  /** Where an activity stands in the problem of its part. */
  placeOf(activity: number): number {
    return this.#place[activity] ?? -1;
  }

  /** A part as a problem of its own. */
  problemOf(part: number): PlanProblem {
    const { network, lengths, keys } = this.problem;
    const chosen = Int32Array.from(this.activities(part));
    const links = Int32Array.from(this.#links[part] ?? []);
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

/** The number of the part of each group, by the disjoint sets that links unite (Galler and Fisher, 1964). */
function partsOfGroups({ links, groups }: ActivityNetwork): Int32Array {
  const above = Int32Array.from({ length: groups?.count ?? 1 }, (_, group) => group);
  const rootOf = (group: number): number => {
    let at = group;
    for (let next = above[at] ?? at; next !== at; next = above[at] ?? at) {
      above[at] = above[next] ?? next;
      at = above[at] ?? next;
    }
    return at;
  };
  links.to.forEach((to, link) => {
    const [one, other] = [rootOf(groups?.of[links.from[link] ?? 0] ?? 0), rootOf(groups?.of[to] ?? 0)];
    above[Math.max(one, other)] = Math.min(one, other);
  });
  const numbers = new Map<number, number>();
  return above.map((_, group) => {
    const root = rootOf(group);
    return numbers.get(root) ?? numbers.set(root, numbers.size).size - 1;
  });
}
