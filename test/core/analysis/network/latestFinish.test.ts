import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ActivityNetwork, driver, unknownReason } from '../../../../src/core/analysis/network/activityNetwork';
import { criticalPath } from '../../../../src/core/analysis/network/criticalPath';
import { noInstant } from '../../../../src/core/analysis/network/links';
import { networkOf, type Table } from './networkTable';
import { plainDates } from './plainDates';
import { minuteByMinute, networks } from './randomNetworks';

const networksWithCeilings: fc.Arbitrary<ActivityNetwork> = fc
  .tuple(
    networks,
    fc.array(fc.oneof(fc.constant(noInstant), fc.integer({ min: -5, max: 30 })), { minLength: 8, maxLength: 8 }),
  )
  .map(([network, ceilings]) => ({ ...network, latestFinish: Float64Array.from(ceilings.slice(0, network.count)) }));

describe('a latest finish', () => {
  it('moves what would finish later back by its length', () => {
    const table: Table = {
      a: { takes: 6 },
      done: { takes: 4, after: ['a'], by: 8 },
      early: { takes: 2, by: 8 },
      next: { takes: 3, after: ['done'] },
    };
    const { earlyStart, earlyFinish, driver: drivers, allowedStart } = criticalPath(networkOf(table));
    assert.deepEqual([...earlyStart], [0, 4, 0, 8]);
    assert.deepEqual([...earlyFinish], [6, 8, 2, 11]);
    assert.deepEqual([...drivers], [driver.origin, driver.ceiling, driver.origin, driver.link]);
    assert.equal(allowedStart[1], 6);
  });

  it('keeps a stated start, unless that is later still', () => {
    const table: Table = {
      begun: { takes: 9, start: 3, by: 8 },
      later: { takes: 9, start: 9, by: 8 },
      inTime: { takes: 2, start: 3, by: 8 },
    };
    const { earlyStart, earlyFinish, driver: drivers } = criticalPath(networkOf(table));
    assert.deepEqual([...earlyStart], [3, 8, 3]);
    assert.deepEqual([...earlyFinish], [8, 8, 5]);
    assert.deepEqual([...drivers], [driver.fixedStart, driver.ceiling, driver.fixedStart]);
  });

  it('means nothing beside a stated finish', () => {
    const table: Table = { a: { takes: 2, finish: 9, by: 4 }, b: { takes: 2, start: 5, finish: 9, by: 4 } };
    const { earlyFinish, driver: drivers } = criticalPath(networkOf(table));
    assert.deepEqual([...earlyFinish], [9, 9]);
    assert.deepEqual([...drivers], [driver.fixedFinish, driver.fixedStart]);
  });

  it('leaves no float to what is finished, and takes none from what that waited for', () => {
    const table: Table = {
      open: { takes: 6 },
      done: { takes: 4, after: ['open'], by: 2 },
      long: { takes: 20 },
    };
    const { lateStart, lateFinish, totalFloat, freeFloat, critical } = criticalPath(networkOf(table));
    assert.deepEqual([...lateStart], [14, -2, 0]);
    assert.deepEqual([...lateFinish], [20, 2, 20]);
    assert.deepEqual([...totalFloat], [14, 0, 0]);
    assert.deepEqual([...freeFloat], [14, 0, 0]);
    assert.deepEqual([...critical], [0, 0, 1]);
  });

  it('is critical where what follows is, and where it sets the end', () => {
    const table: Table = { done: { takes: 4, notBefore: 8, by: 5 }, next: { takes: 3, after: ['done'] } };
    assert.deepEqual([...criticalPath(networkOf(table)).critical], [1, 1]);
    assert.deepEqual([...criticalPath(networkOf({ done: table['done']! })).critical], [1]);
  });

  it('does not make known what waits for the unknown', () => {
    const table: Table = { lost: { takes: NaN }, done: { takes: 4, after: ['lost'], by: 5 } };
    assert.equal(criticalPath(networkOf(table)).unknown[1], unknownReason.waitsForUnknown);
  });

  it('goes back over free time', () => {
    const week = [true, true, true, true, true, false, false];
    const time = minuteByMinute([[...week, ...week]]);
    const table: Table = { done: { takes: 2, notBefore: 8, by: 8 }, sunday: { takes: 2, notBefore: 8, by: 6 } };
    const { earlyStart, earlyFinish } = criticalPath(networkOf(table, { time }));
    assert.deepEqual([...earlyStart], [4, 3]);
    assert.deepEqual([...earlyFinish], [8, 6]);
  });

  it('is kept in any network, with everything that follows from it', () => {
    fc.assert(
      fc.property(networksWithCeilings, (network) => {
        const { earlyStart, earlyFinish } = criticalPath(network);
        const { start, finish } = plainDates(network);
        assert.deepEqual([...earlyStart], start);
        assert.deepEqual([...earlyFinish], finish);
      }),
      { numRuns: 500 },
    );
  });

  it('makes no float negative, and lets each activity slip by its own without moving the end', () => {
    fc.assert(
      fc.property(networksWithCeilings, (network) => {
        const { earlyStart, lateStart, totalFloat, freeFloat, driver: drivers } = criticalPath(network);
        const { end } = plainDates(network);
        for (let activity = 0; activity < network.count; activity++) {
          assert.ok(freeFloat[activity]! >= 0 && freeFloat[activity]! <= totalFloat[activity]!);
          assert.equal(lateStart[activity]! - earlyStart[activity]!, totalFloat[activity]);
          if (drivers[activity] === driver.ceiling) assert.equal(totalFloat[activity], 0);
          const start = earlyStart[activity]! + totalFloat[activity]!;
          assert.equal(plainDates(network, { activity, start }).end, end);
        }
      }),
      { numRuns: 500 },
    );
  });
});
