import assert from 'node:assert/strict';
import { planFrom } from '../../planFrom';
import { grownTree, nodesOf, treeOf } from './treeOf';

/** Monday. */
const today = '2026-05-04';

const files = {
  'shop.roadmap.yaml': `product: Shop
owner: ann
people: { ann: Ann, bob: Bob }
goals:
  fast: { title: Fast, owner: ann, target: 2026-Q1 }
  calm: { title: Calm, target: 2026-Q4 }
  been: { title: Been, status: achieved, target: 2026-Q1 }
features:
  page: { title: Page, goal: calm, release: april }
  card: { title: Card, goal: calm, release: april, status: released }
  idea: { title: Idea, goal: calm, status: idea }
  mine: { title: Mine, goal: calm, owner: bob }
releases:
  april: { title: April, date: 2026-04 }
`,
  'a.project.yaml': `project: Work
manager: bob
goal: calm
end: 2026-05-01
items:
  form: { title: Form, assignees: [ann, bob], estimate: 20d }
  look: { title: Look, owner: ann, estimate: 1d, items: { icons: { title: Icons, end: 2026-04-30 }, fonts: { title: Fonts, status: done } } }
  text: { title: Text, estimate: 1d, end: 2026-05-02, status: done }
`,
  'b.project.yaml': 'project: Stray\nitems: { odd: { title: Odd, owner: ann } }\n',
};

describe('a filter of the tree', () => {
  it('leaves what is a person’s to answer for or to do, with what leads there', async () => {
    assert.deepEqual(await treeOf(files, { mine: 'bob' }, today), [
      'product Shop',
      '  goal Calm',
      '    feature Mine',
      '    project Work',
      '      item Form',
    ]);
    assert.deepEqual(await treeOf(files, { mine: 'ann' }, today), [
      'unlinked Without a goal',
      '  project Stray',
      '    item Odd',
      'product Shop',
      '  goal Fast',
      '  goal Calm',
      '    project Work',
      '      item Form',
      '      item Look',
    ]);
    assert.deepEqual(await treeOf(files, { mine: 'nobody' }, today), []);
  });

  it('leaves what is critical: open work without float', async () => {
    assert.deepEqual(await treeOf(files, { critical: true }, today), [
      'product Shop',
      '  goal Calm',
      '    project Work',
      '      item Form',
    ]);
  });

  it('leaves what is past its day and still open', async () => {
    assert.deepEqual(
      await treeOf(files, { overdue: true }, today),
      [
        'product Shop',
        '  goal Fast',
        '  goal Calm',
        '    feature Page',
        '    project Work',
        '      item Icons',
      ].toSpliced(5, 1, '      item Look', '        item Icons'),
    );
    const paused = {
      ...files,
      'a.project.yaml': files['a.project.yaml'].replace('goal: calm', 'goal: calm\nhealth: paused'),
    };
    assert.deepEqual(await treeOf(paused, { overdue: true }, today), [
      'product Shop',
      '  goal Fast',
      '  goal Calm',
      '    feature Page',
    ]);
  });

  it('leaves what is open and nobody’s', async () => {
    assert.deepEqual(await treeOf(files, { unowned: true }, today), [
      'unlinked Without a goal',
      '  project Stray',
      'product Shop',
      '  goal Calm',
      '    feature Page',
      '    project Work',
      '      item Look',
      '        item Icons',
    ]);
  });

  it('leaves, of several, what all of them do', async () => {
    assert.deepEqual(await treeOf(files, { mine: 'ann', overdue: true }, today), ['product Shop', '  goal Fast']);
    assert.deepEqual(await treeOf(files, { mine: 'ann', unowned: true }, today), []);
    assert.deepEqual(await treeOf(files, { overdue: false, critical: false }, today), await treeOf(files, {}, today));
  });

  it('opens the tree where it leaves little, so that what was looked for is seen', async () => {
    const { service } = await planFrom(files, today);
    const parents = nodesOf(grownTree(service, { mine: 'bob' })).filter(({ children }) => children !== 'none');
    assert.deepEqual(
      parents.map(({ children }) => children),
      ['open', 'open', 'open'],
    );
    const all = nodesOf(grownTree(service)).filter(({ children }) => children !== 'none');
    assert.deepEqual(
      all.filter(({ children }) => children === 'open').map(({ kind }) => kind),
      ['unlinked', 'product'],
    );
    const many = [...Array(200).keys()].map((n) => `  i${String(n)}: { title: I, owner: ann }\n`).join('');
    const large = await planFrom({ ...files, 'c.project.yaml': `project: Large\ngoal: fast\nitems:\n${many}` }, today);
    const filtered = nodesOf(grownTree(large.service, { mine: 'ann' })).filter(({ children }) => children !== 'none');
    assert.ok(filtered.every(({ children }) => children === 'closed'));
  });
});
