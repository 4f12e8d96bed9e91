import type { Forecasted } from '../analysis/forecast/planTargets';
import { itemTree, topItems } from '../analysis/lineage';
import { isOpenItem, isOpenMilestone } from '../analysis/openWork';
import type { PlanFile } from '../plan/planFile';
import { isComing } from './releaseState';

/**
 * What the views of a file show a forecast of: of a project the whole, its open milestones and deadlines; of a roadmap
 * the releases to come.
 */
export function forecastIn(file: PlanFile): readonly Forecasted[] {
  if (file.kind === 'roadmap') return (file.root?.fields.releases?.value ?? []).filter(isComing);
  if (file.kind !== 'project') return [];
  const deadlines = [...itemTree(topItems(file))].filter((item) => item.fields.deadline && isOpenItem(item));
  return [file, ...(file.root?.fields.milestones?.value ?? []).filter(isOpenMilestone), ...deadlines];
}
