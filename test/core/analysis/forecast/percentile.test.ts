import assert from 'node:assert/strict';
import { percentile, shareBy } from '../../../../src/core/analysis/forecast/percentile';

const five = Float64Array.of(15, 20, 35, 40, 50);

describe('percentile', () => {
  it('is the value of the nearest rank', () => {
    // Ranks of 5 values: 0.25, 1.5, 2, 2.5 and 5, each rounded up.
    assert.deepEqual(
      [5, 30, 40, 50, 100].map((percent) => percentile(five, percent)),
      [15, 20, 20, 35, 50],
    );
  });

  it('is exact where the rank is whole', () => {
    const hundred = Float64Array.from({ length: 100 }, (_, at) => at + 1);
    for (let percent = 1; percent <= 100; percent++) assert.equal(percentile(hundred, percent), percent);
  });

  it('is unknown of nothing, and of what never comes', () => {
    assert.equal(percentile(new Float64Array(), 50), undefined);
    assert.equal(percentile(Float64Array.of(1, 2, Infinity), 95), undefined);
    assert.equal(percentile(Float64Array.of(1, 2, Infinity), 50), 2);
  });
});

describe('shareBy', () => {
  it('counts what is not beyond the limit', () => {
    assert.deepEqual(
      [14, 15, 34, 35, 50, 99].map((limit) => shareBy(five, limit)),
      [0, 0.2, 0.4, 0.6, 1, 1],
    );
    assert.equal(shareBy(Float64Array.of(1, Infinity), 7), 0.5);
  });

  it('is unknown of nothing and without a limit', () => {
    assert.equal(shareBy(new Float64Array(), 1), undefined);
    assert.equal(shareBy(five, NaN), undefined);
    assert.equal(shareBy(five, Infinity), undefined);
  });
});
