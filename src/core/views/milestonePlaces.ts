import { childItems, parentItem, topItems } from '../analysis/lineage';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { AnyEntity } from '../plan/entity';
import type { Item, Milestone } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';

/**
 * Where each milestone stands: after the last of the work that it waits for, at the level on which all of that is
 * together; after everything else where it waits for nothing of its own project.
 */
export function milestonePlaces(
  { plan }: PlanAnalysis,
  file: ProjectFile,
): ReadonlyMap<Item | undefined, readonly Milestone[]> {
  const awaited = new Map<AnyEntity, Item[]>();
  const add = (milestone: AnyEntity, item: Item): void => {
    const items = awaited.get(milestone);
    if (items) items.push(item);
    else awaited.set(milestone, [item]);
  };
  const visit = (item: Item): void => {
    const target = item.fields.milestone && plan.target(item.fields.milestone.value, file);
    if (target) add(target, item);
    childItems(item).forEach(visit);
  };
  topItems(file).forEach(visit);
  const places = new Map<Item | undefined, Milestone[]>();
  for (const milestone of file.root?.fields.milestones?.value ?? []) {
    for (const { value } of milestone.fields.depends_on?.value ?? []) {
      const found = plan.resolve(value.target, file);
      if (found.status === 'found' && found.entity.kind === 'item' && found.entity.uri === file.uri) {
        add(milestone, found.entity as Item);
      }
    }
    const place = placeAfter(topItems(file), awaited.get(milestone) ?? []);
    const others = places.get(place);
    if (others) others.push(milestone);
    else places.set(place, [milestone]);
  }
  return places;
}

function placeAfter(top: readonly Item[], awaited: readonly Item[]): Item | undefined {
  const lines = awaited.map(lineOf);
  let siblings = top;
  for (let depth = 0; ; depth++) {
    const held = new Set(lines.map((line) => line[depth]));
    const [only] = held;
    const isTogether = held.size === 1 && only !== undefined && lines.every((line) => line.length > depth + 1);
    if (!isTogether) return siblings.filter((item) => held.has(item)).at(-1);
    siblings = childItems(only);
  }
}

/** From the item at the top of its project down to an item. */
function lineOf(item: Item): readonly Item[] {
  const parent = parentItem(item);
  return parent ? [...lineOf(parent), item] : [item];
}
