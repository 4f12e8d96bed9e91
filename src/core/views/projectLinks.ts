import { Temporal } from 'temporal-polyfill';
import { itemTree, topItems } from '../analysis/lineage';
import { isDropped } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { projectFinish } from '../analysis/projectFinish';
import { feasibleDays } from '../analysis/schedule/shownDates';
import { itemDates, milestoneDate } from '../analysis/statedDates';
import type { Item, Milestone } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';

/** Work of one project that waits for work of another. */
export interface ProjectDependency {
  readonly from: ProjectFile;
  readonly to: ProjectFile;
  /** When what is waited for is done, and when the waiting work starts. */
  readonly leaves: Temporal.PlainDate;
  readonly arrives: Temporal.PlainDate;
  /** What is waited for sets the start, in a project that is late. */
  readonly pushes: boolean;
}

type Work = Item | Milestone;

/**
 * What the projects of a plan wait for in each other: of two projects the dependency that sets the start of the waiting
 * work, else the first to be needed. What has no dates, or was dropped, is left out.
 */
export function projectDependencies(analysis: PlanAnalysis): readonly ProjectDependency[] {
  const { plan } = analysis;
  const found = new Map<string, ProjectDependency>();
  for (const to of plan.projects) {
    const items: readonly Work[] = [...itemTree(topItems(to))].filter((item) => !isDropped(item));
    for (const waiting of [...items, ...(to.root?.fields.milestones?.value ?? [])]) {
      for (const { value } of waiting.fields.depends_on?.value ?? []) {
        const resolved = plan.resolve(value.target, to);
        if (resolved.status !== 'found') continue;
        const link = dependency(analysis, to, waiting, resolved.entity as Work);
        if (!link) continue;
        const key = JSON.stringify([link.from.uri, to.uri]);
        const other = found.get(key);
        if (!other || isMore(link, other)) found.set(key, link);
      }
    }
  }
  return [...found.values()];
}

function dependency(
  analysis: PlanAnalysis,
  to: ProjectFile,
  waiting: Work,
  awaited: Work,
): ProjectDependency | undefined {
  const from = analysis.plan.fileOf(awaited);
  if (from?.kind !== 'project' || from === to || (awaited.kind === 'item' && isDropped(awaited))) return undefined;
  const leaves = daysOf(analysis, awaited).last;
  const days = daysOf(analysis, waiting);
  const arrives = days.first ?? days.last;
  if (!leaves || !arrives) return undefined;
  const isDriver = analysis.schedule.of(waiting)?.driver?.work === awaited;
  return { from, to, leaves, arrives, pushes: isDriver && (projectFinish(analysis, from)?.daysLate ?? 0) > 0 };
}

function daysOf(
  { schedule }: PlanAnalysis,
  work: Work,
): { readonly first?: Temporal.PlainDate; readonly last?: Temporal.PlainDate } {
  const scheduled = schedule.of(work);
  const feasible = scheduled && feasibleDays(scheduled);
  if (feasible) return feasible;
  if (work.kind === 'item') return itemDates(work);
  const day = milestoneDate(work);
  return day ? { first: day, last: day } : {};
}

function isMore(one: ProjectDependency, other: ProjectDependency): boolean {
  if (one.pushes !== other.pushes) return one.pushes;
  return Temporal.PlainDate.compare(one.arrives, other.arrives) < 0;
}
