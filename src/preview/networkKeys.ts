import type { NetworkLink } from '../core/views/networkModel';
import type { PlacedNode } from './networkLayout';

export function nodeStop(id: string): string {
  return `node ${id}`;
}

export function looseStop(id: string): string {
  return `loose ${id}`;
}

/** What the arrow keys go over: the graph, and below it the list of what has no dependency. */
export interface NetworkStops {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly NetworkLink[];
  /** Ids. */
  readonly loose: readonly string[];
}

/**
 * Where a key leads from a stop; undefined where it leads nowhere. An arrow goes along a dependency where one leads
 * that way, else to the nearest node there; down from the lowest to the list.
 */
export function networkStopAfter(stops: NetworkStops, from: string, key: string): string | undefined {
  const { nodes, loose } = stops;
  const ids = [...nodes.map(({ node }) => nodeStop(node.id)), ...loose.map(looseStop)];
  if (key === 'Home') return ids[0];
  if (key === 'End') return ids.at(-1);
  const line = loose.findIndex((id) => looseStop(id) === from);
  if (line >= 0) {
    const last = nodes.at(-1);
    if (key === 'ArrowUp') return line > 0 ? looseStop(loose[line - 1] ?? '') : last && nodeStop(last.node.id);
    const next = loose[line + 1];
    return key === 'ArrowDown' && next !== undefined ? looseStop(next) : undefined;
  }
  const here = nodes.find(({ node }) => nodeStop(node.id) === from);
  const way = ways[key];
  if (!here || !way) return undefined;
  const there = nearest(stops, here, way);
  if (there) return nodeStop(there.node.id);
  const [first] = loose;
  return key === 'ArrowDown' && first !== undefined ? looseStop(first) : undefined;
}

/** How far a node lies ahead of another, and how far beside the way. */
type Way = (from: PlacedNode, to: PlacedNode) => readonly [ahead: number, beside: number];

const ways: Readonly<Record<string, Way>> = {
  ArrowRight: (from, to) => [to.x - from.x, Math.abs(to.y - from.y)],
  ArrowLeft: (from, to) => [from.x - to.x, Math.abs(to.y - from.y)],
  ArrowDown: (from, to) => [to.y - from.y, Math.abs(to.x - from.x)],
  ArrowUp: (from, to) => [from.y - to.y, Math.abs(to.x - from.x)],
};

function nearest({ nodes, links }: NetworkStops, from: PlacedNode, way: Way): PlacedNode | undefined {
  const linked = new Set(
    links.flatMap((link) => (link.from === from.node.id ? [link.to] : link.to === from.node.id ? [link.from] : [])),
  );
  let best: { readonly node: PlacedNode; readonly cost: number } | undefined;
  for (const node of nodes) {
    const [ahead, beside] = way(from, node);
    if (ahead <= 0) continue;
    // What lies beside the way is further than it looks; what is linked is nearer.
    const cost = (ahead + beside * 2) * (linked.has(node.node.id) ? 0.25 : 1);
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best?.node;
}
