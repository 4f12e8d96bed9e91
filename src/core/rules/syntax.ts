import { isWrongKind } from './structure/readable';
import { defineRule } from './rule';

export default defineRule({
  id: 'syntax',
  group: 'structure',
  severity: 'error',
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
    for (const { at, message, plain } of file.document.problems) {
      report({ at, message, plainSyntax: plain });
    }
  },
});
