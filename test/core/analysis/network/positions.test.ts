import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstDay, instantsPerDay, lastDay, WorkingCalendar } from '../../../../src/core/analysis/calendar';
import type { ActivityNetwork } from '../../../../src/core/analysis/network/activityNetwork';
import { calendarTime, type CalendarTime } from '../../../../src/core/analysis/network/calendarTime';
import { criticalPath } from '../../../../src/core/analysis/network/criticalPath';
import { linkType, noInstant } from '../../../../src/core/analysis/network/links';
import type { TimeArithmetic } from '../../../../src/core/analysis/network/timeArithmetic';
import { day } from '../calendar/days';
import { linksOf } from './networkTable';

const most = 9;
const firstInstant = day('2026-05-04') * instantsPerDay;

/** Days, some hours, and single minutes: most of them where a day turns, on working days and on others. */
const lengths = (largest: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.nat(largest).map((days) => days * instantsPerDay) },
    fc.nat(largest * 4).map((quarters) => (quarters * instantsPerDay) / 4),
    fc.nat(largest * instantsPerDay),
  );
const instants = lengths(20).map((length) => firstInstant + length);

const columnOf = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(values, { minLength: most, maxLength: most });
const statedOf = (weight: number, values: fc.Arbitrary<number>): fc.Arbitrary<Float64Array | undefined> =>
  fc.option(
    columnOf(fc.oneof({ weight, arbitrary: fc.constant(noInstant) }, values)).map((column) =>
      Float64Array.from(column),
    ),
    { nil: undefined },
  );
const flags = fc.option(
  columnOf(fc.integer({ min: -3, max: 1 })).map((column) => Uint8Array.from(column, (flag) => Math.max(0, flag))),
  { nil: undefined },
);

const calendars = fc
  .record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    holidays: fc.array(fc.tuple(fc.integer({ min: -20, max: 60 }), fc.nat(4)), { maxLength: 5 }),
  })
  .map(({ weekdays, holidays }) => {
    const today = day('2026-05-04');
    const spans = holidays.map(([first, more]) => ({ first: today + first, last: today + first + more }));
    return new WorkingCalendar({ weekdays, hoursPerDay: 8, holidays: spans });
  });

const link = fc.record({
  from: fc.nat(most - 1),
  to: fc.nat(most - 1),
  type: fc.nat(3),
  lag: fc.oneof(
    fc.constant(0),
    lengths(5),
    lengths(3).map((length) => -length),
  ),
});

/** Networks with everything that one may have: cycles, points, stated dates, groups, and lags in elapsed time. */
const anyNetworks: fc.Arbitrary<ActivityNetwork> = fc
  .record({
    count: fc.integer({ min: 1, max: most }),
    origin: instants,
    duration: columnOf(fc.oneof({ weight: 5, arbitrary: lengths(6) }, fc.constantFrom(0, NaN))),
    rows: fc.array(link, { maxLength: 16 }),
    isForward: fc.boolean(),
    earliestStart: statedOf(3, instants),
    fixedStart: statedOf(6, instants),
    fixedFinish: statedOf(6, instants),
    latestFinish: statedOf(6, instants),
    firstOf: flags,
    endsNothing: flags,
    group: columnOf(fc.nat(2)),
    end: fc.option(fc.array(fc.oneof(fc.constant(noInstant), instants), { minLength: 3, maxLength: 3 })),
  })
  .map(({ count, rows, isForward, group, end, duration, firstOf, ...rest }) => {
    const kept = rows
      .filter(({ from, to }) => from < count && to < count && (!isForward || from !== to))
      .map((row) => (isForward && row.from > row.to ? { ...row, from: row.to, to: row.from } : row));
    const given = Object.entries(rest).filter(([, value]) => value !== undefined);
    return {
      ...(Object.fromEntries(given) as Pick<ActivityNetwork, 'origin'>),
      count,
      duration: Float64Array.from(duration.slice(0, count)),
      links: linksOf(kept),
      ...(firstOf ? { firstOf: firstOf.map((flag, activity) => (duration[activity] === 0 ? flag : 0)) } : {}),
      groups: { count: 3, of: Int32Array.from(group), ...(end ? { end: Float64Array.from(end) } : {}) },
    };
  });

/** The same time without positions. */
function byStepsOnly(time: CalendarTime): TimeArithmetic {
  return {
    add: (...step) => time.add(...step),
    subtract: (...step) => time.subtract(...step),
    nextStart: (...step) => time.nextStart(...step),
    previousFinish: (...step) => time.previousFinish(...step),
    between: (...step) => time.between(...step),
  };
}

describe('criticalPath by positions', () => {
  it('gives exactly what it gives by steps, whatever the network has', () => {
    const numbers = fc.array(fc.nat(3), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(anyNetworks, calendars, calendars, numbers, (network, one, other, calendar) => {
        const time = calendarTime([one, other, one]);
        const inTime = {
          ...network,
          calendar: Int32Array.from(calendar.slice(0, network.count)),
          lagCalendar: Int32Array.from(network.links.to, (to, at) => calendar[(calendar[at] ?? 0) > 0 ? to : at] ?? 0),
        };
        const dates = criticalPath({ ...inTime, time });
        assert.deepEqual(dates, criticalPath({ ...inTime, time: byStepsOnly(time) }));
      }),
      { numRuns: 1500 },
    );
  });

  it('waits for a lag in a calendar of its own, whatever the calendar of the successor would make of it', () => {
    const [always, onWednesdays] = [
      new WorkingCalendar({ weekdays: [1, 2, 3, 4, 5, 6, 7], hoursPerDay: 8 }),
      new WorkingCalendar({ weekdays: [3], hoursPerDay: 8 }),
    ];
    const time = calendarTime([always, onWednesdays]);
    // The last one may start on Saturday by the first, and by the second two Wednesdays after it has finished on Monday.
    const network = {
      count: 3,
      origin: firstInstant,
      duration: Float64Array.of(5, 1, 1).map((days) => days * instantsPerDay),
      links: linksOf([
        { from: 0, to: 2, type: linkType.FS, lag: 0 },
        { from: 1, to: 2, type: linkType.FS, lag: 2 * instantsPerDay },
      ]),
      calendar: Int32Array.of(0, 0, 0),
      lagCalendar: Int32Array.of(0, 1),
    };
    const dates = criticalPath({ ...network, time });
    assert.equal(dates.allowedStart[2], (day('2026-05-13') + 1) * instantsPerDay);
    assert.deepEqual(dates, criticalPath({ ...network, time: byStepsOnly(time) }));
  });

  it('gives in plain time what it gives by steps where all time is working time', () => {
    fc.assert(
      fc.property(anyNetworks, (network) => {
        const time = calendarTime([]);
        assert.deepEqual(criticalPath(network), criticalPath({ ...network, time: byStepsOnly(time) }));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a position in working time', () => {
  it('leads to the earliest and the latest instant with as much working time before them, in any order', () => {
    const anyInstant = fc.oneof(
      instants,
      fc.integer({ min: firstDay * instantsPerDay, max: (lastDay + 1) * instantsPerDay }),
    );
    fc.assert(
      fc.property(calendars, fc.array(anyInstant, { minLength: 1, maxLength: 6 }), (calendar, asked) => {
        const { positions } = calendarTime([calendar]);
        const steps = calendarTime([calendar]);
        const known = asked.map((instant) => positions.position(0, instant));
        asked.forEach((instant, at) => {
          const position = known[at]!;
          // What was asked for later made the tables longer, and moved nothing.
          assert.equal(positions.position(0, instant), position);
          assert.equal(positions.latest(0, position), steps.nextStart(0, instant));
          assert.equal(positions.earliest(0, position), steps.previousFinish(0, instant));
          assert.equal(position - known[0]!, steps.between(0, asked[0]!, instant));
        });
      }),
    );
  });

  it('is infinite beyond all time', () => {
    const { positions } = calendarTime([new WorkingCalendar({ weekdays: [1], hoursPerDay: 8 })]);
    assert.equal(positions.position(0, Infinity), Infinity);
    assert.equal(positions.position(0, (firstDay - 1) * instantsPerDay), -Infinity);
    assert.equal(positions.latest(0, Infinity), Infinity);
    assert.equal(positions.earliest(0, -Infinity), -Infinity);
  });
});
