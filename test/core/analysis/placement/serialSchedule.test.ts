import assert from 'node:assert/strict';
import { noInstant } from '../../../../src/core/analysis/network/links';
import {
  placementDriver,
  type PlacementProblem,
  unplacedReason,
} from '../../../../src/core/analysis/placement/placementProblem';
import { serialSchedule } from '../../../../src/core/analysis/placement/serialSchedule';
import type { Steps } from '../../../../src/core/analysis/placement/timeline';
import { networkOf, type Table } from '../network/networkTable';

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

  it('places an instance of two resources by late finishes, and here as short as can be', () => {
    const table: Table = {
      a: { takes: 3 },
      b: { takes: 4 },
      c: { takes: 2 },
      d: { takes: 3, after: ['a'] },
      e: { takes: 2, after: ['b'] },
      f: { takes: 1, after: ['c', 'd'] },
    };
    const { start, end, resource, holder } = serialSchedule(
      problemOf(table, [], always(3), {
        priority: Float64Array.of(3, 5, 6, 6, 7, 7),
        demands: {
          first: Int32Array.of(0, 2, 4, 6, 8, 10, 12),
          resource: Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1),
          amount: Float64Array.of(2, 0, 2, 1, 1, 2, 1, 1, 3, 0, 0, 2),
        },
        resources: [always(3), always(2)],
      }),
    );
    assert.deepEqual([...start], [0, 3, 0, 3, 7, 7]);
    assert.deepEqual([...resource], [-1, 0, -1, -1, -1, 1]);
    assert.deepEqual([...holder], [-1, 0, -1, -1, -1, 1]);
    // 25 of the first resource are needed, and 3 at a time are there: no schedule ends before 9.
    assert.equal(end, 9);
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
});
