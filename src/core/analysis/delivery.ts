import type { Feature, Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { Located } from '../plan/entity';
import type { ProjectFile } from '../plan/planFile';
import type { Reference } from '../plan/reference';
import { byEntry } from './entries';
import { leafStatus, type ItemStatus } from './leafStatus';
import { childItems } from './lineage';

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
  const delivering =
    known.get(plan.files) ?? new Map(Array.from(deliveries(plan), ([feature, all]) => [feature, itemsIn(all)]));
  known.set(plan.files, delivering);
  return delivering;
}

/** The items of some deliveries, one by one. */
export function itemsIn(deliveries: readonly Delivery[]): readonly DeliveringItem[] {
  return deliveries.flatMap(({ file, items }) => items.map((item) => ({ file, item })));
}

/** Items of a project that deliver a feature, in a row. */
export interface Delivery {
  readonly file: ProjectFile;
  readonly items: readonly Item[];
  /** That of all of them; undefined where they do not have the same. */
  readonly status: ItemStatus | undefined;
}

/** The same as {@link deliveringItems} by whole rows of items: of a large plan these are much fewer. */
export function deliveries(plan: Plan): ReadonlyMap<Feature, readonly Delivery[]> {
  const found = new Map<Feature, Delivery[]>();
  for (const file of plan.projects) {
    const targets = new Map<string, ReadonlySet<Feature>>();
    for (const { references, names, items, status } of rowsIn(file)) {
      const features = targets.get(names) ?? new Set(references.flatMap(({ value }) => plan.target(value, file) ?? []));
      targets.set(names, features);
      for (const feature of features) {
        const known = found.get(feature);
        if (known) known.push({ file, items, status });
        else found.set(feature, [{ file, items, status }]);
      }
    }
  }
  return found;
}

type FeatureReferences = readonly Located<Reference<'feature'>>[];

/** Items without children, one after the other, that have their features from the same place. */
interface Row {
  readonly references: FeatureReferences;
  /** The same for all references of a file that are the same. */
  readonly names: string;
  readonly items: Item[];
  status: ItemStatus | undefined;
}

const rowsIn = byEntry((entry): readonly Row[] => {
  const found: Row[] = [];
  const add = (item: Item, above: FeatureReferences): void => {
    const { feature } = item.fields;
    if (item.fields.status?.value === 'dropped') return;
    const references = feature?.value ?? above;
    const children = childItems(item);
    for (const child of children) add(child, references);
    if (children.length > 0 || references.length === 0) return;
    const last = found.at(-1);
    const status = leafStatus(item);
    if (last?.references === references) {
      last.items.push(item);
      if (last.status !== status) last.status = undefined;
      return;
    }
    const names = JSON.stringify(references.map(({ value }) => value.text));
    found.push({ references, names, items: [item], status });
  };
  add(entry, []);
  return found;
});
