import { byEntry, itemsWhere, withItemsBelow } from '../../analysis/entries';
import { childItems } from '../../analysis/lineage';
import { isAtRest } from '../../analysis/pastPromises';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { AnyEntity } from '../../plan/entity';
import type { Item, Milestone } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { says, statesAny } from '../links/written';
import { mayBeOver } from './overdue';
import { isByItself, unreadKeys } from './unreadKeys';
import { isOver } from './workState';

/** By what the analysis follows from: another one for each version of a plan that differs in more than words. */
const known = new WeakMap<object, ReadonlyMap<Item, Item | Milestone>>();

/**
 * The items that nobody can schedule (see {@link isUnscheduled}) and that open work with dates of its own waits for, with
 * the first such work. The files are read once.
 */
export function awaitedUnscheduled(analysis: PlanAnalysis): ReadonlyMap<Item, Item | Milestone> {
  const found = known.get(analysis.facts) ?? read(analysis.plan);
  known.set(analysis.facts, found);
  return found;
}

function read(plan: Plan): ReadonlyMap<Item, Item | Milestone> {
  const awaited = new Map<Item, Item | Milestone>();
  const unscheduled = new Set(plan.projects.flatMap(unscheduledItems));
  if (unscheduled.size === 0) return awaited;
  const add = (item: Item | Milestone, waiting: Item | Milestone): void => {
    if (item.kind === 'item' && unscheduled.has(item) && hasDates(waiting) && !awaited.has(item))
      awaited.set(item, waiting);
  };
  for (const file of plan.files.values()) {
    if (isAtRest(file)) continue;
    for (const { reference, by, property } of file.references) {
      // Most references are ruled out by the end that is at hand.
      const isFromItem = property === 'milestone' && unscheduled.has(by as Item);
      const isToWork = property === 'depends_on' && isWork(by) && hasDates(by);
      const target = isFromItem || isToWork ? plan.resolve(reference, file) : undefined;
      if (target?.status !== 'found' || !isWork(target.entity)) continue;
      if (isToWork) add(target.entity, by);
      else add(by as Item, target.entity);
    }
    if (file.kind === 'project') for (const [before, after] of sequences(file)) add(before, after);
  }
  return awaited;
}

/** What follows what in the sequential parents of a project. */
const sequences = byEntry((entry): readonly (readonly [Item, Item])[] =>
  withItemsBelow(entry).flatMap((parent) => {
    const children = parent.fields.sequential?.value ? childItems(parent).filter((child) => !isDropped(child)) : [];
    return children.flatMap((child, index) => {
      const after = children[index + 1];
      return after ? [[child, after] as const] : [];
    });
  }),
);

function isDropped({ fields: { status } }: Item): boolean {
  return status?.value === 'dropped';
}

function isWork(entity: AnyEntity): entity is Item | Milestone {
  return entity.kind === 'item' || entity.kind === 'milestone';
}

/** Whether an open item without children has neither effort, a duration nor dates. */
export function isUnscheduled(item: Item): boolean {
  return (
    sizing.every((property) => item.fields[property] === undefined) && childItems(item).length === 0 && !isOver(item)
  );
}

const sizing = ['estimate', 'size', 'duration', 'start', 'end', 'started', 'finished'] as const;

/** The items of a project that nobody can schedule. */
export const unscheduledItems = itemsWhere(isUnscheduled);

const sizingOrItems = [...sizing, 'items'];

/** Whether an item says something of these in a way that cannot be read: that has a finding of its own. */
export function maySaySize(file: PlanFile, item: Item): boolean {
  if (mayBeOver(file, item)) return true;
  if (!isByItself(file)) return statesAny(file, item.path, 'item', sizingOrItems);
  return (
    sizingOrItems.some((property) => property in item.fields) || says(unreadKeys(file, item), 'item', sizingOrItems)
  );
}

function hasDates(work: Item | Milestone): boolean {
  if (work.kind === 'milestone') return work.fields.date !== undefined && work.fields.reached === undefined;
  return (work.fields.start !== undefined || work.fields.end !== undefined) && !isOver(work);
}
