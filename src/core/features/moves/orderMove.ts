import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { feasibleDays } from '../../analysis/schedule/shownDates';
import { itemDates } from '../../analysis/statedDates';
import type { AnyEntity } from '../../plan/entity';
import type { Goal, Item } from '../../plan/generated/entities';
import { named } from '../../rules/links/naming';
import { entityOf } from '../entityOf';
import type { PlanState } from '../planState';
import type { Move } from './model';
import type { Refusal, Steps } from './plannedMove';

/**
 * Puts a goal or an item before or after another one of its list, as boards show them. Comments go with what they are
 * about.
 *
 * @returns a refusal where the two are not in one list, and where a board shows them in another order than the file's
 */
export function orderMove(
  { plan, analysis }: PlanState,
  entity: Goal | Item,
  { neighbour, side }: Extract<Move, { readonly kind: 'order' }>,
): Steps | Refusal {
  const other = entityOf(plan, neighbour);
  const file = plan.fileOf(entity);
  if (!other || !file) return { refused: 'This is not in the plan any more.' };
  const list = entity.path.slice(0, -1);
  const isSibling = other.uri === entity.uri && list.join('\0') === other.path.slice(0, -1).join('\0');
  if (!isSibling || other.kind !== entity.kind || other.path.length !== entity.path.length) {
    return { refused: `${named(entity)} and ${named(other)} stand in different lists. Move it in the source.` };
  }
  const sorted = sortedBy(analysis, entity, other);
  if (sorted !== undefined) return { refused: sorted };
  const siblings = file.definitions.filter(
    ({ kind, path }) => kind === entity.kind && path.length === entity.path.length && startsWith(path, list),
  );
  const others = siblings.filter((each) => each !== entity).map(({ id }) => id);
  const at = others.indexOf(other.id) + (side === 'after' ? 1 : 0);
  const keys = [...others.slice(0, at), entity.id, ...others.slice(at)];
  return [(editor) => editor.reorder(entity.uri, list, keys)];
}

/** Why two cards stand as they do whatever the order of the file; undefined where they follow it. */
function sortedBy(analysis: PlanAnalysis, entity: Goal | Item, other: AnyEntity): string | undefined {
  if (entity.kind === 'goal') {
    const isAchieved = ({ fields }: Goal): boolean => fields.status?.value === 'achieved';
    return isAchieved(entity) === isAchieved(other as Goal)
      ? undefined
      : `${named(entity)} cannot be put there: achieved goals stand last in their column.`;
  }
  return hasDay(analysis, entity) || hasDay(analysis, other as Item)
    ? `${named(entity)} cannot be put there: items stand in the order of their dates. Move its dates in the timeline.`
    : undefined;
}

function hasDay({ schedule }: PlanAnalysis, item: Item): boolean {
  const scheduled = schedule.of(item);
  const { first, last } = (scheduled && feasibleDays(scheduled)) ?? itemDates(item);
  return first !== undefined || last !== undefined;
}

function startsWith(path: readonly string[], list: readonly string[]): boolean {
  return list.every((step, at) => step === path[at]);
}
