import { Graph, layout } from '@dagrejs/dagre';
import type { NetworkLink, NetworkNode, NetworkView } from '../core/views/networkModel';

/** The size of a node, in pixels. */
export const nodeWidth = 188;
export const nodeHeight = 56;

/** Space around the whole graph, for the rings of focused nodes. */
const edge = 4;

export interface PlacedNode {
  readonly node: NetworkNode;
  /** Its upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedLink {
  readonly link: NetworkLink;
  /** From the edge of one node to the edge of the other; at least two. */
  readonly points: readonly Point[];
}

export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

/** Which way time goes: to the right, or down where there is little room. */
export type Direction = 'right' | 'down';

/**
 * Places the nodes in ranks, so that whatever waits stands after what it waits for, with few crossings: the layered
 * layout of Sugiyama as dagre has it. Critical links are kept short and straight.
 */
export function networkLayout(
  { nodes, links }: Pick<NetworkView, 'nodes' | 'links'>,
  direction: Direction,
): NetworkLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: direction === 'right' ? 'LR' : 'TB',
    nodesep: direction === 'right' ? 14 : 20,
    ranksep: direction === 'right' ? 40 : 30,
    marginx: edge,
    marginy: edge,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { width: nodeWidth, height: nodeHeight });
  links.forEach(({ from, to, critical }, index) => {
    if (graph.hasNode(from) && graph.hasNode(to)) graph.setEdge(from, to, { weight: critical ? 8 : 1 }, String(index));
  });
  layout(graph);
  const placedNodes = nodes.map(({ id }) => graph.node(id) as unknown as Point);
  const ranks = new Set(placedNodes.map(({ x, y }) => (direction === 'right' ? x : y)));
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: finite(width),
    height: finite(height),
    nodes: nodes.map((node) => {
      const placed = graph.node(node.id) as unknown as Point;
      return { node, x: finite(placed.x) - nodeWidth / 2, y: finite(placed.y) - nodeHeight / 2 };
    }),
    links: links.flatMap((link, index) => {
      const placed = graph.edge(link.from, link.to, String(index)) as { points?: Point[] } | undefined;
      const from = graph.node(link.from) as unknown as Point | undefined;
      const to = graph.node(link.to) as unknown as Point | undefined;
      if (!placed?.points || !from || !to) return [];
      return [{ link, points: wayOf(placed.points, from, to, ranks, direction) }];
    }),
  };
}

/**
 * The layout that fits a width: time goes to the right where there is room for that, else down, and where neither fits
 * the way that is easier to scroll.
 *
 * @param narrow below this width it always goes down
 */
export function fittingLayout(
  view: Pick<NetworkView, 'nodes' | 'links'>,
  width: number,
  narrow: number,
): { readonly layout: NetworkLayout; readonly direction: Direction } {
  const across = width < narrow ? undefined : networkLayout(view, 'right');
  if (across && across.width <= width) return { layout: across, direction: 'right' };
  const down = networkLayout(view, 'down');
  return across && down.width > width ? { layout: across, direction: 'right' } : { layout: down, direction: 'down' };
}

/**
 * The way of a link: from the middle of the side of one node to that of the other, and straight past the nodes of the
 * ranks between them. The points that dagre puts between ranks are left out, so that one curve leads from rank to rank.
 */
function wayOf(
  points: readonly Point[],
  from: Point,
  to: Point,
  ranks: ReadonlySet<number>,
  direction: Direction,
): readonly Point[] {
  const isAcross = direction === 'right';
  const half = (isAcross ? nodeWidth : nodeHeight) / 2;
  const along = ({ x, y }: Point): number => (isAcross ? x : y);
  const beside = ({ x, y }: Point): number => (isAcross ? y : x);
  const at = (main: number, other: number): Point => (isAcross ? { x: main, y: other } : { x: other, y: main });
  // What waits in a ring goes back, around the nodes as dagre has it.
  if (along(from) + 2 * half > along(to)) return points;
  const between = points.slice(1, -1).flatMap((point) => {
    const rank = [...ranks].find((each) => Math.abs(each - along(point)) < half);
    return rank === undefined ? [] : [at(rank - half, beside(point)), at(rank + half, beside(point))];
  });
  return [at(along(from) + half, beside(from)), ...between, at(along(to) - half, beside(to))];
}

/** A graph without edges or nodes has no size. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** Letters as a reader counts them: an emoji of several parts is one. */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The lines that a title takes, cut with an ellipsis where there is no room for all of it. */
export function titleLines(title: string, perLine: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of title.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= perLine) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const shown = lines.slice(0, most);
  const last = shown.length - 1;
  const isCut = lines.length > most;
  return shown.map((text, index) => {
    const letters = Array.from(graphemes.segment(text), ({ segment }) => segment);
    const needsCut = letters.length > perLine || (isCut && index === last);
    return needsCut
      ? `${letters
          .slice(0, perLine - 1)
          .join('')
          .trimEnd()}…`
      : text;
  });
}
