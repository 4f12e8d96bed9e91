import type { Feature, Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import { childItems, featuresOf, topItems } from './lineage';

/** A piece of project work that delivers a feature. */
export interface DeliveringItem {
  readonly file: ProjectFile;
  readonly item: Item;
}

/**
 * The work that delivers each feature of a plan: the items without children that name it by their own `feature` or by
 * that of a parent, in source order. Dropped items are left out.
 */
export function deliveringItems(plan: Plan): ReadonlyMap<Feature, readonly DeliveringItem[]> {
  const delivering = new Map<Feature, DeliveringItem[]>();
  const add = (file: ProjectFile, item: Item): void => {
    if (item.fields.status?.value === 'dropped') return;
    const children = childItems(item);
    for (const child of children) add(file, child);
    if (children.length > 0) return;
    for (const feature of new Set(featuresOf(plan, file, item))) {
      const known = delivering.get(feature);
      if (known) known.push({ file, item });
      else delivering.set(feature, [{ file, item }]);
    }
  };
  for (const file of plan.projects) for (const item of topItems(file)) add(file, item);
  return delivering;
}
