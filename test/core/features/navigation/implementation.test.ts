import assert from 'node:assert/strict';
import { implementation } from '../../../../src/core/features/implementation';
import { planFrom } from '../../planFrom';
import { shownLinks } from './shownPlaces';

const roadmap = `product: Checkout
id: shop
goals:
  growth: Growth
  faster: { title: Faster, parent: growth }
  other: Other
features:
  one-page: { title: One page, goal: faster, release: summer }
  wallet: { title: Wallet, goal: [other], release: summer, status: dropped }
releases:
  summer: Summer
programs:
  season: { title: Season, goal: growth }
`;
const rewrite = `project: Rewrite
goal: faster
items:
  api:
    title: API
    items: { draft: { title: Draft, release: summer }, build: Build }
  page: { title: Page, feature: one-page }
`;
const launch = `project: Launch
id: launch
program: season
milestones: { live: { title: Live, release: shop/summer } }
items:
  a: { title: A, goal: other, items: { b: { title: B, feature: one-page } } }
  c: { title: C, goal: other, status: dropped, release: summer }
`;

async function implementations(mark: string, more = ''): Promise<readonly string[] | undefined> {
  const files = {
    'checkout.roadmap.yaml': roadmap,
    'rewrite.project.yaml': rewrite,
    'launch.project.yaml': launch + more,
  };
  const name = mark.replace('<CURSOR>', '');
  const marked = Object.entries(files).map(([file, text]) => {
    return [file, text.includes(name) ? text.replace(name, mark) : text];
  });
  const plan = await planFrom(Object.fromEntries(marked) as Record<string, string>);
  const { uri, offset } = plan.cursor;
  return shownLinks(plan, implementation(plan.state(), uri, offset))?.map((place) => {
    const [file = ''] = place.split(': ');
    return `${file}: ${/«(.*)»/.exec(place)?.[1] ?? ''}`;
  });
}

describe('implementation', () => {
  it('of a goal is all that serves it or a part of it, in every file', async () => {
    const faster = [
      'checkout.roadmap.yaml: one-page',
      'launch.project.yaml: b',
      'rewrite.project.yaml: page',
      'rewrite.project.yaml: project',
      'rewrite.project.yaml: api',
    ];
    const byGoal = await implementations('<CURSOR>faster:');
    assert.deepEqual(byGoal, faster);
    assert.deepEqual(await implementations('goal: fas<CURSOR>ter\nitems'), faster, 'from a reference');
    assert.deepEqual(await implementations('gro<CURSOR>wth: Growth'), [...faster, 'launch.project.yaml: launch']);
    assert.deepEqual(await implementations('<CURSOR>other: Other'), ['launch.project.yaml: a']);
  });

  it('of a feature are the items that deliver it', async () => {
    assert.deepEqual(await implementations('one-<CURSOR>page: {'), [
      'launch.project.yaml: b',
      'rewrite.project.yaml: page',
    ]);
    assert.deepEqual(await implementations('<CURSOR>wallet: {'), []);
  });

  it('of a release are the features, items and milestones that name it, but for what was dropped', async () => {
    assert.deepEqual(await implementations('<CURSOR>summer: Summer'), [
      'checkout.roadmap.yaml: one-page',
      'launch.project.yaml: live',
      'rewrite.project.yaml: draft',
    ]);
  });

  it('of a program are its projects', async () => {
    assert.deepEqual(await implementations('<CURSOR>season: {'), ['launch.project.yaml: launch']);
  });

  it('is nothing for what is no aim', async () => {
    for (const mark of ['ap<CURSOR>i:', 'product: <CURSOR>Checkout', 'goal: no<CURSOR>ne'])
      assert.equal(await implementations(mark, 'x-goal: 1\ngoal: none\n'), undefined, mark);
  });

  it('of a chain of many goals does not run out of room', async () => {
    const goals = Array.from({ length: 6000 }, (_, at) => `  g${at}: { title: G, parent: g${at + 1} }\n`).join('');
    const plan = await planFrom({
      'a.roadmap.yaml': `product: A\ngoals:\n${goals}  g6000: Top\nfeatures: { f: { title: F, goal: g0 } }\n`,
    });
    const uri = plan.uri('a.roadmap.yaml');
    const offset = (plan.texts.get(uri) ?? '').indexOf('g6000: Top');
    assert.deepEqual(shownLinks(plan, implementation(plan.state(), uri, offset)), [
      'a.roadmap.yaml: features: { «f»: { title: F, goal: g0 } }',
    ]);
  });
});
