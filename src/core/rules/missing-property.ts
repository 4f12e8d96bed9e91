import { fileNameOf, fileStem, folderOf } from '../plan/fileKind';
import type { PlanFile } from '../plan/planFile';
import { schemaAt } from '../schema/lookup';
import type { PlanEdit } from '../edit/editor';
import { defineRule, type FixContext } from './rule';
import type { MissingPropertyData } from './structure/mistake';
import { findingSchemaMistakes } from './structure/schemaMistakes';
import { oneOf } from './structure/words';

export default defineRule<MissingPropertyData>({
  id: 'missing-property',
  group: 'structure',
  severity: 'error',
  texts: 'decide',
  readsFileAlone: true,
  docs: {
    summary: 'A key that has to be there is absent or has no value.',
    why:
      'Very little is required: a file has to name its product or its project, and what people read in views and ' +
      'messages has to have a title. Without it the entry is only an id, which nobody outside the team understands.',
    bad: `# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings:
    target: 2026-Q4
`,
    good: `# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings:
    title: More orders through the website
    target: 2026-Q4
`,
  },
  *checkFile({ file, report }) {
    for (const mistake of yield* findingSchemaMistakes(file))
      if (mistake.rule === 'missing-property') report(mistake.report);
  },
  fixes(context) {
    const { properties } = context.data;
    const edit = context.data.path.length === 0 ? withRoot(context) : withProperties(context);
    return edit ? [{ title: `Add ${oneOf(properties).replace(/ or /, ' and ')}`, edit, preferred: true }] : [];
  },
});

function withRoot({ data, file, edit }: FixContext<MissingPropertyData>): PlanEdit | undefined {
  const [name = ''] = data.properties;
  const title = wordsOf(fileStem(file.uri) ?? fileNameOf(folderOf(file.uri)));
  const added = edit.setProperty(file.uri, [], name, title);
  if (added) return added;
  const { source } = file.document;
  const end = source.placeAt(source.length);
  const text = source.toString();
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const before = text === '' || /[\n\r\uFEFF]$/.test(text) ? '' : lineBreak;
  return end && edit.replace(end, `${before}${name}: ${title}${lineBreak}`);
}

function withProperties({ data, file, edit }: FixContext<MissingPropertyData>): PlanEdit | undefined {
  const { path, properties } = data;
  const edits = properties.map((name) => edit.setProperty(file.uri, path, name, placeholder(file, path, name)));
  const [first] = properties;
  const alone =
    properties.length === 1 && first !== undefined
      ? edit.setScalar(file.uri, path, placeholder(file, path, first))
      : undefined;
  return edit.combine(...edits) ?? alone;
}

/** What to begin with: the id in words for a title, the example of the format for anything else. */
function placeholder({ kind }: PlanFile, path: readonly string[], name: string): string {
  const [example] = schemaAt(kind, [...path, name])?.examples ?? [];
  if (name !== 'title' && typeof example === 'string') return example;
  return wordsOf(path.at(-1) ?? '');
}

/** An id in words: `payment-api` is "Payment api". */
function wordsOf(id: string): string {
  const words = id.replace(/[._-]+/g, ' ').trim();
  return words === '' ? 'New plan' : words.charAt(0).toUpperCase() + words.slice(1);
}
