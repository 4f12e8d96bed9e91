import { itemTree, ownLine, projectLine, topItems } from '../analysis/lineage';
import { isDropped } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ProjectFile } from '../plan/planFile';
import { known } from './known';
import type { GoalLink, ProjectViewBase } from './model';
import { entryOf, textOf, titleOf } from './naming';

/** What stands at the head of every view of a project. */
export function projectHeading(analysis: PlanAnalysis, file: ProjectFile): ProjectViewBase {
  const fields = file.root?.fields;
  return known({
    file: 'project' as const,
    entry: { uri: file.uri, path: [] },
    title: textOf(fields?.project) ?? '',
    purpose: textOf(fields?.summary),
    goals: goalLinks(analysis, file),
  });
}

/** The goals that a project serves: those that it states, and those of its items and of the features they deliver. */
function goalLinks({ plan }: PlanAnalysis, file: ProjectFile): readonly GoalLink[] {
  const items = [...itemTree(topItems(file))].filter((item) => !isDropped(item));
  const lines = [projectLine(plan, file), ...items.map((item) => ownLine(plan, file, item))];
  const goals = new Set(lines.flatMap((line) => line?.goals ?? []));
  return [...goals].map((goal) => ({ entry: entryOf(goal), title: titleOf(goal) }));
}
