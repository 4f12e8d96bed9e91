import { rules } from '../../src/core/rules/registry';
import { ruleGroups, type Rule, type RuleGroup, type RuleOption } from '../../src/core/rules/rule';

export const groupTitles: Readonly<Record<RuleGroup, string>> = {
  structure: 'Structure',
  lineage: 'Lineage',
  references: 'References',
  ownership: 'Ownership',
  schedule: 'Schedule',
  'people-and-money': 'People and money',
  'priority-and-scope': 'Priority and scope',
  communication: 'Communication, risk, release, closure',
};

/** The groups that have rules, in the order of the catalogue. */
export function rulesByGroup(): readonly { readonly title: string; readonly rules: readonly Rule[] }[] {
  return ruleGroups
    .map((group) => ({ title: groupTitles[group], rules: rules.filter((rule) => rule.group === group) }))
    .filter((group) => group.rules.length > 0);
}

/** The options of a rule by name; empty where it has none. */
export function optionsOf({ options }: Rule): readonly (readonly [string, RuleOption])[] {
  return Object.entries(options ?? {});
}

/** The JSON Schema of each option of a rule, by name. */
export function optionSchemas(rule: Rule): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return Object.fromEntries(
    optionsOf(rule).map(([name, option]) => [name, { title: name, ...option, examples: [option.default] }]),
  );
}

/** A text as a cell of a Markdown table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
