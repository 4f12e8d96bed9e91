import type { Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import { childItems, programOf, projectLine, topItems } from './lineage';

/** What of a project no goal asks for. */
export type UnlinkedWork =
  | { readonly kind: 'nothing' }
  /** No goal anywhere in the project, nor in its program. */
  | { readonly kind: 'project' }
  /** The highest items in whose subtree nothing has a goal. */
  | { readonly kind: 'items'; readonly items: readonly Item[] };

/**
 * The work of a project that leads up to no product goal by any way of inheritance. A reference that is broken counts
 * as a goal, and a feature without a goal as its own mistake: other rules speak of them. Dropped items need no goal,
 * and give none.
 */
export function unlinkedWork(plan: Plan, file: ProjectFile): UnlinkedWork {
  if (!file.root || projectLine(plan, file)) return { kind: 'nothing' };
  // Nobody knows which goals a program has that is not there.
  if (file.root.fields.program && !programOf(plan, file)) return { kind: 'nothing' };
  const items = topItems(file);
  const ofMilestones = file.root.fields.milestones?.value.some(({ fields }) => isStated(fields.goal?.value)) ?? false;
  if (!ofMilestones && !items.some(hasLink)) return { kind: 'project' };
  const highest = items.flatMap(highestUnlinked);
  return highest.length === 0 ? { kind: 'nothing' } : { kind: 'items', items: highest };
}

function highestUnlinked(item: Item): readonly Item[] {
  if (isDropped(item) || linksItself(item)) return [];
  return hasLink(item) ? childItems(item).flatMap(highestUnlinked) : [item];
}

/** Whether an item or anything under it names a goal or a feature. */
function hasLink(item: Item): boolean {
  return !isDropped(item) && (linksItself(item) || childItems(item).some(hasLink));
}

function linksItself({ fields }: Item): boolean {
  return isStated(fields.goal?.value) || isStated(fields.feature?.value);
}

function isStated(references: readonly unknown[] | undefined): boolean {
  return references !== undefined && references.length > 0;
}

function isDropped({ fields }: Item): boolean {
  return fields.status?.value === 'dropped';
}
