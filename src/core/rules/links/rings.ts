/** One step of a graph. */
export interface Edge<N> {
  readonly to: N;
}

type EdgesOf<N, E extends Edge<N>> = (node: N) => readonly E[];

interface Visit<N, E> {
  readonly node: N;
  readonly edges: readonly E[];
  next: number;
}

/**
 * The sets of nodes that all lead to each other, without those of a single node that does not lead to itself.
 *
 * Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972), with a stack of its own in place of
 * recursion, because a chain of work may be longer than the call stack.
 */
export function stronglyConnected<N, E extends Edge<N>>(nodes: Iterable<N>, edgesOf: EdgesOf<N, E>): readonly Set<N>[] {
  const index = new Map<N, number>();
  const low = new Map<N, number>();
  const open: N[] = [];
  const isOpen = new Set<N>();
  const found: Set<N>[] = [];
  const visits: Visit<N, E>[] = [];

  const enter = (node: N): void => {
    low.set(node, index.size);
    index.set(node, index.size);
    open.push(node);
    isOpen.add(node);
    visits.push({ node, edges: edgesOf(node), next: 0 });
  };
  const lower = (node: N, value: number): void => void low.set(node, Math.min(low.get(node) ?? value, value));
  const leave = ({ node, edges }: Visit<N, E>): void => {
    visits.pop();
    const caller = visits.at(-1);
    if (caller) lower(caller.node, low.get(node) ?? 0);
    if (low.get(node) !== index.get(node)) return;
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) isOpen.delete(member);
    if (members.length > 1 || edges.some(({ to }) => to === node)) found.push(new Set(members));
  };

  for (const root of nodes) {
    if (index.has(root)) continue;
    enter(root);
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const edge = visit.edges[visit.next++];
      if (!edge) leave(visit);
      else if (!index.has(edge.to)) enter(edge.to);
      else if (isOpen.has(edge.to)) lower(visit.node, index.get(edge.to) ?? 0);
    }
  }
  return found;
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
