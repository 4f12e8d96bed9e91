import { defineRule, type Fix } from './rule';
import type { UnknownPropertyData } from './structure/mistake';
import { findingSchemaMistakes } from './structure/schemaMistakes';
import { unknownOptions } from './structure/settingsMistakes';
import { isSameButSpelling } from './structure/spelling';

export default defineRule<UnknownPropertyData>({
  id: 'unknown-property',
  group: 'structure',
  severity: 'error',
  texts: 'decide',
  readsFileAlone: true,
  docs: {
    summary: 'A key that the format does not have.',
    why:
      'A misspelt key is not read: the target that it was to set does not count, and nobody notices. So every key ' +
      'that the format does not know is an error. Keys that begin with `x-` are your own and are never looked at.',
    bad: `# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings:
    title: More orders through the website
    taget: 2026-Q4
`,
    good: `# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings:
    title: More orders through the website
    target: 2026-Q4
    x-board: https://example.com/board/12
`,
  },
  *checkFile({ file, rules, report }) {
    for (const mistake of yield* findingSchemaMistakes(file))
      if (mistake.rule === 'unknown-property') report(mistake.report);
    for (const unknown of unknownOptions(file, rules)) report(unknown);
  },
  fixes({ data: { path, nearest, quote }, file: { uri }, at, edit }) {
    const key = path.at(-1) ?? '';
    const fixes: (Fix | undefined)[] = [];
    const add = (title: string, change: Fix['edit'] | undefined, preferred = false, certain = false): void => {
      if (change) fixes.push({ title, edit: change, ...(preferred ? { preferred, certain } : {}) });
    };
    if (quote) {
      add('Put the text in quotes', edit.quote({ piece: at.piece, start: quote[0], end: quote[1] }), true);
      return fixes.filter((fix) => fix !== undefined);
    }
    if (nearest !== null) {
      const renamed = edit.renameKey(uri, path, nearest);
      add(`Rename \`${key}\` to \`${nearest}\``, renamed, true, isSameButSpelling(key, nearest));
    }
    add(`Keep it as your own: \`x-${key}\``, edit.renameKey(uri, path, `x-${key}`));
    add(`Remove \`${key}\``, edit.remove(uri, path));
    return fixes.filter((fix) => fix !== undefined);
  },
});
