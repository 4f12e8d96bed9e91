import { defineRule, type Fix } from './rule';
import type { WrongTypeData } from './structure/mistake';
import { entriesOfList } from './structure/listEntries';
import { findingSchemaMistakes } from './structure/schemaMistakes';

export default defineRule<WrongTypeData>({
  id: 'wrong-type',
  group: 'structure',
  severity: 'error',
  texts: 'decide',
  readsFileAlone: true,
  docs: {
    summary:
      'A value of another kind than its place takes: a bare number where a unit belongs, a list where one value does.',
    why:
      'A number without its unit can be read in several ways: 5 may be hours or days, 60 percent or person-days. ' +
      'Rather than guess, the format asks for the unit. The same goes for a list where one name belongs, for a text ' +
      'where keys and values do, and for tags and keys that mean something to other programs only.',
    bad: `# website.project.yaml
project: Website relaunch
manager: Bob Ito
goal: more-bookings
items:
  shop:
    title: Build the shop
    progress: 60
# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings: More orders through the website
`,
    good: `# website.project.yaml
project: Website relaunch
manager: Bob Ito
goal: more-bookings
items:
  shop:
    title: Build the shop
    status: in-progress
    progress: 60%
# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings: More orders through the website
`,
  },
  *checkFile({ file, report }) {
    for (const mistake of yield* findingSchemaMistakes(file)) if (mistake.rule === 'wrong-type') report(mistake.report);
  },
  fixes({ data: { path, rewrites, span, quote, tag }, at: { piece }, file, edit }) {
    const fixes: (Fix | undefined)[] = [];
    if (quote) {
      const change = edit.quote({ piece, start: quote[0], end: quote[1] });
      fixes.push(change && { title: 'Put the text in quotes', edit: change, preferred: true });
    }
    if (tag !== null) {
      const blanks = /^[ \t]*/.exec(piece.text.slice(span[1]))?.[0].length ?? 0;
      const change = edit.replace({ piece, start: span[0], end: span[1] + blanks }, '');
      fixes.push(change && { title: `Remove the tag \`${tag}\``, edit: change, preferred: true });
    }
    const entries = rewrites.length === 0 && tag === null ? entriesOfList(file, path, edit) : undefined;
    const title = path.at(-1) === 'team' ? 'Make each person a key' : 'Give each entry an id';
    fixes.push(entries && { title, edit: entries, preferred: true });
    const certain = rewrites.length === 1;
    for (const text of rewrites) {
      const change = edit.combine(edit.replace({ piece, start: span[0], end: span[1] }, text));
      fixes.push(change && { title: `Write \`${text}\``, edit: change, preferred: certain, certain });
    }
    return fixes.filter((fix) => fix !== undefined);
  },
});
