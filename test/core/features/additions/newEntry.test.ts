import assert from 'node:assert/strict';
import type { NewEntryRequest } from '../../../../src/core/features/additions/model';
import { planFrom } from '../../planFrom';
import { changedPlan, type ChangedPlan } from './changedPlan';

const roadmap = `product: Shop
goals:
  fast:
    title: Fast # the first
features:
  page: { title: Page, goal: fast }
`;
const project = `project: Work
goal: fast
items:
  api: Payment API
`;
const files = { 'shop.roadmap.yaml': roadmap, 'work.project.yaml': project };

async function after(
  kind: NewEntryRequest['kind'],
  title: string,
  [name = '', ...path]: readonly string[],
  texts: Readonly<Record<string, string>> = files,
  home?: string,
): Promise<ChangedPlan | undefined> {
  const plan = await planFrom(texts);
  const parent = { uri: plan.uri(name), path };
  const change = plan.service.newEntry({ kind, title, parent, project: home && plan.uri(home) });
  return change && changedPlan(plan, change);
}

describe('a new entry', () => {
  it('is a goal of a product, or a part of a goal', async () => {
    const top = await after('goal', 'No more paper', ['shop.roadmap.yaml']);
    assert.equal(
      top?.files['shop.roadmap.yaml'],
      roadmap.replace('features:', '  no-more-paper:\n    title: No more paper\nfeatures:'),
    );
    assert.equal(top.shown, 'No more paper');
    const part = await after('goal', 'On any phone', ['shop.roadmap.yaml', 'goals', 'fast']);
    assert.equal(
      part?.files['shop.roadmap.yaml'],
      roadmap.replace('features:', '  on-any-phone:\n    title: On any phone\n    parent: fast\nfeatures:'),
    );
  });

  it('is a feature of a product, or one for a goal, in the style of its neighbours', async () => {
    const forGoal = await after('feature', 'Gift: cards', ['shop.roadmap.yaml', 'goals', 'fast']);
    assert.equal(forGoal?.files['shop.roadmap.yaml'], `${roadmap}  gift-cards: { title: 'Gift: cards', goal: fast }\n`);
    assert.equal(forGoal.shown, 'Gift: cards', 'without its quotes');
    const bare = await after('feature', 'Search', ['shop.roadmap.yaml'], { 'shop.roadmap.yaml': 'product: Shop' });
    assert.equal(bare?.files['shop.roadmap.yaml'], 'product: Shop\nfeatures:\n  search:\n    title: Search');
  });

  it('is an item of a project, or one below an item, which is written in full for that', async () => {
    const top = await after('item', 'Design', ['work.project.yaml']);
    assert.equal(top?.files['work.project.yaml'], `${project}  design:\n    title: Design\n`);
    const below = await after('item', 'Cards', ['work.project.yaml', 'items', 'api']);
    assert.equal(
      below?.files['work.project.yaml'],
      project.replace(
        'api: Payment API',
        'api:\n    title: Payment API\n    items:\n      cards:\n        title: Cards',
      ),
    );
    assert.equal(below.shown, 'Cards');
  });

  it('is an item of a feature, in the project that was chosen', async () => {
    const made = await after('item', 'Draw it', ['shop.roadmap.yaml', 'features', 'page'], files, 'work.project.yaml');
    assert.equal(made?.files['work.project.yaml'], `${project}  draw-it:\n    title: Draw it\n    feature: page\n`);
    assert.equal(made.shownIn, 'work.project.yaml');
    assert.equal(await after('item', 'Draw it', ['shop.roadmap.yaml', 'features', 'page']), undefined);
    const gone = await after('item', 'X', ['shop.roadmap.yaml', 'features', 'page'], files, 'gone.project.yaml');
    assert.equal(gone, undefined);
  });

  it('has an id that is free, made of its title, and of its kind where that gives none', async () => {
    const idOf = async (title: string): Promise<string | undefined> => {
      const made = await after('goal', title, ['shop.roadmap.yaml']);
      return /^ {2}(\S+):\n {4}title: (?!Fast)/m.exec(made?.files['shop.roadmap.yaml'] ?? '')?.[1];
    };
    assert.equal(await idOf('FAST!'), 'fast-2');
    assert.equal(await idOf('  Über   ALLES\n'), 'uber-alles');
    assert.equal(await idOf('更快的结账'), 'goal');
    assert.equal(
      await idOf('Every buyer can pay within a single minute on a phone'),
      'every-buyer-can-pay-within-a-single',
    );
  });

  it('refers to a goal as its file has to, and keeps line ends', async () => {
    const other = 'product: Other\ngoals: { fast: Also fast }\n';
    const made = await after('feature', 'Card', ['shop.roadmap.yaml', 'goals', 'fast'], {
      'other.roadmap.yaml': other,
      'shop.roadmap.yaml': roadmap.replaceAll('\n', '\r\n'),
    });
    assert.equal(
      made?.files['shop.roadmap.yaml'],
      `${roadmap}  card: { title: Card, goal: fast }\n`.replaceAll('\n', '\r\n'),
    );
  });

  it('is none where nothing takes it, and where the file is too broken to be sure', async () => {
    assert.equal(await after('goal', ' ', ['shop.roadmap.yaml']), undefined);
    assert.equal(await after('goal', 'G', ['work.project.yaml']), undefined);
    assert.equal(await after('goal', 'G', ['shop.roadmap.yaml', 'features', 'page']), undefined);
    assert.equal(await after('feature', 'F', ['work.project.yaml', 'items', 'api']), undefined);
    assert.equal(await after('item', 'I', ['shop.roadmap.yaml', 'goals', 'fast']), undefined);
    assert.equal(await after('item', 'I', ['work.project.yaml', 'items', 'gone']), undefined);
    assert.equal(await after('item', 'I', ['none.project.yaml']), undefined);
    const broken = { 'work.project.yaml': 'project: Work\nitems: { api: { title: "A\n' };
    assert.equal(await after('item', 'I', ['work.project.yaml'], broken), undefined);
  });

  it('has a home among the projects that are under way, the likeliest first', async () => {
    const plan = await planFrom({
      ...files,
      'a.project.yaml': 'project: Closed\nphase: closed\ngoal: fast\n',
      'b.project.yaml': 'project: Other\n',
    });
    const feature = { uri: plan.uri('shop.roadmap.yaml'), path: ['features', 'page'] };
    assert.deepEqual(plan.service.itemHomes(feature), [
      { uri: plan.uri('work.project.yaml'), title: 'Work' },
      { uri: plan.uri('b.project.yaml'), title: 'Other' },
    ]);
    assert.deepEqual(plan.service.itemHomes({ ...feature, path: ['goals', 'fast'] }), []);
  });
});
