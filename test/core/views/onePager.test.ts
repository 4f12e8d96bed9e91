import assert from 'node:assert/strict';
import type { OnePagerView } from '../../../src/core/views/onePagerModel';
import { viewOf } from './viewOf';

type Files = Readonly<Record<string, string>>;

async function pageOf(files: Files): Promise<OnePagerView> {
  const data = await viewOf(files, 'one-pager');
  assert.ok(data.view === 'one-pager');
  return data;
}

const lantern: Files = {
  'lantern.roadmap.yaml': `product: Lantern
vision: |
  The lift runs again
  on the first visit
strategy: Parts before people
lifecycle: growth
owner: alice
people: { alice: Alice Ng, ben: Ben Ortiz }
goals:
  later: { title: One contract, horizon: later, why: Too many, key_results: { a: A } }
  fix:
    title: Fix it at once
    why: A day without a lift
    horizon: now
    target: 2027-Q1
    key_results: { rate: { title: Fix rate, baseline: 62%, target: 80%, current: 71% } }
  bare: No horizon yet
  paper: { title: No paper, status: achieved }
  old: { title: Dropped, status: dropped, horizon: now }
features:
  a: { title: A, goal: fix, release: next }
  b: { title: B, goal: fix, release: next }
  c: { title: C, goal: fix, release: next }
  d: { title: D, goal: fix, release: next }
  e: { title: E, goal: fix, release: next }
  f: { title: F, goal: fix, release: next }
  g: { title: G, goal: fix, release: r3 }
releases:
  r4: { title: R4, date: 2027-09-01 }
  r3: { title: R3, date: 2027-06-01 }
  next: { title: Next, date: 2026-12-11 }
  r2: { title: R2, date: 2027-03-01 }
  out: { title: Out, date: 2026-10-15, status: released }
programs: { spring: { title: Spring, risks: { people: { title: Same people, probability: 40%, impact: 1w } } } }
`,
  'van.project.yaml': `project: Parts on the van
goal: fix
risks:
  price: { title: Prices change, probability: high, impact: [8000 EUR, 1w], plan: Compare lists, owner: ben }
  gone: { title: Closed, probability: 90%, status: closed }
  here: { title: Occurred, probability: 90%, status: occurred }
  unknown: Nobody has judged this
`,
  'other.project.yaml': 'project: Other\nrisks: { x: { title: Not ours, probability: high } }\n',
};

describe('a product on one page', () => {
  it('says what it is for, who answers for it, and of which day the page is', async () => {
    const { title, vision, strategy, lifecycle, owner, asOf } = await pageOf(lantern);
    assert.deepEqual(
      [title, vision, strategy, lifecycle, owner, asOf],
      [
        'Lantern',
        'The lift runs again on the first visit',
        'Parts before people',
        'Growth',
        'Alice Ng',
        '20 November 2026',
      ],
    );
  });

  it('has the open goals by horizon with why and measures, and names the achieved ones', async () => {
    const { goals, achieved } = await pageOf(lantern);
    assert.deepEqual(
      goals.map((group) => [group.title, ...group.goals.map(({ title }) => title)]),
      [
        ['Now', 'Fix it at once'],
        ['Later', 'One contract'],
        ['No horizon', 'No horizon yet'],
      ],
    );
    const fix = goals[0]?.goals[0];
    assert.deepEqual([fix?.why, fix?.target, fix?.progress], ['A day without a lift', '2027-Q1', 0.5]);
    assert.equal(fix?.measures[0]?.current, '71 %');
    assert.deepEqual([goals[1]?.goals[0]?.why, goals[1]?.goals[0]?.measures], [undefined, []]);
    assert.equal(achieved, '1 goal achieved: No paper');
  });

  it('does not speak of horizons where no goal has one', async () => {
    const { goals } = await pageOf({ 'p.roadmap.yaml': 'product: P\ngoals: { a: A, b: B }\n' });
    assert.deepEqual(
      goals.map(({ title }) => title),
      ['Goals'],
    );
  });

  it('has the next releases with what is in them', async () => {
    const { releases, moreReleases } = await pageOf(lantern);
    assert.deepEqual(
      releases.map(({ title, date, note, features = '' }) => [title, date, note, features]),
      [
        ['Next', '11 Dec', 'in 3 weeks', 'A, B, C, D and 2 more'],
        ['R2', '1 Mar', 'in 14 weeks', ''],
        ['R3', '1 Jun', 'in 6 months', 'G'],
      ],
    );
    assert.equal(moreReleases, '1 more later');
  });

  it('has the open risks of its projects and programs, the most probable first', async () => {
    const { risks, moreRisks } = await pageOf(lantern);
    assert.deepEqual(
      risks.map(({ title, probability = '', impact = '', of }) => `${title}: ${probability} ${impact} (${of})`),
      [
        'Prices change: 70 % 8,000 EUR and 1 week (Parts on the van)',
        'Same people: 40 % 1 week (Spring)',
        'Nobody has judged this:   (Parts on the van)',
      ],
    );
    assert.deepEqual([risks[0]?.plan, risks[0]?.owner, moreRisks], ['Compare lists', 'Ben Ortiz', undefined]);
  });

  it('says how many risks there is no room for', async () => {
    const many = Array.from({ length: 8 }, (_, index) => `  r${String(index)}: Risk ${String(index)}\n`).join('');
    const text = `project: Van\ngoal: fix\nrisks:\n${many}`;
    const { risks, moreRisks } = await pageOf({ ...lantern, 'van.project.yaml': text });
    assert.deepEqual([risks.length, moreRisks], [5, '4 more in the projects']);
  });

  it('is empty for a roadmap that says nothing', async () => {
    const { goals, releases, risks } = await pageOf({ 'p.roadmap.yaml': 'product: P\n' });
    assert.deepEqual([goals, releases, risks], [[], [], []]);
  });
});
