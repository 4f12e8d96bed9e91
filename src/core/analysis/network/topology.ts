import type { Links } from './links';
import { stronglyConnectedSets } from './stronglyConnectedSets';

/** The links that leave each activity: those of activity i are `link[first[i]]` up to, not including, `link[first[i + 1]]`. */
export interface Successors {
  readonly first: Int32Array;
  /** Indices of links, ascending for each activity. */
  readonly link: Int32Array;
  /** Where each of these links leads: `target[at] = links.to[link[at]]`. */
  readonly target: Int32Array;
  /** Their types and lags, in the order in which the passes read them: the memory is most of what the passes wait for. */
  readonly type: Uint8Array;
  readonly lag: Int32Array;
}

export interface Topology {
  readonly successors: Successors;
  /** Every activity once, each after its predecessors; the members of cycles come without regard to theirs. */
  readonly order: Int32Array;
  readonly inCycle: Uint8Array;
  /** The strongly connected sets: each ascending, and they by their first members. */
  readonly cycles: readonly Int32Array[];
}

/**
 * Sorts activities so that each comes after what it waits for (Kahn, "Topological sorting of large networks", 1962), in
 * O(activities + links). Activities that wait for each other are placed as if they waited for nothing, and reported.
 *
 * @param count how many activities there are
 */
export function topologyOf(count: number, links: Links): Topology {
  const successors = successorsOf(count, links);
  const sort = new TopologicalSort(count, successors);
  sort.run();
  const inCycle = new Uint8Array(count);
  if (sort.placed === count) return { successors, order: sort.order, inCycle, cycles: [] };

  const cycles = stronglyConnectedSets(count, successors, sort.waiting);
  for (const cycle of cycles) for (const member of cycle) inCycle[member] = 1;
  sort.release(cycles, inCycle);
  sort.run();
  return { successors, order: sort.order, inCycle, cycles };
}

function successorsOf(count: number, { from, to, type: types, lag: lags }: Links): Successors {
  const first = new Int32Array(count + 1);
  for (let link = 0; link < from.length; link++) {
    if (isLink(count, from[link], to[link])) increment(first, (from[link] ?? 0) + 1, 1);
  }
  for (let activity = 0; activity < count; activity++) increment(first, activity + 1, first[activity] ?? 0);
  const next = first.slice(0, count);
  const link = new Int32Array(first[count] ?? 0);
  const target = new Int32Array(link.length);
  const type = new Uint8Array(link.length);
  const lag = new Int32Array(link.length);
  for (let index = 0; index < from.length; index++) {
    const source = from[index] ?? 0;
    const successor = to[index] ?? 0;
    if (!isLink(count, source, successor)) continue;
    const at = increment(next, source, 1) - 1;
    link[at] = index;
    target[at] = successor;
    type[at] = types[index] ?? 0;
    lag[at] = lags[index] ?? 0;
  }
  return { first, link, target, type, lag };
}

function increment(numbers: Int32Array, at: number, by: number): number {
  const sum = (numbers[at] ?? 0) + by;
  numbers[at] = sum;
  return sum;
}

function isLink(count: number, from = -1, to = -1): boolean {
  return from >= 0 && from < count && to >= 0 && to < count;
}

/** More than there can be links. */
const neverZero = 0x7fff_ffff;

class TopologicalSort {
  readonly order: Int32Array;
  /** How many links into each activity have not been passed yet. */
  readonly waiting: Int32Array;
  placed = 0;
  #passed = 0;

  constructor(
    count: number,
    private readonly successors: Successors,
  ) {
    this.order = new Int32Array(count);
    this.waiting = new Int32Array(count);
    for (const activity of successors.target) increment(this.waiting, activity, 1);
    for (let activity = 0; activity < count; activity++) if (this.waiting[activity] === 0) this.#place(activity);
  }

  /** Places everything that what is placed leads to, and nothing else. */
  run(): void {
    const { order, waiting } = this;
    const { first, target } = this.successors;
    while (this.#passed < this.placed) {
      const activity = order[this.#passed++] ?? 0;
      const end = first[activity + 1] ?? 0;
      for (let at = first[activity] ?? 0; at < end; at++) {
        const successor = target[at] ?? 0;
        const left = (waiting[successor] ?? 0) - 1;
        waiting[successor] = left;
        if (left === 0) this.#place(successor);
      }
    }
  }

  /** Places the members of cycles, which nothing else would. */
  release(cycles: readonly Int32Array[], inCycle: Uint8Array): void {
    for (const cycle of cycles) for (const member of cycle) this.#place(member);
    // What is placed may not be placed once more when its last predecessor is passed.
    for (let activity = 0; activity < inCycle.length; activity++) {
      if (inCycle[activity] === 1) this.waiting[activity] = neverZero;
    }
  }

  #place(activity: number): void {
    this.order[this.placed++] = activity;
  }
}
