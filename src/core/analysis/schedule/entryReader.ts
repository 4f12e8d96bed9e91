import type { DependencyLink } from '../../plan/entity';
import type { Item, Milestone } from '../../plan/generated/entities';
import type { Plan, Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import type { Stepwise } from '../../stepwise';
import { endOf, firstDay, instantsPerDay, lastDay, startOf, type Instant, type WorkingCalendar } from '../calendar';
import { childItems, parentItem } from '../lineage';
import { entersFinish, leavesStart, linkType, noInstant } from '../network/links';
import { isDropped, isOpenItem, leafStatus } from '../openWork';
import type { FollowedReference, OtherEnd, OutwardLink, ReadEntry } from './entryNetwork';
import { inInstants, leafTiming, shareLeft, type LeafTiming, type Perspective, type Reading } from './leafTiming';
import { hasStartOfItsOwn, NetworkBuilder, type Lag, type LinkWords } from './networkBuilder';
import { pointNode, takesTime, workNode, type PlanNode, type WorkNodes } from './planNodes';
import type { Frame } from './projectFrame';
import { referredWork } from './referredWork';
import { qualifiedId } from './workName';

/** What an entry is read with. */
export interface EntryContext {
  readonly plan: Plan;
  readonly file: PlanFile;
  readonly frame: Frame;
  readonly perspective: Perspective;
  /** The first instant of the day. */
  readonly today: Instant;
  /** How items are read; a file that is no project has none. */
  readonly reading: Reading | undefined;
  /** The activities of work of the same file, as far as they have been read. */
  readonly activitiesOf: (work: Work) => Activities | undefined;
}

/** The activities of a piece of work, and those among which they have their indices. */
export interface Activities {
  readonly nodes: readonly PlanNode[];
  readonly own: WorkNodes;
}

/** What is known of the time that an item takes, by itself or through what is below it. */
type Known = 'sized' | 'unsized' | 'dropped';

/** How many items are read in one step, and how many of them are linked. */
const itemsPerStep = 64;
const linkedPerStep = 512;

/**
 * Reads an item at the top of a project with all that is under it, or a milestone, as activities and links; see
 * `PlanNode` for what becomes an activity. First all entries of a file have their activities read, then their links, and
 * then it is known which of them need an activity for a start that others wait for.
 */
export class EntryReader {
  readonly nodes: PlanNode[] = [];
  readonly nodesOf = new Map<Work, WorkNodes>();
  /** The work of the file for whose start it waits, where that is an activity of its own. */
  readonly asked = new Set<Work>();
  readonly #network: NetworkBuilder<OtherEnd>;
  readonly #outward: OutwardLink[] = [];
  readonly #names = new Set<string>();
  readonly #references: FollowedReference[] = [];
  readonly #waiting = new Map<Item, boolean>();
  /** How many items have been read. */
  #items = 0;

  constructor(
    readonly entry: Work,
    private readonly context: EntryContext,
  ) {
    const { origin } = context.frame;
    const waitsForOpen = (item: Item): boolean => this.#waitsForOpen(item);
    this.#network = new NetworkBuilder(this.nodes, this.nodesOf, () => origin, waitsForOpen);
  }

  /** Reads the activities. */
  *reading(): Stepwise<void> {
    const { entry, context } = this;
    if (entry.kind === 'milestone') this.#milestone(entry);
    else if (context.reading) yield* this.#item(entry, context.reading);
  }

  /** Reads the links, once the activities of all of the file have been read. */
  *linking(): Stepwise<void> {
    let count = 0;
    for (const [work, own] of this.nodesOf) {
      if (++count % linkedPerStep === 0) yield;
      if (work.kind === 'item') this.#linkItem(work, own);
      for (const { value } of work.fields.depends_on?.value ?? []) this.#depend(work, own, value);
    }
  }

  /** @param asked the work for whose start something in the file waits, where that is an activity of its own */
  finish(asked: ReadonlySet<Work> | undefined): ReadEntry {
    const firsts = asked ? [...this.nodesOf.keys()].filter((work) => asked.has(work)) : [];
    for (const work of firsts) {
      const own = this.nodesOf.get(work);
      if (own) this.#network.startOf(work, own);
    }
    const { nodes } = this;
    const { file } = this.context;
    const people = new Set<string>();
    const busy = new Set<string>();
    for (const node of nodes) {
      for (const { id, availability } of node.timing?.assignees ?? []) {
        people.add(id);
        if (availability.isLimited && takesTime(node)) busy.add(id);
      }
    }
    const { links } = this.#network;
    const network = {
      entry: this.entry,
      nodes,
      ids: nodes.map(({ work }) => qualifiedId(work, file)),
      nodesOf: this.nodesOf,
      links: links.map(({ link }) => link),
      outward: kept(this.#outward),
      names: kept([...this.#names]),
      references: kept(this.#references),
      asked: kept([...this.asked]),
      firsts: kept(firsts),
      people: kept([...people]),
      busy: kept([...busy]),
    };
    return { network, links };
  }

  *#item(item: Item, reading: Reading): Stepwise<Known> {
    if (item.fields.status?.value === 'dropped') return 'dropped';
    const children = childItems(item);
    if (++this.#items % itemsPerStep === 0) yield;
    if (children.length === 0) return this.#leaf(item, reading);
    const gate = this.#network.node(pointNode('gate', item, this.#gateStart(item)));
    const known: Known[] = [];
    for (const child of children) known.push(yield* this.#item(child, reading));
    // What has nothing but dropped children holds nobody up either.
    if (known.every((one) => one === 'dropped')) return 'dropped';
    const end = this.#network.node(pointNode('end', item, this.context.frame.origin));
    const isKnown = known.includes('sized');
    const whole = isKnown ? -1 : this.#whole(item, reading);
    this.nodesOf.set(item, { start: gate, finish: end, first: -1, hold: -1, whole });
    return isKnown || whole >= 0 ? 'sized' : 'unsized';
  }

  #leaf(item: Item, reading: Reading): Known {
    const timing = leafTiming(item, reading);
    const node = workNode('leaf', item, timing, this.#earliestStart(item, timing));
    const at = this.#network.node(node);
    this.nodesOf.set(item, { start: at, finish: at, first: -1, hold: -1, whole: -1 });
    return isUnsized(node) || (timing.state === 'done' && timing.lacks === 'length') ? 'unsized' : 'sized';
  }

  /** An item with an estimate of its own, and nothing below it that has any, is planned as one piece. */
  #whole(item: Item, reading: Reading): number {
    const leaves = leavesOf(item);
    const left = leaves.reduce((sum, leaf) => sum + shareOf(leaf), 0) / leaves.length;
    const node = workNode('whole', item, leafTiming(item, reading, left));
    const isNeeded = left > 0 || this.context.perspective === 'planned';
    return isNeeded && !isUnsized(node) ? this.#network.node(node) : -1;
  }

  /** The start that its parents state holds for finished work too, which waits no longer for what they wait for. */
  #earliestStart(item: Item, { state, earliestStart }: LeafTiming): Instant {
    let earliest = earliestStart;
    if (state !== 'done') return earliest;
    for (let parent = parentItem(item); parent; parent = parentItem(parent))
      earliest = Math.max(earliest, this.#gateStart(parent));
    return earliest;
  }

  #gateStart({ fields }: Item): Instant {
    const { frame, perspective } = this.context;
    const start = perspective === 'planned' ? fields.start : (fields.started ?? fields.start);
    return Math.max(
      frame.origin,
      (start && startOf(start.value)) ?? noInstant,
      (fields.not_before && startOf(fields.not_before.value)) ?? noInstant,
    );
  }

  #milestone(milestone: Milestone): void {
    const { frame, perspective, today } = this.context;
    const isToday = perspective === 'today';
    const fixed = isToday ? reachedAt(milestone) : noInstant;
    const { date } = milestone.fields;
    const planned = (date && endOf(date.value)) ?? noInstant;
    const open = isToday ? Math.max(frame.origin, today, planned) : Math.max(frame.origin, planned);
    const point = pointNode('milestone', milestone, open);
    const node = this.#network.node({ ...point, fixedStart: fixed, fixedFinish: fixed });
    this.nodesOf.set(milestone, { start: node, finish: node, first: -1, hold: -1, whole: -1 });
  }

  #linkItem(item: Item, own: WorkNodes): void {
    this.#nameMilestone(item, own);
    if (own.start === own.finish) return;
    const network = this.#network;
    let before: WorkNodes | undefined;
    if (own.whole >= 0) {
      network.link(own.start, own.whole, 'gate', item);
      network.link(own.whole, own.finish, 'part', item);
    }
    for (const child of childItems(item)) {
      const nodes = this.nodesOf.get(child);
      if (!nodes) continue;
      network.link(own.start, nodes.start, 'gate', item);
      if (own.whole < 0) network.link(nodes.finish, own.finish, 'part', item);
      if (before && item.fields.sequential?.value) network.link(before.finish, nodes.start, 'sequence', item);
      before = nodes;
    }
  }

  #nameMilestone(item: Item, { finish }: WorkNodes): void {
    const reference = item.fields.milestone?.value;
    const milestone = reference && this.#referred(reference);
    if (!milestone) return;
    const words = { reason: 'milestone', by: item, type: linkType.FS } as const;
    const there = this.context.activitiesOf(milestone);
    if (there) {
      const end = { work: milestone, end: 'start' } as const;
      this.#network.connectEnds(finish, end, words, this.nodes[finish], there.nodes[there.own.start]);
    } else if (this.#isElsewhere(milestone)) this.#outward.push({ other: milestone, own: finish, ...words });
  }

  #depend(work: Work, own: WorkNodes, { target, type: written, lag }: DependencyLink): void {
    const predecessor = this.#referred(target);
    const there = predecessor && this.context.activitiesOf(predecessor);
    if (!predecessor || (!there && !(this.#isElsewhere(predecessor) && takesPart(predecessor)))) return;
    const to = entersFinish(linkType[written]) ? this.#network.holdOf(work, own) : own.start;
    // Into a point between its children a parent's finish comes as a start.
    const type = to === own.finish ? linkType[written] : linkType[written] & linkType.SS;
    const counted = lag && lagIn(this.context.frame.calendar, lag);
    const words: LinkWords = { reason: 'dependency', by: work, type, lag: counted };
    if (there) {
      const [from, source] = this.#endOf(predecessor, there, leavesStart(type));
      this.#network.connectEnds(from, to, words, source, this.nodes[to]);
    } else this.#outward.push({ other: predecessor, own: to, ...words });
  }

  /** The end of work of the file that is waited for, and its activity where there is one before anybody asks for it. */
  #endOf(work: Work, { nodes, own }: Activities, isStart: boolean): readonly [OtherEnd, PlanNode | undefined] {
    if (!isStart) return [{ work, end: 'finish' }, nodes[own.finish]];
    if (own.whole >= 0) return [{ work, end: 'whole' }, nodes[own.whole]];
    const start = nodes[own.start];
    if (!hasStartOfItsOwn(own, start)) return [{ work, end: 'start' }, start];
    this.asked.add(work);
    return [{ work, end: 'first' }, undefined];
  }

  /** What a reference leads to: it is noted, since other entries and files have a say in that. */
  #referred(reference: Reference): Work | undefined {
    const { plan, file } = this.context;
    const work = referredWork(plan, reference, file);
    if (reference.file === undefined) this.#names.add(reference.id);
    else this.#references.push({ reference, work });
    return work;
  }

  #isElsewhere(work: Work): boolean {
    return work.uri !== this.context.file.uri;
  }

  /** Whether an item, or one that holds it, waits for what is open. */
  #waitsForOpen(item: Item): boolean {
    const known = this.#waiting.get(item);
    if (known !== undefined) return known;
    const parent = parentItem(item);
    const isWaiting =
      (item.fields.depends_on?.value ?? []).some(({ value }) => {
        const predecessor = this.#referred(value.target);
        return predecessor !== undefined && isOpenWork(predecessor);
      }) ||
      (parent !== undefined && this.#waitsForOpen(parent));
    this.#waiting.set(item, isWaiting);
    return isWaiting;
  }
}

const none: readonly never[] = [];

/** Most entries have nothing of most lists: they share one. */
function kept<T>(list: readonly T[]): readonly T[] {
  return list.length > 0 ? list : none;
}

/** All the time that a plan can hold: a longer lag leads beyond it too, and would not fit in the columns. */
const longestLag = (lastDay + 1 - firstDay) * instantsPerDay;

function lagIn(calendar: WorkingCalendar, lag: NonNullable<DependencyLink['lag']>): Lag {
  const elapsed = calendar.elapsedMinutes(lag);
  const length = elapsed ?? inInstants(calendar.minutes(lag), calendar);
  return { length: Math.max(-longestLag, Math.min(length, longestLag)), isElapsed: elapsed !== undefined };
}

/** When a milestone was reached, if it was. */
function reachedAt({ fields: { reached } }: Milestone): Instant {
  return (reached && endOf(reached.value)) ?? noInstant;
}

function isOpenWork(work: Work): boolean {
  return work.kind === 'milestone' ? reachedAt(work) === noInstant : isOpenItem(work);
}

/** Whether work has a part in the network: it is not dropped, and neither is all that is under it. */
function takesPart(work: Work): boolean {
  return work.kind === 'milestone' || (!isDropped(work) && leavesOf(work).length > 0);
}

/** Whether an activity has neither a length nor a date to go by. */
function isUnsized(node: PlanNode): boolean {
  return Number.isNaN(node.length) && node.fixedStart === noInstant;
}

function leavesOf(item: Item): readonly Item[] {
  if (item.fields.status?.value === 'dropped') return [];
  const children = childItems(item);
  return children.length === 0 ? [item] : children.flatMap(leavesOf);
}

function shareOf(leaf: Item): number {
  return leafStatus(leaf) === 'done' ? 0 : shareLeft(leaf);
}
