import assert from 'node:assert/strict';
import { BetaDistribution } from '../../../../src/core/analysis/forecast/betaDistribution';

function assertClose(actual: number, expected: number, tolerance: number, what = ''): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what} ${actual} is not ${expected}`);
}

const grid = Array.from({ length: 99 }, (_, at) => (at + 1) / 100);

/** The distribution functions of some shapes that have a closed form. */
const closedForms: readonly [alpha: number, beta: number, share: (x: number) => number][] = [
  [1, 1, (x) => x],
  [2, 2, (x) => x * x * (3 - 2 * x)],
  [3, 3, (x) => x ** 3 * (10 - 15 * x + 6 * x * x)],
  [2, 3, (x) => 1 - (1 - x) ** 3 * (1 + 3 * x)],
  [5, 1, (x) => x ** 5],
  [1, 5, (x) => 1 - (1 - x) ** 5],
  // The semicircle distribution, stretched from −1 … 1 to 0 … 1.
  [1.5, 1.5, (x) => 0.5 + ((2 * x - 1) * 2 * Math.sqrt(x * (1 - x)) + Math.asin(2 * x - 1)) / Math.PI],
];

describe('BetaDistribution', () => {
  it('has the shares of the closed forms', () => {
    for (const [alpha, beta, share] of closedForms) {
      const distribution = new BetaDistribution(alpha, beta);
      for (const x of grid) assertClose(distribution.share(x), share(x), 1e-13, `Beta(${alpha}, ${beta}) at ${x}:`);
      assert.equal(distribution.share(0), 0);
      assert.equal(distribution.share(1), 1);
    }
  });

  it('has the quantile that the table of the F distribution gives', () => {
    // F with 4 and 6 degrees of freedom exceeds 4.5337 in one case of twenty; x = 4F / (4F + 6) has Beta(2, 3).
    assertClose(new BetaDistribution(2, 3).quantiles(20)[19]!, (4 * 4.5337) / (4 * 4.5337 + 6), 1e-5);
  });

  it('finds quantiles that have the share below them, in order', () => {
    for (const alpha of [1, 1.125, 1.8, 2.6, 3, 4.875, 5]) {
      const distribution = new BetaDistribution(alpha, 6 - alpha);
      const quantiles = distribution.quantiles(512);
      assert.equal(quantiles[0], 0);
      assert.equal(quantiles[512], 1);
      for (let at = 1; at < 512; at++) {
        assertClose(distribution.share(quantiles[at]!), at / 512, 1e-11, `Beta(${alpha}) at ${at}:`);
        assert.ok(quantiles[at]! > quantiles[at - 1]!);
      }
    }
  });

  it('has its median in the middle where it is symmetric', () => {
    for (const shape of [1, 1.5, 2, 3]) {
      assertClose(new BetaDistribution(shape, shape).quantiles(2)[1]!, 0.5, 1e-12);
    }
  });
});
