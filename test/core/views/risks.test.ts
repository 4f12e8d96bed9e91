import assert from 'node:assert/strict';
import type { RiskRow } from '../../../src/core/views/risksModel';
import { projectViewOf } from './viewOf';

const project = `people: { ana: Ana Lima }
start: 2026-09-07
end: 2026-11-13
budget: { total: 100000 EUR, contingency: 10000 EUR }
risks:
  small: { title: Small, probability: low, impact: 1000 EUR, response: accept }
  great: { title: Great, probability: high, impact: [9000 EUR, 2w], response: mitigate, plan: Test early, owner: ana }
  bare: { title: Bare, impact: 2w }
  over: { title: Over, probability: 50%, impact: 4000 EUR, status: closed }
  here: { title: Here, probability: 30%, impact: 12000 EUR, status: occurred }
`;

describe('risks of a project', () => {
  it('have the highest exposure first, then what is not known, then what is closed', async () => {
    const { risks } = await projectViewOf('risks', project);
    assert.deepEqual(
      risks.map(({ number = '–', title, exposure = '–', severity = '–' }) =>
        [String(number), title, exposure, severity].join(' '),
      ),
      [
        '1 Great 6,300 EUR, 7 d high',
        '2 Here 3,600 EUR medium',
        '3 Small 100 EUR low',
        '4 Bare – –',
        '– Over 2,000 EUR –',
      ],
    );
    assert.equal(risks[0]?.share, 1);
  });

  it('say what is done about each, by whom, and how it stands', async () => {
    const { risks } = await projectViewOf('risks', project);
    const row = (title: string): RiskRow | undefined => risks.find((risk) => risk.title === title);
    const { probability, impacts, response, plan, owner } = row('Great') ?? {};
    assert.deepEqual(
      [probability, impacts, response, plan, owner],
      ['High, 70 %', ['9,000 EUR', '2 weeks'], 'Mitigate', 'Test early', 'Ana Lima'],
    );
    assert.deepEqual(
      ['Great', 'Bare', 'Here', 'Over'].map((title) => row(title)?.state.text),
      ['Open', 'No answer yet', 'Occurred', 'Closed'],
    );
    assert.deepEqual([row('Bare')?.unanswered, row('Great')?.unanswered], [true, undefined]);
    assert.deepEqual(row('Great')?.place, { probability: 'high', impact: 'high' });
  });

  it('say what does not stand in the matrix, and what its levels are', async () => {
    const { unplaced, probabilities, impacts } = await projectViewOf('risks', project);
    assert.match(unplaced ?? '', /^1 risk is not in the matrix/);
    assert.deepEqual(
      probabilities.map(({ level, text }) => `${level} ${text}`),
      ['high from 55 %', 'medium from 25 %', 'low below 25 %'],
    );
    assert.equal(impacts[1]?.text, 'from 10 % of budget or 5 % of time');
  });

  it('are added up, against what is set aside for them', async () => {
    const { facts } = await projectViewOf('risks', project);
    assert.deepEqual(
      facts.map(({ label, value, note = '' }) => `${label}: ${value} ${note}`),
      [
        'Open risks: 4 1 without an answer',
        'Expected cost: 10,000 EUR 100 % of the contingency',
        'Expected time: 7 d if one follows the other',
      ],
    );
  });

  it('are filtered by words, owner, and what needs somebody', async () => {
    const left = async (settings: Parameters<typeof projectViewOf>[2]): Promise<readonly string[]> =>
      (await projectViewOf('risks', project, settings)).risks.map(({ title }) => title);
    assert.deepEqual(await left({ filter: { owner: 'ana' } }), ['Great']);
    assert.deepEqual(await left({ filter: { text: 'accept' } }), ['Small']);
    assert.deepEqual(await left({ filter: { atRisk: true } }), ['Great', 'Here', 'Bare']);
    assert.equal((await left({ hidesDone: true })).includes('Over'), false);
  });

  it('are listed where nothing can be compared, and none where there are none', async () => {
    const { risks, facts } = await projectViewOf(
      'risks',
      'risks: { a: { title: A, probability: high, impact: 1w } }\n',
    );
    assert.deepEqual([risks[0]?.exposure, risks[0]?.place, risks[0]?.share], ['3.5 d', undefined, undefined]);
    assert.equal(facts.length, 2);
    const none = await projectViewOf('risks', '');
    assert.deepEqual([none.risks, none.facts], [[], []]);
  });
});
