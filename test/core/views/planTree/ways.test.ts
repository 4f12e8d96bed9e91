import assert from 'node:assert/strict';
import type { PlanFilter } from '../../../../src/core/views/planTree/model';
import { planFrom } from '../../planFrom';
import { grownTree, nodesOf } from './treeOf';

const roadmap = `product: Shop
goals:
  fast: { title: Fast, key_results: { time: Time } }
  mobile: { title: Mobile, parent: fast }
features:
  page: { title: Page, goal: mobile }
`;

/** The titles on the way to the mark, and the ids that lead there have to be those of the tree. */
async function wayTo(files: Readonly<Record<string, string>>, filter: PlanFilter = {}): Promise<readonly string[]> {
  const { service, cursor } = await planFrom(files);
  const { source } = service.file(cursor.uri)?.document ?? {};
  assert.ok(source);
  const way = service.planTreeWay(filter, cursor.uri, source.positionAt(cursor.offset));
  const known = new Map(nodesOf(grownTree(service, filter)).map((node) => [node.id, node]));
  for (const [at, node] of way.entries()) {
    assert.deepEqual(known.get(node.id), node);
    const [level] = service.planTree(filter, [way[at - 1]?.id ?? null]);
    assert.ok(
      level?.some(({ id }) => id === node.id),
      `${node.title} is below the node before it`,
    );
  }
  return way.map(({ title }) => title);
}

describe('the way to a place in the tree', () => {
  it('leads over goals, features and projects to the item at the cursor', async () => {
    const project = `project: Work
goal: fast
items:
  api: { title: API, items: { cards: { title: Car<CURSOR>ds } } }
  form: { title: Form, feature: page }
`;
    assert.deepEqual(await wayTo({ 'a.project.yaml': project, 'shop.roadmap.yaml': roadmap }), [
      'Shop',
      'Fast',
      'Work',
      'API',
      'Cards',
    ]);
    const other = project.replace('<CURSOR>', '').replace('title: Form', 'title: F<CURSOR>orm');
    assert.deepEqual(await wayTo({ 'a.project.yaml': other, 'shop.roadmap.yaml': roadmap }), [
      'Shop',
      'Fast',
      'Mobile',
      'Page',
      'Form',
    ]);
  });

  it('leads to the innermost thing of the tree that holds the place', async () => {
    const project = 'project: Work\ngoal: fast\nmilestones: { live: <CURSOR>Live }\n';
    assert.deepEqual(await wayTo({ 'a.project.yaml': project, 'shop.roadmap.yaml': roadmap }), [
      'Shop',
      'Fast',
      'Work',
    ]);
    assert.deepEqual(await wayTo({ 'shop.roadmap.yaml': roadmap.replace('Time', 'Ti<CURSOR>me') }), ['Shop', 'Fast']);
    assert.deepEqual(await wayTo({ 'shop.roadmap.yaml': roadmap.replace('Page', 'Pa<CURSOR>ge') }), [
      'Shop',
      'Fast',
      'Mobile',
      'Page',
    ]);
    assert.deepEqual(await wayTo({ 'shop.roadmap.yaml': roadmap.replace('Shop', 'Sh<CURSOR>op') }), ['Shop']);
    assert.deepEqual(await wayTo({ 'shop.roadmap.yaml': `${roadmap}<CURSOR>` }), ['Shop']);
  });

  it('leads into the group of work without a goal, and to what needs none', async () => {
    const project = 'project: Work\nitems: { api: { title: API, items: { cards: Ca<CURSOR>rds } } }\n';
    assert.deepEqual(await wayTo({ 'a.project.yaml': project, 'shop.roadmap.yaml': roadmap }), [
      'Without a goal',
      'Work',
      'API',
      'Cards',
    ]);
    const idea = `${roadmap}  idea: { title: Idea, status: idea }\n`;
    const delivering = project.replace('title: API', 'title: A<CURSOR>PI, feature: idea').replace('Ca<CURSOR>', 'Ca');
    assert.deepEqual(await wayTo({ 'a.project.yaml': delivering, 'shop.roadmap.yaml': idea }), ['Shop', 'Idea', 'API']);
  });

  it('leads nowhere from what is not in the tree', async () => {
    const project = 'pro<CURSOR>ject: Work\nitems: { api: { title: API, goal: fast } }\n';
    assert.deepEqual(await wayTo({ 'a.project.yaml': project, 'shop.roadmap.yaml': roadmap }), []);
    assert.deepEqual(
      await wayTo({ '.throughline.yaml': 'people: { a<CURSOR>: A }\n', 'shop.roadmap.yaml': roadmap }),
      [],
    );
    const plan = await planFrom({ 'shop.roadmap.yaml': roadmap });
    assert.deepEqual(plan.service.planTreeWay({}, plan.uri('none.roadmap.yaml'), { line: 0, character: 0 }), []);
  });

  it('leads to what a filter leaves', async () => {
    const project = 'project: Work\ngoal: fast\nmanager: bob\nitems: { api: { title: A<CURSOR>PI } }\n';
    const files = { 'a.project.yaml': project, 'shop.roadmap.yaml': roadmap };
    assert.deepEqual(await wayTo(files, { mine: 'bob' }), ['Shop', 'Fast', 'Work']);
    assert.deepEqual(await wayTo(files, { mine: 'ann' }), []);
  });

  it('begins with the plan where there are several', async () => {
    const files = {
      'a/.throughline.yaml': '',
      'a/shop.roadmap.yaml': roadmap.replace('Page', 'Pa<CURSOR>ge'),
      'b/.throughline.yaml': '',
      'b/site.roadmap.yaml': 'product: Site\n',
    };
    assert.deepEqual(await wayTo(files), ['a', 'Shop', 'Fast', 'Mobile', 'Page']);
  });
});
