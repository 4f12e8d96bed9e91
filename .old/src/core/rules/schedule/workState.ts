import { childItems, parentItem } from '../../analysis/lineage';
import { isDropped } from '../../analysis/openWork';
import type { AnyEntity } from '../../plan/entity';
import type { Item, Milestone } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';

/** Whether a project is over: what its file says is history then. */
export function isClosed({ kind, root }: PlanFile): boolean {
  return kind === 'project' && root?.kind === 'project' && root.fields.phase?.value === 'closed';
}

/** Whether a roadmap is that of a product that is no longer there: nothing that it plans will come. */
export function isRetired({ root }: PlanFile): boolean {
  return root?.kind === 'product' && root.fields.lifecycle?.value === 'retired';
}

/**
 * Whether nothing is left to do of an item: it is dropped, done, or says when it was finished; of one with children,
 * whether that holds for all of them.
 */
export function isOver(item: Item): boolean {
  return isDropped(item) || openLeaves(item).length === 0;
}

/** What is left to do of an item: itself, or what of the items under it has none, in source order. */
export function openLeaves(item: Item): readonly Item[] {
  const { status, finished } = item.fields;
  if (status?.value === 'dropped') return [];
  const children = childItems(item);
  if (children.length > 0) return children.flatMap(openLeaves);
  return status?.value === 'done' || finished ? [] : [item];
}

/** Whether work on an item without children goes on, by whichever of its keys says so. What is blocked waits. */
export function isUnderWay(item: Item): boolean {
  const { status, started, progress } = item.fields;
  if (childItems(item).length > 0 || isOver(item)) return false;
  return status ? status.value === 'in-progress' : started !== undefined || (progress?.value ?? 0) > 0;
}

/** Whether one piece of work stands under another one. */
export function isWithin(work: Item | Milestone, outer: AnyEntity): boolean {
  for (let at = parentItem(work); at; at = parentItem(at)) if (at === outer) return true;
  return false;
}
