import syntax from './syntax';
import type { Rule } from './rule';

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [syntax];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of this id; undefined where there is none. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
