import { stronglyConnectedSets } from './stronglyConnectedSets';

/** One step of a graph. */
export interface Edge<N> {
  readonly to: N;
}

type EdgesOf<N, E extends Edge<N>> = (node: N) => readonly E[];

/**
 * The sets of nodes that all lead to each other, without those of a single node that does not lead to itself. The
 * nodes, those that they lead to included, are numbered as they are found, and each set is in that order.
 */
export function stronglyConnected<N, E extends Edge<N>>(nodes: Iterable<N>, edgesOf: EdgesOf<N, E>): readonly Set<N>[] {
  const numbers = new Map<N, number>();
  for (const node of nodes) numbers.set(node, numbers.size);
  const first = [0];
  const target: number[] = [];
  // A map grows while it is walked: what is found on the way is walked as well.
  for (const node of numbers.keys()) {
    for (const { to } of edgesOf(node)) {
      if (!numbers.has(to)) numbers.set(to, numbers.size);
      target.push(numbers.get(to) ?? 0);
    }
    first.push(target.length);
  }
  const found = [...numbers.keys()];
  const graph = { first: Int32Array.from(first), target: Int32Array.from(target) };
  const sets = stronglyConnectedSets(found.length, graph, new Int32Array(found.length).fill(1));
  return sets.map((set) => new Set(Array.from(set, (number) => found[number] as N)));
}

/** The fewest steps from one node to another within a set; none where they are the same, undefined where there is no way. */
export function shortestPath<N, E extends Edge<N>>(
  from: N,
  to: N,
  edgesOf: EdgesOf<N, E>,
  within: ReadonlySet<N>,
): readonly E[] | undefined {
  const reachedBy = new Map<N, { readonly edge: E; readonly before: N } | undefined>([[from, undefined]]);
  // A map keeps the order of insertion and grows while it is walked, so it is the queue as well.
  for (const node of reachedBy.keys()) {
    if (node === to) break;
    for (const edge of edgesOf(node)) {
      if (within.has(edge.to) && !reachedBy.has(edge.to)) reachedBy.set(edge.to, { edge, before: node });
    }
  }
  if (!reachedBy.has(to)) return undefined;
  const path: E[] = [];
  for (let step = reachedBy.get(to); step; step = reachedBy.get(step.before)) path.push(step.edge);
  return path.reverse();
}
