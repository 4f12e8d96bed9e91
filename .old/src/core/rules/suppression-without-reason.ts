import { defineRule } from './rule';
import { isWrongKind } from './structure/readable';

export default defineRule({
  id: 'suppression-without-reason',
  group: 'structure',
  severity: 'off',
  docs: {
    summary: 'A comment that silences a rule and does not say why.',
    why:
      'Who silences a rule usually has a good reason. Written down after `--`, it tells the next reader when the ' +
      'suppression may go again.',
    bad: `# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
# throughline-disable-next-line unknown-property
board: Bakery 2026
`,
    good: `# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
# throughline-disable-next-line unknown-property -- another tool reads this key
board: Bakery 2026
`,
  },
  checkDirectives({ file, directives, report }) {
    if (isWrongKind(file)) return;
    for (const { at, reason, rules } of directives) {
      if (reason !== undefined || rules.length === 0) continue;
      report({ at, message: 'This suppression gives no reason. Write one after `--`.' });
    }
  },
});
