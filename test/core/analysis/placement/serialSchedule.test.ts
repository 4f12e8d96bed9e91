import assert from 'node:assert/strict';
import fc from 'fast-check';
import { criticalPath } from '../../../../src/core/analysis/network/criticalPath';
import { noInstant } from '../../../../src/core/analysis/network/links';
import {
  type Placement,
  placementDriver,
  type PlacementProblem,
  unplacedReason,
} from '../../../../src/core/analysis/placement/placementProblem';
import { serialSchedule } from '../../../../src/core/analysis/placement/serialSchedule';
import type { Steps } from '../../../../src/core/analysis/placement/timeline';
import { networkOf, type Table } from '../network/networkTable';
import { demandsOf, rests, violations } from './feasibility';
import { problems } from './randomProblems';

const none = noInstant;
const always = (amount: number): Steps => ({ from: Float64Array.of(0), amount: Float64Array.of(amount) });

/** A problem of a table whose activities each take some of the one resource there is. */
function problemOf(
  table: Table,
  needs: readonly number[],
  resource: Steps,
  more: Partial<PlacementProblem> = {},
): PlacementProblem {
  const { count, duration, links, origin, earliestStart, fixedStart } = networkOf(table);
  return {
    count,
    duration,
    links,
    origin,
    ...(earliestStart && { release: earliestStart }),
    ...(fixedStart && { fixedStart }),
    priority: new Float64Array(count),
    demands: {
      first: Int32Array.from({ length: count + 1 }, (_, activity) => activity),
      resource: new Int32Array(count),
      amount: Float64Array.from(needs),
    },
    resources: [resource],
    ...more,
  };
}

describe('serialSchedule', () => {
  it('places by least priority, ties by index, and names who was waited for', () => {
    const table: Table = { a: { takes: 3 }, b: { takes: 2 }, c: { takes: 4 }, d: { takes: 1, after: ['c'] } };
    const priority = Float64Array.of(5, 5, 1, 9);
    const { start, driver, resource, holder, latestLink, end } = serialSchedule(
      problemOf(table, [1, 1, 1, 1], always(1), { priority }),
    );
    assert.deepEqual([...start], [4, 7, 0, 9]);
    const { origin, resource: waited } = placementDriver;
    assert.deepEqual([...driver], [waited, waited, origin, waited]);
    assert.deepEqual([...resource], [0, 0, -1, 0]);
    assert.deepEqual([...holder], [2, 0, -1, 1]);
    assert.equal(latestLink[3], 0);
    assert.equal(end, 10);
  });

  it('names of several links that allow the same start the first', () => {
    const table: Table = { a: { takes: 2 }, b: { takes: 2 }, next: { takes: 1, after: ['b', 'a', 'b FF+1'] } };
    const { start, driver, latestLink } = serialSchedule(problemOf(table, [0, 0, 0], always(1)));
    assert.equal(start[2], 2);
    assert.equal(driver[2], placementDriver.link);
    assert.equal(latestLink[2], 0);
  });

  it('lets what comes later in the order fill a gap that is long enough', () => {
    const table: Table = {
      first: { takes: 2 },
      late: { takes: 2, notBefore: 5 },
      long: { takes: 4 },
      short: { takes: 3 },
    };
    const { start, driver } = serialSchedule(problemOf(table, [1, 1, 1, 1], always(1)));
    assert.deepEqual([...start], [0, 5, 7, 2]);
    assert.equal(driver[1], placementDriver.release);
  });

  describe('where capacity comes and goes', () => {
    // Nobody is there in periods 3 and 4; one is alone from 5 to 8, then there are two.
    const capacity: Steps = { from: Float64Array.of(0, 3, 5, 8), amount: Float64Array.of(1, 0, 1, 2) };

    it('runs in one piece, and waits until there is enough for all of it', () => {
      const table: Table = { whole: { takes: 3 }, next: { takes: 3 }, two: { takes: 1 } };
      const { start, driver, holder } = serialSchedule(problemOf(table, [1, 1, 2], capacity));
      assert.deepEqual([...start], [0, 5, 8]);
      assert.equal(driver[1], placementDriver.resource);
      // What held the resource until it went away is named, and nobody where there simply was too little.
      assert.deepEqual([...holder], [-1, 0, -1]);
    });

    it('rests in between where it may, and names the holder from before the break', () => {
      const table: Table = { pausing: { takes: 4 }, next: { takes: 1 }, before: { takes: 3, start: 0 } };
      const pauses = Uint8Array.of(1, 1, 1);
      const problem = problemOf(table, [1, 1, 1], capacity, { pauses });
      const { start, finish, driver, holder } = serialSchedule(problem);
      assert.deepEqual([...start], [5, 8, 0]);
      assert.deepEqual([...finish], [9, 9, 3]);
      assert.deepEqual([...driver], [placementDriver.resource, placementDriver.resource, placementDriver.fixedStart]);
      assert.equal(holder[0], 2);
      const alone = serialSchedule(problemOf({ pausing: { takes: 4 } }, [1], capacity, { pauses }));
      assert.deepEqual([alone.start[0], alone.finish[0], alone.driver[0]], [0, 6, placementDriver.origin]);
    });
  });

  it('places what is stated first, whatever it takes, and lets the others wait for it', () => {
    const table: Table = {
      other: { takes: 2 },
      one: { takes: 3, start: 1 },
      two: { takes: 2, start: 2, after: ['other'] },
    };
    const { start, driver, holder, allowedStart } = serialSchedule(problemOf(table, [1, 1, 1], always(1)));
    assert.deepEqual([...start], [4, 1, 2]);
    // Both of the stated ones finish at 4.
    assert.equal(holder[0], 1);
    assert.equal(driver[2], placementDriver.fixedStart);
    assert.equal(allowedStart[2], 6);
  });

  it('says what has no place, and places everything else', () => {
    const table: Table = {
      ring: { takes: 1, after: ['back'] },
      back: { takes: 1, after: ['ring'] },
      waits: { takes: 1, after: ['back'] },
      wide: { takes: 1 },
      length: { takes: NaN },
      fine: { takes: 1 },
      stated: { takes: 1, after: ['waits'], start: 7 },
      after: { takes: 0, after: ['wide'] },
    };
    const { start, unplaced, unplacedBy, resource, cycles } = serialSchedule(
      problemOf(table, [1, 1, 1, 2, 1, 1, 1, 0], always(1)),
    );
    const { placed, cycle, noLength, waitsForUnplaced, neverFits } = unplacedReason;
    assert.deepEqual(
      [...unplaced],
      [cycle, cycle, waitsForUnplaced, neverFits, noLength, placed, placed, waitsForUnplaced],
    );
    assert.deepEqual([...start], [none, none, none, none, none, 0, 7, none]);
    assert.deepEqual([unplacedBy[2], unplacedBy[7]], [2, 4]);
    assert.equal(resource[3], 0);
    assert.deepEqual(cycles, [Int32Array.of(0, 1)]);
  });

  describe('for any problem', () => {
    const placed = (problem: PlacementProblem): Placement => serialSchedule(problem);

    it('is feasible, with breaks and without', () => {
      fc.assert(
        fc.property(problems, (problem) => {
          const placement = placed(problem);
          assert.deepEqual(violations(problem, placement), []);
          assert.ok(placement.unplaced.every((reason) => reason !== unplacedReason.cycle));
        }),
        { numRuns: 500 },
      );
    });

    it('is never earlier than the network without limits, and just that where there is enough of everything', () => {
      fc.assert(
        fc.property(problems, (given) => {
          // What rests takes longer, and so may start earlier where only its finish waits: the network knows no rest.
          const problem = { ...given, pauses: new Uint8Array(given.count) };
          const { release = new Float64Array() } = problem;
          const { earlyStart, groupEnd } = criticalPath({ ...problem, earliestStart: release });
          const placement = placed(problem);
          earlyStart.forEach((early, activity) => {
            if (placement.unplaced[activity] === 0) assert.ok(placement.start[activity]! >= early);
          });
          const unlimited = placed({ ...problem, resources: problem.resources.map(() => always(Infinity)) });
          assert.deepEqual(unlimited.start, earlyStart);
          assert.equal(unlimited.end, groupEnd[0]);
        }),
      );
    });

    it('leaves no activity an earlier place while the others stay (an active schedule, by trial)', () => {
      fc.assert(
        fc.property(problems, (problem) => {
          const placement = placed(problem);
          for (let activity = 0; activity < problem.count; activity++) {
            if (placement.unplaced[activity] !== 0) continue;
            for (let earlier = 0; earlier < placement.start[activity]!; earlier++) {
              const start = placement.start.slice();
              start[activity] = earlier;
              const finish = placement.finish.slice();
              finish[activity] = finishFrom(problem, activity, earlier);
              const isReleased = earlier >= problem.release![activity]!;
              assert.ok(
                !isReleased ||
                  startsResting(problem, activity, earlier) ||
                  violations(problem, { start, finish }).length > 0,
              );
            }
          }
        }),
      );
    });

    it('explains each start by what ends or begins there', () => {
      fc.assert(
        fc.property(problems, (problem) => {
          const { start, finish, driver, holder, resource, allowedStart, latestLink, unplaced } = placed(problem);
          for (let activity = 0; activity < problem.count; activity++) {
            if (unplaced[activity] !== 0) continue;
            const by = driver[activity];
            if (by === placementDriver.resource) {
              assert.ok(start[activity]! > allowedStart[activity]!);
              assert.ok(demandsOf(problem, activity).some((demand) => demand.resource === resource[activity]));
              const other = holder[activity]!;
              if (other >= 0) {
                assert.ok(finish[other]! <= start[activity]! && finish[other]! > allowedStart[activity]!);
                assert.ok(demandsOf(problem, other).some((d) => d.resource === resource[activity] && d.amount > 0));
              }
            }
            if (by === placementDriver.release) assert.equal(allowedStart[activity], problem.release![activity]);
            if (by === placementDriver.link) assert.equal(problem.links.to[latestLink[activity]!], activity);
          }
        }),
        { numRuns: 500 },
      );
    });

    it('ends for numbers of any value', () => {
      const numbers = fc.array(fc.oneof(fc.double(), fc.nat(5)), { minLength: 4, maxLength: 4 });
      const column = numbers.map((values) => Float64Array.from(values));
      const steps = fc.record({ from: column, amount: column });
      fc.assert(
        fc.property(
          column,
          column,
          column,
          column,
          fc.nat(1),
          steps,
          (duration, release, fixedStart, amount, pauses, one) => {
            const { start, finish } = serialSchedule({
              ...problemOf(
                { a: { takes: 1 }, b: { takes: 1, after: ['a'] }, c: { takes: 1 }, d: { takes: 1 } },
                [],
                one,
              ),
              duration,
              release,
              fixedStart: fixedStart.map((date, activity) => (activity < 2 ? date : none)),
              demands: { first: Int32Array.of(0, 1, 2, 3, 4), resource: Int32Array.of(0, 1, 0, 0), amount },
              pauses: new Uint8Array(4).fill(pauses),
            });
            assert.ok(![...start, ...finish].some(Number.isNaN));
          },
        ),
        { numRuns: 500 },
      );
    });
  });
});

/** Whether a start in a period is a later start in disguise. */
function startsResting(problem: PlacementProblem, activity: number, period: number): boolean {
  return problem.duration[activity]! > 0 && rests(problem, activity, period);
}

/** When an activity finishes that starts in a period, counted one by one. */
function finishFrom(problem: PlacementProblem, activity: number, start: number): number {
  let finish = start;
  for (let left = problem.duration[activity]!; left > 0 && finish < 1000; finish++) {
    if (!rests(problem, activity, finish)) left--;
  }
  return finish;
}
