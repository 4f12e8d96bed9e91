import { defineRule } from './rule';
import { BrokenText } from './structure/brokenText';
import { cutTexts } from './structure/cutTexts';
import { isWrongKind } from './structure/readable';

interface CutData {
  readonly [key: string]: readonly [number, number];
  /** The text with what the comment has cut from it, as offsets in the piece of the finding. */
  readonly text: readonly [number, number];
}

export default defineRule<CutData>({
  id: 'text-cut-by-comment',
  group: 'structure',
  severity: 'warning',
  texts: 'decide',
  readsFileAlone: true,
  docs: {
    summary: 'A text that ends where YAML reads a number sign as the start of a comment.',
    why:
      'To YAML a `#` after a blank starts a comment, so `title: Fix bug #12` is the text "Fix bug". The rest is in the ' +
      'file, but in no view, no report and no export. Quotes keep it. A comment that is meant has a blank after its `#`.',
    bad: `# website.project.yaml
project: Website relaunch
manager: Bob Ito
goal: more-bookings
items:
  shop: Fix shop bug #12
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
  shop: "Fix shop bug #12"
  photos: Take new photos # the old ones are from 2019
# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings: More orders through the website
`,
  },
  checkFile({ file, report }) {
    if (isWrongKind(file)) return;
    const broken = new BrokenText(file.document);
    for (const { comment, text, lost } of cutTexts(file.document)) {
      if (broken.touches(comment)) continue;
      report({
        at: comment,
        message: `\`${lost}\` is a comment to YAML and no part of the text. Put the text in quotes, or write a blank after the \`#\`.`,
        data: { text },
      });
    }
  },
  fixes({ data: { text }, at: { piece }, edit }) {
    const quoted = edit.quote({ piece, start: text[0], end: text[1] });
    return quoted ? [{ title: 'Put the text in quotes', edit: quoted, preferred: true }] : [];
  },
});
