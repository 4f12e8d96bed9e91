import type { Feature, Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import { childItems, featuresOf, topItems } from './lineage';

/** A piece of project work that delivers a feature. */
export interface DeliveringItem {
  readonly file: ProjectFile;
  readonly item: Item;
}

type Delivering = ReadonlyMap<Feature, readonly DeliveringItem[]>;

/** By the files of a plan, which stand for its version. */
const known = new WeakMap<Plan['files'], Delivering>();

/**
 * The work that delivers each feature of a plan: the items without children that name it by their own `feature` or by
 * that of a parent, in source order. Dropped items are left out.
 */
export function deliveringItems(plan: Plan): Delivering {
  const delivering = known.get(plan.files) ?? readDelivering(plan);
  known.set(plan.files, delivering);
  return delivering;
}

function readDelivering(plan: Plan): Delivering {
  const delivering = new Map<Feature, DeliveringItem[]>();
  /** @param inherited the features of the nearest parent item that has some */
  const add = (file: ProjectFile, item: Item, inherited: readonly Feature[]): void => {
    if (item.fields.status?.value === 'dropped') return;
    const features = item.fields.feature ? featuresOf(plan, file, item) : inherited;
    const children = childItems(item);
    for (const child of children) add(file, child, features);
    if (children.length > 0) return;
    for (const feature of new Set(features)) {
      const same = delivering.get(feature);
      if (same) same.push({ file, item });
      else delivering.set(feature, [{ file, item }]);
    }
  };
  for (const file of plan.projects) for (const item of topItems(file)) add(file, item, []);
  return delivering;
}
