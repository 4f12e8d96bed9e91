import assert from 'node:assert/strict';
import { RandomStreams } from '../../../../src/core/analysis/forecast/random';

const count = 20_000;
const names = ['shop/cart', 'shop/cart-1', 'shop/cart-2', 'a', 'b', ''];

function drawn(seed: number, keys: readonly string[], stream: number, length = count): Float64Array {
  const numbers = new Float64Array(length);
  new RandomStreams(seed, keys).fill(stream, numbers);
  return numbers;
}

function correlation(one: Float64Array, other: Float64Array): number {
  // Of uniform numbers: mean 1/2, variance 1/12.
  return one.reduce((sum, value, at) => sum + (value - 0.5) * ((other[at] ?? 0.5) - 0.5), 0) * (12 / one.length);
}

/** Five standard deviations of a mean of that many values; a correlation has 1. */
const tolerance = (deviation: number): number => (5 * deviation) / Math.sqrt(count);

/** How far counts are from equal ones, as a sum that follows the chi-squared distribution. */
function chiSquared(counts: readonly number[], expected: number): number {
  return counts.reduce((sum, own) => sum + (own - expected) ** 2 / expected, 0);
}

describe('RandomStreams', () => {
  it('gives numbers from 0 to below 1, with the mean and variance of uniform ones', () => {
    names.forEach((_, stream) => {
      const numbers = drawn(7, names, stream);
      assert.ok(numbers.every((number) => number >= 0 && number < 1));
      const mean = numbers.reduce((sum, number) => sum + number, 0) / count;
      assert.ok(Math.abs(mean - 0.5) < tolerance(Math.sqrt(1 / 12)));
      const variance = numbers.reduce((sum, number) => sum + (number - 0.5) ** 2, 0) / count;
      assert.ok(Math.abs(variance - 1 / 12) < tolerance(Math.sqrt(1 / 180)));
    });
  });

  it('gives numbers that do not follow from the one before, nor from those of another key or seed', () => {
    const all = names.map((_, stream) => drawn(1, names, stream));
    all.forEach((numbers, stream) => {
      assert.ok(Math.abs(correlation(numbers.subarray(1), numbers.subarray(0, -1))) < tolerance(1));
      assert.ok(Math.abs(correlation(numbers, drawn(2, names, stream))) < tolerance(1));
      for (const other of all.slice(stream + 1)) assert.ok(Math.abs(correlation(numbers, other)) < tolerance(1));
    });
  });

  it('spreads pairs evenly over the square: neighbours of a stream, and the same draw of two streams', () => {
    const [one, other] = [drawn(3, ['item-1', 'item-2'], 0), drawn(3, ['item-1', 'item-2'], 1)];
    for (const second of [other, one.subarray(1)]) {
      const cells = Array.from({ length: 256 }, () => 0);
      second.forEach((number, at) => {
        const cell = Math.floor(one[at]! * 16) * 16 + Math.floor(number * 16);
        cells[cell] = cells[cell]! + 1;
      });
      // 255 degrees of freedom: mean 255, deviation 22.6.
      const distance = chiSquared(cells, second.length / 256);
      assert.ok(distance > 255 - 5 * 22.6 && distance < 255 + 5 * 22.6, String(distance));
    }
  });

  it('spreads the first numbers of many keys that are alike', () => {
    const keys = Array.from({ length: count }, (_, at) => `project/item-${at}`);
    const streams = new RandomStreams(0, keys);
    const cells = Array.from({ length: 64 }, () => 0);
    const first = new Float64Array(1);
    keys.forEach((_, stream) => {
      streams.fill(stream, first);
      cells[Math.floor(first[0]! * 64)]!++;
    });
    // 63 degrees of freedom: mean 63, deviation 11.2.
    const distance = chiSquared(cells, count / 64);
    assert.ok(distance > 63 - 5 * 11.2 && distance < 63 + 5 * 11.2, String(distance));
  });

  it('gives a key the same numbers whatever other keys there are, in one go or in several', () => {
    const alone = drawn(9, ['a'], 0, 100);
    assert.deepEqual(drawn(9, ['x', 'y', 'a', 'z'], 2, 100), alone);
    const streams = new RandomStreams(9, ['x', 'a']);
    const numbers = new Float64Array(100);
    streams.fill(1, numbers, 0, 33);
    streams.fill(0, new Float64Array(5));
    streams.fill(1, numbers, 33, 100);
    assert.deepEqual(numbers, alone);
  });
});
