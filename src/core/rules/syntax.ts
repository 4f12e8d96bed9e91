import { isWrongKind } from './structure/readable';
import { defineRule } from './rule';

interface SyntaxData {
  readonly [key: string]: readonly [number, number];
  /** The text to put in quotes, as offsets in the piece of the finding. */
  readonly quote: readonly [number, number];
}

export default defineRule<SyntaxData>({
  id: 'syntax',
  group: 'structure',
  severity: 'error',
  readsFileAlone: true,
  docs: {
    summary: 'Text that is not YAML, or that goes beyond what a plan file may hold.',
    why:
      'A plan file is YAML. Where the text cannot be read, nobody can tell what was planned there: this editor, the ' +
      'command line and every other tool skip the place. One broken entry costs that entry alone; the rest of the ' +
      'file is read and checked as ever. Besides plain mistakes of YAML it reports a second document in the file, ' +
      'nesting beyond 100 levels, aliases that add over 10,000 entries, and an alias that stands inside itself.',
    bad: `# website.project.yaml
project: Website relaunch
manager: Bob Ito
goal: more-bookings
summary: Two parts: shop and blog
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
summary: "Two parts: shop and blog"
# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings: More orders through the website
`,
  },
  checkFile({ file, report }) {
    if (isWrongKind(file)) return;
    for (const { at, message, plain, quote } of file.document.problems) {
      const data: SyntaxData | undefined = quote && { quote: [quote.start, quote.end] };
      report({ at, message, plainSyntax: plain, ...(data ? { data } : {}) });
    }
  },
  fixes({ data: { quote }, at: { piece }, edit }) {
    const quoted = edit.quote({ piece, start: quote[0], end: quote[1] });
    return quoted ? [{ title: 'Put the text in quotes', edit: quoted, preferred: true }] : [];
  },
});
