import type { Item } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import { instantsPerDay, type Instant, type WorkingCalendar } from '../calendar';
import { childItems } from '../lineage';
import { unknownReason, type NetworkDates } from '../network/activityNetwork';
import { leavesStart, noInstant } from '../network/links';
import { placementDriver, type Placement } from '../placement/placementProblem';
import type { FeasibleProblem } from './feasibleProblem';
import { frameOf, type PlanNetwork } from './planNetwork';
import { beganOn, isOpen, type PlanNode } from './planNodes';
import type { Dates, ScheduledWork } from './scheduledWork';

/** The two schedules of a plan by their numbers: for what is computed with them further, such as a forecast. */
export interface ScheduleNumbers {
  readonly network: PlanNetwork;
  readonly dates: NetworkDates;
  readonly feasible: FeasibleProblem;
  readonly placement: Placement;
  /** The first instant of today. */
  readonly today: Instant;
}

export type NetworkPart = Pick<ScheduledWork, 'early' | 'late' | 'totalFloat' | 'freeFloat' | 'critical'>;

/**
 * What the network says of the work that one activity stands for, or that ends with it.
 *
 * @param calendar that of its project
 */
export function networkPart(numbers: ScheduleNumbers, index: number, calendar: WorkingCalendar): NetworkPart {
  const { dates, network } = numbers;
  const node = network.nodes[index];
  if (!node || dates.unknown[index] !== unknownReason.known) return { critical: false };
  const early = { start: dates.earlyStart[index] ?? noInstant, finish: dates.earlyFinish[index] ?? noInstant };
  // What is done can neither slip nor delay anything any more.
  if (!isOpen(node)) return { early, late: early, totalFloat: 0, freeFloat: 0, critical: false };
  const latest = { start: dates.lateStart[index] ?? noInstant, finish: dates.lateFinish[index] ?? noInstant };
  const isPoint = early.start === early.finish && latest.start === latest.finish;
  const point = isPoint ? pointOf(numbers, index) : undefined;
  const late = node.isElapsed ? latest : onWorkdays(latest, early, calendar, point);
  const since = beganOn(node);
  return {
    early: since === noInstant ? early : { ...early, start: since },
    late: since === noInstant ? late : { ...late, start: since },
    totalFloat: calendar.between(early.finish, late.finish) ?? 0,
    freeFloat: freeMinutes(node, calendar, early.finish, dates.freeFloat[index] ?? 0),
    critical: dates.critical[index] === 1,
  };
}

/** The working minutes of a free float, which the network counts in the time of the activity. */
function freeMinutes({ isElapsed }: PlanNode, calendar: WorkingCalendar, finish: Instant, freeFloat: number): number {
  if (isElapsed) return calendar.between(finish, finish + freeFloat) ?? 0;
  return Math.round((freeFloat * calendar.minutesPerDay) / instantsPerDay);
}

/**
 * Late dates that fall on free days, because what waits for the work starts after them, on the working day next to them:
 * no float is lost by it. Not so where a stated date leads into free days itself.
 */
function onWorkdays(late: Dates, early: Dates, calendar: WorkingCalendar, point: ScheduledWork['point']): Dates {
  if (point === 'start') {
    const start = calendar.nextWorkingStart(late.start) ?? late.start;
    return late.start > early.start ? { start, finish: start } : late;
  }
  const finish = calendar.previousWorkingFinish(late.finish) ?? late.finish;
  if (finish < early.finish) return late;
  return { start: point ? finish : late.start, finish };
}

/** The feasible dates of the work that one activity stands for; undefined where it has no place. */
export function feasibleDates({ dates, network, placement }: ScheduleNumbers, index: number): Dates | undefined {
  const node = network.nodes[index];
  const finish = placement.finish[index] ?? noInstant;
  if (!node || finish === noInstant) return undefined;
  const { since, state } = node.timing ?? { since: noInstant, state: 'open' };
  const placed = placement.start[index] ?? noInstant;
  // Of work that has begun, what is left is placed, and all of it is shown.
  const isRest = state === 'begun' && node.fixedFinish !== noInstant;
  const start = since !== noInstant ? since : isRest ? Math.min(placed, dates.earlyStart[index] ?? placed) : placed;
  return { start, finish };
}

/** How the one instant of what takes no time is read, by its feasible dates; undefined for what takes time. */
export function shownPoint(numbers: ScheduleNumbers, index: number, dates: Dates): 'start' | 'finish' | undefined {
  const { start, finish } = numbers.placement;
  if (start[index] !== finish[index]) return undefined;
  const point = pointOf(numbers, index);
  // Of work that is not said to be done, although nothing is left of it, the end is read as the day that it waits for.
  return dates.start === dates.finish || point === 'start' ? point : undefined;
}

/** How the one instant of what takes no time is read: as the end of a day where it waits for one, or states one. */
export function pointOf({ network, placement, today }: ScheduleNumbers, index: number): 'start' | 'finish' {
  const { nodes, activities } = network;
  const node = nodes[index];
  if (!node) return 'start';
  if (node.fixedFinish !== noInstant) return 'finish';
  if (placement.driver[index] !== placementDriver.link) {
    const isDated = node.part === 'milestone' && node.earliestStart > Math.max(today, frameOf(network, index).origin);
    return isDated ? 'finish' : 'start';
  }
  const link = placement.latestLink[index] ?? -1;
  const isFromStart =
    leavesStart(activities.links.type[link] ?? 0) || nodes[activities.links.from[link] ?? -1]?.part === 'gate';
  return isFromStart && (activities.links.lag[link] ?? 0) <= 0 ? 'start' : 'finish';
}

/** The early start of a piece of work in a network: of a parent that of its first child. `noInstant` where unknown. */
export function earlyStartIn(
  network: PlanNetwork,
  { earlyStart }: Pick<NetworkDates, 'earlyStart'>,
  work: Work,
): Instant {
  const nodes = network.nodesOf.get(work);
  if (!nodes) return noInstant;
  if (nodes.whole >= 0) return earlyStart[nodes.whole] ?? noInstant;
  if (nodes.start === nodes.finish) return earlyStart[nodes.start] ?? noInstant;
  let first = noInstant;
  for (const child of childItems(work as Item)) {
    const start = earlyStartIn(network, { earlyStart }, child);
    if (start !== noInstant && (first === noInstant || start < first)) first = start;
  }
  return first;
}
