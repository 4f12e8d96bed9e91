import type { Temporal } from 'temporal-polyfill';
import type { DependencyLink } from '../../plan/entity';
import type { Item, Milestone } from '../../plan/generated/entities';
import type { Plan, Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import type { Stepwise } from '../../stepwise';
import { endOf, firstDay, instantsPerDay, lastDay, startOf, type Instant, type WorkingCalendar } from '../calendar';
import { childItems, parentItem, topItems } from '../lineage';
import { entersFinish, leavesStart, linkType, noInstant } from '../network/links';
import { isDropped, isOpenItem, leafStatus } from '../openWork';
import { Assignees } from './assignees';
import { earlierReading } from './earlierReading';
import type { FileNetwork, FollowedReference, OutwardLink } from './fileNetwork';
import { inInstants, leafTiming, shareLeft, type LeafTiming, type Perspective, type Reading } from './leafTiming';
import { NetworkBuilder, type Lag } from './networkBuilder';
import type { PeopleTimes, ReadPerson } from './personTime';
import { pointNode, takesTime, workNode, type PlanNode, type WorkNodes } from './planNodes';
import type { Frame, ProjectFrame } from './projectFrame';
import { referredWork } from './referredWork';
import { relinked, type Linked } from './relinked';
import { qualifiedId } from './workName';

/** What is known of the time that an item takes, by itself or through what is below it. */
type Known = 'sized' | 'unsized' | 'dropped';

/** How many items are read in one step, and how many of them are linked. */
const itemsPerStep = 64;
const linkedPerStep = 512;

/** Reads the work of one file, bit by bit, as activities and links; see `PlanNode` for what becomes an activity. */
export class FileReader {
  readonly #nodesOf = new Map<Work, WorkNodes>();
  readonly #network = new NetworkBuilder([], this.#nodesOf, (item) => this.#waitsForOpen(item));
  readonly #outward: OutwardLink[] = [];
  readonly #references: FollowedReference[] = [];
  readonly #waiting = new Map<Item, boolean>();
  readonly #people = new Map<string, ReadPerson>();
  readonly #today: Instant;
  /** How many items have been read. */
  #items = 0;

  constructor(
    private readonly plan: Plan,
    private readonly file: PlanFile,
    private readonly today: Temporal.PlainDate,
    private readonly perspective: Perspective,
  ) {
    this.#today = startOf(today) ?? 0;
  }

  /** @param before what was read of another version of the file, for the same day and perspective */
  *project(frame: ProjectFrame, people: PeopleTimes, before?: FileNetwork): Stepwise<FileNetwork> {
    const { file, calendar } = frame;
    const note = (person: ReadPerson): ReadPerson => {
      this.#people.set(person.id, person);
      return person;
    };
    const assignees = new Assignees(file, (id) => note(people.of(id, calendar)));
    const earlier = before && earlierReading(before, frame, people, note);
    const reading = { frame, assignees, today: this.#today, perspective: this.perspective, earlier };
    for (const item of topItems(file)) yield* this.#item(item, reading);
    for (const milestone of file.root?.fields.milestones?.value ?? []) this.#milestone(milestone, frame);
    return yield* this.#reading(frame, earlier && before);
  }

  *programs(frame: Frame, milestones: readonly Milestone[]): Stepwise<FileNetwork> {
    for (const milestone of milestones) this.#milestone(milestone, frame);
    return yield* this.#reading(frame);
  }

  /** @param before another version of the file that was read alike */
  *#reading(frame: Frame, before?: FileNetwork): Stepwise<FileNetwork> {
    const { nodes } = this.#network;
    const nodesOf = this.#nodesOf;
    yield;
    const known = before && relinked(before, this.plan, this.file, nodes, nodesOf);
    yield;
    const linked = known ?? (yield* this.#linking(frame));
    const people = [...this.#people.values()];
    return { frame, nodesOf, ...linked, people, busy: busyPeople(nodes), today: this.today };
  }

  *#linking(frame: Frame): Stepwise<Linked> {
    const { nodes, links, columns } = this.#network;
    let count = 0;
    for (const [work, own] of this.#nodesOf) {
      if (++count % linkedPerStep === 0) yield;
      if (work.kind === 'item') this.#linkItem(work, own);
      for (const { value } of work.fields.depends_on?.value ?? []) this.#depend(work, own, value);
    }
    return {
      nodes,
      ids: nodes.map(({ work }) => qualifiedId(work, frame.file)),
      links,
      columns: {
        from: new Int32Array(columns.from),
        to: new Int32Array(columns.to),
        type: new Uint8Array(columns.type),
        lag: new Int32Array(columns.lag),
        isLagElapsed: new Uint8Array(columns.isLagElapsed),
      },
      outward: this.#outward,
      references: this.#references,
    };
  }

  *#item(item: Item, reading: Reading): Stepwise<Known> {
    if (item.fields.status?.value === 'dropped') return 'dropped';
    const { frame } = reading;
    const children = childItems(item);
    if (++this.#items % itemsPerStep === 0) yield;
    if (children.length === 0) return this.#leaf(item, reading);
    const gate = this.#network.node(pointNode('gate', item, frame, this.#gateStart(item, frame)));
    const known: Known[] = [];
    for (const child of children) known.push(yield* this.#item(child, reading));
    // What has nothing but dropped children holds nobody up either.
    if (known.every((one) => one === 'dropped')) return 'dropped';
    const end = this.#network.node(pointNode('end', item, frame));
    const isKnown = known.includes('sized');
    const whole = isKnown ? -1 : this.#whole(item, reading);
    this.#nodesOf.set(item, { frame, start: gate, finish: end, first: -1, hold: -1, whole });
    return isKnown || whole >= 0 ? 'sized' : 'unsized';
  }

  #leaf(item: Item, reading: Reading): Known {
    const { frame } = reading;
    const timing = reading.earlier?.timing(item) ?? leafTiming(item, reading);
    const node = workNode('leaf', item, frame, timing, this.#earliestStart(item, frame, timing));
    const at = this.#network.node(node);
    this.#nodesOf.set(item, { frame, start: at, finish: at, first: -1, hold: -1, whole: -1 });
    return isUnsized(node) || (timing.state === 'done' && timing.lacks === 'length') ? 'unsized' : 'sized';
  }

  /** An item with an estimate of its own, and nothing below it that has any, is planned as one piece. */
  #whole(item: Item, reading: Reading): number {
    const leaves = leavesOf(item);
    const left = leaves.reduce((sum, leaf) => sum + shareOf(leaf), 0) / leaves.length;
    const node = workNode('whole', item, reading.frame, leafTiming(item, reading, left));
    const isNeeded = left > 0 || this.perspective === 'planned';
    return isNeeded && !isUnsized(node) ? this.#network.node(node) : -1;
  }

  /** The start that its parents state holds for finished work too, which waits no longer for what they wait for. */
  #earliestStart(item: Item, frame: ProjectFrame, { state, earliestStart }: LeafTiming): Instant {
    let earliest = earliestStart;
    if (state !== 'done') return earliest;
    for (let parent = parentItem(item); parent; parent = parentItem(parent))
      earliest = Math.max(earliest, this.#gateStart(parent, frame));
    return earliest;
  }

  #gateStart({ fields }: Item, { origin }: Frame): Instant {
    const start = this.perspective === 'planned' ? fields.start : (fields.started ?? fields.start);
    return Math.max(
      origin,
      (start && startOf(start.value)) ?? noInstant,
      (fields.not_before && startOf(fields.not_before.value)) ?? noInstant,
    );
  }

  #milestone(milestone: Milestone, frame: Frame): void {
    const isToday = this.perspective === 'today';
    const fixed = isToday ? reachedAt(milestone) : noInstant;
    const { date } = milestone.fields;
    const planned = (date && endOf(date.value)) ?? noInstant;
    const open = isToday ? Math.max(frame.origin, this.#today, planned) : Math.max(frame.origin, planned);
    const node = this.#network.node({
      ...pointNode('milestone', milestone, frame, open),
      fixedStart: fixed,
      fixedFinish: fixed,
    });
    this.#nodesOf.set(milestone, { frame, start: node, finish: node, first: -1, hold: -1, whole: -1 });
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
      const nodes = this.#nodesOf.get(child);
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
    const nodes = this.#nodesOf.get(milestone);
    if (nodes) this.#network.link(finish, nodes.start, 'milestone', item);
    else if (this.#isElsewhere(milestone))
      this.#outward.push({ other: milestone, own: finish, reason: 'milestone', by: item, type: linkType.FS });
  }

  #depend(work: Work, own: WorkNodes, { target, type: written, lag }: DependencyLink): void {
    const predecessor = this.#referred(target);
    const nodes = predecessor && this.#nodesOf.get(predecessor);
    if (!predecessor || (!nodes && !(this.#isElsewhere(predecessor) && takesPart(predecessor)))) return;
    const to = entersFinish(linkType[written]) ? this.#network.holdOf(work, own) : own.start;
    // Into a point between its children a parent's finish comes as a start.
    const type = to === own.finish ? linkType[written] : linkType[written] & linkType.SS;
    const counted = lag && lagIn(own.frame.calendar, lag);
    if (nodes) {
      const from = leavesStart(type) ? this.#network.startOf(predecessor, nodes) : nodes.finish;
      this.#network.link(from, to, 'dependency', work, type, counted);
    } else {
      const link = { other: predecessor, own: to, reason: 'dependency', by: work, type } as const;
      this.#outward.push(counted ? { ...link, lag: counted } : link);
    }
  }

  /** What a reference leads to; what other files have a say in is noted. */
  #referred(reference: Reference): Work | undefined {
    const work = referredWork(this.plan, reference, this.file);
    if (reference.file !== undefined) this.#references.push({ reference, work });
    return work;
  }

  #isElsewhere(work: Work): boolean {
    return work.uri !== this.file.uri;
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

/** The people with a limit whose time the open work of some activities takes. */
function busyPeople(nodes: readonly PlanNode[]): ReadonlySet<string> {
  const busy = new Set<string>();
  for (const node of nodes) {
    if (!takesTime(node)) continue;
    for (const { id, availability } of node.timing.assignees) if (availability.isLimited) busy.add(id);
  }
  return busy;
}
