import assert from 'node:assert/strict';
import { simulate } from '../../../../src/core/analysis/forecast/monteCarlo';
import { criticalPath } from '../../../../src/core/analysis/network/criticalPath';
import type { UncertainLength } from '../../../../src/core/analysis/forecast/forecastProblem';
import { networkOf, type Table } from '../network/networkTable';
import { minuteByMinute } from '../network/randomNetworks';
import { defaults, forecastOf, problemOf, threePoints, uniform } from './forecastProblems';

function assertClose(actual: number | undefined, expected: number, tolerance: number): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A chain of equal activities. */
function chainOf(count: number, length: UncertainLength): Parameters<typeof forecastOf> {
  const names = Array.from({ length: count }, (_, at) => `a${at}`);
  return [
    Object.fromEntries(names.map((name, at) => [name, { takes: 1, after: at > 0 ? [`a${at - 1}`] : [] }])),
    Object.fromEntries(names.map((name) => [name, length])),
  ];
}

describe('simulate', () => {
  describe('against what is known', () => {
    it('has in each run the dates of the critical path where nothing varies', () => {
      const table: Table = {
        A: { takes: 4 },
        B: { takes: 5, after: ['A SS+2'] },
        C: { takes: 6, after: ['A FS-1'] },
        D: { takes: 3, after: ['B FF+2'] },
        E: { takes: 4, after: ['C SF+9'] },
        F: { takes: 2, after: ['D', 'E'] },
      };
      const { targets, criticality } = forecastOf(table, {}, { limit: 14, options: { runs: 7 } });
      // As worked by hand in the tests of criticalPath.
      assert.deepEqual(
        targets.map(({ p50, p95 }) => [p50, p95]),
        [14, 4, 7, 9, 9, 12, 14].map((finish) => [finish, finish]),
      );
      assert.equal(targets[0]?.meetsLimit, 1);
      assert.deepEqual([...criticality], [1, 0, 1, 0, 1, 1]);
    });

    it('adds up means and variances along a chain, and comes close to the normal distribution', () => {
      const count = 40;
      const { targets, criticality } = forecastOf(...chainOf(count, threePoints(6_000, 10_000, 20_000)));
      const mean = (count * (6_000 + 40_000 + 20_000)) / 6;
      // Of Beta(α, β) with α + β = 6 and the likely point at 2/7 of the range.
      const deviation = 14_000 * Math.sqrt((count * (1 + 8 / 7) * (5 - 8 / 7)) / 252);
      const [all] = targets;
      assertClose(meanOf(all!.finishes), mean, (4 * deviation) / 100);
      assertClose(Math.sqrt(meanOf(all!.finishes.map((finish) => (finish - mean) ** 2))), deviation, deviation / 25);
      assertClose(all!.p50, mean, deviation / 15);
      assertClose(all!.p80, mean + 0.8416 * deviation, deviation / 15);
      assertClose(all!.p95, mean + 1.6449 * deviation, deviation / 12);
      assert.ok(criticality.every((share) => share === 1));
    });

    it('has the mean of the triangular distribution where that is asked for', () => {
      const [table, lengths] = chainOf(1, threePoints(0, 100_000, 500_000));
      const mean = (distribution: 'pert-beta' | 'triangular'): number =>
        meanOf(forecastOf(table, lengths, { options: { distribution } }).targets[0]!.finishes);
      assertClose(mean('triangular'), 200_000, 4_500);
      assertClose(mean('pert-beta'), 150_000, 4_000);
    });

    it('has the later of two independent lengths, and how often it is which', () => {
      const table: Table = { short: { takes: 1 }, long: { takes: 1 }, end: { takes: 0, after: ['short', 'long'] } };
      const equal = forecastOf(table, { short: uniform(1e6), long: uniform(1e6) });
      // The later of two is below x with the probability x².
      assertClose(equal.targets[0]?.p50, 1e6 * Math.SQRT1_2, 2e4);
      assertClose(equal.targets[0]?.p80, 1e6 * Math.sqrt(0.8), 2e4);
      assertClose(equal.criticality[0], 0.5, 0.02);
      assertClose(equal.criticality[1], 0.5, 0.02);
      assert.equal(equal.criticality[2], 1);
      // One that goes twice as far is the later in three cases of four.
      const unequal = forecastOf(table, { short: uniform(1e6), long: uniform(2e6) });
      assertClose(unequal.criticality[1], 0.75, 0.02);
      assertClose(unequal.criticality[0]! + unequal.criticality[1]!, 1, 0.001);
    });

    it('has the probability of a limit, which grows with it', () => {
      const limits = [-1, 0, 100_000, 250_000, 500_000, 900_000, 1_000_000];
      const shares = limits.map((limit) => forecastOf({ a: { takes: 1 } }, { a: uniform(1e6) }, { limit }).targets[0]!);
      limits.forEach((limit, at) => assertClose(shares[at]?.meetsLimit, Math.max(0, limit / 1e6), 0.02));
      assert.ok(shares.every(({ meetsLimit }, at) => at === 0 || meetsLimit! >= shares[at - 1]!.meetsLimit!));
      assert.equal(shares.at(-1)?.meetsLimit, 1);
    });
  });

  describe('with dates that are stated', () => {
    it('varies what is left of work in progress, and not its start or what lies behind', () => {
      const table: Table = { begun: { takes: 5, start: 100 }, next: { takes: 10, after: ['begun'] } };
      const { targets } = forecastOf(table, { begun: threePoints(10, 20, 50, 30) });
      const { finishes } = targets[1]!;
      assert.ok(finishes[0]! >= 140 && finishes.at(-1)! <= 180);
      assert.ok(finishes[0]! < finishes.at(-1)!);
      assert.deepEqual(
        targets[2]?.finishes,
        finishes.map((finish) => finish + 10),
      );
    });

    it('never varies a stated finish, nor blames what comes before it', () => {
      const table: Table = {
        before: { takes: 9 },
        committed: { takes: 5, after: ['before'], finish: 40 },
        after: { takes: 3, after: ['committed'] },
      };
      const { targets, criticality } = forecastOf(table, {
        before: threePoints(1, 9, 30),
        committed: threePoints(1, 2, 99),
      });
      assert.deepEqual([targets[2]?.finishes[0], targets[2]?.p95, targets[3]?.p95], [40, 40, 43]);
      assert.deepEqual([...criticality], [0, 1, 1]);
    });

    it('starts with the first of several predecessors, and blames that one', () => {
      const table: Table = {
        one: { takes: 1 },
        other: { takes: 1 },
        parent: { takes: 0, after: ['one', 'other'] },
        rest: { takes: 5e6, after: ['parent'] },
      };
      const { targets, criticality } = forecastOf(
        table,
        { one: uniform(1e6), other: uniform(2e6) },
        { network: { firstOf: Uint8Array.of(0, 0, 1, 0) } },
      );
      // The earlier of two is beyond x with the probability (1 − x)(1 − x/2).
      assertClose(targets[3]?.p50, 1e6 * (1.5 - Math.sqrt(1.25)), 2e4);
      assertClose(criticality[0], 0.75, 0.02);
      assertClose(criticality[0]! + criticality[1]!, 1, 0.001);
    });
  });

  it('keeps to the path where only one of two people has a weekend in between', () => {
    const week = [true, true, true, true, true, false, false];
    const time = minuteByMinute([[...week, ...week, ...week], []]);
    // Build ends on Saturday, and Check, which waits for it, begins on Monday: float, but what sets the finish.
    const table: Table = { build: { takes: 6, calendar: 1 }, check: { takes: 1, after: ['build'] } };
    const network = networkOf(table, { time });
    assert.equal(criticalPath(network).critical[0], 0);
    const { criticality, targets } = simulate(problemOf(network, []), { ...defaults, runs: 1 });
    assert.deepEqual([...criticality], [1, 1]);
    assert.equal(targets[1]?.p50, 8);
  });

  describe('with the same seed', () => {
    const table: Table = {
      a: { takes: 9 },
      b: { takes: 9, after: ['a'] },
      c: { takes: 9, after: ['a SS+3'] },
      d: { takes: 9, after: ['b', 'c FF+1'] },
    };
    const lengths = Object.fromEntries(Object.keys(table).map((name, at) => [name, threePoints(5, 9, 20 + 10 * at)]));

    it('gives the same, with another one something else', () => {
      assert.deepEqual(forecastOf(table, lengths), forecastOf(table, lengths));
      const other = forecastOf(table, lengths, { options: { seed: 2 } });
      assert.notDeepEqual(other.targets[0]?.finishes, forecastOf(table, lengths).targets[0]?.finishes);
    });

    it('gives the same in whatever order the activities stand', () => {
      const names = ['d', 'b', 'c', 'a'];
      const turned = forecastOf(Object.fromEntries(names.map((name) => [name, table[name]!])), lengths);
      const straight = forecastOf(table, lengths);
      assert.deepEqual(turned.targets[0], straight.targets[0]);
      assert.deepEqual(
        [...turned.criticality],
        [3, 1, 2, 0].map((at) => straight.criticality[at]),
      );
    });

    it('draws the same for everything else when something is added', () => {
      const more = forecastOf({ new: { takes: 3 }, ...table }, { ...lengths, new: threePoints(1, 3, 8) });
      assert.deepEqual(more.targets[5], forecastOf(table, lengths).targets[4]);
    });

    it('begins with the same runs, however many there are', () => {
      const few = forecastOf(table, lengths, { options: { runs: 37 } }).targets[0]!.finishes;
      assert.equal(few.length, 37);
      const many = new Set(forecastOf(table, lengths, { options: { runs: 50 } }).targets[0]!.finishes);
      assert.ok(few.every((finish) => many.has(finish)));
    });
  });

  describe('what cannot be known', () => {
    it('leaves out cycles and what has no length, and says of how many activities', () => {
      const table: Table = {
        known: { takes: 4 },
        nothing: { takes: NaN },
        one: { takes: 1, after: ['other'] },
        other: { takes: 1, after: ['one'] },
        waits: { takes: 1, after: ['other'] },
      };
      const { targets, criticality } = forecastOf(table, { nothing: threePoints(1, 2, 3) }, { limit: 9 });
      assert.deepEqual([targets[0]?.p95, targets[0]?.leftOut], [4, 4]);
      assert.deepEqual([...criticality], [1, 0, 0, 0, 0]);
      assert.deepEqual(targets[5], { finishes: new Float64Array(), leftOut: 1 });
    });

    it('falls back to the duration where points or ratios are no numbers', () => {
      const unusable: UncertainLength[] = [
        threePoints(NaN, 2, 3),
        threePoints(1, 2, Infinity),
        { kind: 'observed', remaining: -1, ratios: Float64Array.of(1, 2) },
        { kind: 'observed', remaining: NaN, ratios: Float64Array.of(1, 2) },
        { kind: 'observed', remaining: 5, ratios: Float64Array.of(NaN, 2) },
        { kind: 'observed', remaining: 5, ratios: Float64Array.of(1, Infinity) },
        { kind: 'observed', remaining: 5, ratios: new Float64Array() },
      ];
      for (const length of unusable) {
        const { targets } = forecastOf({ a: { takes: 7 } }, { a: length }, { options: { runs: 3 } });
        assert.deepEqual(targets[0]?.finishes, Float64Array.of(7, 7, 7));
      }
      const { targets } = forecastOf({ a: { takes: 7 } }, { a: threePoints(-9, -5, -1, -3) }, { options: { runs: 2 } });
      assert.deepEqual(targets[0]?.finishes, Float64Array.of(0, 0));
    });

    it('has no percentile where a length is beyond all numbers or no working time is left', () => {
      const most = Number.MAX_VALUE;
      const huge = forecastOf(
        { a: { takes: 1 }, b: { takes: 1, after: ['a FF-3', 'a SS', 'a'] }, c: { takes: 2 } },
        { a: threePoints(most, most, most, most), b: { ...threePoints(1, 2, 3) } },
        { limit: 5 },
      );
      assert.deepEqual([huge.targets[0]?.p50, huge.targets[0]?.meetsLimit, huge.targets[3]?.p50], [undefined, 0, 2]);
      assert.deepEqual([...huge.criticality], [1, 1, 0]);

      // Half of the lengths are longer than there is time.
      const time = { ...minuteByMinute([]), add: (_: number, at: number, length: number) => at + length };
      const ends = {
        ...time,
        add: (_: number, at: number, length: number) => (at + length > 500 ? Infinity : at + length),
      };
      const scarce = forecastOf({ a: { takes: 1 } }, { a: uniform(1000) }, { limit: 600, network: { time: ends } });
      const [all] = scarce.targets;
      assertClose(all?.meetsLimit, 0.5, 0.02);
      assert.equal(all?.p80, undefined);
    });

    it('is everything without a whole number of runs from 1 up', () => {
      for (const runs of [0, -1, 2.5, NaN, Infinity]) {
        const { targets, criticality } = forecastOf({ a: { takes: 1 } }, {}, { limit: 3, options: { runs } });
        assert.deepEqual(targets[0], { finishes: new Float64Array(), leftOut: 0 });
        assert.deepEqual([...criticality], [0]);
      }
    });

    it('is nothing at all of nothing, and of targets with nothing in them', () => {
      assert.deepEqual(forecastOf({}, {}).targets, [{ finishes: new Float64Array(), leftOut: 0 }]);
      const problem = { ...problemOf(networkOf({ a: { takes: 1 } }), []), targets: [{ activities: [-1, 5, NaN] }] };
      assert.deepEqual(simulate(problem, defaults).targets, [{ finishes: new Float64Array(), leftOut: 3 }]);
    });
  });
});
