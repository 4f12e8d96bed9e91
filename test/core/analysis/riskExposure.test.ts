import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RiskExposures, riskLevels, riskSeverity, type RiskExposure } from '../../../src/core/analysis/riskExposure';
import { planFrom } from '../planFrom';

/** Ten weeks of five days, and a budget of 100,000 EUR. */
const frame = 'start: 2026-01-05\nend: 2026-03-13\nbudget: { total: 100000 EUR, exchange_rates: { USD: 0.5 } }\n';

async function exposureOf(risk: string, project = frame): Promise<RiskExposure> {
  const plan = await planFrom({ 'a.project.yaml': `project: A\n${project}risks: { r: { title: R, ${risk} } }\n` });
  const { analysis } = plan.state();
  const [file] = analysis.plan.projects;
  const [first] = file?.root?.fields.risks?.value ?? [];
  assert.ok(file && first);
  const { schedule } = analysis;
  return new RiskExposures(file, { cost: analysis.cost(file), progress: analysis.progress(file), schedule }).of(first);
}

describe('exposure of a risk', () => {
  it('is its probability times what it would cost', async () => {
    const { expectedMoney, expectedMinutes, exposure } = await exposureOf('probability: 30%, impact: [20000 EUR, 2w]');
    assert.equal(expectedMoney, 600_000);
    assert.equal(expectedMinutes, 3 * 480);
    // Two weeks of ten are as much as 20,000 of 100,000.
    assert.equal(exposure, 0.3 * 0.2);
  });

  it('adds up what is written of one kind, in the currency of the project', async () => {
    const { money, minutes } = await exposureOf('probability: low, impact: [1000 EUR, 1000 USD, 1d, 1w]');
    assert.deepEqual([money, minutes], [150_000, 6 * 480]);
    assert.equal((await exposureOf('probability: low, impact: [1000 EUR, 1000 JPY]')).money, undefined);
  });

  it('has the words of the format in their own levels', async () => {
    for (const level of riskLevels) assert.equal((await exposureOf(`probability: ${level}`)).probabilityLevel, level);
  });

  it('has an impact by its share of the budget or of the time, whichever is higher', async () => {
    const level = async (impact: string): Promise<string | undefined> =>
      (await exposureOf(`probability: low, impact: ${impact}`)).impactLevel;
    assert.deepEqual(
      [await level('9999 EUR'), await level('10000 EUR'), await level('20000 EUR')],
      ['low', 'medium', 'high'],
    );
    assert.deepEqual([await level('2d'), await level('3d'), await level('1w')], ['low', 'medium', 'high']);
    assert.equal(await level('[100 EUR, 3d]'), 'medium');
  });

  it('is not known without a probability, an impact, or something to compare with', async () => {
    assert.equal((await exposureOf('impact: 1w')).exposure, undefined);
    assert.equal((await exposureOf('probability: high')).exposure, undefined);
    const bare = await exposureOf('probability: high, impact: [1000 EUR, 1w]', '');
    assert.deepEqual([bare.exposure, bare.impactLevel, bare.expectedMinutes], [undefined, undefined, 0.7 * 5 * 480]);
  });

  it('compares with the length of the work where the project states none', async () => {
    const work = 'items: { a: { title: A, start: 2026-05-04, end: 2026-05-15 } }\n';
    assert.equal((await exposureOf('probability: 50%, impact: 1d', work)).exposure, 0.05);
  });
});

describe('severity of a risk', () => {
  it('never falls where probability or impact rises', () => {
    const level = fc.constantFrom(...riskLevels);
    const rank = (name: (typeof riskLevels)[number]): number => riskLevels.indexOf(name);
    fc.assert(
      fc.property(level, level, level, level, (p, i, more, worse) => {
        if (rank(more) < rank(p) || rank(worse) < rank(i)) return;
        assert.ok(rank(riskSeverity(more, worse)) >= rank(riskSeverity(p, i)));
      }),
    );
  });
});
