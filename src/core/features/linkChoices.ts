import { createEditor } from '../edit/editor';
import type { EntryPath } from '../plan/entryPath';
import { fixesOf } from '../rules/fixes';
import { ruleById } from '../rules/registry';
import type { Fix } from '../rules/rule';
import { entityOf } from './entityOf';
import type { PlanState } from './planState';

/** The rules that speak of a broken line between a goal and its work, by what they speak of. */
const lineageRules: ReadonlyMap<string, string> = new Map([
  ['feature', 'feature-without-goal'],
  ['item', 'missing-goal'],
  ['project', 'missing-goal'],
  ['goal', 'goal-without-work'],
]);

/**
 * What links a feature, an item or a project to a goal, and what gives a goal work: the fixes of the rule that speaks of
 * the broken line, also where it is off or silenced.
 *
 * @returns empty for what is gone or of another kind
 */
export function linkChoices(state: PlanState, entry: EntryPath): readonly Fix[] {
  const { plan, analysis } = state;
  const entity = entityOf(plan, entry);
  const rule = entity && lineageRules.get(entity.kind);
  if (!entity || rule === undefined) return [];
  const editor = createEditor((uri) => plan.files.get(uri)?.document);
  const finding = { uri: entity.uri, at: entity.at, data: { path: [...entity.path] } };
  return fixesOf(finding, ruleById(rule), analysis, editor);
}
