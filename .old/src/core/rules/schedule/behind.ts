import { finishDate, finishDay, type Instant } from '../../analysis/calendar';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../../plan/plan';
import { itemTree } from '../../analysis/lineage';
import { pastPromise, type PastPromise } from './overdue';
import { isOver } from './workState';

/** Why open work is behind: a day of its own that is past, or a finish that is later than it was planned. */
export type Behind =
  | { readonly kind: 'past'; readonly work: Work; readonly promise: PastPromise }
  | { readonly kind: 'later'; readonly planned: Temporal.PlainDate; readonly finish: Temporal.PlainDate };

/**
 * Whether open work is behind its own plan: its end, deadline or date is past (of a parent: that of anything in it), or
 * of work that states dates, the network has it finish at least one working day later than it would without what has
 * happened so far.
 *
 * @returns undefined where it is on time, over, or nobody knows
 */
export function behind({ schedule, today }: PlanAnalysis, work: Work): Behind | undefined {
  if (work.kind === 'item' ? isOver(work) : work.fields.reached) return undefined;
  for (const part of work.kind === 'item' ? itemTree([work]) : [work]) {
    const promise = pastPromise(part, today);
    if (promise) return { kind: 'past', work: part, promise };
  }
  if (!hasPlan(work)) return undefined;
  const scheduled = schedule.of(work);
  const [now, then] = [scheduled?.early?.finish, schedule.planned(work)?.finish];
  if (!scheduled || now === undefined || then === undefined) return undefined;
  const days = [dayAfter(then), finishDay(now)] as const;
  if (days[0] === undefined || days[1] === undefined) return undefined;
  if (scheduled.calendar.workdaysBetween(days[0], days[1]) === 0) return undefined;
  const [planned, finish] = [finishDate(then), finishDate(now)];
  return planned && finish ? { kind: 'later', planned, finish } : undefined;
}

/** Whether dates are written down that work can be behind of: what begins when it can has no plan but that. */
function hasPlan(work: Work): boolean {
  if (work.kind === 'milestone') return work.fields.date !== undefined;
  return [...itemTree([work])].some(({ fields }) => fields.start !== undefined || fields.end !== undefined);
}

function dayAfter(instant: Instant): number | undefined {
  const day = finishDay(instant);
  return day === undefined ? undefined : day + 1;
}
