import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ActivityNetwork, driver, type NetworkDates } from '../../../../src/core/analysis/network/activityNetwork';
import { calendarTime } from '../../../../src/core/analysis/network/calendarTime';
import { criticalPath } from '../../../../src/core/analysis/network/criticalPath';
import { entersFinish, leavesStart, noInstant, type Links } from '../../../../src/core/analysis/network/links';
import { TimeSteps } from '../../../../src/core/analysis/network/timeArithmetic';
import { calendar } from '../calendar/days';
import { minuteByMinute, networks, networksInWorkingTime } from './randomNetworks';

/** Early starts in plain time, by pushing what is too early until nothing is. */
function pushedStarts({ count, duration, links, earliestStart }: ActivityNetwork, delayed = -1, delay = 0): number[] {
  const starts = [...Array(count).keys()].map((activity) => Math.max(0, earliestStart?.[activity] ?? 0));
  if (delayed >= 0) starts[delayed] = delay;
  for (let round = 0; round <= count; round++) {
    links.from.forEach((from, link) => {
      const to = links.to[link]!;
      const type = links.type[link]!;
      const origin = starts[from]! + (leavesStart(type) ? 0 : duration[from]!) + links.lag[link]!;
      starts[to] = Math.max(starts[to]!, entersFinish(type) ? origin - duration[to]! : origin);
    });
  }
  return starts;
}

function endOf({ duration }: ActivityNetwork, starts: readonly number[]): number {
  return Math.max(...starts.map((start, activity) => start + duration[activity]!));
}

function isKept({ links, calendar, lagCalendar, duration, time }: ActivityNetwork, link: number, dates: Ends): boolean {
  const steps = new TimeSteps(time);
  const type = links.type[link]!;
  const to = links.to[link]!;
  const own = calendar?.[to] ?? 0;
  const origin = (leavesStart(type) ? dates.start : dates.finish)[links.from[link]!]!;
  const earliest = steps.later(lagCalendar?.[link] ?? own, origin, links.lag[link]!);
  if (!entersFinish(type)) return dates.start[to]! >= earliest;
  return dates.finish[to]! >= steps.finishBy(own, earliest, duration[to]!);
}

interface Ends {
  readonly start: Float64Array;
  readonly finish: Float64Array;
}

const early = ({ earlyStart, earlyFinish }: NetworkDates): Ends => ({ start: earlyStart, finish: earlyFinish });
const late = ({ lateStart, lateFinish }: NetworkDates): Ends => ({ start: lateStart, finish: lateFinish });
const indices = (network: ActivityNetwork): number[] => [...Array(network.count).keys()];

describe('criticalPath, for any network', () => {
  it('starts when a plain search does', () => {
    fc.assert(
      fc.property(networks, (network) => {
        assert.deepEqual([...criticalPath(network).earlyStart], pushedStarts(network));
      }),
    );
  });

  it('has as total float exactly what an activity may slip before the end does', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { earlyStart, totalFloat } = criticalPath(network);
        const end = endOf(network, pushedStarts(network));
        for (const activity of indices(network)) {
          const slipped = earlyStart[activity]! + totalFloat[activity]!;
          assert.equal(endOf(network, pushedStarts(network, activity, slipped)), end);
          assert.ok(endOf(network, pushedStarts(network, activity, slipped + 1)) > end);
        }
      }),
    );
  });

  it('has as free float exactly what an activity may slip before a successor or the end does', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { earlyStart, freeFloat } = criticalPath(network);
        const end = endOf(network, pushedStarts(network));
        const isFelt = (activity: number, start: number): boolean => {
          const starts = pushedStarts(network, activity, start);
          return (
            endOf(network, starts) > end || starts.some((at, other) => other !== activity && at > earlyStart[other]!)
          );
        };
        for (const activity of indices(network)) {
          const slipped = earlyStart[activity]! + freeFloat[activity]!;
          assert.ok(!isFelt(activity, slipped));
          assert.ok(isFelt(activity, slipped + 1));
        }
      }),
    );
  });

  it('keeps every link, early and late, in plain and in working time', () => {
    fc.assert(
      fc.property(fc.oneof(networks, networksInWorkingTime), (network) => {
        const dates = criticalPath(network);
        network.links.from.forEach((_, link) => {
          assert.ok(isKept(network, link, early(dates)), `early, link ${link}`);
          assert.ok(isKept(network, link, late(dates)), `late, link ${link}`);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is never late before it is early, has no negative float, and no free float above the total', () => {
    fc.assert(
      fc.property(fc.oneof(networks, networksInWorkingTime), (network) => {
        const dates = criticalPath(network);
        for (const activity of indices(network)) {
          assert.ok(dates.earlyStart[activity]! <= dates.lateStart[activity]!);
          assert.ok(dates.earlyFinish[activity]! <= dates.lateFinish[activity]!);
          assert.ok(dates.freeFloat[activity]! >= 0);
          assert.ok(dates.freeFloat[activity]! <= dates.totalFloat[activity]!);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes the time that each activity needs, in its working time', () => {
    fc.assert(
      fc.property(networksInWorkingTime, (network) => {
        const dates = criticalPath(network);
        for (const activity of indices(network)) {
          const calendar = network.calendar?.[activity] ?? 0;
          for (const { start, finish } of [early(dates), late(dates)]) {
            assert.equal(
              network.time?.between(calendar, start[activity]!, finish[activity]!),
              network.duration[activity],
            );
          }
        }
      }),
    );
  });

  it('has a way of critical activities from the end to where nothing drives', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const dates = criticalPath(network);
        let at = dates.earlyFinish.indexOf(dates.groupEnd[0]!);
        for (let steps = 0; steps <= network.count; steps++) {
          assert.equal(dates.critical[at], 1);
          if (dates.driver[at] !== driver.link) return;
          at = network.links.from[dates.latestLink[at]!]!;
        }
        assert.fail('The drivers lead in a ring.');
      }),
    );
  });

  it('does not depend on the order of activities and links', () => {
    fc.assert(
      fc.property(networksInWorkingTime, fc.infiniteStream(fc.nat()), (network, numbers) => {
        const places = shuffled(network.count, numbers);
        const order = shuffled(network.links.from.length, numbers);
        const dates = criticalPath(network);
        const moved = criticalPath(reordered(network, places, order));
        for (const activity of indices(network)) {
          const place = places.indexOf(activity);
          for (const column of ['earlyStart', 'lateFinish', 'totalFloat', 'freeFloat', 'driver'] as const) {
            assert.equal(moved[column][place], dates[column][activity], column);
          }
        }
      }),
    );
  });

  it('answers any input, cycles and stated dates among it, without NaN and without an exception', () => {
    const anyNumber = fc.oneof(fc.constant(noInstant), fc.integer({ min: -30, max: 30 }), fc.double());
    const column = fc.array(anyNumber, { minLength: 6, maxLength: 6 }).map((numbers) => Float64Array.from(numbers));
    const links = fc
      .array(fc.tuple(fc.integer({ min: -1, max: 6 }), fc.integer({ min: -1, max: 6 }), fc.nat(3), fc.integer()))
      .map((rows): Links => ({
        from: Int32Array.from(rows, ([from]) => from),
        to: Int32Array.from(rows, ([, to]) => to),
        type: Uint8Array.from(rows, ([, , type]) => type),
        lag: Int32Array.from(rows, ([, , , lag]) => lag),
      }));
    const firstOf = fc.uint8Array({ max: 1, minLength: 6, maxLength: 6 });
    const input = fc.record({
      count: fc.constant(6),
      duration: column,
      earliestStart: column,
      fixedStart: column,
      fixedFinish: column,
      latestFinish: column,
      firstOf,
      links,
      origin: fc.constant(0),
    });
    const time = calendarTime([calendar()]);
    fc.assert(
      fc.property(input, fc.boolean(), (given, inWorkingTime) => {
        const network = inWorkingTime ? { ...given, time } : given;
        const dates = criticalPath(network);
        for (const value of Object.values(dates)) {
          if (value instanceof Float64Array) assert.ok(!value.some(Number.isNaN));
        }
        for (const activity of indices(network)) {
          assert.equal(dates.unknown[activity] === 0, Number.isFinite(dates.earlyStart[activity]));
        }
      }),
    );
  });
});

describe('TimeSteps', () => {
  it('finds with latestBefore the last instant that later moves no further than the given one', () => {
    const patterns = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(patterns, fc.nat(30), fc.integer({ min: -5, max: 5 }), (pattern, instant, lag) => {
        const steps = new TimeSteps(minuteByMinute([pattern]));
        const latest = steps.latestBefore(0, instant, lag);
        assert.ok(steps.later(0, latest, lag) <= instant);
        assert.ok(steps.later(0, latest + 1, lag) > instant);
      }),
    );
  });
});

/** The numbers below a count in an order that a stream of numbers gives (Fisher and Yates). */
function shuffled(count: number, numbers: fc.Stream<number>): number[] {
  const order = [...Array(count).keys()];
  for (let at = count - 1; at > 0; at--) {
    const other = (numbers.next().value as number) % (at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

function reordered(network: ActivityNetwork, places: readonly number[], order: readonly number[]): ActivityNetwork {
  const { links, duration, earliestStart, calendar, lagCalendar } = network;
  return {
    ...network,
    duration: Float64Array.from(places, (activity) => duration[activity]!),
    earliestStart: Float64Array.from(places, (activity) => earliestStart![activity]!),
    calendar: Int32Array.from(places, (activity) => calendar![activity]!),
    lagCalendar: Int32Array.from(order, (link) => lagCalendar![link]!),
    links: {
      from: Int32Array.from(order, (link) => places.indexOf(links.from[link]!)),
      to: Int32Array.from(order, (link) => places.indexOf(links.to[link]!)),
      type: Uint8Array.from(order, (link) => links.type[link]!),
      lag: Int32Array.from(order, (link) => links.lag[link]!),
    },
  };
}
