import assert from 'node:assert/strict';
import { PlanSet } from '../../../src/core/plan/planSet';
import type { PlanFile } from '../../../src/core/plan/planFile';

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

/** What a file says, in words. */
const said = ({ definitions, references, problems, root }: PlanFile): unknown => ({
  definitions: definitions.map(({ kind, path }) => `${kind} ${path.join('.')}`),
  references: references.map(({ by, property, reference }) => `${by.path.join('.')} ${property} ${reference.text}`),
  problems: problems.map(({ at, scalar }) => [scalar, at.piece.text.slice(at.start, at.end)]),
  items: (root as { fields: { items?: { value: readonly { id: string }[] } } }).fields.items?.value.map(({ id }) => id),
});

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
    ['another section', '  bob: { name: Bob }', '  bob: { name: Robert, roles: lead }'],
    ['a quote that is not closed', 'title: Page', 'title: "Page'],
  ];

  for (const [what, from, to] of edits)
    it(`say after an edit of ${what}, and after it is taken back, what they say when they are read afresh`, () => {
      const set = setOf(source);
      // With the first edit of a file its sections are kept.
      for (const [gone, come] of [
        ['Form', '"Form"'],
        [from, to],
        [to, from],
        [from, to],
      ] as const) {
        edit(set, gone, come);
        assert.deepEqual(said(fileOf(set)), said(fileOf(setOf(textOf(set)))));
      }
    });

  it('that an edit leaves as they are stay the same objects', () => {
    const set = setOf(source);
    const before = fileOf(set).definitions;
    for (const [gone, come] of [
      ['3d', '4d'],
      ['4d', '5d'],
    ] as const) {
      edit(set, gone, come);
      const after = fileOf(set).definitions;
      assert.deepEqual(
        before.filter((entity) => !after.includes(entity)).map(({ id }) => id),
        ['page'],
      );
    }
  });
});
