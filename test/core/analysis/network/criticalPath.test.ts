import assert from 'node:assert/strict';
import { driver, type NetworkDates, unknownReason } from '../../../../src/core/analysis/network/activityNetwork';
import { criticalPath } from '../../../../src/core/analysis/network/criticalPath';
import { linkType, noInstant } from '../../../../src/core/analysis/network/links';
import { linksOf, networkOf, type Table } from './networkTable';
import { minuteByMinute } from './randomNetworks';

/** Early start and finish, late start and finish, total and free float of each activity. */
function datesOf(table: Table, dates: NetworkDates = criticalPath(networkOf(table))): Record<string, number[]> {
  const { earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat } = dates;
  const columns = [earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat];
  return Object.fromEntries(Object.keys(table).map((name, row) => [name, columns.map((column) => column[row] ?? NaN)]));
}

/** What textbooks print: early start and finish, late start and finish, total float. */
function publishedOf(table: Table): Record<string, number[]> {
  return Object.fromEntries(Object.entries(datesOf(table)).map(([name, dates]) => [name, dates.slice(0, 5)]));
}

function criticalOf(table: Table): string {
  const { critical } = criticalPath(networkOf(table));
  return Object.keys(table)
    .filter((_, row) => critical[row] === 1)
    .join(' ');
}

describe('criticalPath', () => {
  describe('published examples', () => {
    // Hendrickson and Au, "Project Management for Construction", chapter 10, the project of nine activities. By hand:
    // C waits for A (4), E and F for C (12), G and H for E (21), I for F (24) and lasts to 30. Back from 30: I 24, F 12,
    // C 4, A 0; G must be done by 24, so E by 22 and D by 22; H by 30.
    const nineActivities: Table = {
      A: { takes: 4 },
      B: { takes: 3 },
      C: { takes: 8, after: ['A'] },
      D: { takes: 7, after: ['A'] },
      E: { takes: 9, after: ['B', 'C'] },
      F: { takes: 12, after: ['B', 'C'] },
      G: { takes: 2, after: ['D', 'E'] },
      H: { takes: 5, after: ['D', 'E'] },
      I: { takes: 6, after: ['F', 'G'] },
    };

    it('gives the dates of the nine activities of Hendrickson and Au', () => {
      assert.deepEqual(datesOf(nineActivities), {
        A: [0, 4, 0, 4, 0, 0],
        B: [0, 3, 9, 12, 9, 9],
        C: [4, 12, 4, 12, 0, 0],
        D: [4, 11, 15, 22, 11, 10],
        E: [12, 21, 13, 22, 1, 0],
        F: [12, 24, 12, 24, 0, 0],
        G: [21, 23, 22, 24, 1, 1],
        H: [21, 26, 25, 30, 4, 4],
        I: [24, 30, 24, 30, 0, 0],
      });
      assert.equal(criticalOf(nineActivities), 'A C F I');
    });

    it('gives the slack of the PERT example of Wikipedia, "Program evaluation and review technique"', () => {
      // Expected times in hundredths of a day: 4.00, 5.33, 5.17, 6.33, 5.17, 4.50, 5.17; the end is at 19.51.
      const table: Table = {
        a: { takes: 400 },
        b: { takes: 533 },
        c: { takes: 517, after: ['a'] },
        d: { takes: 633, after: ['a'] },
        e: { takes: 517, after: ['b', 'c'] },
        f: { takes: 450, after: ['d'] },
        g: { takes: 517, after: ['e'] },
      };
      const { totalFloat, lateFinish, groupEnd } = criticalPath(networkOf(table));
      assert.deepEqual([...totalFloat], [0, 384, 0, 468, 0, 468, 0]);
      assert.deepEqual([...lateFinish], [400, 917, 917, 1501, 1434, 1951, 1951]);
      assert.equal(groupEnd[0], 1951);
      assert.equal(criticalOf(table), 'a c e g');
    });

    it('gives the float of the example in the PMBOK Guide, "Critical Path Method"', () => {
      const table: Table = {
        A: { takes: 5 },
        B: { takes: 5, after: ['A'] },
        C: { takes: 10, after: ['A'] },
        D: { takes: 15, after: ['B', 'C'] },
      };
      // The guide counts days from 1: a start there is one more than the instant here.
      assert.deepEqual(datesOf(table), {
        A: [0, 5, 0, 5, 0, 0],
        B: [5, 10, 10, 15, 5, 5],
        C: [5, 15, 5, 15, 0, 0],
        D: [15, 30, 15, 30, 0, 0],
      });
    });

    it('gives the dates of the lagged example of Engineer4Free, with all four types of links', () => {
      // Engineer4Free, "Difficult network diagram example with lag solved" (video lecture): start, finish, late start,
      // late finish and float of its table.
      const table: Table = {
        A: { takes: 3 },
        B: { takes: 2, after: ['A FS+2'] },
        C: { takes: 2, after: ['A SS'] },
        D: { takes: 4, after: ['B SS+1'] },
        E: { takes: 1, after: ['C SF+3'] },
        F: { takes: 2, after: ['C FF+3'] },
        G: { takes: 4, after: ['D SS+1', 'E'] },
        H: { takes: 3, after: ['F SF+2', 'G'] },
      };
      assert.deepEqual(publishedOf(table), {
        A: [0, 3, 0, 3, 0],
        B: [5, 7, 5, 7, 0],
        C: [0, 2, 4, 6, 4],
        D: [6, 10, 6, 10, 0],
        E: [2, 3, 6, 7, 4],
        F: [3, 5, 12, 14, 9],
        G: [7, 11, 7, 11, 0],
        H: [11, 14, 11, 14, 0],
      });
      assert.equal(criticalOf(table), 'A B D G H');
    });

    it('gives the dates of the two lectures on lags by James Marion', () => {
      // James Marion, "Lags Part 1" and "Lags Part 2" (video lectures).
      const first: Table = {
        A: { takes: 2 },
        B: { takes: 4, after: ['A FS+5'] },
        C: { takes: 3, after: ['B SS+3'] },
        D: { takes: 5, after: ['B'] },
        E: { takes: 2, after: ['C', 'D'] },
      };
      assert.deepEqual(publishedOf(first), {
        A: [0, 2, 0, 2, 0],
        B: [7, 11, 7, 11, 0],
        C: [10, 13, 13, 16, 3],
        D: [11, 16, 11, 16, 0],
        E: [16, 18, 16, 18, 0],
      });
      assert.equal(criticalOf(first), 'A B D E');
      const second: Table = {
        A: { takes: 2 },
        B: { takes: 2, after: ['A'] },
        C: { takes: 4, after: ['A'] },
        D: { takes: 3, after: ['B', 'C SF+7'] },
        E: { takes: 3, after: ['C'] },
        F: { takes: 1, after: ['D FF+3', 'E'] },
      };
      assert.deepEqual(publishedOf(second), {
        A: [0, 2, 0, 2, 0],
        B: [2, 4, 4, 6, 2],
        C: [2, 6, 2, 6, 0],
        D: [6, 9, 6, 9, 0],
        E: [6, 9, 8, 11, 2],
        F: [11, 12, 11, 12, 0],
      });
      assert.equal(criticalOf(second), 'A C D F');
    });

    it('lets both links of a pair hold, as in the ladder of Mubarak', () => {
      // Mubarak, "Construction Project Scheduling and Control", on combination relationships: each activity may start
      // once the one before it has started, and finish once that has finished. Early dates of all and late dates of B and
      // C are worked there step by step.
      const table: Table = {
        A: { takes: 5 },
        B: { takes: 7, after: ['A SS', 'A FF'] },
        C: { takes: 3, after: ['B SS', 'B FF'] },
      };
      const { A, B, C } = publishedOf(table);
      assert.deepEqual(A?.slice(0, 2), [0, 5]);
      assert.deepEqual(B, [0, 7, 0, 7, 0]);
      assert.deepEqual(C, [4, 7, 4, 7, 0]);
    });
  });

  it('follows all four types of links with lags and leads', () => {
    // Worked by hand from the definitions of precedence diagramming.
    // Forward: A 0–4; B starts 2 after A: 2–7; C starts 1 before A is done: 3–9; D is done 2 after B is: 6–9; E is done
    // 9 after C starts: 8–12; F follows D and E: 12–14.
    // Back from 14: F 12–14; D by 12; E by 12; C starts by 12 − 9 = 3; B is done by 12 − 2 = 10; A is done by 3 + 1 = 4
    // and starts by 5 − 2 = 3: 4 is the tighter one.
    const table: Table = {
      A: { takes: 4 },
      B: { takes: 5, after: ['A SS+2'] },
      C: { takes: 6, after: ['A FS-1'] },
      D: { takes: 3, after: ['B FF+2'] },
      E: { takes: 4, after: ['C SF+9'] },
      F: { takes: 2, after: ['D', 'E'] },
    };
    assert.deepEqual(datesOf(table), {
      A: [0, 4, 0, 4, 0, 0],
      B: [2, 7, 5, 10, 3, 0],
      C: [3, 9, 3, 9, 0, 0],
      D: [6, 9, 9, 12, 3, 3],
      E: [8, 12, 8, 12, 0, 0],
      F: [12, 14, 12, 14, 0, 0],
    });
    assert.equal(criticalOf(table), 'A C E F');
  });

  it('gives an activity whose start alone drives others the float of its finish', () => {
    const table: Table = { long: { takes: 10 }, next: { takes: 12, after: ['long SS+3'] } };
    assert.deepEqual(datesOf(table), { long: [0, 10, 0, 10, 0, 0], next: [3, 15, 3, 15, 0, 0] });
  });

  it('names what drives each start', () => {
    const table: Table = {
      first: { takes: 2 },
      held: { takes: 1, after: ['first'], notBefore: 5 },
      tied: { takes: 1, after: ['held', 'first FS+4', 'first'], notBefore: 6 },
      stated: { takes: 3, after: ['tied'], start: 4 },
      ends: { takes: 3, after: ['tied'], finish: 20 },
    };
    const dates = criticalPath(networkOf(table));
    assert.deepEqual(
      [...dates.driver],
      [driver.origin, driver.earliestStart, driver.link, driver.fixedStart, driver.fixedFinish],
    );
    // held ← first is link 0; held and first FS+4 both allow tied at 6, by links 1 and 2.
    assert.deepEqual([...dates.latestLink], [-1, 0, 1, 4, 5]);
    assert.deepEqual([...dates.allowedStart], [0, 5, 6, 7, 7]);
    assert.deepEqual([...dates.earlyStart], [0, 5, 6, 4, 17]);
  });

  it('honours stated dates, and has negative floats where they cannot be kept', () => {
    const table: Table = {
      before: { takes: 6 },
      fixed: { takes: 4, after: ['before'], start: 4 },
      after: { takes: 5, after: ['fixed'] },
      both: { takes: 99, start: 1, finish: 3 },
      committed: { takes: 2, after: ['before'], finish: 7 },
    };
    assert.deepEqual(datesOf(table), {
      // It would have to be done by 4, when the next one states that it starts, and is at 6.
      before: [0, 6, -2, 4, -2, 0],
      fixed: [4, 8, 4, 8, 0, 0],
      after: [8, 13, 8, 13, 0, 0],
      // What is stated may slip as far as anything else: a plan with dates for everything has a critical path all the same.
      both: [1, 3, 11, 13, 10, 10],
      committed: [5, 7, 11, 13, 6, 6],
    });
  });

  it('counts late dates from the end of each group, and through links into others', () => {
    const table: Table = {
      a: { takes: 3, group: 0 },
      b: { takes: 10, group: 0 },
      c: { takes: 4, after: ['a'], group: 1 },
      d: { takes: 5, group: 1 },
    };
    const groups = { count: 3, of: Int32Array.from([0, 0, 1, 1]) };
    const dates = criticalPath(networkOf(table, { groups }));
    assert.deepEqual([...dates.groupEnd], [10, 7, noInstant]);
    assert.deepEqual([...dates.totalFloat], [0, 0, 0, 2]);
    const stated = criticalPath(
      networkOf(table, { groups: { ...groups, end: Float64Array.from([10, 6, noInstant]) } }),
    );
    assert.deepEqual([...stated.totalFloat], [-1, 0, -1, 1]);
  });

  describe('what cannot be known', () => {
    it('takes cycles out, with what waits for them, and nothing else', () => {
      const table: Table = {
        before: { takes: 1 },
        one: { takes: 1, after: ['before', 'three'] },
        two: { takes: 1, after: ['one'] },
        three: { takes: 1, after: ['two'] },
        waits: { takes: 1, after: ['two', 'before'] },
        further: { takes: 1, after: ['waits'] },
        stated: { takes: 1, after: ['waits'], start: 9 },
        itself: { takes: 1, after: ['itself SS'] },
        apart: { takes: 4, after: ['before'] },
      };
      const { unknown, unknownBy, cycles, earlyStart, lateFinish, totalFloat, groupEnd } = criticalPath(
        networkOf(table),
      );
      const { known, cycle, waitsForUnknown } = unknownReason;
      assert.deepEqual(
        [...unknown],
        [known, cycle, cycle, cycle, waitsForUnknown, waitsForUnknown, known, cycle, known],
      );
      assert.deepEqual([...unknownBy], [-1, -1, -1, -1, 4, 6, -1, -1, -1]);
      assert.deepEqual(cycles, [Int32Array.from([1, 2, 3]), Int32Array.from([7])]);
      const none = noInstant;
      assert.deepEqual([...earlyStart], [0, none, none, none, none, none, 9, none, 1]);
      assert.deepEqual([...lateFinish], [6, none, none, none, none, none, 10, none, 10]);
      assert.deepEqual([...totalFloat], [5, none, none, none, none, none, 0, none, 5]);
      assert.equal(groupEnd[0], 10);
    });

    it('says for each what is the matter, and keeps numbers of any value out of the rest', () => {
      const table: Table = {
        nothing: { takes: NaN },
        negative: { takes: -1 },
        endless: { takes: Infinity },
        backwards: { takes: 1, start: 5, finish: 4 },
        enough: { takes: NaN, start: 1, finish: 4 },
        huge: { takes: Number.MAX_VALUE },
        tooHuge: { takes: Number.MAX_VALUE, after: ['huge'] },
        known: { takes: 2 },
      };
      const { unknown, totalFloat, driver: drivers } = criticalPath(networkOf(table));
      const { known, noLength, finishBeforeStart, noTime } = unknownReason;
      assert.deepEqual([...unknown], [noLength, noLength, noLength, finishBeforeStart, known, known, noTime, known]);
      assert.ok(!totalFloat.some(Number.isNaN));
      assert.equal(drivers[6], driver.origin);
    });

    it('is an activity whose calendar has no working time', () => {
      const never = { ...minuteByMinute([]), add: () => Infinity, nextStart: () => Infinity };
      const table: Table = { a: { takes: 2 }, b: { takes: 0 }, c: { takes: 0, after: ['a'] } };
      const { unknown } = criticalPath(networkOf(table, { time: never }));
      assert.deepEqual([...unknown], [unknownReason.noTime, unknownReason.known, unknownReason.waitsForUnknown]);
    });

    it('is nothing at all in an empty network or by links to nowhere', () => {
      assert.deepEqual([...criticalPath(networkOf({})).earlyStart], []);
      const links = linksOf([
        { from: 0, to: 7, type: linkType.FS, lag: 0 },
        { from: -1, to: 0, type: linkType.SS, lag: 3 },
      ]);
      assert.deepEqual([...criticalPath(networkOf({ a: { takes: 3 } }, { links })).earlyStart], [0]);
    });
  });

  it('goes down a chain of any length, in a ring too', () => {
    const count = 50_000;
    const chain = [...Array(count - 1).keys()].map((from) => ({ from, to: from + 1, type: linkType.FS, lag: 0 }));
    const network = { count, duration: new Float64Array(count).fill(1), links: linksOf(chain), origin: 0 };
    assert.equal(criticalPath(network).groupEnd[0], count);
    const links = linksOf([...chain, { from: count - 1, to: 0, type: linkType.FS, lag: 0 }]);
    assert.equal(criticalPath({ ...network, links }).cycles[0]?.length, count);
  });

  describe('in working time', () => {
    // Two weeks of one minute a day: Saturday and Sunday are 5, 6, 12 and 13. Calendar 1 has no free days.
    const week = [true, true, true, true, true, false, false];
    const time = minuteByMinute([[...week, ...week, ...week], []]);

    it('starts after the weekend and finishes before it', () => {
      const table: Table = {
        a: { takes: 5 },
        b: { takes: 2, after: ['a'] },
        milestone: { takes: 0, after: ['a'] },
        shipment: { takes: 2, after: ['a'], calendar: 1 },
        lead: { takes: 1, after: ['b FS-1'] },
        lag: { takes: 1, after: ['a FS+1'] },
      };
      const { earlyStart, earlyFinish, totalFloat } = criticalPath(networkOf(table, { time }));
      assert.deepEqual([...earlyStart], [0, 7, 5, 5, 8, 8]);
      assert.deepEqual([...earlyFinish], [5, 9, 5, 7, 9, 9]);
      // The shipment may arrive on any of the two days up to 9, free days among them.
      assert.deepEqual([...totalFloat], [0, 0, 2, 2, 0, 0]);
    });

    it('keeps a finish that waits for a Saturday on Friday evening', () => {
      const table: Table = { shipment: { takes: 6, calendar: 1 }, check: { takes: 1, after: ['shipment FF'] } };
      const { earlyStart, earlyFinish, freeFloat } = criticalPath(networkOf(table, { time }));
      assert.deepEqual([...earlyStart], [0, 4]);
      assert.deepEqual([...earlyFinish], [6, 5]);
      // The end is the shipment's own.
      assert.deepEqual([...freeFloat], [0, 0]);
    });
  });
});
