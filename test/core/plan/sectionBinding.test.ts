import assert from 'node:assert/strict';
import type { AnyEntity } from '../../../src/core/plan/entity';
import type { PlanFile } from '../../../src/core/plan/planFile';
import { PlanSet } from '../../../src/core/plan/planSet';
import { bindSection, type SectionBinding } from '../../../src/core/plan/sectionBinding';
import { entityShapeOf } from '../../../src/core/plan/shape';
import { planAfter } from '../../../src/core/service/planAfter';
import { editDocument, parseDocument, type SyntaxDocument } from '../../../src/core/syntax/document';
import { nodeAt } from '../../../src/core/syntax/tree';
import type { Place } from '../../../src/core/text/sourceText';

const uri = 'file:///plan/site.project.yaml';

const source = `project: Site
items:
  form: { title: Form, estimate: 2d, depends_on: [page] }
  page: { title: Page, estimate: 3d }
  shop:
    title: Shop
    estimate: never
    items:
      cart: { title: Cart, assignees: bob }
people:
  bob: { name: Bob }
`;

const setOf = (text: string): PlanSet => {
  const set = new PlanSet();
  set.setFolders(['file:///plan']);
  set.setText(uri, text);
  return set;
};

const fileOf = (set: PlanSet): PlanFile => set.planOf(uri)!.files.get(uri)!;

const textOf = (set: PlanSet): string => fileOf(set).document.source.toString();

/** Puts a text in the place of the first that reads so. */
const edit = (set: PlanSet, gone: string, come: string): void => {
  const { source: before } = fileOf(set).document;
  const start = textOf(set).indexOf(gone);
  assert.ok(start >= 0, gone);
  const range = { start: before.positionAt(start), end: before.positionAt(start + gone.length) };
  set.edit(uri, [{ range, text: come }]);
};

const isPlace = (value: object): value is Place => 'piece' in value && 'start' in value;

/** What a file says, with where it stands now. */
function said(file: PlanFile, value: unknown = [file.root, file.definitions, file.references, file.problems]): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => said(file, one));
  if (isPlace(value)) return file.document.source.spanOf(value) ?? 'nowhere';
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) =>
      // What holds a thing, or is referred to, is said where it stands.
      ['by', 'within', 'target'].includes(key)
        ? [key, (one as { id?: string } | undefined)?.id]
        : [key, said(file, one)],
    ),
  );
}

/** Each of several entries by itself, in a section of a file; of what is read is told. */
const bound = (text: string, earlier: SectionBinding | undefined, read: string[]): SectionBinding | undefined => {
  const items = nodeAt(document(text).root, ['items']);
  assert.ok(items?.kind === 'map');
  const shape = entityShapeOf('project').fields.get('items')?.map;
  assert.ok(shape);
  return bindSection(items, shape, earlier, (_pair, id) => {
    read.push(id);
    const entity = { kind: 'item', id, path: [id], fields: {} } as unknown as AnyEntity;
    return { entity, definitions: [entity], references: [], problems: [] };
  });
};

let last: SyntaxDocument | undefined;

/** A text as a document that shares with the one before what it has in common with it. */
const document = (text: string): SyntaxDocument => {
  const before = last?.source.toString() ?? '';
  let [start, end] = [0, 0];
  while (start < Math.min(before.length, text.length) && before[start] === text[start]) start++;
  while (end < Math.min(before.length, text.length) - start && before.at(-1 - end) === text.at(-1 - end)) end++;
  const range = last?.source.rangeAt({ start, end: before.length - end });
  last =
    last && range
      ? editDocument(last, [{ range, text: text.slice(start, text.length - end) }])
      : parseDocument(uri, text);
  return last;
};

describe('The entries of a section', () => {
  const edits: readonly (readonly [what: string, from: string, to: string])[] = [
    ['a value', '3d', '4d'],
    ['what one refers to', '[page]', '[page, shop]'],
    ['the id of one', '  page:', '  pages:'],
    [
      'one more at the end',
      '      cart: { title: Cart, assignees: bob }\n',
      '      cart: Cart\n  last: { title: Last, milestone: x }\n',
    ],
    ['one more in between', '  page:', '  next: { title: Next, depends_on: form }\n  page:'],
    ['one less', '  page: { title: Page, estimate: 3d }\n', ''],
    ['an id that another one has', '  page:', '  form:'],
    ['an id that another one of another depth has', '  page:', '  cart:'],
    ['a mistake mended', 'never', '5d'],
    ['a key of the user', '  page:', '  x-page:'],
    ['words alone', 'title: Page', 'title: A longer page'],
    ['entries in flow style', 'page: { title: Page, estimate: 3d }', 'page: {\n    title: Page, estimate: 4d }'],
    ['an anchor and an alias', 'title: Shop\n', 'title: Shop\n    description: &shop Shop\n    notes: *shop\n'],
    ['what is merged', '  page: { title: Page', '  page: { <<: { estimate: 5d }, title: Page'],
    ['another section', '  bob: { name: Bob }', '  bob: { name: Robert, roles: lead }'],
    ['a quote that is not closed', 'title: Page', 'title: "Page'],
  ];

  for (const [what, from, to] of edits)
    it(`say after an edit of ${what}, and after it is taken back, what they say when they are read afresh`, () => {
      const set = setOf(source);
      // With the first edit of a file its sections are kept.
      for (const [gone, come] of [
        ['title: Form', 'title: "Form"'],
        [from, to],
        [to, from],
        [from, to],
      ] as const) {
        edit(set, gone, come);
        assert.deepEqual(said(fileOf(set)), said(fileOf(setOf(textOf(set)))));
      }
    });

  const entries = (...lines: readonly string[]): string =>
    `project: A\nitems:\n${lines.map((line) => `  ${line}\n`).join('')}`;

  it('that an edit leaves as they are are not read again', () => {
    last = undefined;
    const read: string[] = [];
    const before = bound(entries('a: 1d', 'b: 2d', 'c: 3d'), undefined, read);
    assert.deepEqual(read.splice(0), ['a', 'b', 'c']);
    const after = bound(entries('a: 1d', 'b: 3d', 'new: 1d', 'c: 3d'), before, read);
    assert.ok(before && after);
    assert.deepEqual(read.splice(0), ['b', 'new']);
    assert.deepEqual(
      after.entities.map(({ id }) => id),
      ['a', 'b', 'new', 'c'],
    );
    assert.equal(after.entities[3], before.entities[2]);
    assert.deepEqual([...after.countsBefore.definitions], [0, 1, 2, 3, 4]);
  });

  for (const [what, line] of [
    ['have one id twice', 'a: 2d'],
    ['are named by no text', '? [x]\n  : 2d'],
  ] as const)
    it(`are not taken over where they ${what}`, () => {
      last = undefined;
      const before = bound(entries('a: 1d', 'b: 2d'), undefined, []);
      const read: string[] = [];
      assert.equal(bound(entries('a: 1d', 'b: 2d', line), before, read), undefined);
      assert.deepEqual(read, []);
    });

  it('hold no nodes', () => {
    last = undefined;
    assert.equal(bound('project: A\nitems: { a: 1d, b: 2d }\n', undefined, []), undefined);
  });

  it('are what they were after a trial has read them as something else', () => {
    const set = setOf(source);
    const trial = (gone: string, come: string): void => {
      const start = textOf(set).indexOf(gone);
      assert.ok(start >= 0);
      const span = { start, end: start + gone.length };
      assert.ok(planAfter(set.planOf(uri)!, { edits: [{ uri, span, newText: come }] }));
    };
    edit(set, '2d', '3d');
    trial('items:', 'milestones:');
    edit(set, 'never', '5d');
    trial('  form:', '  shop:');
    edit(set, 'title: Page', 'title: A longer page');
    assert.deepEqual(said(fileOf(set)), said(fileOf(setOf(textOf(set)))));
  });
});
