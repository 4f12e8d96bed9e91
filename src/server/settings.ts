import type { RuleSettings } from '../core/rules/ruleSettings';

/** What the editor's `throughline` settings say of rules; what is not a table of settings counts as not set. */
export function ruleSettings(section: unknown): RuleSettings {
  const { rules, ruleOptions } = asTable(section) ?? {};
  return { rules: asTable(rules) ?? {}, options: asTable(ruleOptions) ?? {} };
}

function asTable(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
