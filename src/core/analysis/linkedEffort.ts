import type { Item } from '../plan/generated/entities';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import { inheritedItems, type InheritedItem } from './inheritance';
import { childItems, topItems } from './lineage';
import type { PlanOnDay } from './planOnDay';
import type { ProjectProgress } from './progress';

/** What the effort that serves goals follows from. */
export interface LinkedEffortSource extends PlanOnDay {
  progress(file: ProjectFile): ProjectProgress;
}

/**
 * The effort that the work for the goals of one roadmap states, in person-days of each project. Each item counts once,
 * however many of the goals it serves; as in a project's progress, a parent's own effort counts only where nothing under
 * it states any.
 */
export function linkedEffort(source: LinkedEffortSource, { uri }: RoadmapFile): number {
  let days = 0;
  for (const file of source.plan.projects) {
    const progress = source.progress(file);
    const inherited = new Map(inheritedItems(source.plan, file).map((each) => [each.item, each]));
    const serves = (each: InheritedItem | undefined): boolean =>
      each?.line?.goals.some((goal) => goal.uri === uri) ?? false;
    const minutesOf = (item: Item): number => {
      const own = progress.of(item);
      if (own?.effort === undefined || own.status === 'dropped') return 0;
      const stating = childItems(item).filter((child) => {
        const part = progress.of(child);
        return part?.effort !== undefined && part.status !== 'dropped';
      });
      if (stating.length > 0) return stating.reduce((sum, child) => sum + minutesOf(child), 0);
      return serves(inherited.get(item)) ? own.effort : 0;
    };
    const minutes = topItems(file).reduce((sum, item) => sum + minutesOf(item), 0);
    days += minutes / progress.calendar.minutesPerDay;
  }
  return days;
}
