import type { Temporal } from 'temporal-polyfill';
import type { Item, Milestone } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import type { WorkingCalendar } from '../calendar';
import { itemTree, topItems } from '../lineage';
import { isDropped, isOpenItem, isOpenMilestone } from '../openWork';
import type { Schedule } from '../schedule/scheduledWork';
import { feasibleFinish } from '../schedule/shownDates';
import { workdaysLate } from './lateness';

/** An open item with a deadline or an open milestone with a date, and how that compares with when it comes. */
export interface PromisedDate {
  readonly work: Item | Milestone;
  /** The deadline of the item, the date of the milestone. */
  readonly promised: Temporal.PlainDate;
  /** Its feasible finish; undefined where that is unknown. */
  readonly finish: Temporal.PlainDate | undefined;
  /** Working days by which it is late, at least; 0 where it is not. Undefined where that cannot be told. */
  readonly daysLate: number | undefined;
}

/** What it is compared with. */
export interface DatesNow {
  readonly schedule: Pick<Schedule, 'of'>;
  readonly calendar: WorkingCalendar;
  readonly today: Temporal.PlainDate;
}

/** The open items of a project that have a deadline, and its open milestones that have a date, in source order. */
export function promisedDates(file: ProjectFile, now: DatesNow): readonly PromisedDate[] {
  const items = [...itemTree(topItems(file))].flatMap((item) => {
    const deadline = item.fields.deadline?.value;
    return deadline && !isDropped(item) && isOpenItem(item) ? [promisedDate(item, deadline, now)] : [];
  });
  return [...items, ...promisedMilestones(file.root?.fields.milestones?.value ?? [], now)];
}

/** Of some milestones those that are open and have a date. */
export function promisedMilestones(milestones: readonly Milestone[], now: DatesNow): readonly PromisedDate[] {
  return milestones.flatMap((milestone) => {
    const date = milestone.fields.date?.value;
    return date && isOpenMilestone(milestone) ? [promisedDate(milestone, date, now)] : [];
  });
}

function promisedDate(
  work: Item | Milestone,
  promised: Temporal.PlainDate,
  { schedule, calendar, today }: DatesNow,
): PromisedDate {
  const scheduled = schedule.of(work);
  const finish = scheduled && feasibleFinish(scheduled);
  return { work, promised, finish, daysLate: workdaysLate(calendar, promised, finish, today) };
}
