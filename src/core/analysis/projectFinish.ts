import { Temporal } from 'temporal-polyfill';
import type { ProjectFile } from '../plan/planFile';
import { itemTree, topItems } from './lineage';
import type { PlanAnalysis } from './planAnalysis';
import { feasibleFinish } from './schedule/shownDates';
import { workDates } from './statedDates';

/** When a project ends, as far as that is known. */
export interface ProjectFinish {
  readonly day: Temporal.PlainDate;
  /**
   * - `committed`: the day that the project promises, and no work ends later.
   * - `feasible`: the last day of its work: after the promise, or in a project that promises none.
   * - `actual`: the day on which its last work was finished.
   */
  readonly kind: 'committed' | 'feasible' | 'actual';
  /** Working days by which the work ends, or has ended, after the promised day. */
  readonly daysLate: number;
  /** Working days that have passed since the promised day while work is open. */
  readonly daysOverdue: number;
}

/** When a project ends: undefined where neither it nor its work has an end. */
export function projectFinish(analysis: PlanAnalysis, file: ProjectFile): ProjectFinish | undefined {
  const { calendar, total } = analysis.progress(file);
  const committed = file.root?.fields.end?.value;
  const last = lastWorkDay(analysis, file);
  const isFinished = total?.status === 'done' || file.root?.fields.phase?.value === 'closed';
  if (isFinished) {
    const day = lastFinished(file);
    if (day) return { day, kind: 'actual', daysLate: daysAfter(committed, day), daysOverdue: 0 };
  }
  const isLater = last && (!committed || Temporal.PlainDate.compare(last, committed) > 0);
  const day = isLater ? last : committed;
  if (!day) return undefined;
  const daysLate = daysAfter(committed, day);
  const kind = isLater ? 'feasible' : 'committed';
  return { day, kind, daysLate, daysOverdue: isFinished ? 0 : daysAfter(day, analysis.today) };

  function daysAfter(promised: Temporal.PlainDate | undefined, day: Temporal.PlainDate): number {
    return promised ? calendar.workdays(promised.add({ days: 1 }), day) : 0;
  }
}

/**
 * The last day of a project's open work by the schedule. What is done, or cannot be scheduled, has no other dates than
 * those that are written down.
 */
function lastWorkDay({ rollUps }: PlanAnalysis, file: ProjectFile): Temporal.PlainDate | undefined {
  const { last, unscheduled } = rollUps.project(file);
  const feasible = last && feasibleFinish(last);
  if (feasible && unscheduled === 0) return feasible;
  const stated = workDates(file).last;
  if (!feasible || !stated) return feasible ?? stated;
  return Temporal.PlainDate.compare(feasible, stated) < 0 ? stated : feasible;
}

/** The last day on which an item was finished or a milestone reached. */
function lastFinished(file: ProjectFile): Temporal.PlainDate | undefined {
  const items = [...itemTree(topItems(file))].map(({ fields }) => fields.finished?.value);
  const milestones = (file.root?.fields.milestones?.value ?? []).map(({ fields }) => fields.reached?.value);
  return [...items, ...milestones]
    .filter((day) => day !== undefined)
    .sort((one, other) => Temporal.PlainDate.compare(one, other))
    .at(-1);
}
