import type { Generator } from './generator';
import { cell, rulesByGroup } from './rule-text';

const start = '<!-- rules:start -->';
const end = '<!-- rules:end -->';

/** The table of rules in the README, between its two markers. */
export const ruleTable: Generator = {
  name: 'rule table',
  async generate(context) {
    const readme = await context.read('README.md');
    const from = readme.indexOf(start);
    const to = readme.indexOf(end);
    if (from < 0 || to < from) throw new Error(`README.md needs the lines ${start} and ${end}, in this order.`);
    const content = `${readme.slice(0, from + start.length)}\n\n${table()}\n\n${readme.slice(to)}`;
    return [{ path: 'README.md', content }];
  },
};

function table(): string {
  const rows = rulesByGroup().flatMap(({ title, rules }) =>
    rules.map(
      ({ id, severity, docs }, index) =>
        `| ${index === 0 ? title : ''} | [\`${id}\`](docs/rules/${id}.md) | ${severity} | ${cell(docs.summary)} |`,
    ),
  );
  return ['| | rule | default | reports |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
