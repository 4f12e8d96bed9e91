import type { Item } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import { childItems } from '../lineage';
import { entersFinish, linkType, noInstant } from '../network/links';
import {
  beganOn,
  isEndAlone,
  isOpen,
  pointNode,
  type LinkReason,
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

const noLag: Lag = { length: 0, isElapsed: false };

/** The activities of each piece of work that has any. */
export type NodesOf = Pick<ReadonlyMap<Work, WorkNodes>, 'get'>;

/** Activities and links of a plan while they are put together. */
export class NetworkBuilder {
  readonly links: PlanLink[] = [];
  /** The ends, types and lags of the links. */
  readonly columns = {
    from: [] as number[],
    to: [] as number[],
    type: [] as number[],
    lag: [] as number[],
    isLagElapsed: [] as number[],
  };

  /** @param waitsForOpen whether an item with children, or one that holds it, waits for what is open */
  constructor(
    readonly nodes: PlanNode[],
    readonly nodesOf: NodesOf,
    private readonly waitsForOpen: (item: Item) => boolean = () => false,
  ) {}

  /** @returns the index of the activity */
  node(node: PlanNode): number {
    return this.nodes.push(node) - 1;
  }

  /** Links two activities, unless the link says nothing any more. */
  link(from: number, to: number, reason: LinkReason, by: Work, type: number = linkType.FS, lag?: Lag): void {
    if (!this.#isPassed(from, to, type)) this.#add(from, to, { reason, by }, type, lag);
  }

  /** The same for a link that is there already. */
  connect(from: number, to: number, link: PlanLink & { readonly type: number; readonly lag?: Lag }): void {
    if (!this.#isPassed(from, to, link.type)) this.#add(from, to, link, link.type, link.lag);
  }

  /** The activity whose start is the start of the work. */
  startOf(work: Work, nodes: WorkNodes): number {
    if (nodes.first >= 0) return nodes.first;
    if (nodes.whole >= 0) return nodes.whole;
    const { start, finish, frame } = nodes;
    const own = this.nodes[start];
    const since = own ? beganOn(own) : noInstant;
    const isUnknown = own !== undefined && isEndAlone(own);
    if (start === finish && since === noInstant && !isUnknown) return start;
    const length = isUnknown ? NaN : 0;
    nodes.first = this.node({ ...pointNode('first', work, frame), length, fixedStart: since, fixedFinish: since });
    if (work.kind !== 'item' || start === finish) return nodes.first;
    for (const child of childItems(work)) {
      const under = this.nodesOf.get(child);
      if (under) this.link(this.startOf(child, under), nodes.first, 'part', work, linkType.SS);
    }
    return nodes.first;
  }

  /** The activity before whose finish the work may not finish. */
  holdOf(work: Work, nodes: WorkNodes): number {
    const { start, finish, frame } = nodes;
    if (start === finish || work.kind !== 'item') return finish;
    if (nodes.hold >= 0) return nodes.hold;
    nodes.hold = this.node(pointNode('hold', work, frame));
    if (nodes.whole >= 0) this.link(nodes.hold, nodes.whole, 'gate', work, linkType.FF);
    for (const child of childItems(work)) {
      const under = this.nodesOf.get(child);
      if (!under) continue;
      const to = this.holdOf(child, under);
      this.link(nodes.hold, to, 'gate', work, to === under.finish ? linkType.FF : linkType.FS);
    }
    return nodes.hold;
  }

  #add(from: number, to: number, link: PlanLink, type: number, lag = noLag): void {
    this.links.push(link);
    this.columns.from.push(from);
    this.columns.to.push(to);
    this.columns.type.push(type);
    this.columns.lag.push(lag.length);
    this.columns.isLagElapsed.push(lag.isElapsed ? 1 : 0);
  }

  /**
   * Whether a link says nothing any more: work that has begun waits no longer for what should have come first, though its
   * finish may, and what is done evidently did not wait for what is open.
   */
  #isPassed(from: number, to: number, type: number): boolean {
    const [source, target] = [this.nodes[from], this.nodes[to]];
    if (target?.timing?.state === 'begun') return !entersFinish(type);
    const isDone =
      target?.timing?.state === 'done' || (target?.part === 'milestone' && target.fixedFinish !== noInstant);
    if (!isDone || !source) return false;
    const isParent = source.part === 'gate' || source.part === 'hold';
    return isParent ? this.waitsForOpen(source.work as Item) : isOpen(source);
  }
}
