import type { Item } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import type { Instant } from '../calendar';
import { childItems } from '../lineage';
import { entersFinish, linkType, noInstant } from '../network/links';
import {
  beganOn,
  isEndAlone,
  isOpen,
  pointNode,
  type LinkReason,
  type NodesOf,
  type PlanLink,
  type PlanNode,
  type WorkNodes,
} from './planNodes';

/** How long after one end the other may be. */
export interface Lag {
  /** Instants, of working time where it is not elapsed. */
  readonly length: number;
  readonly isElapsed: boolean;
}

/** What a link says, without its ends. */
export interface LinkWords extends PlanLink {
  readonly type: number;
  readonly lag?: Lag | undefined;
}

/** A link with its ends, of which some may have no index yet. */
export interface BuiltLink<End = number> {
  readonly from: End;
  readonly to: End;
  readonly type: number;
  readonly lag: Lag | undefined;
  readonly link: PlanLink;
}

/** Activities and links while they are put together. What an end is that has no index yet is the business of `End`. */
export class NetworkBuilder<End = number> {
  readonly links: BuiltLink<End | number>[] = [];

  /**
   * @param originOf the first instant of the project of work
   * @param waitsForOpen whether an item with children, or one that holds it, waits for what is open
   */
  constructor(
    readonly nodes: PlanNode[],
    readonly nodesOf: NodesOf,
    private readonly originOf: (work: Work) => Instant,
    private readonly waitsForOpen: (item: Item) => boolean = () => false,
  ) {}

  /** @returns the index of the activity */
  node(node: PlanNode): number {
    return this.nodes.push(node) - 1;
  }

  /** Links two activities, unless the link says nothing any more. */
  link(from: number, to: number, reason: LinkReason, by: Work, type: number = linkType.FS): void {
    if (!this.#isPassed(this.nodes[from], this.nodes[to], type)) this.#add(from, to, type, undefined, { reason, by });
  }

  /** The same for a link that is there already, and stays the same object. */
  connect(from: number, to: number, link: LinkWords): void {
    const { type, lag } = link;
    if (!this.#isPassed(this.nodes[from], this.nodes[to], type)) this.#add(from, to, type, lag, link);
  }

  /** The same where one of the activities has no index yet. */
  connectEnds(from: End | number, to: End | number, words: LinkWords, source?: PlanNode, target?: PlanNode): void {
    const { reason, by, type, lag } = words;
    if (!this.#isPassed(source, target, type)) this.#add(from, to, type, lag, { reason, by });
  }

  /** The activity whose start is the start of the work. */
  startOf(work: Work, nodes: WorkNodes): number {
    if (nodes.first >= 0) return nodes.first;
    if (nodes.whole >= 0) return nodes.whole;
    const own = this.nodes[nodes.start];
    if (!hasStartOfItsOwn(nodes, own)) return nodes.start;
    const since = own ? beganOn(own) : noInstant;
    const length = own !== undefined && isEndAlone(own) ? NaN : 0;
    const point = pointNode('first', work, this.originOf(work));
    nodes.first = this.node({ ...point, length, fixedStart: since, fixedFinish: since });
    if (work.kind !== 'item' || nodes.start === nodes.finish) return nodes.first;
    for (const child of childItems(work)) {
      const under = this.nodesOf.get(child);
      if (under) this.link(this.startOf(child, under), nodes.first, 'part', work, linkType.SS);
    }
    return nodes.first;
  }

  /** The activity before whose finish the work may not finish. */
  holdOf(work: Work, nodes: WorkNodes): number {
    const { start, finish } = nodes;
    if (start === finish || work.kind !== 'item') return finish;
    if (nodes.hold >= 0) return nodes.hold;
    nodes.hold = this.node(pointNode('hold', work, this.originOf(work)));
    if (nodes.whole >= 0) this.link(nodes.hold, nodes.whole, 'gate', work, linkType.FF);
    for (const child of childItems(work)) {
      const under = this.nodesOf.get(child);
      if (!under) continue;
      const to = this.holdOf(child, under);
      this.link(nodes.hold, to, 'gate', work, to === under.finish ? linkType.FF : linkType.FS);
    }
    return nodes.hold;
  }

  #add(from: End | number, to: End | number, type: number, lag: Lag | undefined, link: PlanLink): void {
    this.links.push({ from, to, type, lag, link });
  }

  /**
   * Whether a link says nothing any more: work that has begun waits no longer for what should have come first, though its
   * finish may, and what is done evidently did not wait for what is open.
   */
  #isPassed(source: PlanNode | undefined, target: PlanNode | undefined, type: number): boolean {
    if (target?.timing?.state === 'begun') return !entersFinish(type);
    const isDone =
      target?.timing?.state === 'done' || (target?.part === 'milestone' && target.fixedFinish !== noInstant);
    if (!isDone || !source) return false;
    const isParent = source.part === 'gate' || source.part === 'hold';
    return isParent ? this.waitsForOpen(source.work as Item) : isOpen(source);
  }
}

/** Whether the start of work is none of the activities that it has anyway. */
export function hasStartOfItsOwn({ start, finish, whole }: WorkNodes, own: PlanNode | undefined): boolean {
  if (whole >= 0) return false;
  return start !== finish || (own !== undefined && (beganOn(own) !== noInstant || isEndAlone(own)));
}
