import type { Finding } from '../finding';
import { rules } from '../registry';
import type { Rule } from '../rule';

const firstGroups: ReadonlySet<string> = new Set(['structure', 'references']);

/** Rules about directives have to wait for all others: what is found last may be what a directive silences. */
const isFirst = (rule: Rule): boolean => firstGroups.has(rule.group) && !('checkDirectives' in rule);

/** The rules of form and references. They need no schedule: on a large plan they are done long before the others. */
export const firstRules: readonly Rule[] = rules.filter(isFirst);
export const otherRules: readonly Rule[] = rules.filter((rule) => !isFirst(rule));

const firstIds: ReadonlySet<string> = new Set(firstRules.map(({ id }) => id));

/** Whether a finding is one of form or of references. */
export function isFoundFirst({ rule }: Pick<Finding, 'rule'>): boolean {
  return firstIds.has(rule);
}
