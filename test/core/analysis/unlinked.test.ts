import assert from 'node:assert/strict';
import { unlinkedWork } from '../../../src/core/analysis/unlinked';
import type { ProjectFile } from '../../../src/core/plan/planFile';
import { planFrom } from '../planFrom';

const roadmap = `product: P
goals: { g: Goal }
features:
  with: { title: With, goal: g }
  without: Without
programs:
  served: { title: Served, goal: g }
  bare: Bare
`;

/** The ids of the unlinked items; `project` for a project without any goal. */
async function unlinked(project: string): Promise<readonly string[] | 'project'> {
  const plan = await planFrom({ 'p.roadmap.yaml': roadmap, 'a.project.yaml': `project: A\n${project}` });
  const work = unlinkedWork(plan.state().plan, plan.service.file(plan.uri('a.project.yaml')) as ProjectFile);
  if (work.kind === 'project') return 'project';
  return work.kind === 'items' ? work.items.map(({ id }) => id) : [];
}

describe('unlinked work', () => {
  it('is the project where nothing in it has a goal', async () => {
    assert.equal(await unlinked(''), 'project');
    assert.equal(await unlinked('items: { a: A, b: B }\n'), 'project');
    assert.equal(await unlinked('program: bare\nitems: { a: A }\n'), 'project');
    assert.equal(await unlinked('items: { a: { title: A, goal: g, status: dropped }, b: B }\n'), 'project');
  });

  it('is nothing where the project or its program has one', async () => {
    assert.deepEqual(await unlinked('goal: g\nitems: { a: A }\n'), []);
    assert.deepEqual(await unlinked('program: served\nitems: { a: A }\n'), []);
  });

  it('is the highest items under which nothing has a goal', async () => {
    const items = `items:
  linked: { title: L, goal: g }
  delivering: { title: D, feature: with, items: { under: U } }
  mixed: { title: M, items: { one: { title: O, goal: g }, two: { title: T, items: { three: X } } } }
  whole: { title: W, items: { five: V, six: { title: S, items: { seven: S } } } }
`;
    assert.deepEqual(await unlinked(items), ['two', 'whole']);
  });

  it('leaves a parent alone whose children are all linked', async () => {
    assert.deepEqual(await unlinked('items: { p: { title: P, items: { a: { title: A, goal: g } } } }\n'), []);
  });

  it('leaves dropped items alone, and what is under them', async () => {
    const items = 'items: { a: { title: A, goal: g }, x: { title: X, status: dropped, items: { y: Y } } }\n';
    assert.deepEqual(await unlinked(items), []);
  });

  it('leaves to other rules a reference that is broken and a feature without a goal', async () => {
    assert.deepEqual(await unlinked('goal: nowhere\nitems: { a: A }\n'), []);
    assert.deepEqual(await unlinked('program: nowhere\nitems: { a: A }\n'), []);
    const items =
      'items: { a: { title: A, goal: nowhere }, b: { title: B, feature: nowhere }, c: { title: C, feature: without } }\n';
    assert.deepEqual(await unlinked(items), []);
  });

  it('takes a goal of a milestone for a goal in the project', async () => {
    assert.deepEqual(await unlinked('milestones: { m: { title: M, goal: g } }\nitems: { a: A }\n'), ['a']);
  });

  it('takes a key without a value for no goal', async () => {
    assert.equal(await unlinked('goal:\nitems: { a: { title: A, goal: [] } }\n'), 'project');
  });
});
