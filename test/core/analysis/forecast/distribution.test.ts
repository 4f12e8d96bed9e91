import assert from 'node:assert/strict';
import {
  empirical,
  orderedPoints,
  quantile,
  ThreePointQuantiles,
  type Quantiles,
} from '../../../../src/core/analysis/forecast/distribution';

/** Mean and standard deviation of what is drawn, by many equally spaced shares. */
function momentsOf(quantiles: Quantiles): { readonly mean: number; readonly deviation: number } {
  const count = 100_000;
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < count; at++) {
    const value = quantile(quantiles, (at + 0.5) / count);
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  return { mean, deviation: Math.sqrt(squares / count - mean * mean) };
}

// On a knot, between two, and at both ends.
const modes = [0, 0.01, 0.2, 1 / 3, 0.5, 0.61, 0.984, 1];

function assertMoments(quantiles: Quantiles, mean: number, variance: number, what: string): void {
  const moments = momentsOf(quantiles);
  assert.ok(Math.abs(moments.mean - mean) < 3e-4, `${what}: mean ${moments.mean}, not ${mean}`);
  const deviation = Math.sqrt(variance);
  assert.ok(Math.abs(moments.deviation - deviation) < 1e-3, `${what}: ${moments.deviation}, not ${deviation}`);
}

describe('Distributions', () => {
  it('have over three points the mean of PERT and the deviation of its beta distribution', () => {
    const shapes = new ThreePointQuantiles('pert-beta');
    for (const mode of modes) {
      // Of Beta(α, β) with α + β = 6: αβ / (36 · 7).
      assertMoments(shapes.at(mode), (1 + 4 * mode) / 6, ((1 + 4 * mode) * (5 - 4 * mode)) / 252, `mode ${mode}`);
    }
  });

  it('have over three points the mean and deviation of the triangular distribution, if that is asked for', () => {
    const shapes = new ThreePointQuantiles('triangular');
    for (const mode of modes) {
      assertMoments(shapes.at(mode), (1 + mode) / 3, (1 - mode + mode * mode) / 18, `mode ${mode}`);
    }
    assert.equal(shapes.at(0.5)[256], 0.5);
  });

  it('go from the optimistic to the pessimistic point', () => {
    for (const distribution of ['pert-beta', 'triangular'] as const) {
      for (const mode of modes) {
        const quantiles = new ThreePointQuantiles(distribution).at(mode);
        assert.equal(quantiles[0], 0);
        assert.equal(quantiles.at(-1), 1);
        assert.ok(quantiles.every((value, at) => at === 0 || value >= quantiles[at - 1]!));
      }
    }
  });

  it('draw between the neighbours of what was observed, in any order', () => {
    const observed = empirical([3, 1, NaN, 2, Infinity, 5])!;
    assert.deepEqual([...observed], [1, 2, 3, 5]);
    assert.deepEqual(
      [0, 1 / 6, 1 / 3, 0.5, 5 / 6].map((share) => Math.round(quantile(observed, share) * 1e9) / 1e9),
      [1, 1.5, 2, 2.5, 4],
    );
    assert.deepEqual([...empirical([2])!], [2, 2]);
    assert.equal(empirical([]), undefined);
    assert.equal(empirical([NaN]), undefined);
  });

  it('take points in disorder in their order, none below 0, and none at all that is no number', () => {
    assert.deepEqual(orderedPoints({ optimistic: 9, likely: 2, pessimistic: 11 }), {
      optimistic: 2,
      likely: 9,
      pessimistic: 11,
    });
    assert.deepEqual(orderedPoints({ optimistic: -3, likely: -1, pessimistic: 4 }), {
      optimistic: 0,
      likely: 0,
      pessimistic: 4,
    });
    assert.equal(orderedPoints({ optimistic: 1, likely: NaN, pessimistic: 2 }), undefined);
    assert.equal(orderedPoints({ optimistic: 1, likely: 2, pessimistic: Infinity }), undefined);
  });
});
