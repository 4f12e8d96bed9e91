import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Item } from '../plan/generated/entities';
import type { Choice } from './model';
import { titleOf } from './naming';
import type { WorkFacts } from './workFacts';

/** The people that a view of a project can be filtered by; undefined where nobody does any of its items. */
export function ownerChoices(
  { plan }: PlanAnalysis,
  facts: WorkFacts,
  items: readonly Item[],
): readonly Choice[] | undefined {
  const ids = new Set(items.flatMap((item) => facts.people(item)));
  if (ids.size === 0) return undefined;
  return [...ids].map((value) => ({ value, title: plan.people.name(value) }));
}

/** The goals that it can be filtered by; undefined where there are no two to tell apart. */
export function goalChoices(facts: WorkFacts, items: readonly Item[]): readonly Choice[] | undefined {
  const goals = new Map(items.flatMap((item) => facts.goals(item).map((goal) => [goal.id, titleOf(goal)] as const)));
  return goals.size > 1 ? [...goals].map(([value, title]) => ({ value, title })) : undefined;
}
