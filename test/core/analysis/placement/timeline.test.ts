import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ReadyQueue } from '../../../../src/core/analysis/placement/readyQueue';
import { Timeline } from '../../../../src/core/analysis/placement/timeline';

const horizon = 40;

const changes = fc.array(
  fc.tuple(fc.nat(horizon - 1), fc.integer({ min: 1, max: horizon }), fc.integer({ min: -3, max: 3 })),
  {
    maxLength: 30,
  },
);

/** The amounts of each period, and the timeline that has been through the same changes. */
function both(levels: readonly number[], done: readonly (readonly [number, number, number])[]): [number[], Timeline] {
  const amounts = Array.from(
    { length: horizon + 1 },
    (_, period) => levels[Math.floor(period / 8)] ?? levels.at(-1) ?? 0,
  );
  const from = Float64Array.from(levels, (_, step) => step * 8);
  const timeline = new Timeline({ from, amount: Float64Array.from(levels) });
  for (const [start, length, change] of done) {
    const end = start + length >= horizon ? Infinity : start + length;
    timeline.add(start, end, change);
    for (let period = start; period < Math.min(end, amounts.length); period++) amounts[period]! += change;
  }
  return [amounts, timeline];
}

describe('Timeline', () => {
  const levels = fc.array(fc.nat(5), { maxLength: 5 });

  it('finds what a search period by period finds, after any changes', () => {
    fc.assert(
      fc.property(levels, changes, fc.nat(horizon), fc.integer({ min: -4, max: 8 }), (given, done, instant, level) => {
        const [amounts, timeline] = both(given, done);
        const found = (isWanted: (amount: number) => boolean): number => {
          const at = amounts.findIndex((amount, period) => period >= instant && isWanted(amount));
          return at < 0 ? Infinity : at;
        };
        assert.equal(
          timeline.firstBelow(instant, level),
          found((amount) => amount < level),
        );
        assert.equal(
          timeline.firstAtLeast(instant, level),
          found((amount) => amount >= level),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('finds since when there has been too little', () => {
    fc.assert(
      fc.property(levels, changes, fc.nat(horizon), fc.integer({ min: 1, max: 8 }), (given, done, instant, level) => {
        const [amounts, timeline] = both(given, done);
        const enough = amounts.findLastIndex((amount, period) => period < instant && amount >= level);
        assert.equal(timeline.belowUntil(instant, level), enough < 0 ? -Infinity : enough + 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('has nothing before its first step, and leaves out steps that are not in order', () => {
    const timeline = new Timeline({ from: Float64Array.of(5, 3, 8, NaN), amount: Float64Array.of(2, 9, NaN, 9) });
    assert.equal(timeline.firstAtLeast(-100, 1), 5);
    assert.equal(timeline.firstAtLeast(0, 3), Infinity);
    const always = new Timeline({ from: Float64Array.of(-Infinity), amount: Float64Array.of(2) });
    assert.equal(always.firstAtLeast(-100, 2), -100);
  });
});

describe('ReadyQueue', () => {
  it('gives numbers by priority, then by size', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5)), (priorities) => {
        const queue = new ReadyQueue(Float64Array.from(priorities));
        const numbers = [...priorities.keys()];
        for (const number of [...numbers].reverse()) queue.push(number);
        const given = numbers.map(() => queue.pop());
        assert.deepEqual(
          given,
          numbers.sort((one, other) => priorities[one]! - priorities[other]! || one - other),
        );
        assert.equal(queue.pop(), undefined);
      }),
    );
  });
});
