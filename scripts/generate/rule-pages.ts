import { rules } from '../../src/core/rules/registry';
import type { Rule } from '../../src/core/rules/rule';
import type { GeneratedFile, Generator } from './generator';
import { cell, groupTitles, optionsOf, rulesByGroup } from './rule-text';

/** A page for each rule, which its findings link to, and their index. */
export const rulePages: Generator = {
  name: 'rule pages',
  generate: () => Promise.resolve([...rules.map(page), index()]),
};

function page(rule: Rule): GeneratedFile {
  const { id, severity, group, docs } = rule;
  const sections = [
    `# ${id}`,
    docs.summary,
    `Group: ${groupTitles[group]}. Default severity: ${severityText(severity)}.`,
    `## Why\n\n${docs.why}`,
    `## Reported\n\n${examples(docs.bad)}`,
    `## Put right\n\n${examples(docs.good)}`,
    ...options(rule),
    `## Severity\n\n${settings(rule)}`,
    `## Silence it\n\n${silencing(rule)}`,
  ];
  return { path: `docs/rules/${id}.md`, content: `${sections.join('\n\n')}\n` };
}

function severityText(severity: Rule['severity']): string {
  return severity === 'off' ? '`off`: it runs only where it is switched on' : `\`${severity}\``;
}

/** A block for each file of an example; the name of the file is its first line. */
function examples(text: string): string {
  const files = text.trimEnd().split(/\n(?=# \S*\.(?:roadmap|project|throughline)\.ya?ml$)/m);
  return files.map((file) => `\`\`\`yaml\n${file}\n\`\`\``).join('\n\n');
}

function options(rule: Rule): readonly string[] {
  const all = optionsOf(rule);
  if (all.length === 0) return [];
  const rows = all.map(([name, option]) => {
    const limits = [
      ...(option.minimum === undefined ? [] : [`from ${String(option.minimum)}`]),
      ...(option.maximum === undefined ? [] : [`up to ${String(option.maximum)}`]),
    ];
    const type = [option.type, ...limits].join(', ');
    return `| \`${name}\` | ${type} | \`${String(option.default)}\` | ${cell(option.description)} |`;
  });
  const [[name, option] = ['', undefined]] = all;
  const example = `options:\n  ${rule.id}: { ${name}: ${String(option?.default)} }`;
  return [
    '## Options',
    ['| option | type | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    `Set them for everybody in \`.throughline.yaml\`, or for yourself in the setting \`throughline.ruleOptions\`:\n\n\`\`\`yaml\n${example}\n\`\`\``,
  ];
}

function settings({ id, severity }: Rule): string {
  const other = severity === 'off' ? 'warning' : 'off';
  return (
    'Another severity (`error`, `warning`, `info`, `hint` or `off`) holds for everybody in `.throughline.yaml`, and for ' +
    `yourself in the setting \`throughline.rules\`; the file stands above the setting.\n\n\`\`\`yaml\nrules:\n  ${id}: ${other}\n\`\`\``
  );
}

function silencing({ id }: Rule): string {
  return (
    'For one place, on the line above it; for a whole file, without `-next-line`. Say why after the two hyphens.\n\n' +
    `\`\`\`yaml\n# throughline-disable-next-line ${id} -- the reason\n\`\`\``
  );
}

function index(): GeneratedFile {
  const groups = rulesByGroup().map(({ title, rules: some }) => {
    const rows = some.map(({ id, severity, docs }) => `| [${id}](${id}.md) | ${severity} | ${cell(docs.summary)} |`);
    return `## ${title}\n\n${['| rule | default | reports |', '| --- | --- | --- |', ...rows].join('\n')}`;
  });
  const introduction =
    'What Throughline checks in roadmaps and projects. Each rule has a page with its reason, an example that it ' +
    'reports and the same put right. Its id is what stands beside a finding, in settings and in comments that silence it.';
  return { path: 'docs/rules/README.md', content: `# Rules\n\n${introduction}\n\n${groups.join('\n\n')}\n` };
}
