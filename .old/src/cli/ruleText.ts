import type { Rule, RuleGroup, RuleOption } from '../core/rules/rule';

const groupTitles: Readonly<Record<RuleGroup, string>> = {
  structure: 'Structure',
  lineage: 'Lineage',
  references: 'References',
  ownership: 'Ownership',
  schedule: 'Schedule',
  'people-and-money': 'People and money',
  'priority-and-scope': 'Priority and scope',
  communication: 'Communication, risk, release, closure',
};

/** A rule as plain text for a terminal, without a newline at its end. */
export function ruleText(rule: Rule): string {
  const { id, group, severity, docs } = rule;
  const options: readonly [string, RuleOption][] = Object.entries(rule.options ?? {});
  const facts = [
    `Group: ${groupTitles[group]}`,
    `Severity: ${severity === 'off' ? 'off, unless you turn it on' : severity}`,
    `Quick fix: ${'fixes' in rule ? 'yes' : 'no'}`,
  ];
  const blocks = [
    id,
    docs.summary,
    docs.why,
    facts.join('\n'),
    ...(options.length > 0
      ? [
          [
            'Options:',
            ...options.map(([name, option]) => `  ${name}: ${option.description} Default: ${option.default}.`),
          ].join('\n'),
        ]
      : []),
    `Reported:\n\n${indented(docs.bad)}`,
    `Put right:\n\n${indented(docs.good)}`,
    `Another severity: in .throughline.yaml\n\n${indented(`rules:\n  ${id}: ${severity === 'off' ? 'warning' : 'off'}`)}`,
  ];
  return blocks.join('\n\n');
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}
