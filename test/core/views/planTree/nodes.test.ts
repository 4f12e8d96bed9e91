import assert from 'node:assert/strict';
import type { PlanNode } from '../../../../src/core/views/planTree/model';
import { planFrom } from '../../planFrom';
import { grownTree, nodesOf } from './treeOf';

/** Monday. */
const today = '2026-05-04';

async function nodesIn(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, PlanNode>> {
  const { service } = await planFrom(files, today);
  return new Map(nodesOf(grownTree(service)).map((node) => [node.title, node]));
}

describe('a node of the tree', () => {
  it('says how an item stands, how far it is, and that it is late or critical', async () => {
    const nodes = await nodesIn({
      'shop.roadmap.yaml': 'product: Shop\ngoals: { fast: Fast }\n',
      'p.project.yaml': `project: P
goal: fast
start: 2026-04-01
items:
  todo: { title: To do, estimate: 1d }
  long: { title: Long, estimate: 20d, status: in-progress, progress: 40% }
  late: { title: Late, start: 2026-04-20, end: 2026-04-28, status: in-progress }
  saturday: { title: Saturday, end: 2026-05-03 }
  blocked: { title: Blocked, status: blocked, progress: 5%, estimate: 1d }
  done: { title: Done, status: done, finished: 2026-04-22 }
  group: { title: Group, items: { one: { title: One, status: done, estimate: 1d }, two: { title: Two, estimate: 3d } } }
`,
    });
    const stand = (title: string): unknown => [nodes.get(title)?.state, nodes.get(title)?.detail];
    assert.deepEqual(stand('To do'), ['todo', 'To do']);
    assert.deepEqual(stand('Long'), ['in-progress', 'In progress · 40 % · critical']);
    assert.deepEqual(stand('Late'), ['in-progress', 'In progress · 4 d overdue']);
    assert.deepEqual(stand('Saturday'), ['todo', 'To do · 1 d overdue']);
    assert.deepEqual(stand('Blocked'), ['blocked', 'Blocked · 5 %']);
    assert.deepEqual(stand('Done'), ['done', 'Done']);
    assert.deepEqual(stand('Group'), ['in-progress', 'In progress · 25 %']);
  });

  it('says nothing late of a project that is paused or closed', async () => {
    const item = 'items: { late: { title: Late, end: 2026-04-28 } }\n';
    for (const rest of ['health: paused', 'phase: closed']) {
      const nodes = await nodesIn({ 'p.project.yaml': `project: P\n${rest}\n${item}` });
      assert.doesNotMatch(nodes.get('Late')?.detail ?? '', /overdue/, rest);
    }
  });

  it('says how a project stands as its manager does, how far it is and when it ends', async () => {
    const nodes = await nodesIn({
      'a.project.yaml': `project: Run
health: at-risk
end: 2026-06-30
items: { a: { title: A, status: done }, b: { title: B, end: 2026-06-12 } }
`,
      'b.project.yaml': 'project: Rest\nhealth: paused\nitems: { c: C }\n',
      'c.project.yaml': 'project: New\n',
      'd.project.yaml':
        'project: Over\nphase: closed\nitems: { d: { title: D, status: done, finished: 2026-02-27 } }\n',
    });
    const stand = (title: string): unknown => [nodes.get(title)?.state, nodes.get(title)?.detail];
    assert.deepEqual(stand('Run'), ['at-risk', 'At risk · 50 % · 30 Jun']);
    assert.deepEqual(stand('Rest'), ['paused', 'Paused · 0 %']);
    assert.deepEqual(stand('New'), ['todo', 'To do']);
    assert.deepEqual(stand('Over'), ['done', 'Closed · 27 Feb']);
  });

  it('says how goals and features stand, by their figures where nobody has said', async () => {
    const nodes = await nodesIn({
      'shop.roadmap.yaml': `product: Shop
lifecycle: growth
owner: Ann Lee
goals:
  fast: { title: Fast, target: 2026-Q2 }
  slow: { title: Slow, target: 2026-05 }
  soon: { title: Soon, status: proposed, target: 2026-Q4 }
  been: { title: Been, status: achieved }
  bare: Bare
  begun: Begun
features:
  page: { title: Page, goal: fast }
  card: { title: Card, goal: fast, release: may }
  idea: { title: Idea, goal: fast, status: idea }
  old: { title: Old, goal: fast, status: released }
releases: { may: { title: May, date: 2026-05-08 } }
`,
      'p.project.yaml': `project: P
items:
  page: { title: Make page, feature: page, status: in-progress, progress: 50%, estimate: 5d }
  card: { title: Make card, feature: card, estimate: 20d }
  slow: { title: Be slow, goal: slow, estimate: 40d }
  bare: { title: Be bare, goal: bare }
  begun: { title: Begin, goal: begun, progress: 10% }
`,
    });
    const stand = (title: string): unknown => [nodes.get(title)?.state, nodes.get(title)?.detail];
    assert.deepEqual(stand('Shop'), [undefined, 'Growth · Ann Lee']);
    assert.equal(nodes.get('Fast')?.state, 'on-track');
    assert.match(nodes.get('Fast')?.detail ?? '', /^On track · \d+ % · 2026-Q2$/);
    assert.deepEqual(stand('Slow'), ['off-track', 'Off track · 0 % · 2026-05']);
    assert.deepEqual(stand('Soon'), [undefined, 'Proposed · 2026-Q4']);
    assert.deepEqual(stand('Been'), ['done', 'Achieved']);
    assert.deepEqual(stand('Bare'), [undefined, 'Active']);
    assert.deepEqual(stand('Begun'), [undefined, 'Active · 10 %']);
    assert.deepEqual(stand('Page'), ['in-progress', 'In progress · 50 %']);
    assert.deepEqual(stand('Card'), ['off-track', 'Off track']);
    assert.deepEqual(stand('Idea'), ['todo', 'Idea']);
    assert.deepEqual(stand('Old'), ['done', 'Released']);
  });

  it('says where it belongs when it stands away from there', async () => {
    const nodes = await nodesIn({
      'a.roadmap.yaml': 'product: Alpha\ngoals: { one: One }\n',
      'b.roadmap.yaml': 'product: Beta\nfeatures: { two: { title: Two, goal: one }, three: Three }\n',
      'p.project.yaml': 'project: Work\nitems: { four: { title: Four, goal: one, items: { five: Five } }, six: Six }\n',
    });
    assert.equal(nodes.get('Two')?.detail, 'Planned · in Beta');
    assert.equal(nodes.get('Three')?.detail, 'Planned · in Beta');
    assert.equal(nodes.get('Four')?.detail, 'To do · in Work');
    assert.equal(nodes.get('Five')?.detail, 'To do');
    assert.equal(nodes.get('Six')?.detail, 'To do · in Work');
    assert.equal(nodes.get('Without a goal')?.detail, '2 entries');
  });

  it('says where it is written, and what can be added below it', async () => {
    const nodes = await nodesIn({
      'a.roadmap.yaml':
        'product: Alpha\ngoals: { one: One, been: { title: Been, status: achieved } }\nfeatures: { two: { title: Two, goal: one } }\n',
      'p.project.yaml': 'project: Work\ngoal: one\nitems: { four: { title: Four, items: { five: Five } } }\n',
    });
    const told = [...nodes.values()].map(({ title, entry, adds }) => [title, entry?.path.join('/'), adds.join(' ')]);
    assert.deepEqual(told, [
      ['Alpha', '', 'goal feature'],
      ['One', 'goals/one', 'goal feature project'],
      ['Two', 'features/two', 'item'],
      ['Work', '', 'item'],
      ['Four', 'items/four', 'item'],
      ['Five', 'items/four/items/five', 'item'],
      ['Been', 'goals/been', ''],
    ]);
    const lone = await nodesIn({ 'a.roadmap.yaml': 'product: A\nfeatures: { two: Two }\n' });
    assert.deepEqual(lone.get('Two')?.adds, [], 'there is no project to take an item');
  });

  it('is called by its id, or its file, while it has no title', async () => {
    const nodes = await nodesIn({
      'a.roadmap.yaml': 'product:\ngoals: { one: }\n',
      '.project.yaml': 'project: ""\n',
    });
    assert.deepEqual([...nodes.keys()].slice(-2), ['a', 'one']);
  });
});

describe('the ids of nodes', () => {
  it('stay while text moves, titles change and entries come and go', async () => {
    const plan = await planFrom({
      'a.roadmap.yaml': 'product: Alpha\ngoals:\n  one: One\n  two: Two\n',
      'p.project.yaml': 'project: Work\ngoal: one\nitems: { four: Four }\n',
    });
    const ids = (): ReadonlyMap<string, string> =>
      new Map(nodesOf(grownTree(plan.service)).map(({ id, entry }) => [JSON.stringify(entry), id]));
    const before = ids();
    const uri = plan.uri('a.roadmap.yaml');
    plan.service.didOpen(uri, 1, '# More\nproduct: Beta\ngoals:\n  zero: Zero\n  one: Uno\n');
    const after = ids();
    for (const [entry, id] of after) if (before.has(entry)) assert.equal(before.get(entry), id);
    assert.equal([...after.keys()].filter((entry) => before.has(entry)).length, 4);
  });

  it('lead to nothing when their nodes are gone, and when they are none', async () => {
    const plan = await planFrom({ 'a.roadmap.yaml': 'product: Alpha\ngoals: { one: One }\n' });
    const nodes = nodesOf(grownTree(plan.service));
    const goal = nodes.find(({ title }) => title === 'One');
    assert.deepEqual(plan.service.planTree({}, [goal?.id ?? '']), [[]]);
    plan.service.didOpen(plan.uri('a.roadmap.yaml'), 1, 'product: Alpha\n');
    const asked = [goal?.id ?? '', '', 'x', '\n', '\n\n', 'file:///plan\n\n', 'file:///plan'];
    assert.deepEqual(
      plan.service.planTree({}, asked),
      asked.map(() => undefined),
    );
    assert.equal(plan.service.planTree({}, [null])[0]?.length, 1);
  });
});
