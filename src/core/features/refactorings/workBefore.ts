import { startOf } from '../../analysis/calendar';
import { parentItem } from '../../analysis/lineage';
import type { ScheduledWork } from '../../analysis/schedule/scheduledWork';
import type { Item } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import type { PlanState } from '../planState';
import type { PlannedItem } from './plannedItem';

/** Work after whose finish an item starts, without a working day between them. */
export interface WorkBefore {
  readonly work: Work;
  /** Whether the item waits for it already, by itself or through a parent. */
  readonly isLinked: boolean;
}

/**
 * What a stated start of an item may follow from: what it waits for already, where that ends right before, then other
 * work of its file that does, those first that are most likely its predecessors.
 */
export function workBefore({ analysis, today }: PlanState, planned: PlannedItem): readonly WorkBefore[] {
  const { file, item } = planned;
  const { schedule } = analysis;
  const own = schedule.of(item);
  const start = item.fields.start && startOf(item.fields.start.value);
  const first = start === undefined ? undefined : own?.calendar.nextWorkingStart(start);
  if (!own || first === undefined) return [];
  const held = schedule.allowedStart(item);
  const isHeld = held?.driver.kind === 'dependency' && own.calendar.nextWorkingStart(held.instant) === first;
  if (isHeld && held.driver.work) return [{ work: held.driver.work, isLinked: true }];
  const now = startOf(today) ?? -Infinity;
  const before = schedule.in(file).filter((other) => {
    if (other.finish === undefined || other.finish <= now || other.dropped || isKin(item, other.work)) return false;
    return own.calendar.nextWorkingStart(other.finish) === first;
  });
  return byLikelihood(item, before).map(({ work }) => ({ work, isLinked: false }));
}

/** Work of the same people first, then that of the same parent, then what stands nearest above. */
function byLikelihood(item: Item, works: readonly ScheduledWork[]): readonly ScheduledWork[] {
  const people = peopleOf(item);
  const rated = works.map((scheduled) => {
    const isOfSame = peopleOf(scheduled.work).some((person) => people.includes(person));
    const isSibling = scheduled.work.within === item.within;
    return { scheduled, likelihood: (isOfSame ? 2 : 0) + (isSibling ? 1 : 0) };
  });
  // The nearest above is the last in the order of the file.
  return rated
    .reverse()
    .sort((one, other) => other.likelihood - one.likelihood)
    .map(({ scheduled }) => scheduled);
}

function peopleOf(work: Work): readonly string[] {
  if (work.kind !== 'item') return [];
  const { assignees, owner } = work.fields;
  return assignees?.value.map(({ key }) => key.value.id) ?? (owner ? [owner.value.id] : []);
}

/** Whether work is the item, is above it, or is under it. */
function isKin(item: Item, work: Work): boolean {
  return isWithin(item, work) || isWithin(work, item);
}

function isWithin(work: Work, outer: Work): boolean {
  for (let at: Work | undefined = work; at; at = parentItem(at)) if (at === outer) return true;
  return false;
}
