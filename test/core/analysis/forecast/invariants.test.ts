import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ForecastProblem, UncertainLength } from '../../../../src/core/analysis/forecast/forecastProblem';
import { simulate } from '../../../../src/core/analysis/forecast/monteCarlo';
import type { ActivityNetwork } from '../../../../src/core/analysis/network/activityNetwork';
import { criticalPath } from '../../../../src/core/analysis/network/criticalPath';
import { noInstant } from '../../../../src/core/analysis/network/links';
import { networks, networksInWorkingTime } from '../network/randomNetworks';
import { problemOf, threePoints } from './forecastProblems';

const largest = 8;
const few = { runs: 40, distribution: 'pert-beta' } as const;

const maybeDate = fc.oneof({ weight: 4, arbitrary: fc.constant(noInstant) }, fc.nat(25));
const maybeDates = fc.array(maybeDate, { minLength: largest, maxLength: largest });

/** Networks with dates that are stated, ceilings, and activities that wait for the first of several. */
const withDates: fc.Arbitrary<ActivityNetwork> = fc
  .tuple(
    fc.oneof(networks, networksInWorkingTime),
    maybeDates,
    maybeDates,
    maybeDates,
    fc.array(fc.nat(3), { minLength: largest, maxLength: largest }),
  )
  .map(([network, fixedStart, fixedFinish, latestFinish, first]) => {
    const firstOf = Uint8Array.from(network.duration, (_, activity) => (first[activity] === 0 ? 1 : 0));
    return {
      ...network,
      duration: network.duration.map((duration, activity) => (firstOf[activity] === 1 ? 0 : duration)),
      fixedStart: Float64Array.from(fixedStart.slice(0, network.count)),
      fixedFinish: Float64Array.from(fixedFinish.slice(0, network.count)),
      latestFinish: Float64Array.from(latestFinish.slice(0, network.count)),
      firstOf,
    };
  });

/** What is drawn for the lengths of a network, around its durations. */
const spreads = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: largest, maxLength: largest });

function varied(network: ActivityNetwork, points: readonly (readonly [number, number, number])[]): UncertainLength[] {
  return Array.from(network.duration, (_, activity) => threePoints(...points[activity]!));
}

/** The early finishes with the shortest or the longest of the points as durations. */
function bound(network: ActivityNetwork, of: (...points: number[]) => number, points: readonly (readonly number[])[]) {
  const duration = network.duration.map((_, activity) => of(...points[activity]!));
  return criticalPath({ ...network, duration }).earlyFinish;
}

function finishesOf(problem: ForecastProblem): Float64Array[] {
  return simulate(problem, { ...few, seed: 4 }).targets.map(({ finishes }) => finishes);
}

describe('simulate, for any network', () => {
  it('has the early finishes of the critical path where nothing varies, whatever is stated', () => {
    fc.assert(
      fc.property(withDates, (network) => {
        const { earlyFinish } = criticalPath(network);
        const { targets } = simulate(problemOf(network, []), { ...few, runs: 2, seed: 0 });
        assert.deepEqual(
          targets.map(({ p50, p95 }) => [p50, p95]),
          [...earlyFinish].map((finish) => (finish === noInstant ? [undefined, undefined] : [finish, finish])),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is critical in plain time just where the critical path is', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { criticality } = simulate(problemOf(network, []), { ...few, runs: 3, seed: 0 });
        assert.deepEqual([...criticality], [...criticalPath(network).critical]);
      }),
    );
  });

  it('has in each run a critical activity that is the last', () => {
    fc.assert(
      fc.property(networksInWorkingTime, spreads, fc.integer(), (network, points, seed) => {
        const { criticality, targets } = simulate(problemOf(network, varied(network, points)), {
          ...few,
          runs: 1,
          seed,
        });
        const end = Math.max(...targets.map(({ p50 }) => p50!));
        targets.forEach(({ p50 }, activity) => {
          if (p50 === end) assert.equal(criticality[activity], 1);
        });
        assert.ok(criticality.includes(1));
      }),
    );
  });

  it('finishes no earlier than all at their best, no later than all at their worst', () => {
    // Not with finishes that wait: what takes longer starts earlier for them, and holds others up less by its start.
    const forwards = fc.oneof(networks, networksInWorkingTime).map((network) => ({
      ...network,
      links: { ...network.links, type: network.links.type.map((type) => type & 1) },
    }));
    fc.assert(
      fc.property(forwards, spreads, (network, points) => {
        const least = bound(network, Math.min, points);
        const most = bound(network, Math.max, points);
        finishesOf(problemOf(network, varied(network, points))).forEach((finishes, activity) => {
          assert.ok(finishes[0]! >= least[activity]!);
          assert.ok(finishes.at(-1)! <= most[activity]!);
        });
      }),
    );
  });

  it('has its percentiles in order, and shares from 0 to 1', () => {
    fc.assert(
      fc.property(withDates, spreads, fc.integer({ min: -5, max: 60 }), (network, points, limit) => {
        const all = { activities: [...network.duration.keys()], limit };
        const { targets, criticality } = simulate(problemOf(network, varied(network, points), [all]), {
          ...few,
          seed: 3,
        });
        for (const { p50, p80, p95, meetsLimit, finishes } of targets) {
          assert.ok(finishes.every((finish, at) => at === 0 || finish >= finishes[at - 1]!));
          if (p50 !== undefined && p80 !== undefined) assert.ok(p50 <= p80);
          if (p80 !== undefined && p95 !== undefined) assert.ok(p80 <= p95);
          if (meetsLimit !== undefined) assert.ok(meetsLimit >= 0 && meetsLimit <= 1);
        }
        assert.ok(criticality.every((share) => share >= 0 && share <= 1));
      }),
    );
  });

  it('has no NaN for numbers of any value', () => {
    const anything = fc.oneof(fc.double(), fc.nat(30));
    const many = fc.array(anything, { minLength: largest, maxLength: largest });
    fc.assert(
      fc.property(withDates, many, many, many, many, (network, one, two, three, four) => {
        const lengths = Array.from(network.duration, (_, activity): UncertainLength =>
          activity % 2 === 0
            ? threePoints(one[activity]!, two[activity]!, three[activity]!, four[activity])
            : {
                kind: 'observed',
                remaining: one[activity]!,
                ratios: Float64Array.of(two[activity]!, three[activity]!),
                worked: four[activity]!,
              },
        );
        // Plain time: the calendars of the tests count minute by minute.
        const { time: _, ...plain } = network;
        const { targets, criticality } = simulate(problemOf(plain, lengths, [{ activities: [0], limit: one[0]! }]), {
          ...few,
          seed: two[0]!,
        });
        for (const { p50 = 0, p80 = 0, p95 = 0, meetsLimit = 0, finishes } of targets) {
          assert.ok(![p50, p80, p95, meetsLimit, ...finishes].some(Number.isNaN));
        }
        assert.ok(!criticality.some(Number.isNaN));
      }),
    );
  });
});
