import type { Item, Milestone } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { DependencyLink, Located } from '../../plan/entity';
import { endOf, firstDay, instantsPerDay, lastDay, startOf, type Instant, type WorkingCalendar } from '../calendar';
import { childItems, parentItem, topItems } from '../lineage';
import { calendarTime, type CalendarTime } from '../network/calendarTime';
import type { ActivityNetwork } from '../network/activityNetwork';
import { entersFinish, leavesStart, linkType, noInstant } from '../network/links';
import { leafStatus } from '../openWork';
import type { PlanOnDay } from '../planOnDay';
import { inInstants, leafTiming, shareLeft, type LeafTiming, type Perspective } from './leafTiming';
import {
  beganOn,
  isEndAlone,
  isOpen,
  pointNode,
  workNode,
  type LinkReason,
  type PlanLink,
  type PlanNode,
  type WorkNodes,
} from './planNodes';
import { programFrame, projectFrame, type Frame, type ProjectFrame } from './projectFrame';

/** A plan as a network of activities: all items and milestones of all its projects and programs. */
export interface PlanNetwork {
  readonly activities: ActivityNetwork;
  readonly time: CalendarTime;
  /** By the indices of the activities. */
  readonly nodes: readonly PlanNode[];
  /** By the indices of the links. */
  readonly links: readonly PlanLink[];
  /** What is dropped is not in it. */
  readonly nodesOf: ReadonlyMap<Work, WorkNodes>;
  /** The frames of all files that have work, by their groups. */
  readonly frames: readonly Frame[];
}

/** Reads a plan as a network; see {@link PlanNode} for what becomes an activity. */
export function planNetwork(planOnDay: PlanOnDay, perspective: Perspective): PlanNetwork {
  const builder = new NetworkBuilder(planOnDay, perspective);
  builder.readFiles();
  builder.link();
  return builder.network();
}

/** What is known of the time that an item takes, by itself or through what is below it. */
type Known = 'sized' | 'unsized' | 'dropped';

interface LinkColumns {
  readonly from: number[];
  readonly to: number[];
  readonly type: number[];
  readonly lag: number[];
  readonly lagCalendar: number[];
}

class NetworkBuilder {
  readonly #nodes: PlanNode[] = [];
  readonly #links: PlanLink[] = [];
  readonly #columns: LinkColumns = { from: [], to: [], type: [], lag: [], lagCalendar: [] };
  readonly #nodesOf = new Map<Work, WorkNodes>();
  readonly #frames: Frame[] = [];
  readonly #calendars = new Map<WorkingCalendar, number>();
  readonly #waiting = new Map<Item, boolean>();
  readonly #today: Instant;

  constructor(
    private readonly planOnDay: PlanOnDay,
    private readonly perspective: Perspective,
  ) {
    this.#today = startOf(planOnDay.today) ?? 0;
  }

  readFiles(): void {
    for (const file of this.planOnDay.plan.files.values()) {
      if (file.kind === 'project') {
        const frame = projectFrame(this.planOnDay, file, this.#frames.length);
        this.#add(frame);
        for (const item of topItems(file)) this.#item(item, frame);
        for (const milestone of file.root?.fields.milestones?.value ?? []) this.#milestone(milestone, frame);
      } else {
        const milestones = programMilestones(file);
        if (milestones.length === 0) continue;
        const frame = programFrame(this.planOnDay, file, this.#frames.length);
        this.#add(frame);
        for (const milestone of milestones) this.#milestone(milestone, frame);
      }
    }
  }

  link(): void {
    for (const [work, { frame }] of [...this.#nodesOf]) {
      if (work.kind === 'item') this.#linkItem(work, frame);
      for (const dependency of work.fields.depends_on?.value ?? []) this.#depend(work, frame, dependency);
    }
  }

  network(): PlanNetwork {
    const { nodes, links } = { nodes: this.#nodes, links: this.#links };
    const isHeld = new Uint8Array(nodes.length);
    for (const to of this.#columns.to) isHeld[to] = 1;
    const time = calendarTime([...this.#calendars.keys()]);
    return {
      nodes,
      links,
      nodesOf: this.#nodesOf,
      frames: this.#frames,
      time,
      activities: {
        count: nodes.length,
        time,
        origin: this.#frames.reduce((first, { origin }) => Math.min(first, origin), this.#today),
        ...this.#dateColumns(isHeld, time),

        links: {
          from: Int32Array.from(this.#columns.from),
          to: Int32Array.from(this.#columns.to),
          type: Uint8Array.from(this.#columns.type),
          lag: Int32Array.from(this.#columns.lag),
        },
        lagCalendar: Int32Array.from(this.#columns.lagCalendar, (calendar) => (calendar < 0 ? time.elapsed : calendar)),
      },
    };
  }

  /** What the network needs of the activities, a column for each property. */
  #dateColumns(isHeld: Uint8Array, { elapsed }: CalendarTime): Omit<ActivityNetwork, 'count' | 'links' | 'origin'> {
    const { length } = this.#nodes;
    const column = (): Float64Array => new Float64Array(length);
    const duration = column();
    const earliestStart = column();
    const fixedStart = column();
    const fixedFinish = column();
    const latestFinish = column();
    const firstOf = new Uint8Array(length);
    const endsNothing = new Uint8Array(length);
    const calendar = new Int32Array(length);
    const of = new Int32Array(length);
    this.#nodes.forEach((node, index) => {
      duration[index] = isAdrift(node, isHeld[index] === 1) ? NaN : node.length;
      earliestStart[index] = node.earliestStart;
      fixedStart[index] = node.fixedStart;
      fixedFinish[index] = node.fixedFinish;
      latestFinish[index] = node.latestFinish;
      firstOf[index] = node.part === 'first' && node.fixedStart === noInstant ? 1 : 0;
      endsNothing[index] = node.part === 'gate' || node.part === 'hold' ? 1 : 0;
      calendar[index] = node.isElapsed ? elapsed : (this.#calendars.get(node.frame.calendar) ?? 0);
      of[index] = node.frame.group;
    });
    const groups = { count: this.#frames.length, of };
    return { duration, earliestStart, fixedStart, fixedFinish, latestFinish, firstOf, endsNothing, calendar, groups };
  }

  #add(frame: Frame): void {
    this.#frames.push(frame);
    if (!this.#calendars.has(frame.calendar)) this.#calendars.set(frame.calendar, this.#calendars.size);
  }

  #node(node: PlanNode): number {
    return this.#nodes.push(node) - 1;
  }

  #item(item: Item, frame: ProjectFrame): Known {
    if (item.fields.status?.value === 'dropped') return 'dropped';
    const children = childItems(item);
    if (children.length === 0) return this.#leaf(item, frame);
    const gate = this.#node(pointNode('gate', item, frame, this.#gateStart(item, frame)));
    const known = children.map((child) => this.#item(child, frame));
    // What has nothing but dropped children holds nobody up either.
    if (known.every((one) => one === 'dropped')) return 'dropped';
    const end = this.#node(pointNode('end', item, frame));
    const isKnown = known.includes('sized');
    const whole = isKnown ? -1 : this.#whole(item, frame);
    this.#nodesOf.set(item, { frame, start: gate, finish: end, first: -1, hold: -1, whole });
    return isKnown || whole >= 0 ? 'sized' : 'unsized';
  }

  #leaf(item: Item, frame: ProjectFrame): Known {
    const timing = leafTiming(item, frame, this.#today, this.perspective);
    const node = { ...workNode('leaf', item, frame, timing), earliestStart: this.#earliestStart(item, frame, timing) };
    const at = this.#node(node);
    this.#nodesOf.set(item, { frame, start: at, finish: at, first: -1, hold: -1, whole: -1 });
    return isUnsized(node) || (timing.state === 'done' && timing.lacks === 'length') ? 'unsized' : 'sized';
  }

  /** An item with an estimate of its own, and nothing below it that has any, is planned as one piece. */
  #whole(item: Item, frame: ProjectFrame): number {
    const leaves = leavesOf(item);
    const left = leaves.reduce((sum, leaf) => sum + shareOf(leaf), 0) / leaves.length;
    const node = workNode('whole', item, frame, leafTiming(item, frame, this.#today, this.perspective, left));
    const isNeeded = left > 0 || this.perspective === 'planned';
    return isNeeded && !isUnsized(node) ? this.#node(node) : -1;
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
    const { date, reached } = milestone.fields;
    const isToday = this.perspective === 'today';
    const fixed = isToday && reached ? (endOf(reached.value) ?? noInstant) : noInstant;
    const planned = (date && endOf(date.value)) ?? noInstant;
    const open = isToday ? Math.max(frame.origin, this.#today, planned) : Math.max(frame.origin, planned);
    const node = this.#node({
      ...pointNode('milestone', milestone, frame, open),
      fixedStart: fixed,
      fixedFinish: fixed,
    });
    this.#nodesOf.set(milestone, { frame, start: node, finish: node, first: -1, hold: -1, whole: -1 });
  }

  #linkItem(item: Item, frame: Frame): void {
    const own = this.#nodesOf.get(item);
    if (!own) return;
    this.#nameMilestone(item, frame, own);
    if (own.start === own.finish) return;
    let before: WorkNodes | undefined;
    if (own.whole >= 0) {
      this.#link(own.start, own.whole, 'gate', item, frame);
      this.#link(own.whole, own.finish, 'part', item, frame);
    }
    for (const child of childItems(item)) {
      const nodes = this.#nodesOf.get(child);
      if (!nodes) continue;
      this.#link(own.start, nodes.start, 'gate', item, frame);
      if (own.whole < 0) this.#link(nodes.finish, own.finish, 'part', item, frame);
      if (before && item.fields.sequential?.value) this.#link(before.finish, nodes.start, 'sequence', item, frame);
      before = nodes;
    }
  }

  #nameMilestone(item: Item, frame: Frame, { finish }: WorkNodes): void {
    const reference = item.fields.milestone?.value;
    const milestone = reference && this.planOnDay.plan.target(reference, frame.file);
    const nodes = milestone && this.#nodesOf.get(milestone);
    if (nodes) this.#link(finish, nodes.start, 'milestone', item, nodes.frame);
  }

  #depend(work: Work, frame: Frame, { value }: Located<DependencyLink>): void {
    const predecessor = this.#predecessor(value, frame);
    const target = predecessor && this.#nodesOf.get(predecessor);
    const own = this.#nodesOf.get(work);
    if (!target || !own) return;
    const type = linkType[value.type];
    const from = leavesStart(type) ? this.#startOf(predecessor, target) : target.finish;
    const to = entersFinish(type) ? this.#holdOf(work, own) : own.start;
    // Into a point between its children a parent's finish comes as a start.
    const isPoint = to !== own.finish;
    this.#link(from, to, 'dependency', work, frame, isPoint ? type & linkType.SS : type, value.lag);
  }

  #predecessor({ target }: DependencyLink, { file }: Frame): Work | undefined {
    const resolution = this.planOnDay.plan.resolve(target, file);
    return resolution.status === 'found' ? (resolution.entity as Work) : undefined;
  }

  /** The activity whose start is the start of the work. */
  #startOf(work: Work, nodes: WorkNodes): number {
    if (nodes.first >= 0) return nodes.first;
    if (nodes.whole >= 0) return nodes.whole;
    const { start, finish, frame } = nodes;
    const own = this.#nodes[start];
    const since = own ? beganOn(own) : noInstant;
    const isUnknown = own !== undefined && isEndAlone(own);
    if (start === finish && since === noInstant && !isUnknown) return start;
    const length = isUnknown ? NaN : 0;
    nodes.first = this.#node({ ...pointNode('first', work, frame), length, fixedStart: since, fixedFinish: since });
    if (work.kind !== 'item' || start === finish) return nodes.first;
    for (const child of childItems(work)) {
      const under = this.#nodesOf.get(child);
      if (under) this.#link(this.#startOf(child, under), nodes.first, 'part', work, frame, linkType.SS);
    }
    return nodes.first;
  }

  /** The activity before whose finish the work may not finish. */
  #holdOf(work: Work, nodes: WorkNodes): number {
    const { start, finish, frame } = nodes;
    if (start === finish || work.kind !== 'item') return finish;
    if (nodes.hold >= 0) return nodes.hold;
    nodes.hold = this.#node(pointNode('hold', work, frame));
    if (nodes.whole >= 0) this.#link(nodes.hold, nodes.whole, 'gate', work, frame, linkType.FF);
    for (const child of childItems(work)) {
      const under = this.#nodesOf.get(child);
      if (!under) continue;
      const to = this.#holdOf(child, under);
      this.#link(nodes.hold, to, 'gate', work, frame, to === under.finish ? linkType.FF : linkType.FS);
    }
    return nodes.hold;
  }

  /**
   * Whether a link says nothing any more: work that has begun waits no longer for what should have come first, though its
   * finish may, and what is done evidently did not wait for what is open.
   */
  #isPassed(from: number, to: number, type: number): boolean {
    const [source, target] = [this.#nodes[from], this.#nodes[to]];
    if (target?.timing?.state === 'begun') return !entersFinish(type);
    const isDone =
      target?.timing?.state === 'done' || (target?.part === 'milestone' && target.fixedFinish !== noInstant);
    if (!isDone || !source) return false;
    const isParent = source.part === 'gate' || source.part === 'hold';
    return isParent ? this.#waitsForOpen(source.work as Item, source.frame) : isOpen(source);
  }

  /** Whether an item, or one that holds it, waits for what is open. */
  #waitsForOpen(item: Item, frame: Frame): boolean {
    const known = this.#waiting.get(item);
    if (known !== undefined) return known;
    const parent = parentItem(item);
    const isWaiting =
      (item.fields.depends_on?.value ?? []).some(({ value }) => {
        const predecessor = this.#predecessor(value, frame);
        const finish = predecessor && this.#nodes[this.#nodesOf.get(predecessor)?.finish ?? -1];
        return finish !== undefined && isOpen(finish);
      }) ||
      (parent !== undefined && this.#waitsForOpen(parent, frame));
    this.#waiting.set(item, isWaiting);
    return isWaiting;
  }

  #link(
    from: number,
    to: number,
    reason: LinkReason,
    by: Work,
    { calendar }: Frame,
    type: number = linkType.FS,
    lag?: DependencyLink['lag'],
  ): void {
    if (this.#isPassed(from, to, type)) return;
    const elapsed = lag && calendar.elapsedMinutes(lag);
    this.#links.push({ from, to, reason, by });
    this.#columns.from.push(from);
    this.#columns.to.push(to);
    this.#columns.type.push(type);
    const length = elapsed ?? (lag ? inInstants(calendar.minutes(lag), calendar) : 0);
    this.#columns.lag.push(Math.max(-longestLag, Math.min(length, longestLag)));
    this.#columns.lagCalendar.push(elapsed === undefined ? (this.#calendars.get(calendar) ?? 0) : -1);
  }
}

/** All the time that a plan can hold: a longer lag leads beyond it too, and would not fit in the columns. */
const longestLag = (lastDay + 1 - firstDay) * instantsPerDay;

/** Whether nothing says when a milestone is: neither a date nor anything that it waits for. */
function isAdrift({ part, work, fixedStart }: PlanNode, isHeld: boolean): boolean {
  return part === 'milestone' && fixedStart === noInstant && work.kind === 'milestone' && !work.fields.date && !isHeld;
}

/** Whether an activity has neither a length nor a date to go by. */
function isUnsized(node: PlanNode | undefined): boolean {
  return node !== undefined && Number.isNaN(node.length) && node.fixedStart === noInstant;
}

function leavesOf(item: Item): readonly Item[] {
  if (item.fields.status?.value === 'dropped') return [];
  const children = childItems(item);
  return children.length === 0 ? [item] : children.flatMap(leavesOf);
}

function shareOf(leaf: Item): number {
  return leafStatus(leaf) === 'done' ? 0 : shareLeft(leaf);
}

/** The milestones of the programs that a roadmap or the settings hold. */
export function programMilestones(file: PlanFile): readonly Milestone[] {
  if (file.kind === 'project') return [];
  return (file.root?.fields.programs?.value ?? []).flatMap(({ fields }) => fields.milestones?.value ?? []);
}
