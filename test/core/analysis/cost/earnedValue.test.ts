import assert from 'node:assert/strict';
import { earnedValue, type EarnedValue } from '../../../../src/core/analysis/cost/earnedValue';
import { unknownFigure, type Figure } from '../../../../src/core/analysis/cost/figure';
import { costOf, estimates, figures } from './costFrom';

const notThere = unknownFigure('not-stated', 'is not there');

/** Whole units for minor ones; undefined for what is not known. */
function earned(bac?: number, pv?: number, ev?: number, ac?: number, etc?: number): EarnedValue {
  const figure = (value?: number): Figure => (value === undefined ? notThere : { value });
  return earnedValue({ bac: figure(bac), pv: figure(pv), ev: figure(ev), ac: figure(ac), bottomUpEtc: figure(etc) });
}

function rounded(value: number | undefined): number | undefined {
  return value && Math.round(value * 1000) / 1000;
}

/** Three stretches of 20, 40 and 40 days. By Friday 24 April the first and half of the second were to be done. */
const threeStretches = `
people: { dana: { name: Dana, rate: 1100 USD/d } }
budget:
  total: 100000 USD
  lines:
    work: { title: Work, planned: 90000 USD, spent: 30000 USD }
    travel: { title: Travel, planned: 10000 USD, spent: 6000 USD }
items:
  design: { title: Design, assignees: dana, estimate: 20d, status: done, start: 2026-03-02, end: 2026-03-27 }
  build: { title: Build, assignees: dana, estimate: 40d, progress: 37.5%, start: 2026-03-30, end: 2026-05-22 }
  test: { title: Test, assignees: dana, estimate: 40d, start: 2026-05-25, end: 2026-07-17 }
`;

describe('earned value of a plan', () => {
  it('has CPI 0.972 and SPI 0.875 where 40,000 of 100,000 are planned, 35,000 earned and 36,000 spent', () => {
    // By hand from the formulas of the PMBOK Guide, 6th edition, section 7.4.2.2.
    const cost = costOf(threeStretches, '2026-04-24');
    assert.deepEqual(figures(cost), {
      bac: 100_000,
      pv: 40_000,
      ev: 35_000,
      ac: 36_000,
      cv: -1_000,
      sv: -5_000,
      cpi: 0.972,
      spi: 0.875,
      eac: 102_857.14,
      etc: 66_857.14,
      vac: -2_857.14,
      tcpi: 1.016,
    });
    assert.equal(cost.earnedValue.tcpiTo, 'bac');
  });

  it('is estimated at completion by each form of the PMBOK Guide', () => {
    assert.deepEqual(estimates(costOf(threeStretches, '2026-04-24')), {
      'present-cpi': 102_857.14,
      'budgeted-rate': 101_000,
      // 65,000 / (0.97222 × 0.875) on top of what is spent.
      'cpi-and-spi': 112_408.16,
      // 25 days of Build and 40 of Test.
      'bottom-up': 36_000 + 65 * 1_100,
    });
  });

  it('is that of the fence with four sides (Mulcahy, PMP Exam Prep)', () => {
    // A side a day for 1,000 each; at the end of the third day two are built, one half. The book rounds the CPI to 0.893
    // first, and so has 4,479, 1,679 and −479.
    const fence = costOf(
      `
budget:
  lines:
    one: { title: First side, spent: 1000 USD }
    two: { title: Second side, spent: 1200 USD }
    three: { title: Third side, spent: 600 USD }
items:
  one: { title: First side, cost: 1000 USD, status: done, start: 2026-05-04, end: 2026-05-04 }
  two: { title: Second side, cost: 1000 USD, status: done, start: 2026-05-05, end: 2026-05-05 }
  three: { title: Third side, cost: 1000 USD, progress: 50%, start: 2026-05-06, end: 2026-05-06 }
  four: { title: Fourth side, cost: 1000 USD, start: 2026-05-07, end: 2026-05-07 }
`,
      '2026-05-06',
    );
    assert.deepEqual(figures(fence), {
      bac: 4_000,
      pv: 3_000,
      ev: 2_500,
      ac: 2_800,
      cv: -300,
      sv: -500,
      cpi: 0.893,
      spi: 0.833,
      eac: 4_480,
      etc: 1_680,
      vac: -480,
      tcpi: 1.25,
    });
  });
});

describe('figures of earned value', () => {
  it('are those of the project of a year (Schwalbe, Information Technology Project Management, chapter 7)', () => {
    const { cv, sv, cpi, spi, eac } = earned(120_000, 23_000, 20_000, 25_000);
    assert.deepEqual([cv, sv, cpi, rounded(spi), eac], [-5_000, -3_000, 0.8, 0.87, 150_000]);
  });

  it('lead to the estimate at completion where the budget is spent', () => {
    const over = earned(1_000, 900, 800, 1_100);
    // BAC / CPI is 1,375. What is left needs the CPI that the work has had, by that very estimate.
    assert.equal(over.eac, 1_375);
    assert.equal(rounded(over.tcpi), rounded(over.cpi));
    assert.equal(over.tcpiTo, 'eac');
    const exactly = earned(1_000, 900, 800, 1_000);
    assert.deepEqual([exactly.tcpi, exactly.tcpiTo], [0.8, 'eac']);
  });

  it('end at what was spent where all is done', () => {
    const done = earned(1_000, 1_000, 1_000, 1_200);
    assert.deepEqual([done.eac, done.etc, done.vac], [1_200, 0, -200]);
    assert.deepEqual([done.tcpi, done.unknown.tcpi?.why], [undefined, 'has nothing left to spend']);
    assert.equal(done.eacBy['cpi-and-spi'], 1_200);
    assert.deepEqual([earned(1_000, 1_000, 1_000, 900).tcpi, earned(1_000, 1_000, 1_000, 900).tcpiTo], [0, 'bac']);
  });

  it('have no quotients by nothing', () => {
    const unspent = earned(1_000, 0, 100, 0);
    assert.deepEqual([unspent.cv, unspent.sv, unspent.cpi, unspent.spi], [100, 100, undefined, undefined]);
    assert.deepEqual(unspent.unknown.cpi, { kind: 'no-divisor', why: 'has cost nothing so far' });
    assert.equal(unspent.unknown.spi?.why, 'was to have done nothing so far');
    // What follows from an index is not known for the same reason; the other forms are.
    assert.equal(unspent.unknown.etc?.why, 'has cost nothing so far');
    assert.equal(unspent.eacBy['budgeted-rate'], 900);
    assert.equal(rounded(unspent.tcpi), 0.9);

    const unearned = earned(1_000, 200, 0, 50);
    assert.deepEqual([unearned.cpi, unearned.spi, unearned.eac], [0, 0, undefined]);
    assert.equal(unearned.unknown.eac?.why, 'has earned nothing so far');
    assert.deepEqual([unearned.eacBy['budgeted-rate'], unearned.eacBy['cpi-and-spi']], [1_050, undefined]);
  });

  it('are the ones of a budget of nothing', () => {
    const nothing = earned(0, 0, 0, 50);
    assert.deepEqual([nothing.cv, nothing.cpi, nothing.spi, nothing.eac], [-50, 0, undefined, undefined]);
    assert.deepEqual([nothing.tcpi, nothing.unknown.tcpi?.why], [undefined, 'has earned nothing so far']);
  });

  it('have no indices where more came back than was spent', () => {
    const refunded = earned(1_000, 200, 100, -50);
    assert.equal(refunded.cv, 150);
    assert.deepEqual([refunded.cpi, refunded.unknown.cpi?.kind], [undefined, 'negative']);
    assert.equal(refunded.unknown.eac?.kind, 'negative');
  });

  it('are as few as what they follow from', () => {
    const noCosts = earned(1_000, 400, 350);
    assert.deepEqual([noCosts.sv, noCosts.spi], [-50, 0.875]);
    assert.deepEqual(Object.keys(noCosts.unknown).sort(), ['ac', 'cpi', 'cv', 'eac', 'etc', 'tcpi', 'vac']);
    assert.ok(Object.values(noCosts.unknown).every(({ why }) => why === 'is not there'));
    assert.equal(earned(1_000, 400, 350, 300, 500).eacBy['bottom-up'], 800);
    assert.equal(earned(undefined, undefined, undefined, 300, 500).eacBy['bottom-up'], 800);
  });

  it('are not known where they cannot be counted exactly', () => {
    const most = Number.MAX_SAFE_INTEGER;
    assert.equal(earned(most, most, 1, most).unknown.eac?.kind, 'too-large');
    assert.equal(earned(most, 0, 0, most).eacBy['budgeted-rate'], undefined);
  });
});
