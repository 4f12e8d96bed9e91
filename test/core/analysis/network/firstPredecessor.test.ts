import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ActivityNetwork, driver, unknownReason } from '../../../../src/core/analysis/network/activityNetwork';
import { criticalPath } from '../../../../src/core/analysis/network/criticalPath';
import { leavesStart, linkType, noInstant } from '../../../../src/core/analysis/network/links';
import { linksOf, networkOf, type Table } from './networkTable';
import { plainDates } from './plainDates';
import { minuteByMinute, networks } from './randomNetworks';

/** Some activities have no length and wait for the first of their predecessors. */
const networksWithFirst: fc.Arbitrary<ActivityNetwork> = fc
  .tuple(networks, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
  .map(([network, isFirst]) => ({
    ...network,
    firstOf: Uint8Array.from(network.duration, (_, activity) => (isFirst[activity] ? 1 : 0)),
    duration: network.duration.map((length, activity) => (isFirst[activity] ? 0 : length)),
  }));

describe('an activity that waits for the first of its predecessors', () => {
  const table: Table = {
    slow: { takes: 1, notBefore: 7 },
    quick: { takes: 3, notBefore: 2 },
    parent: { takes: 0, after: ['slow SS', 'quick SS'], first: true },
    next: { takes: 9, after: ['parent SS+1'] },
  };

  it('starts with that one, and names its link', () => {
    const { earlyStart, driver: drivers, latestLink, allowedStart } = criticalPath(networkOf(table));
    assert.deepEqual([...earlyStart], [7, 2, 2, 3]);
    assert.equal(drivers[2], driver.link);
    assert.equal(latestLink[2], 1);
    assert.equal(allowedStart[2], 2);
  });

  it('takes the float of that one alone', () => {
    const { totalFloat, freeFloat } = criticalPath(networkOf(table));
    // The end is 12, by the parent and what follows it; the slow one may be done by then.
    assert.deepEqual([...totalFloat], [4, 0, 0, 0]);
    assert.deepEqual([...freeFloat], [4, 0, 0, 0]);
  });

  it('waits all the same for the origin, its own date, and a stated one', () => {
    const held = (row: Partial<Table[string]>): number[] => {
      const { earlyStart, driver: drivers } = criticalPath(
        networkOf({ ...table, parent: { ...table['parent']!, ...row } }),
      );
      return [earlyStart[2]!, drivers[2]!];
    };
    assert.deepEqual(held({ notBefore: 5 }), [5, driver.earliestStart]);
    assert.deepEqual(held({ start: 1 }), [1, driver.fixedStart]);
    const lead: Table = { a: { takes: 1 }, parent: { takes: 0, after: ['a SS-4'], first: true } };
    assert.equal(criticalPath(networkOf(lead)).earlyStart[1], 0);
  });

  it('starts as any other where it has one predecessor or none', () => {
    const alone: Table = {
      a: { takes: 2 },
      none: { takes: 0, first: true },
      one: { takes: 0, after: ['a'], first: true },
    };
    const { earlyStart, latestLink, driver: drivers } = criticalPath(networkOf(alone));
    assert.deepEqual([...earlyStart], [0, 0, 2]);
    assert.deepEqual([...latestLink], [-1, -1, 0]);
    assert.deepEqual([...drivers], [driver.origin, driver.origin, driver.link]);
  });

  it('leaves unknown predecessors out, and is unknown where all of them are', () => {
    const unknowns: Table = {
      known: { takes: 1, notBefore: 4 },
      lost: { takes: NaN },
      ring: { takes: 1, after: ['ring'] },
      some: { takes: 0, after: ['lost SS', 'known SS', 'ring SS'], first: true },
      none: { takes: 0, after: ['ring SS', 'lost SS'], first: true },
      stated: { takes: 0, after: ['lost SS'], first: true, start: 3 },
      inRing: { takes: 0, after: ['known', 'inRing'], first: true },
    };
    const { unknown, unknownBy, earlyStart, latestLink } = criticalPath(networkOf(unknowns));
    const { known, noLength, cycle, waitsForUnknown } = unknownReason;
    assert.deepEqual([...unknown], [known, noLength, cycle, known, waitsForUnknown, known, cycle]);
    // The links are those of the ring to itself, then three, two and one.
    assert.deepEqual([...unknownBy], [-1, -1, -1, -1, 4, -1, -1]);
    assert.deepEqual([...earlyStart], [4, noInstant, noInstant, 4, noInstant, 3, noInstant]);
    assert.equal(latestLink[3], 2);
  });

  it('holds all that allow it at the same instant, whatever the order of the links', () => {
    const rows = [
      { from: 0, to: 2, type: linkType.SS, lag: 0 },
      { from: 1, to: 2, type: linkType.SS, lag: 0 },
      { from: 2, to: 3, type: linkType.FS, lag: 0 },
    ];
    const network = {
      count: 4,
      duration: Float64Array.from([1, 1, 0, 9]),
      firstOf: Uint8Array.from([0, 0, 1, 0]),
      origin: 0,
    };
    for (const order of [rows, [...rows].reverse()]) {
      const { totalFloat, latestLink } = criticalPath({ ...network, links: linksOf(order) });
      assert.deepEqual([...totalFloat], [0, 0, 0, 0]);
      assert.equal(latestLink[2], order === rows ? 0 : 1);
    }
  });

  it('counts lags in working time', () => {
    const week = [true, true, true, true, true, false, false];
    const time = minuteByMinute([[...week, ...week]]);
    const lagged: Table = {
      a: { takes: 5 },
      b: { takes: 1 },
      parent: { takes: 0, after: ['a FS+1', 'b FS+5'], first: true },
    };
    assert.deepEqual([...criticalPath(networkOf(lagged, { time })).earlyStart], [0, 0, 8]);
  });

  it('starts in any network when its rules say', () => {
    fc.assert(
      fc.property(networksWithFirst, (network) => {
        assert.deepEqual([...criticalPath(network).earlyStart], plainDates(network).start);
      }),
      { numRuns: 500 },
    );
  });

  it('has in any network a first predecessor whose late dates let it start late', () => {
    fc.assert(
      fc.property(networksWithFirst, (network) => {
        const { lateStart, lateFinish, totalFloat, freeFloat } = criticalPath(network);
        for (let activity = 0; activity < network.count; activity++) {
          assert.ok(freeFloat[activity]! >= 0 && freeFloat[activity]! <= totalFloat[activity]!);
          if (network.firstOf?.[activity] !== 1) continue;
          const allowed = [...network.links.to.keys()]
            .filter((link) => network.links.to[link] === activity)
            .map((link) => {
              const end = leavesStart(network.links.type[link]!) ? lateStart : lateFinish;
              return end[network.links.from[link]!]! + network.links.lag[link]!;
            });
          if (allowed.length > 0) assert.ok(Math.min(...allowed) <= lateStart[activity]!);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lets each activity of any network slip by its total float without moving the end', () => {
    fc.assert(
      fc.property(networksWithFirst, (network) => {
        const { earlyStart, totalFloat } = criticalPath(network);
        const { end } = plainDates(network);
        for (let activity = 0; activity < network.count; activity++) {
          const start = earlyStart[activity]! + totalFloat[activity]!;
          assert.equal(plainDates(network, { activity, start }).end, end);
        }
      }),
      { numRuns: 500 },
    );
  });
});
