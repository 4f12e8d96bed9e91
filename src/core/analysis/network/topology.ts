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

/** Whether the lag of a link counts in the calendar of its successor, by its place in the list of successors. */
export function isLagIn(
  own: number,
  at: number,
  lagCalendar: Int32Array | undefined,
  { lag, link }: Successors,
): boolean {
  return !lagCalendar || lag[at] === 0 || lagCalendar[link[at] ?? 0] === own;
}

export interface Topology {
  readonly successors: Successors;
  /** Every activity once, each after its predecessors; the members of cycles come without regard to each other. */
  readonly order: Int32Array;
  readonly inCycle: Uint8Array;
  /** The strongly connected sets: each ascending, and they by their first members. */
  readonly cycles: readonly Int32Array[];
}

/**
 * Sorts activities so that each comes after what it waits for: the activities in the reverse of the order in which a
 * depth-first search leaves them (Tarjan, "Edge-disjoint spanning trees and depth-first search", 1976), in
 * O(activities + links). Among those that could come next the search stays close to the order in which they are given,
 * and where that is a sorted one already, keeps it: the passes go through memory as it lies there. Activities that wait
 * for each other are reported.
 *
 * @param count how many activities there are
 */
export function topologyOf(count: number, links: Links): Topology {
  const successors = successorsOf(count, links);
  const inCycle = new Uint8Array(count);
  const { order, isCyclic } = depthFirstOrder(count, successors);
  if (!isCyclic) return { successors, order, inCycle, cycles: [] };

  const cycles = stronglyConnectedSets(count, successors, new Int32Array(count).fill(1));
  for (const cycle of cycles) for (const member of cycle) inCycle[member] = 1;
  return { successors, order, inCycle, cycles };
}

function successorsOf(count: number, links: Links): Successors {
  const { from, to } = links;
  const first = new Int32Array(count + 1);
  for (let index = 0; index < from.length; index++) {
    if (isLink(count, from[index], to[index])) increment(first, from[index] ?? 0, 1);
  }
  for (let activity = 0; activity < count; activity++) increment(first, activity + 1, first[activity] ?? 0);
  const size = first[count] ?? 0;
  const link = new Int32Array(size);
  const target = new Int32Array(size);
  const type = new Uint8Array(size);
  const lag = new Int32Array(size);
  // From the last link to the first, each list fills from its end: then it begins where the next place would be.
  for (let index = from.length - 1; index >= 0; index--) {
    if (!isLink(count, from[index], to[index])) continue;
    const at = increment(first, from[index] ?? 0, -1);
    link[at] = index;
    target[at] = to[index] ?? 0;
    type[at] = links.type[index] ?? 0;
    lag[at] = links.lag[index] ?? 0;
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

/** What the search knows of an activity: nothing yet, that it is on the way to where it is now, or all that follows. */
const reached = { not: 0, onTheWay: 1, left: 2 } as const;

/**
 * The activities, each before its successors, but for links that close a ring. The order fills from its end, and what it
 * does not have yet holds the way of the search: nothing is on both.
 */
function depthFirstOrder(
  count: number,
  { first, target }: Pick<Successors, 'first' | 'target'>,
): { order: Int32Array; isCyclic: boolean } {
  const order = new Int32Array(count);
  const state = new Uint8Array(count);
  const next = first.slice(0, count);
  let isCyclic = false;
  let place = count;
  for (let root = count - 1; root >= 0; root--) {
    if (state[root] !== reached.not) continue;
    let depth = 0;
    order[0] = root;
    state[root] = reached.onTheWay;
    while (depth >= 0) {
      const activity = order[depth] ?? 0;
      const end = first[activity + 1] ?? 0;
      let at = next[activity] ?? 0;
      while (at < end && state[target[at] ?? 0] === reached.left) at++;
      if (at === end) {
        state[activity] = reached.left;
        order[--place] = activity;
        depth--;
        continue;
      }
      next[activity] = at + 1;
      const successor = target[at] ?? 0;
      if (state[successor] === reached.onTheWay) isCyclic = true;
      else {
        state[successor] = reached.onTheWay;
        order[++depth] = successor;
      }
    }
  }
  return { order, isCyclic };
}
