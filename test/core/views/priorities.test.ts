import assert from 'node:assert/strict';
import type { PrioritiesView } from '../../../src/core/views/prioritiesModel';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { viewOf } from './viewOf';

const roadmap = `product: Lantern
people: { alice: Alice Ng }
goals: { fix: Fix it }
releases: { autumn: { title: Autumn release, date: 2026-10-30 } }
features:
  small: { title: Dark mode, rice: { reach: 140, impact: 0.5, confidence: 100%, effort: 0.5 } }
  large:
    title: Arrival time
    goal: fix
    owner: alice
    release: autumn
    rice: { reach: 8000, impact: 2, confidence: 80%, effort: 4 }
  gone: { title: Signed reports, status: released, rice: { reach: 900, impact: 2, confidence: 80%, effort: 2 } }
  half: { title: Maps offline, rice: { reach: 700 } }
  bare: Tyre pressure
ideas:
  drone: { title: Look with a drone, wsjf: { value: 3, time_criticality: 1, risk_reduction: 1, job_size: 10 } }
`;

async function prioritiesOf(text: string, settings?: ViewSettings): Promise<PrioritiesView> {
  const data = await viewOf({ 'p.roadmap.yaml': text }, 'priorities', settings);
  assert.ok(data.view === 'priorities');
  return data;
}

describe('priorities of a roadmap', () => {
  it('has the highest score first, and last what has ended or has none', async () => {
    const { rows } = await prioritiesOf(roadmap);
    assert.deepEqual(
      rows.map(({ rank = '–', title, score = '–' }) => `${String(rank)} ${title} ${score}`),
      [
        '1 Arrival time 3200',
        '2 Dark mode 140',
        '– Signed reports 720',
        '– Maps offline –',
        '– Tyre pressure –',
        '– Look with a drone –',
      ],
    );
  });

  it('shows how a score comes about, its inputs as written, and who and when', async () => {
    const { rows, inputs, method, formula } = await prioritiesOf(roadmap);
    assert.deepEqual([method, formula], ['RICE', 'reach × impact × confidence / effort']);
    assert.deepEqual(inputs, ['Reach', 'Impact', 'Confidence', 'Effort']);
    const [first, second] = rows;
    assert.equal(first?.arithmetic, '8000 × 2 × 80 % / 4 = 3200');
    assert.deepEqual(first.values, ['8000', '2', '80 %', '4']);
    assert.deepEqual([first.owner, first.release, first.share], ['Alice Ng', 'Autumn release', 1]);
    assert.equal(second?.share, 140 / 3200);
    assert.equal(second.owner, undefined);
  });

  it('says what a score lacks', async () => {
    const { rows } = await prioritiesOf(roadmap);
    const half = rows.find(({ title }) => title === 'Maps offline');
    assert.equal(half?.arithmetic, 'Lacks impact, confidence and effort');
    assert.deepEqual(half.values, ['700', '', '', '']);
    assert.equal(rows.find(({ title }) => title === 'Tyre pressure')?.arithmetic, 'No score yet');
  });

  it('takes the method that is asked for, else the one that more entries have', async () => {
    const asked = await prioritiesOf(roadmap, { groupBy: 'wsjf' });
    assert.equal(asked.method, 'WSJF');
    assert.equal(asked.rows[0]?.arithmetic, '(3 + 1 + 1) / 10 = 0.5');
    assert.deepEqual(asked.rows[0].values, ['3', '1', '1', '10']);
    const wsjf = 'product: P\nideas: { a: { title: A, wsjf: { value: 1 } } }\n';
    assert.equal((await prioritiesOf(wsjf)).method, 'WSJF');
    assert.deepEqual(
      (await prioritiesOf(wsjf)).options?.groups?.map(({ value }) => value),
      ['wsjf', 'rice'],
    );
  });

  it('draws what is ranked, value against effort, as soon as there are two to compare', async () => {
    const { chart } = await prioritiesOf(roadmap);
    assert.deepEqual(
      chart?.points.map(({ rank, effort, value }) => ({ rank, effort, value })),
      [
        { rank: 2, effort: 0.5, value: 70 },
        { rank: 1, effort: 4, value: 12_800 },
      ],
    );
    assert.equal((await prioritiesOf(roadmap, { groupBy: 'wsjf' })).chart, undefined);
  });

  it('is filtered like any other view', async () => {
    const owned = await prioritiesOf(roadmap, { filter: { text: 'alice' } });
    assert.deepEqual(
      owned.rows.map(({ title }) => title),
      ['Arrival time'],
    );
    assert.deepEqual(owned.shown, { count: 1, total: 6 });
    assert.equal((await prioritiesOf(roadmap, { hidesDone: true })).rows.length, 5);
    assert.equal((await prioritiesOf(roadmap, { filter: { unlinked: true } })).rows.length, 5);
  });

  it('survives figures that are none, and nothing at all', async () => {
    const odd =
      'product: P\nfeatures: { a: { title: A, rice: { reach: -1, impact: 7, confidence: 80%, effort: 0 } } }\n';
    const { rows } = await prioritiesOf(odd);
    assert.equal(rows[0]?.score, undefined);
    assert.match(rows[0]?.arithmetic ?? '', /^Has an impact that is not on the scale/);
    assert.deepEqual((await prioritiesOf('product: P\n')).rows, []);
    assert.deepEqual((await prioritiesOf('- no map')).rows, []);
  });
});
