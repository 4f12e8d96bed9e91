import { deliveringItems, type DeliveringItem } from '../analysis/delivery';
import { sizeScale, statedEffort } from '../analysis/effort';
import { goalLine, itemTree, projectLine, topItems } from '../analysis/lineage';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { unlinkedWork } from '../analysis/unlinked';
import { standardCalendar } from '../analysis/calendar';
import type { Feature, Item } from '../plan/generated/entities';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import type { UnlinkedEntry, UnlinkedWork } from './model';
import { known } from './known';
import { entryOf, personName, textOf, titleOf } from './naming';
import { stateOf } from './projectState';
import { effortText } from './texts';

/** An entry with its effort in person-days, where it is known. */
interface Counted {
  readonly entry: UnlinkedEntry;
  readonly days: number | undefined;
}

/**
 * The lane of work that no goal asks for: projects of the plan without any goal, the highest items without one in
 * projects that serve this roadmap, and its features without one that are planned or under way.
 *
 * @returns undefined while all work is linked
 */
export function unlinkedLane(analysis: PlanAnalysis, roadmap: RoadmapFile): UnlinkedWork | undefined {
  const counted = countedWork(analysis, roadmap);
  if (counted.length === 0) return undefined;
  const count = counted.length === 1 ? '1 entry' : `${String(counted.length)} entries`;
  const total = totalDays(counted);
  const what = total === undefined ? '' : `, ${effortText(total, standardCalendar.minutesPerDay)} of effort`;
  return { summary: `${count}${what} that no goal asks for`, entries: counted.map(({ entry }) => entry) };
}

/** The effort of that work in person-days; undefined where nothing of it states any. */
export function unlinkedDays(analysis: PlanAnalysis, roadmap: RoadmapFile): number | undefined {
  return totalDays(countedWork(analysis, roadmap));
}

function countedWork(analysis: PlanAnalysis, roadmap: RoadmapFile): readonly Counted[] {
  return [...unlinkedProjectWork(analysis, roadmap), ...unlinkedFeatures(analysis, roadmap)];
}

function totalDays(counted: readonly Counted[]): number | undefined {
  const efforts = counted.map(({ days }) => days).filter((days) => days !== undefined);
  return efforts.length > 0 ? efforts.reduce((sum, days) => sum + days, 0) : undefined;
}

function unlinkedProjectWork(analysis: PlanAnalysis, roadmap: RoadmapFile): readonly Counted[] {
  const projects: Counted[] = [];
  const items: Counted[] = [];
  for (const file of analysis.plan.projects) {
    const work = unlinkedWork(analysis.plan, file);
    if (work.kind === 'project') projects.push(projectEntry(analysis, file));
    if (work.kind === 'items' && concerns(analysis, file, roadmap))
      items.push(...work.items.map((item) => itemEntry(analysis, file, item)));
  }
  return [...projects, ...items];
}

/** Whether a project belongs to a roadmap's board: it serves a goal of that roadmap, or of none at all. */
export function concerns({ plan }: PlanAnalysis, file: ProjectFile, roadmap: RoadmapFile): boolean {
  const items = [...itemTree(topItems(file))];
  const lines = [projectLine(plan, file), ...items.map((item) => goalLine(plan, file, item))];
  const goals = lines.flatMap((line) => line?.goals ?? []);
  return goals.length === 0 || goals.some(({ uri }) => uri === roadmap.uri);
}

function projectEntry(analysis: PlanAnalysis, file: ProjectFile): Counted {
  const { total, calendar } = analysis.progress(file);
  const manager = personName(analysis.plan, file.root?.fields.manager?.value);
  const title = textOf(file.root?.fields.project) ?? file.id;
  return counted(
    {
      entry: { uri: file.uri, path: [] },
      kind: 'project',
      title,
      context: manager === undefined ? 'project' : `project, ${manager}`,
    },
    total?.effort,
    calendar.minutesPerDay,
  );
}

function itemEntry(analysis: PlanAnalysis, file: ProjectFile, item: Item): Counted {
  const progress = analysis.progress(file);
  const own = progress.of(item);
  const project = textOf(file.root?.fields.project) ?? file.id;
  const entry = {
    entry: entryOf(item),
    kind: 'item' as const,
    title: titleOf(item),
    state: own && stateOf(own.status),
    context: `item of ${project}`,
  };
  return counted(entry, own?.effort, progress.calendar.minutesPerDay);
}

function unlinkedFeatures(analysis: PlanAnalysis, roadmap: RoadmapFile): readonly Counted[] {
  const statuses = analysis.featureStatuses;
  const unlinked = (roadmap.root?.fields.features?.value ?? []).filter((feature) => {
    const status = statuses.of(feature);
    return (feature.fields.goal?.value ?? []).length === 0 && (status === 'planned' || status === 'in-progress');
  });
  if (unlinked.length === 0) return [];
  const delivering = deliveringItems(analysis.plan);
  return unlinked.map((feature) => {
    const owner = personName(analysis.plan, feature.fields.owner?.value);
    const minutes = featureEffort(analysis, feature, delivering.get(feature) ?? []);
    return counted(
      {
        entry: entryOf(feature),
        kind: 'feature',
        title: titleOf(feature),
        context: owner === undefined ? 'feature' : `feature, ${owner}`,
      },
      minutes,
      standardCalendar.minutesPerDay,
    );
  });
}

/**
 * The effort that a feature takes and no goal asks for: of the items that deliver it and have no goal of another kind,
 * else as its RICE score states it. In person-minutes of eight-hour days; undefined where nobody has said.
 */
function featureEffort(
  analysis: PlanAnalysis,
  { fields }: Feature,
  delivering: readonly DeliveringItem[],
): number | undefined {
  const perDay = standardCalendar.minutesPerDay;
  const efforts = delivering
    .filter(({ file, item }) => !goalLine(analysis.plan, file, item))
    .map(({ file, item }) => {
      const { calendar } = analysis.progress(file);
      const minutes = statedEffort(item, sizeScale(file), calendar);
      return minutes === undefined ? undefined : (minutes / calendar.minutesPerDay) * perDay;
    })
    .filter((minutes) => minutes !== undefined);
  if (efforts.length > 0) return efforts.reduce((sum, minutes) => sum + minutes, 0);
  const months = fields.rice?.value.fields.effort?.value;
  if (delivering.length > 0 || months === undefined || !(months > 0)) return undefined;
  return standardCalendar.minutes({ amount: months, unit: 'mo', elapsed: false });
}

function counted(entry: UnlinkedEntry, minutes: number | undefined, minutesPerDay: number): Counted {
  const days = minutes === undefined ? undefined : minutes / minutesPerDay;
  const effort = days === undefined ? undefined : effortText(days, minutesPerDay);
  return { entry: known({ ...entry, effort }), days };
}
