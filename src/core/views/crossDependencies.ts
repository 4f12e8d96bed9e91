import { epochDay, startDate } from '../analysis/calendar';
import { itemTree, topItems } from '../analysis/lineage';
import { isOpenItem, isOpenMilestone } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { feasibleDays } from '../analysis/schedule/shownDates';
import type { Item, Milestone } from '../plan/generated/entities';
import type { Work } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import { known } from './known';
import { entryOf, textOf, titleOf } from './naming';
import type { ProjectDependency } from './overviewModel';
import { stateOf } from './projectState';
import { dayText } from './texts';

/** The open work of each project that waits for work of another one; what is too late first, then in the order of the plan. */
export function crossDependencies(analysis: PlanAnalysis): readonly ProjectDependency[] {
  const found = analysis.plan.projects.flatMap((file) =>
    openWork(file).flatMap((work) => dependenciesOf(analysis, file, work)),
  );
  const unique = new Map(found.map((each) => [each.id, each]));
  return [...unique.values()].sort((one, other) => lateFirst(one) - lateFirst(other));
}

function lateFirst({ state }: ProjectDependency): number {
  return state.kind === 'off-track' ? 0 : 1;
}

function openWork(file: ProjectFile): readonly Work[] {
  const items = [...itemTree(topItems(file))].filter(isOpenItem);
  return [...items, ...(file.root?.fields.milestones?.value ?? []).filter(isOpenMilestone)];
}

function dependenciesOf(analysis: PlanAnalysis, file: ProjectFile, work: Work): readonly ProjectDependency[] {
  const { plan } = analysis;
  return (work.fields.depends_on?.value ?? []).flatMap(({ value }) => {
    const target = plan.resolve(value.target, file);
    if (target.status !== 'found') return [];
    const { entity } = target;
    const other = plan.fileOf(entity);
    const isWork = entity.kind === 'item' || entity.kind === 'milestone';
    if (!isWork || other?.kind !== 'project' || other === file) return [];
    const from = entity as Item | Milestone;
    return [
      known({
        id: [work.uri, ...work.path, 'for', from.uri, ...from.path].join(' '),
        entry: entryOf(work),
        title: titleOf(work),
        project: projectName(file),
        forTitle: titleOf(from),
        forProject: projectName(other),
        ...standing(analysis, work, from),
      }),
    ];
  });
}

/** When the other comes, and whether that is before this is to begin. */
function standing(analysis: PlanAnalysis, work: Work, from: Work): Pick<ProjectDependency, 'state' | 'detail'> {
  const { schedule, today } = analysis;
  const other = schedule.of(from);
  const day = other && feasibleDays(other)?.last;
  const ends = day && `ends ${dayText(day, today)}`;
  const late = daysTooLate(analysis, work, from);
  if (late > 0)
    return { state: { kind: 'off-track', text: 'Too late' }, detail: ends && `${ends}, ${String(late)} d too late` };
  const isDone = from.kind === 'item' ? !isOpenItem(from) : !isOpenMilestone(from);
  if (isDone) return { state: stateOf('done'), detail: ends };
  return { state: { kind: 'on-track', text: 'In time' }, detail: ends };
}

/** Working days by which work is to begin before what it waits for allows it, by the dates that are written down. */
function daysTooLate({ schedule }: PlanAnalysis, work: Work, from: Work): number {
  const stated = work.kind === 'item' ? work.fields.start?.value : work.fields.date?.value;
  const allowed = schedule.allowedStart(work);
  const scheduled = schedule.of(work);
  if (!stated || !allowed || !scheduled || allowed.driver.work !== from) return 0;
  const first = startDate(allowed.instant);
  if (!first || epochDay(first) <= epochDay(stated)) return 0;
  return scheduled.calendar.workdays(stated, first.subtract({ days: 1 }));
}

function projectName(file: ProjectFile): string {
  return textOf(file.root?.fields.project) ?? file.id;
}
