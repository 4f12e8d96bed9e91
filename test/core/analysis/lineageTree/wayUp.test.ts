import assert from 'node:assert/strict';
import { wayUp } from '../../../../src/core/analysis/lineageTree/wayUp';
import { planFrom } from '../../planFrom';

const roadmap = `product: P
goals: { g: Goal, h: Other }
features:
  f: { title: F, goal: g }
  bare: Bare
  lost: { title: Lost, goal: nowhere }
programs:
  served: { title: Served, goal: g, milestones: { launch: Launch, own: { title: Own, goal: h } } }
  empty: Empty
`;

/** The way up from the work of this id: `by:id` for each station, and the goals or where it breaks. */
async function way(project: string, id = 'i', more: Readonly<Record<string, string>> = {}): Promise<string> {
  const files = { 'a.project.yaml': `project: A\n${project}`, 'p.roadmap.yaml': roadmap, ...more };
  const read = await planFrom(files);
  const { plan } = read.state();
  const file = [...plan.files.values()].find((one) => plan.work(one).has(id));
  const work = file && plan.work(file).get(id);
  assert.ok(work, `no work ${id}`);
  const { steps, goals, broken } = wayUp(plan, file, work);
  const end = broken
    ? `${broken.kind} in ${broken.entity.id || broken.entity.kind}: ${plan.fileOf(broken.entity)?.document.source.textOf(broken.at) ?? ''}`
    : goals.map((goal) => goal.id).join(' ');
  return [...steps.map(({ by, entity }) => `${by}:${entity.id || entity.kind}`), end].join(' > ');
}

describe('the way from work up to its goals', () => {
  it('goes by what it states itself', async () => {
    assert.equal(await way('goal: h\nitems: { i: { title: I, goal: g } }\n'), 'itself:i > g');
    assert.equal(await way('milestones: { i: { title: I, goal: [g, h, g] } }\n'), 'itself:i > g h');
  });

  it('goes else by its features', async () => {
    assert.equal(await way('goal: h\nitems: { i: { title: I, feature: f } }\n'), 'itself:i > feature:f > g');
    // A feature that serves nothing is passed by.
    assert.equal(await way('goal: h\nitems: { i: { title: I, feature: [bare, f] } }\n'), 'itself:i > feature:f > g');
  });

  it('goes else by its parents and what they deliver', async () => {
    const nested = (fields: string): string =>
      `goal: h\nitems: { top: { title: T, ${fields}, items: { mid: { title: M, items: { i: I } } } } }\n`;
    assert.equal(await way(nested('goal: g')), 'itself:i > parent:mid > parent:top > g');
    assert.equal(await way(nested('feature: f')), 'itself:i > parent:mid > parent:top > feature:f > g');
  });

  it('goes else by its project, and last by the program', async () => {
    const items = 'items: { top: { title: T, items: { i: I } } }\n';
    assert.equal(await way(`goal: h\nprogram: served\n${items}`), 'itself:i > parent:top > project:project > h');
    assert.equal(
      await way(`program: served\n${items}`),
      'itself:i > parent:top > project:project > program:served > g',
    );
    assert.equal(
      await way('milestones: { i: I }\nprogram: served\n'),
      'itself:i > project:project > program:served > g',
    );
  });

  it('goes from a milestone of a program by itself or the program', async () => {
    assert.equal(await way('', 'launch'), 'itself:launch > program:served > g');
    assert.equal(await way('', 'own'), 'itself:own > h');
  });

  it('breaks at a goal that nobody defines, and goes no further', async () => {
    assert.equal(
      await way('goal: g\nitems: { i: { title: I, goal: nowhere } }\n'),
      'itself:i > unknown-reference in i: nowhere',
    );
    assert.equal(
      await way('goal: g\nitems: { i: { title: I, feature: lost } }\n'),
      'itself:i > feature:lost > unknown-reference in lost: nowhere',
    );
    assert.equal(
      await way('goal: nowhere\nitems: { i: I }\n'),
      'itself:i > project:project > unknown-reference in project: nowhere',
    );
  });

  it('breaks at a goal of which there are two', async () => {
    const more = { 'q.roadmap.yaml': 'product: Q\ngoals: { g: Goal }\n' };
    assert.equal(
      await way('items: { i: { title: I, goal: g } }\n', 'i', more),
      'itself:i > ambiguous-reference in i: g',
    );
  });

  it('breaks at the lowest mistake where nothing states a goal', async () => {
    assert.equal(
      await way('items: { i: { title: I, feature: nowhere } }\n'),
      'itself:i > unknown-reference in i: nowhere',
    );
    assert.equal(
      await way('program: nowhere\nitems: { top: { title: T, feature: bare, items: { i: I } } }\n'),
      'itself:i > parent:top > feature:bare > feature-without-goal in bare: bare',
    );
    assert.equal(
      await way('program: nowhere\nitems: { i: I }\n'),
      'itself:i > project:project > unknown-reference in project: nowhere',
    );
  });

  it('says that there is no goal where there is none and no mistake either', async () => {
    assert.equal(await way('items: { i: I }\n'), 'itself:i > project:project > no-goal in i: i');
    assert.equal(
      await way('program: empty\nitems: { i: I }\n'),
      'itself:i > project:project > program:empty > no-goal in i: i',
    );
  });
});
