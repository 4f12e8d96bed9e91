import { curveBumpX, curveBumpY, line } from 'd3-shape';
import type { JSX } from 'preact';
import type { NetworkNode, NetworkView } from '../core/views/networkModel';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { MilestoneIcon, StateIcon } from './icons';
import { nodeStop } from './networkKeys';
import {
  type Direction,
  type NetworkLayout,
  nodeHeight,
  nodeWidth,
  type PlacedLink,
  type PlacedNode,
  type Point,
  titleLines,
} from './networkLayout';
import type { Roving } from './roving';

interface ChartProps {
  readonly view: NetworkView;
  readonly layout: NetworkLayout;
  readonly direction: Direction;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

/** The graph: links below the nodes, the critical ones on top of the others. */
export function NetworkChart({ view, layout, direction, marked, roving }: ChartProps): JSX.Element {
  const inOrder = [...layout.links].sort(
    (one, other) => Number(one.link.critical ?? false) - Number(other.link.critical ?? false),
  );
  const waits = waitsOf(view);
  return (
    <div class="network-scroll">
      <svg
        class="network-chart"
        width={layout.width}
        height={layout.height}
        role="group"
        aria-label={`Dependencies of ${view.title}`}
        focusable="false"
      >
        <g aria-hidden="true">
          {inOrder.map((placed, index) => (
            <Link key={index} placed={placed} direction={direction} />
          ))}
        </g>
        {layout.nodes.map((placed) => (
          <Node
            key={placed.node.id}
            placed={placed}
            waitsFor={waits.get(placed.node.id) ?? []}
            marked={marked}
            roving={roving}
          />
        ))}
      </svg>
    </div>
  );
}

/** The titles of what each node waits for. */
function waitsOf({ nodes, links }: NetworkView): ReadonlyMap<string, readonly string[]> {
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  const waits = new Map<string, string[]>();
  for (const { from, to } of links) {
    const title = titles.get(from);
    if (title === undefined) continue;
    const known = waits.get(to);
    if (known) known.push(title);
    else waits.set(to, [title]);
  }
  return waits;
}

function Link({ placed: { link, points }, direction }: { placed: PlacedLink; direction: Direction }): JSX.Element {
  const curve = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  ).curve(direction === 'right' ? curveBumpX : curveBumpY);
  const [end, before] = [points.at(-1), points.at(-2)];
  const middle = end && before && { x: (end.x + before.x) / 2, y: (end.y + before.y) / 2 };
  const text = [link.type === 'FS' ? undefined : link.type, link.lag].filter((part) => part !== undefined).join(' ');
  return (
    <g class={link.critical ? 'network-edge critical' : 'network-edge'}>
      <path class="network-link" d={curve([...points]) ?? ''} />
      {end && before && <path class="network-head" d={arrowHead(end, before, direction)} />}
      {middle && text !== '' && (
        <text class="network-label" x={middle.x} y={middle.y + 4} text-anchor="middle">
          {text}
        </text>
      )}
    </g>
  );
}

/** An arrow into the side of a node that the link comes from. */
function arrowHead({ x, y }: Point, before: Point, direction: Direction): string {
  if (direction === 'right') {
    const back = before.x <= x ? -6 : 6;
    return `M${String(x)} ${String(y)}l${String(back)} -3.5v7Z`;
  }
  const back = before.y <= y ? -6 : 6;
  return `M${String(x)} ${String(y)}l-3.5 ${String(back)}h7Z`;
}

interface NodeProps {
  readonly placed: PlacedNode;
  readonly waitsFor: readonly string[];
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

/** How many letters fit beside the icon of a node. */
const lettersPerLine = 23;
/** The days and the float of a node stand on one line as long as both have no more letters. */
const lettersAtFoot = 27;

function Node({ placed: { node, x, y }, waitsFor, marked, roving }: NodeProps): JSX.Element {
  const shape = [node.critical && 'critical', node.project !== undefined && 'elsewhere', node.state.kind];
  // Attributes of SVG keep their case, and only in lower case this one is known.
  const { tabIndex, ...stop } = roving.stop(nodeStop(node.id));
  const titles = titleLines(node.title, lettersPerLine, node.project === undefined ? 2 : 1);
  return (
    <g
      class="network-node"
      role="group"
      aria-label={nodeName(node, waitsFor)}
      transform={`translate(${String(x)} ${String(y)})`}
      {...entryAttributes(node.entry, marked)}
      {...stop}
      tabindex={tabIndex}
    >
      <title>{node.title}</title>
      <rect
        class={`node-box ${shape.filter((part) => typeof part === 'string').join(' ')}`}
        width={nodeWidth}
        height={nodeHeight}
        rx="4"
      />
      <g class="node-mark" transform="translate(8 8)" aria-hidden="true">
        {node.kind === 'milestone' ? <MilestoneIcon /> : <StateIcon kind={node.state.kind} />}
      </g>
      <g aria-hidden="true">
        {titles.map((text, index) => (
          <text key={index} class="node-title" x="28" y={18 + index * 14}>
            {text}
          </text>
        ))}
        {node.project !== undefined && (
          <text class="node-text" x="28" y="32">
            {titleLines(node.project, lettersPerLine, 1)[0]}
          </text>
        )}
        <text class="node-text" x="28" y="48">
          {node.when}
        </text>
        {!node.critical && node.float && (node.when ?? '').length + node.float.length <= lettersAtFoot && (
          <text class="node-text" x={nodeWidth - 8} y="48" text-anchor="end">
            {node.float}
          </text>
        )}
      </g>
    </g>
  );
}

/** What a screen reader says of a node: all that is drawn of it, and what it waits for. */
function nodeName(
  { title, kind, state, when, float, critical, project }: NetworkNode,
  waits: readonly string[],
): string {
  const parts = [
    title,
    kind === 'milestone' ? 'milestone' : undefined,
    project === undefined ? undefined : `in ${project}`,
    state.text,
    when,
    critical ? 'critical' : float,
    waits.length > 0 ? `waits for ${waits.join(' and ')}` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
