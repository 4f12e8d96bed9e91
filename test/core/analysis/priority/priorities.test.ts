import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Priorities } from '../../../../src/core/analysis/priority/priorities';
import { Ranking } from '../../../../src/core/analysis/priority/ranking';
import type { Candidate, Score, ScoringMethod } from '../../../../src/core/analysis/priority/scores';
import type { RoadmapFile } from '../../../../src/core/plan/planFile';
import { planFrom } from '../../planFrom';

interface Read {
  readonly priorities: Priorities;
  readonly candidate: (id: string) => Candidate;
  readonly score: (id: string, method: ScoringMethod) => Score;
  readonly roadmap: (name: string) => RoadmapFile;
}

async function read(files: Readonly<Record<string, string>>): Promise<Read> {
  const plan = await planFrom(files);
  const { plan: index } = plan.state();
  const priorities = new Priorities(index);
  const candidate = (id: string): Candidate => {
    const found = index.roadmaps
      .flatMap(({ definitions }) => definitions as readonly Candidate[])
      .find((entity) => ['feature', 'idea'].includes(entity.kind) && entity.id === id);
    assert.ok(found, `no feature or idea ${id}`);
    return found;
  };
  const score = (id: string, method: ScoringMethod): Score => {
    const found = priorities.score(candidate(id), method);
    assert.ok(found, `${id} has no ${method}`);
    return found;
  };
  return { priorities, candidate, score, roadmap: (name) => plan.service.file(plan.uri(name)) as RoadmapFile };
}

const features = (text: string): Promise<Read> => read({ 'p.roadmap.yaml': `product: P\nfeatures:\n${text}` });

/** `rank id` of all that are ranked. */
const places = ({ ranked }: Ranking): readonly string[] =>
  ranked.map(({ rank, candidate }) => `${String(rank)} ${candidate.id}`);

describe('a RICE score', () => {
  it('is reach × impact × confidence / effort, with its arithmetic', async () => {
    const { score } = await features(
      '  a: { title: A, rice: { reach: 8000, impact: 2, confidence: 80%, effort: 4 } }\n',
    );
    assert.equal(score('a', 'rice').value, 3200);
    assert.equal(score('a', 'rice').arithmetic, '8000 × 2 × 80 % / 4 = 3200');
    assert.deepEqual(score('a', 'rice').missing, []);
  });

  it('says where its figures are rounded', async () => {
    const { score } = await features(
      '  a: { title: A, rice: { reach: 100, impact: 0.25, confidence: 50%, effort: 3 } }\n' +
        '  b: { title: B, rice: { reach: 0.01, impact: 1, confidence: 100%, effort: 3 } }\n',
    );
    assert.equal(score('a', 'rice').arithmetic, '100 × 0.25 × 50 % / 3 ≈ 4.17');
    assert.equal(score('b', 'rice').arithmetic, '0.01 × 1 × 100 % / 3 ≈ 0.00333');
  });

  it('names what is missing', async () => {
    const { score } = await features(
      '  a: { title: A, rice: { impact: 2, confidence: 80% } }\n  b: { title: B, rice: { reach: 1, impact: 1, effort: 1 } }\n',
    );
    assert.equal(score('a', 'rice').value, undefined);
    assert.deepEqual(score('a', 'rice').missing, ['reach', 'effort']);
    assert.equal(score('a', 'rice').why, 'lacks reach and effort');
    assert.equal(score('b', 'rice').why, 'lacks confidence');
  });

  it('is unknown, with the reason, where the figures make no sense', async () => {
    const cases = {
      'reach: 8, impact: 1, confidence: 80%, effort: 0': 'has an effort of 0, and nothing can be divided by it',
      'reach: 8, impact: 1, confidence: 80%, effort: -2': 'has a negative effort',
      'reach: -8, impact: 1, confidence: 80%, effort: 2': 'has a negative reach',
      'reach: 8, impact: 7, confidence: 80%, effort: 2': 'has an impact that is not on the scale of 0.25 to 3',
      'reach: 1.0e+308, impact: 3, confidence: 100%, effort: 2': 'has figures that are too large to count with',
    };
    for (const [rice, why] of Object.entries(cases)) {
      const { score } = await features(`  a: { title: A, rice: { ${rice} } }\n`);
      assert.equal(score('a', 'rice').value, undefined, rice);
      assert.equal(score('a', 'rice').arithmetic, undefined, rice);
      assert.equal(score('a', 'rice').why, why, rice);
    }
  });

  it('is none where there is nothing of it', async () => {
    const { priorities, candidate } = await features('  a: A\n');
    assert.equal(priorities.score(candidate('a'), 'rice'), undefined);
    assert.equal(priorities.score(candidate('a'), 'wsjf'), undefined);
  });
});

describe('a WSJF score', () => {
  it('is the cost of delay / the job size, with its arithmetic', async () => {
    const { score } = await features(
      '  a: { title: A, wsjf: { value: 8, time_criticality: 5, risk_reduction: 3, job_size: 5 } }\n',
    );
    // (8 + 5 + 3) / 5
    assert.equal(score('a', 'wsjf').value, 3.2);
    assert.equal(score('a', 'wsjf').arithmetic, '(8 + 5 + 3) / 5 = 3.2');
  });

  it('is unknown, with the reason, where something is missing or makes no sense', async () => {
    const cases = {
      'value: 8, job_size: 5': 'lacks time criticality and risk reduction',
      'value: 8, time_criticality: 1, risk_reduction: 1, job_size: 0':
        'has a job size of 0, and nothing can be divided by it',
      'value: 8, time_criticality: 1, risk_reduction: -1, job_size: 2': 'has a negative risk reduction',
    };
    for (const [wsjf, why] of Object.entries(cases)) {
      const { score } = await features(`  a: { title: A, wsjf: { ${wsjf} } }\n`);
      assert.equal(score('a', 'wsjf').value, undefined, wsjf);
      assert.equal(score('a', 'wsjf').why, why, wsjf);
    }
  });
});

const rice = (reach: number, rest = ''): string =>
  `{ title: T, rice: { reach: ${String(reach)}, impact: 1, confidence: 100%, effort: 1 }${rest} }`;

describe('a ranking', () => {
  const two = {
    'a.roadmap.yaml': `product: A
features:
  small: ${rice(10)}
  large: ${rice(40)}
  none: No score
  part: { title: P, rice: { reach: 9 } }
ideas:
  middle: ${rice(20)}
  declined: ${rice(90, ', status: declined')}
`,
    'b.roadmap.yaml': `product: B
features:
  other: ${rice(20)}
  released: ${rice(95, ', status: released')}
  dropped: ${rice(99, ', status: dropped')}
  delivered: ${rice(97)}
`,
    'c.project.yaml': 'project: C\nitems: { a: { title: A, feature: delivered, status: done } }\n',
  };

  it('counts what is still to be done, and lets equal scores share a rank', async () => {
    const { priorities } = await read(two);
    assert.deepEqual(places(priorities.ranking('rice')), ['1 large', '2 middle', '2 other', '4 small']);
    assert.deepEqual(places(priorities.ranking('wsjf')), []);
  });

  it('is of one roadmap, or of one kind, where that is asked for', async () => {
    const { priorities, roadmap } = await read(two);
    assert.deepEqual(places(priorities.ranking('rice', { roadmap: roadmap('a.roadmap.yaml') })), [
      '1 large',
      '2 middle',
      '3 small',
    ]);
    assert.deepEqual(places(priorities.ranking('rice', { kind: 'feature' })), ['1 large', '2 other', '3 small']);
    assert.deepEqual(places(priorities.ranking('rice', { kind: 'idea', roadmap: roadmap('b.roadmap.yaml') })), []);
  });

  it('tells the top fifth and the lower half', async () => {
    const parts = async (...scores: readonly number[]): Promise<readonly string[]> => {
      const read = await features(scores.map((score, at) => `  f${String(at)}: ${rice(score)}\n`).join(''));
      const ranking = read.priorities.ranking('rice');
      return scores.map((_score, at) => {
        const candidate = read.candidate(`f${String(at)}`);
        return (ranking.isInTopFifth(candidate) ? 'top' : '') + (ranking.isInLowerHalf(candidate) ? 'low' : '');
      });
    };
    assert.deepEqual(await parts(5, 4, 3, 2, 1), ['top', '', '', 'low', 'low']);
    assert.deepEqual(await parts(1, 2, 3, 4), ['low', 'low', '', '']);
    // Whoever shares the first rank shares what comes with it.
    assert.deepEqual(await parts(5, 5, 3, 2, 1), ['top', 'top', '', 'low', 'low']);
    assert.deepEqual(await parts(7, 7, 7, 7, 7), ['top', 'top', 'top', 'top', 'top']);
    assert.deepEqual(await parts(10, 9, 8, 7, 6, 5, 4, 3, 2, 1), [
      ...['top', 'top', '', '', ''],
      ...['low', 'low', 'low', 'low', 'low'],
    ]);
    // A fifth of 35 is 7.
    assert.equal((await parts(...[...Array(35).keys()])).filter((part) => part === 'top').length, 7);
  });

  it('tells any share of the lower end', async () => {
    const { priorities, candidate } = await features(
      [5, 4, 3, 2, 1].map((score, at) => `  f${String(at)}: ${rice(score)}\n`).join(''),
    );
    const ranking = priorities.ranking('rice');
    const lower = (share: number): readonly number[] =>
      [0, 1, 2, 3, 4].filter((at) => ranking.isInLower(candidate(`f${String(at)}`), share));
    assert.deepEqual(lower(0), []);
    assert.deepEqual(lower(0.2), [4]);
    assert.deepEqual(lower(0.6), [2, 3, 4]);
    assert.deepEqual(lower(1), [0, 1, 2, 3, 4]);
  });

  it('gives each score one more than the number of those above it', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 30 });
    fc.assert(
      fc.property(scores, (values) => {
        const ranking = new Ranking(
          'rice',
          values.map((value) => ({ value, method: 'rice' }) as Score),
        );
        assert.equal(ranking.size, values.length);
        for (const { value, rank } of ranking.ranked)
          assert.equal(rank, values.filter((other) => other > value).length + 1);
      }),
    );
  });
});
