import type { Work } from '../../plan/plan';
import { atOnce, type Stepwise } from '../../stepwise';
import type { Instant, WorkingCalendar } from '../calendar';
import { activitiesPerStep, type ActivityNetwork } from '../network/activityNetwork';
import { calendarTime, type CalendarTime } from '../network/calendarTime';
import { leavesStart, noInstant, type Links } from '../network/links';
import type { OutwardLink } from './entryNetwork';
import { moved } from './fileEntries';
import type { FileNetwork } from './fileNetwork';
import { NetworkBuilder } from './networkBuilder';
import type { NodesOf, PlanLink, PlanNode, WorkNodes } from './planNodes';
import type { Frame } from './projectFrame';

/** Items and milestones as a network of activities: those of a whole plan, or of a part that nothing connects with the rest. */
export interface PlanNetwork {
  readonly activities: ActivityNetwork;
  readonly time: CalendarTime;
  /** By the indices of the activities. */
  readonly nodes: readonly PlanNode[];
  /** By the indices of the links. */
  readonly links: readonly PlanLink[];
  /** What is dropped is not in it. */
  readonly nodesOf: NodesOf;
  /** The files by their groups. Their activities come one file after the other, and last those between them. */
  readonly files: readonly FileNetwork[];
  /** By their numbers. */
  readonly calendars: readonly WorkingCalendar[];
}

/**
 * The networks of files put together, with the links between them. Links to work that none of the files has are left out.
 *
 * @param today the first instant of the day
 */
export function planNetwork(files: readonly FileNetwork[], today: Instant): PlanNetwork {
  return atOnce(joiningNetworks(files, today));
}

/** The same bit by bit. */
export function* joiningNetworks(files: readonly FileNetwork[], today: Instant): Stepwise<PlanNetwork> {
  const nodes = joined(files.map((file) => file.nodes));
  const ofFiles = new MovedNodes(files);
  const between = new NetworkBuilder(nodes, ofFiles, (work) => files[ofFiles.groupOf(work)]?.frame.origin ?? noInstant);
  let offset = 0;
  for (const file of files) {
    for (const outward of file.outward) link(between, outward, offset);
    offset += file.nodes.length;
    yield;
  }
  const calendars = [...new Set(files.map(({ frame }) => frame.calendar))];
  const time = calendarTime(calendars);
  yield;
  const { links, isLagElapsed } = joinedLinks(files, between);
  yield;
  const groups = groupsOf(nodes, files, (work) => ofFiles.groupOf(work));
  const columns = yield* readingColumns(nodes, links, files, groups, calendars, time);
  yield;
  return {
    nodes,
    links: joined([...files.map((file) => file.links), between.links.map(({ link: words }) => words)]),
    nodesOf: ofFiles,
    files,
    calendars,
    time,
    activities: {
      count: nodes.length,
      time,
      origin: files.reduce((first, { frame }) => Math.min(first, frame.origin), today),
      links,
      lagCalendar: lagCalendars(links, isLagElapsed, columns.ownCalendar, time),
      ...columns.activities,
    },
  };
}

/** The lists one after the other: a plan has two that are as long as it is, of which each edit makes new ones. */
function joined<T>(lists: readonly (readonly T[])[]): T[] {
  const all: T[] = [];
  for (const list of lists) for (const one of list) all.push(one);
  return all;
}

/** A lag counts in the calendar of the successor, unless it is elapsed time. */
function lagCalendars(
  { to }: Links,
  isLagElapsed: Uint8Array,
  ownCalendar: Int32Array,
  { elapsed }: CalendarTime,
): Int32Array {
  const calendars = new Int32Array(to.length);
  for (let at = 0; at < to.length; at++)
    calendars[at] = isLagElapsed[at] === 1 ? elapsed : (ownCalendar[to[at] ?? -1] ?? 0);
  return calendars;
}

/** The activities of work by their indices in the network of all files, each found when it is first asked for. */
class MovedNodes implements NodesOf {
  readonly #files = new Map<
    string,
    { readonly network: FileNetwork; readonly offset: number; readonly group: number }
  >();
  readonly #known = new Map<Work, WorkNodes>();

  constructor(files: readonly FileNetwork[]) {
    let offset = 0;
    for (const [group, network] of files.entries()) {
      this.#files.set(network.frame.file.uri, { network, offset, group });
      offset += network.nodes.length;
    }
  }

  /** The number of the file of work that has activities. */
  groupOf({ uri }: Work): number {
    return this.#files.get(uri)?.group ?? 0;
  }

  get(work: Work): WorkNodes | undefined {
    const known = this.#known.get(work);
    if (known) return known;
    const { network, offset } = this.#files.get(work.uri) ?? {};
    const own = network?.entries.get(work);
    if (!own || offset === undefined) return undefined;
    const nodes = moved(own, offset);
    this.#known.set(work, nodes);
    return nodes;
  }
}

/** @param offset by how much the activities of the file are moved */
function link(network: NetworkBuilder, outward: OutwardLink, offset: number): void {
  const { other, own, reason, type } = outward;
  const nodes = network.nodesOf.get(other);
  if (!nodes) return;
  if (reason === 'milestone') network.connect(own + offset, nodes.start, outward);
  else network.connect(leavesStart(type) ? network.startOf(other, nodes) : nodes.finish, own + offset, outward);
}

/** The links within the files, one after the other, and those between them. */
function joinedLinks(
  files: readonly FileNetwork[],
  between: NetworkBuilder,
): { readonly links: Links; readonly isLagElapsed: Uint8Array } {
  const count = files.reduce((sum, file) => sum + file.links.length, between.links.length);
  const links = {
    from: new Int32Array(count),
    to: new Int32Array(count),
    type: new Uint8Array(count),
    lag: new Int32Array(count),
  };
  const isLagElapsed = new Uint8Array(count);
  let [at, offset] = [0, 0];
  for (const { columns, nodes } of files) {
    links.type.set(columns.type, at);
    links.lag.set(columns.lag, at);
    isLagElapsed.set(columns.isLagElapsed, at);
    for (let own = 0; own < columns.from.length; own++, at++) {
      links.from[at] = (columns.from[own] ?? 0) + offset;
      links.to[at] = (columns.to[own] ?? 0) + offset;
    }
    offset += nodes.length;
  }
  for (const { from, to, type, lag } of between.links) {
    links.from[at] = from;
    links.to[at] = to;
    links.type[at] = type;
    links.lag[at] = lag?.length ?? 0;
    isLagElapsed[at] = lag?.isElapsed === true ? 1 : 0;
    at++;
  }
  return { links, isLagElapsed };
}

type DateColumns = Omit<ActivityNetwork, 'count' | 'links' | 'origin' | 'time' | 'lagCalendar'>;

/** The number of the file of each activity: one file after the other, and last those between them. */
function groupsOf(
  nodes: readonly PlanNode[],
  files: readonly FileNetwork[],
  groupOf: (work: Work) => number,
): Int32Array {
  const groups = new Int32Array(nodes.length);
  let at = 0;
  for (const [group, file] of files.entries()) groups.fill(group, at, (at += file.nodes.length));
  nodes.slice(at).forEach(({ work }, own) => (groups[at + own] = groupOf(work)));
  return groups;
}

/** What the network needs of the activities, a column for each property, and the calendar of the file of each. */
function* readingColumns(
  nodes: readonly PlanNode[],
  links: Links,
  files: readonly FileNetwork[],
  groups: Int32Array,
  calendars: readonly WorkingCalendar[],
  { elapsed }: CalendarTime,
): Stepwise<{ readonly activities: DateColumns; readonly ownCalendar: Int32Array }> {
  const { length } = nodes;
  const isHeld = new Uint8Array(length);
  for (const to of links.to) isHeld[to] = 1;
  const numberOf = new Map(calendars.map((calendar, number) => [calendar, number]));
  const calendarOf = files.map(({ frame }) => numberOf.get(frame.calendar) ?? 0);
  const column = (): Float64Array => new Float64Array(length);
  const activities = {
    duration: column(),
    earliestStart: column(),
    fixedStart: column(),
    fixedFinish: column(),
    latestFinish: column(),
    firstOf: new Uint8Array(length),
    endsNothing: new Uint8Array(length),
    calendar: new Int32Array(length),
    groups: { count: files.length, of: groups },
  };
  const ownCalendar = new Int32Array(length);
  const read = (node: PlanNode, index: number): void => {
    const { part } = node;
    activities.duration[index] = isAdrift(node, isHeld[index] === 1) ? NaN : node.length;
    activities.earliestStart[index] = node.earliestStart;
    activities.fixedStart[index] = node.fixedStart;
    activities.fixedFinish[index] = node.fixedFinish;
    activities.latestFinish[index] = node.latestFinish;
    activities.firstOf[index] = part === 'first' && node.fixedStart === noInstant ? 1 : 0;
    activities.endsNothing[index] = part === 'gate' || part === 'hold' ? 1 : 0;
    const calendar = calendarOf[groups[index] ?? 0] ?? 0;
    ownCalendar[index] = calendar;
    activities.calendar[index] = node.isElapsed ? elapsed : calendar;
  };
  for (let from = 0; from < length; from += activitiesPerStep) {
    nodes.slice(from, from + activitiesPerStep).forEach((node, own) => {
      read(node, from + own);
    });
    yield;
  }
  return { activities, ownCalendar };
}

/** What the work of an activity has in common with all work of its file. Throws a RangeError where there is none. */
export function frameOf({ files, activities }: PlanNetwork, index: number): Frame {
  const file = files[activities.groups?.of[index] ?? -1];
  if (!file) throw new RangeError(`No activity of the network has the index ${String(index)}.`);
  return file.frame;
}

/** Whether nothing says when a milestone is: neither a date nor anything that it waits for. */
function isAdrift({ part, work, fixedStart }: PlanNode, isHeld: boolean): boolean {
  return part === 'milestone' && fixedStart === noInstant && work.kind === 'milestone' && !work.fields.date && !isHeld;
}
