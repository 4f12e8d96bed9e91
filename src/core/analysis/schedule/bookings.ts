import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { instantsPerDay, type Instant } from '../calendar';
import { statedEffort } from '../effort';
import { itemsWhere } from '../entries';
import { noInstant } from '../network/links';
import { largestShare, type Assignee } from './assignees';
import type { FileNetwork } from './fileNetwork';
import { inInstants, shareLeft } from './leafTiming';
import { beganOn, type PlanNode } from './planNodes';
import type { Frame, ProjectFrame } from './projectFrame';
import type { Booking, Dates } from './scheduledWork';
import type { ScheduleNumbers } from './workDates';

/**
 * Who works on what of a file when: what is placed, and what lies behind.
 *
 * @param offset by how much the indices of its activities are moved
 */
export function bookingsOf(
  { nodes, frame }: FileNetwork,
  numbers: ScheduleNumbers,
  offset: number,
): readonly Booking[] {
  const bookings: Booking[] = [];
  nodes.forEach((node, own) => {
    addBehind(bookings, node, frame, own + offset, numbers);
    addAhead(bookings, node, frame, own + offset, numbers);
  });
  return bookings;
}

/** Of these, in their order, what stated dates and work in progress ask for: of most large plans that is a small part. */
export function statedBookingsOf(file: FileNetwork, numbers: ScheduleNumbers, offset: number): readonly Booking[] {
  const { nodes, entries, frame } = file;
  const bookings: Booking[] = [];
  const items = frame.file.kind === 'project' ? itemsWithDates(frame.file) : [];
  const places = items.flatMap((item) => {
    const { start = -1, whole = -1 } = entries.get(item) ?? {};
    return whole < 0 ? start : whole;
  });
  for (const own of places.sort((one, other) => one - other)) {
    const node = nodes[own];
    if (node && basisOf(node) === 'stated') addAhead(bookings, node, frame, own + offset, numbers);
  }
  return bookings;
}

/** The items that may have stated dates, or have begun. */
const itemsWithDates = itemsWhere(({ fields: { start, end, started, status, progress } }) => {
  return (start ?? end ?? started ?? progress) !== undefined || status?.value === 'in-progress';
});

function addBehind(
  bookings: Booking[],
  node: PlanNode,
  frame: Frame,
  index: number,
  { dates, placement: { finish, unplaced }, today }: ScheduleNumbers,
): void {
  if (!node.timing || node.work.kind !== 'item' || unplaced[index] !== 0) return;
  const start = node.timing.since === noInstant ? (dates.earlyStart[index] ?? noInstant) : node.timing.since;
  const placed = { start, finish: finish[index] ?? noInstant };
  for (const done of behind(node, frame, node.work, placed, today)) bookings.push(done);
}

function addAhead(
  bookings: Booking[],
  node: PlanNode,
  frame: Frame,
  index: number,
  { feasible: { problem, demands }, placement: { start, finish, unplaced } }: ScheduleNumbers,
): void {
  if (!node.timing || node.work.kind !== 'item' || unplaced[index] !== 0) return;
  const placed = { start: start[index] ?? noInstant, finish: finish[index] ?? noInstant };
  const basis = basisOf(node);
  for (let at = problem.demands.first[index] ?? 0; at < (problem.demands.first[index + 1] ?? 0); at++) {
    const demand = demands[at];
    const ahead = demand && booking(node, frame, demand.assignee, placed, demand.window, demand.share, basis);
    if (ahead) bookings.push(ahead);
  }
}

/** Stated dates and work that has begun hold whoever does it, whatever else there is. */
function basisOf({ timing, fixedStart, fixedFinish }: PlanNode): Booking['basis'] {
  return timing?.state === 'begun' || fixedStart !== noInstant || fixedFinish !== noInstant ? 'stated' : 'computed';
}

/** What is done of an item, spread over the time that it took so far. */
function behind(node: PlanNode, frame: Frame, item: Item, placed: Dates, today: Instant): readonly Booking[] {
  const { timing } = node;
  if (!timing || timing.isElapsed) return [];
  const isDone = timing.state === 'done';
  const from = isDone ? placed.start : beganOn(node);
  const until = isDone ? placed.finish : today;
  if (!(from > noInstant && until > from)) return [];
  const { calendar, sizes } = frame as ProjectFrame;
  const effort = statedEffort(item, sizes, calendar);
  const done = isDone ? 1 : 1 - shareLeft(item);
  const present = timing.assignees.reduce((sum, assignee) => {
    const minutes = assignee.availability.calendar.between(from, until) ?? 0;
    return sum + largestShare(assignee) * inInstants(minutes, calendar);
  }, 0);
  if (present === 0 || done === 0) return [];
  const part = effort === undefined ? 1 : (inInstants(effort, calendar) * done) / present;
  return timing.assignees.flatMap(
    (assignee) =>
      booking(node, frame, assignee, { start: from, finish: until }, {}, largestShare(assignee) * part, 'actual') ?? [],
  );
}

function booking(
  { work }: Pick<PlanNode, 'work'>,
  frame: Frame,
  { id, availability }: Assignee,
  { start, finish }: Dates,
  { first = -Infinity, last = Infinity }: { readonly first?: number; readonly last?: number },
  share: number,
  basis: Booking['basis'],
): Booking | undefined {
  const from = Math.max(start, first * instantsPerDay);
  const until = Math.min(finish, (last + 1) * instantsPerDay);
  if (!(from < until) || !(share > 0)) return undefined;
  const { calendar } = availability;
  return { item: work as Item, file: frame.file as ProjectFile, person: id, from, until, share, calendar, basis };
}
