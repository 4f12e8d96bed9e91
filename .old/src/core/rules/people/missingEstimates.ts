import { childItems, topItems } from '../../analysis/lineage';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { isHollow } from '../links/written';
import { awaitedUnscheduled, isUnscheduled, maySaySize } from '../schedule/unscheduled';
import { BrokenText } from '../structure/brokenText';

/** How far the items of a project are estimated. */
export interface Estimates {
  /**
   * The open items without children that have neither effort, length nor dates, in source order. Those that work with
   * dates waits for are left out: `unschedulable` speaks of each of them.
   */
  readonly missing: readonly Item[];
  /** The items without children that are not dropped, done ones included. */
  readonly leaves: readonly Item[];
  /** How many of the leaves say how long they take. */
  readonly given: number;
}

/**
 * Reads the leaves of a project. Those of a parent with an estimate that none of them has stand under that one. What is
 * stated in a way that cannot be read counts as given: another rule speaks of it.
 */
export function estimatesOf(file: ProjectFile, analysis: PlanAnalysis): Estimates {
  const leaves = leavesOf(topItems(file), false);
  const broken = new BrokenText(file.document);
  const awaited = awaitedUnscheduled(analysis);
  const without = leaves.filter(
    ({ item, isCovered }) => !isCovered && !hasSize(item) && !isUnreadable(file, item, broken),
  );
  return {
    missing: without.map(({ item }) => item).filter((item) => isUnscheduled(item) && !awaited.has(item)),
    leaves: leaves.map(({ item }) => item),
    given: leaves.length - without.length,
  };
}

interface Leaf {
  readonly item: Item;
  /** Whether the estimate of a parent stands for it. */
  readonly isCovered: boolean;
}

function leavesOf(items: readonly Item[], isCovered: boolean): readonly Leaf[] {
  return items.flatMap((item) => {
    if (item.fields.status?.value === 'dropped') return [];
    const children = childItems(item);
    if (children.length === 0) return [{ item, isCovered }];
    return leavesOf(children, isCovered || (hasEffort(item) && !children.some(holdsEffort)));
  });
}

function hasEffort({ fields: { estimate, size } }: Item): boolean {
  return (estimate ?? size) !== undefined;
}

function holdsEffort(item: Item): boolean {
  return hasEffort(item) || childItems(item).some(holdsEffort);
}

/** Whether an item has effort, a length or a date of its own, be it done or not. */
function hasSize(item: Item): boolean {
  const { duration, start, end, started, finished } = item.fields;
  return hasEffort(item) || (duration ?? start ?? end ?? started ?? finished) !== undefined;
}

function isUnreadable(file: ProjectFile, item: Item, broken: BrokenText): boolean {
  return isHollow(file, item) || broken.inEntry(item.at) || maySaySize(file, item);
}
