import type { Feature, Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { Located } from '../plan/entity';
import type { ProjectFile } from '../plan/planFile';
import type { Reference } from '../plan/reference';
import { byEntry } from './entries';
import { childItems } from './lineage';

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
  for (const file of plan.projects) {
    for (const { references, items } of deliveries(file)) {
      for (const feature of new Set(references.flatMap(({ value }) => plan.target(value, file) ?? []))) {
        const known = delivering.get(feature) ?? [];
        delivering.set(feature, known);
        for (const item of items) known.push({ file, item });
      }
    }
  }
  return delivering;
}

type FeatureReferences = readonly Located<Reference<'feature'>>[];

/** Items one after the other that have their features from the same place. */
interface Delivery {
  readonly references: FeatureReferences;
  readonly items: Item[];
}

const deliveries = byEntry((entry): readonly Delivery[] => {
  const found: Delivery[] = [];
  const add = (item: Item, above: FeatureReferences): void => {
    const { feature, status } = item.fields;
    if (status?.value === 'dropped') return;
    const references = feature?.value ?? above;
    const children = childItems(item);
    for (const child of children) add(child, references);
    if (children.length > 0 || references.length === 0) return;
    const last = found.at(-1);
    if (last?.references === references) last.items.push(item);
    else found.push({ references, items: [item] });
  };
  add(entry, []);
  return found;
});
