import { nearestName } from './structure/nearestProperty';
import { defineRule, type FixContext } from './rule';
import { isWrongKind } from './structure/readable';
import { withoutRules } from './structure/directiveEdits';

interface UnusedData {
  readonly [key: string]: string | null;
  /** The id of the rule, or the directive, as it is written. */
  readonly id: string;
  /** What is meant, where there is none of that name. */
  readonly nearest: string | null;
}

const bothDirectives =
  'Write `throughline-disable-next-line` above the line that is meant, or `throughline-disable` for the whole file.';

export default defineRule<UnusedData>({
  id: 'unused-suppression',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary:
      'A comment that silences nothing: its rule reports nothing there, or the rule or the comment itself is misspelt.',
    why:
      'A suppression that is no longer needed hides the next mistake of its kind, which nobody has looked at. One with ' +
      'a misspelt rule, or that is itself misspelt, has never silenced anything.',
    bad: `# bakery.roadmap.yaml
product: Bakery
# throughline-disable-next-line unknown-property -- the board keeps this key
vision: Fresh bread for everybody in town
owner: Alice Ng
`,
    good: `# bakery.roadmap.yaml
product: Bakery
# throughline-disable-next-line unknown-property -- the board keeps this key
board: Bakery 2026
owner: Alice Ng
`,
  },
  checkDirectives({ file, directives, misspelt, rules, outcome, report }) {
    if (isWrongKind(file)) return;
    for (const { written, at, nearest } of misspelt) {
      const advice = nearest === undefined ? bothDirectives : `Did you mean \`${nearest}\`?`;
      const message = `\`${written}\` silences nothing. ${advice}`;
      report({ at, message, data: { id: written, nearest: nearest ?? null } });
    }
    const ids = rules.map(({ id }) => id);
    for (const directive of directives) {
      if (directive.rules.length === 0) {
        const message = 'This silences no rule. Name the rules, or remove the comment.';
        report({ at: directive.at, message, tags: ['unnecessary'], data: { id: '', nearest: null } });
      }
      for (const named of directive.rules) {
        const result = outcome(named);
        if (result === 'unknown-rule') {
          const nearest = nearestName(named.id.toLowerCase(), ids);
          const advice = nearest === undefined ? 'Remove it.' : `Did you mean \`${nearest}\`?`;
          const message = `There is no rule \`${named.id}\`. ${advice}`;
          report({ at: named.at, message, data: { id: named.id, nearest: nearest ?? null } });
        } else if (result === 'unused') {
          const where = directive.scope === 'file' ? 'in this file' : 'on the line that is meant';
          const message = `\`${named.id}\` reports nothing ${where}. Remove it.`;
          report({ at: named.at, message, tags: ['unnecessary'], data: { id: named.id, nearest: null } });
        }
      }
    }
  },
  fixes(context) {
    const { data, at, edit } = context;
    const renamed = data.nearest === null ? undefined : edit.replace(at, data.nearest);
    const removed = removal(context);
    return [
      ...(renamed && data.nearest !== null
        ? [{ title: `Write \`${data.nearest}\``, edit: renamed, preferred: true }]
        : []),
      ...(removed
        ? [{ title: data.id === '' ? 'Remove the comment' : `Remove \`${data.id}\` here`, edit: removed }]
        : []),
    ];
  },
});

function removal({ at, file, edit }: FixContext<UnusedData>): ReturnType<typeof edit.replace> {
  const change = withoutRules(file.document, at);
  return change && edit.replace(change.at, change.newText);
}
