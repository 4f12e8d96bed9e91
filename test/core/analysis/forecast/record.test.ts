import assert from 'node:assert/strict';
import { quantile, ThreePointQuantiles } from '../../../../src/core/analysis/forecast/distribution';
import { defaultSpread, spreadLength, spreadOf } from '../../../../src/core/analysis/forecast/record';

const four = [
  { estimated: 100, spent: 150 },
  { estimated: 100, spent: 90 },
  { estimated: 200, spent: 200 },
  { estimated: 50, spent: 100 },
];

describe('spreadOf', () => {
  it('is the record of the ratios once there are five done items', () => {
    const spread = spreadOf([...four, { estimated: 10, spent: 12 }]);
    assert.deepEqual(spread, { kind: 'record', ratios: Float64Array.of(0.9, 1, 1.2, 1.5, 2), count: 5 });
    assert.deepEqual(spreadLength(480, spread, 60), {
      kind: 'observed',
      remaining: 480,
      ratios: Float64Array.of(0.9, 1, 1.2, 1.5, 2),
      worked: 60,
    });
  });

  it('is the stated default before', () => {
    const spread = spreadOf(four);
    assert.deepEqual(spread, { kind: 'default', points: defaultSpread });
    assert.deepEqual(spreadLength(400, spread), {
      kind: 'three-point',
      optimistic: 300,
      likely: 400,
      pessimistic: 800,
      worked: 0,
    });
  });

  it('has two of three items above their estimate by default, and all together one eighth', () => {
    const { optimistic, likely, pessimistic } = defaultSpread;
    const quantiles = new ThreePointQuantiles('pert-beta').at((likely - optimistic) / (pessimistic - optimistic));
    const ratios = Array.from({ length: 3000 }, (_, at) => {
      return optimistic + (pessimistic - optimistic) * quantile(quantiles, (at + 0.5) / 3000);
    });
    const longer = ratios.filter((ratio) => ratio > 1).length / ratios.length;
    assert.ok(Math.abs(longer - 2 / 3) < 0.005, String(longer));
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    assert.ok(Math.abs(mean - 9 / 8) < 0.001, String(mean));
  });

  it('does not count what has no estimate, took nothing, or is no number', () => {
    const unusable = [
      { estimated: 0, spent: 5 },
      { estimated: 5, spent: 0 },
      { estimated: -1, spent: -1 },
      { estimated: NaN, spent: 1 },
      { estimated: 1, spent: Infinity },
      { estimated: 5e-324, spent: 1e300 },
      { estimated: 1e300, spent: 5e-324 },
    ];
    assert.equal(spreadOf([...four, ...unusable]).kind, 'default');
  });
});
