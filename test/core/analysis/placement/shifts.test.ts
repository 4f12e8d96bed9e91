import assert from 'node:assert/strict';
import { noInstant } from '../../../../src/core/analysis/network/links';
import {
  type Placement,
  placementDriver,
  type PlacementProblem,
  unplacedReason,
} from '../../../../src/core/analysis/placement/placementProblem';
import { serialSchedule } from '../../../../src/core/analysis/placement/serialSchedule';
import type { Shift } from '../../../../src/core/analysis/placement/shift';
import { networkOf } from '../network/networkTable';
import { minuteByMinute } from '../network/randomNetworks';
import { weekdays } from './shiftPatterns';

/** An activity that works on weekdays, in days; what people do of it is given in percent of their time. */
interface Task {
  readonly takes?: number;
  /** Percent × days. */
  readonly effort?: number;
  readonly by?: Readonly<Record<string, number>>;
  readonly elapsed?: boolean;
  readonly after?: readonly string[];
  readonly notBefore?: number;
  readonly start?: number;
  readonly finish?: number;
  readonly doneBy?: number;
  readonly firstOf?: boolean;
}

type Tasks = Readonly<Record<string, Task>>;

/** Day 0 is a Monday. Shift 0 is the project's; each person has one, and all of the time. */
function scheduleOf(
  people: Readonly<Record<string, Shift>>,
  tasks: Tasks,
  more: Partial<PlacementProblem> = {},
): Placement {
  const names = Object.keys(people);
  const rows = Object.values(tasks);
  const demands = rows.map(({ by = {} }) => Object.entries(by));
  const table = Object.entries(tasks).map(([name, { takes = 0, after = [] }]) => [name, { takes, after }] as const);
  const { count, duration, links, origin } = networkOf(Object.fromEntries(table));
  const dates = (date: (task: Task) => number | undefined): Float64Array =>
    Float64Array.from(rows, (task) => date(task) ?? noInstant);
  const first = new Int32Array(count + 1);
  demands.forEach(({ length }, activity) => (first[activity + 1] = first[activity]! + length));
  const resource = Int32Array.from(demands.flat(), ([name]) => names.indexOf(name));
  return serialSchedule({
    ...{ count, duration, links, origin },
    effort: dates(({ effort }) => effort),
    release: dates(({ notBefore }) => notBefore),
    fixedStart: dates(({ start }) => start),
    fixedFinish: dates(({ finish }) => finish),
    latestFinish: dates(({ doneBy }) => doneBy),
    firstOf: Uint8Array.from(rows, ({ firstOf }) => (firstOf === true ? 1 : 0)),
    priority: Float64Array.from(rows, (_, index) => index),
    shifts: [weekdays(), ...Object.values(people)],
    shift: Int32Array.from(rows, ({ elapsed }) => (elapsed === true ? -1 : 0)),
    demands: {
      first,
      resource,
      amount: Float64Array.from(demands.flat(), ([, percent]) => percent),
      shift: resource.map((person) => person + 1),
    },
    resources: names.map(() => ({ from: Float64Array.of(-Infinity), amount: Float64Array.of(100) })),
    ...more,
  });
}

const dates = ({ start, finish }: Placement): (readonly [number, number])[] =>
  [...start].map((from, activity) => [from, finish[activity]!]);

describe('serialSchedule in shifts', () => {
  const alice = weekdays({ off: [2, 3] });
  const bob = weekdays();

  describe('an effort', () => {
    it('is done by those who are on duty, each with his share', () => {
      // 150 on Monday and Tuesday, 50 while Alice is off, 150 on Friday: 550; the rest is two thirds of a Monday.
      const placement = scheduleOf({ alice, bob }, { work: { effort: 650, by: { alice: 100, bob: 50 } } });
      assert.deepEqual(dates(placement), [[0, 8]]);
    });

    it('is over before a rest if less than half a period would be left after it', () => {
      const placement = scheduleOf({ alice, bob }, { work: { effort: 600, by: { alice: 100, bob: 50 } } });
      assert.deepEqual(dates(placement), [[0, 5]]);
    });

    it('takes its share only of those who are on duty, and lets others have what is left', () => {
      const placement = scheduleOf(
        { alice, bob },
        {
          work: { effort: 650, by: { alice: 100, bob: 50 } },
          aside: { effort: 100, by: { bob: 50 } },
          next: { effort: 200, by: { alice: 100 } },
        },
      );
      assert.deepEqual(dates(placement).slice(1), [
        [0, 2],
        [8, 10],
      ]);
      const { driver, resource, holder, waitedForShift } = placement;
      assert.deepEqual([driver[2], resource[2], holder[2], waitedForShift[2]], [placementDriver.resource, 0, 0, -1]);
    });

    it('of nothing has no length, and needs nobody', () => {
      const placement = scheduleOf(
        { bob },
        { busy: { effort: 500, by: { bob: 100 } }, none: { effort: 0, by: { bob: 100 }, notBefore: 2 } },
      );
      assert.deepEqual(dates(placement)[1], [2, 2]);
    });

    it('that nobody makes has no place, nor one after the last day of everybody', () => {
      const { unplaced, resource } = scheduleOf(
        { bob: weekdays({ end: 10 }), alice },
        {
          nobody: { effort: 100 },
          ofNothing: { effort: 100, by: { alice: 0 } },
          tooLong: { effort: 900, by: { bob: 100 } },
          fits: { effort: 800, by: { bob: 100 } },
          late: { takes: 1, notBefore: 10, by: { bob: 100 } },
          gigantic: { effort: 1e9, by: { alice: 1 } },
        },
      );
      const { placed, neverFits } = unplacedReason;
      assert.deepEqual([...unplaced], [neverFits, neverFits, neverFits, placed, neverFits, neverFits]);
      assert.deepEqual([...resource], [-1, 1, 0, -1, 0, 1]);
    });

    it('goes on without somebody whose window has closed', () => {
      const people = { alice: weekdays({ end: 3 }), bob };
      assert.deepEqual(dates(scheduleOf(people, { work: { effort: 800, by: { alice: 100, bob: 100 } } })), [[0, 5]]);
    });

    it('starts with whoever is there, also while the other one is held by something else', () => {
      const placement = scheduleOf(
        { alice, bob },
        { busy: { effort: 300, by: { alice: 100 } }, both: { effort: 200, by: { alice: 100, bob: 100 } } },
      );
      // Alice is busy until Friday evening with days off in between, in which Bob does it alone.
      assert.deepEqual(dates(placement), [
        [0, 5],
        [2, 4],
      ]);
      assert.deepEqual([placement.resource[1], placement.holder[1]], [0, -1]);
    });
  });

  describe('a duration', () => {
    it('counts the days of its shift, whoever is off, and takes people when both are on duty', () => {
      const placement = scheduleOf(
        { alice },
        {
          work: { takes: 4, by: { alice: 100 } },
          trip: { takes: 4, elapsed: true, notBefore: 4, by: { alice: 100 } },
          next: { effort: 100, by: { alice: 100 } },
        },
      );
      assert.deepEqual(dates(placement), [
        [0, 4],
        [4, 8],
        [8, 9],
      ]);
      assert.equal(placement.holder[2], 1);
    });

    it('passes on all days where it is elapsed', () => {
      assert.deepEqual(dates(scheduleOf({}, { wait: { takes: 3, elapsed: true, notBefore: 5 } })), [[5, 8]]);
      assert.deepEqual(dates(scheduleOf({}, { work: { takes: 3, notBefore: 5 } })), [[7, 10]]);
    });
  });

  describe('links', () => {
    const pattern = Array.from({ length: 70 }, (_, day) => day % 7 < 5);
    const tasks: Tasks = { week: { takes: 5 }, next: { takes: 1, after: ['week FS+1'] } };

    it('count their lags in working time, or in periods where there is none', () => {
      const inWorkingTime = scheduleOf({}, tasks, { time: minuteByMinute([pattern]) });
      assert.deepEqual(dates(inWorkingTime)[1], [8, 9]);
      assert.deepEqual(dates(scheduleOf({}, { ...tasks, next: { takes: 1, after: ['week FS+3'] } }))[1], [8, 9]);
      const elapsed = { time: minuteByMinute([pattern, []]), lagCalendar: Int32Array.of(1) };
      assert.deepEqual(dates(scheduleOf({}, tasks, elapsed))[1], [7, 8]);
    });

    it('hold a finish back by the running time of what waits, rests and days off and all', () => {
      const placement = scheduleOf(
        { alice: weekdays({ off: [7] }) },
        {
          first: { takes: 9, elapsed: true },
          duration: { takes: 3, after: ['first FF'] },
          effort: { effort: 300, by: { alice: 100 }, after: ['first FF'] },
          weekend: { takes: 6, elapsed: true },
          before: { takes: 2, after: ['weekend FF'] },
        },
      );
      assert.deepEqual(dates(placement), [
        [0, 9],
        [4, 9],
        [3, 9],
        [0, 6],
        // No working time lies between Friday evening and Saturday evening.
        [3, 5],
      ]);
    });

    it('let a parent start with the first of its children that has a place', () => {
      const { start, driver, latestLink, unplaced, unplacedBy } = scheduleOf(
        {},
        {
          lost: { takes: NaN },
          late: { takes: 1, notBefore: 3 },
          early: { takes: 1, notBefore: 1 },
          parent: { firstOf: true, after: ['lost SS', 'late SS', 'early SS'] },
          empty: { firstOf: true, after: ['lost SS', 'lost SS'] },
          after: { takes: 1, after: ['parent'] },
        },
      );
      assert.deepEqual([start[3], driver[3], latestLink[3]], [1, placementDriver.link, 2]);
      assert.deepEqual([unplaced[4], unplacedBy[4]], [unplacedReason.waitsForUnplaced, 3]);
      assert.equal(start[5], 1);
    });
  });

  describe('what is stated', () => {
    it('goes on from start to finish, and takes what it needs whatever there is', () => {
      const placement = scheduleOf(
        { alice },
        {
          other: { effort: 100, by: { alice: 100 } },
          stated: { effort: 100, by: { alice: 100 }, start: 1, finish: 9 },
          over: { takes: 1, by: { alice: 100 }, start: 1 },
          next: { effort: 200, by: { alice: 100 } },
          backwards: { takes: 1, start: 5, finish: 4 },
        },
      );
      assert.deepEqual(dates(placement).slice(0, 4), [
        [0, 1],
        [1, 9],
        [1, 2],
        [9, 11],
      ]);
      assert.deepEqual([placement.holder[3], placement.driver[2]], [1, placementDriver.fixedStart]);
      assert.equal(placement.unplaced[4], unplacedReason.noLength);
    });

    it('starts by its length before a stated finish', () => {
      const placement = scheduleOf(
        { alice },
        { work: { takes: 3, finish: 8 }, effort: { effort: 400, by: { alice: 100 }, finish: 8 } },
      );
      assert.deepEqual(dates(placement), [
        [3, 8],
        [0, 8],
      ]);
      assert.equal(placement.driver[0], placementDriver.fixedFinish);
    });

    it('has finished by the latest finish of what is done, though nobody was free', () => {
      const placement = scheduleOf(
        { alice, bob: { nextOn: () => Infinity, nextOff: (instant) => instant } },
        {
          busy: { effort: 500, by: { alice: 100 } },
          done: { effort: 200, by: { alice: 100 }, doneBy: 8 },
          inTime: { takes: 1, doneBy: 8 },
          waits: { takes: 3, after: ['busy'], doneBy: 8 },
          never: { effort: 100, by: { bob: 100 }, doneBy: 4 },
        },
      );
      assert.deepEqual(dates(placement), [
        [0, 9],
        [4, 8],
        [0, 1],
        [3, 8],
        [4, 4],
      ]);
      const { origin, latestFinish } = placementDriver;
      assert.deepEqual([...placement.driver], [origin, latestFinish, origin, latestFinish, latestFinish]);
      assert.equal(placement.allowedStart[3], 9);
    });
  });

  it('names whose days off moved a start, and nobody where the project rested too', () => {
    const placement = scheduleOf(
      { alice: weekdays({ off: [0, 1, 7, 8, 14] }), bob },
      {
        off: { effort: 300, by: { alice: 100 } },
        weekend: { effort: 100, by: { bob: 100 }, notBefore: 5 },
        held: { effort: 100, by: { alice: 100 } },
        both: { effort: 100, by: { alice: 100 }, notBefore: 12 },
      },
    );
    assert.deepEqual([...placement.start], [2, 7, 9, 15]);
    assert.deepEqual([...placement.waitedForShift], [0, -1, 0, 0]);
    const { origin, release, resource } = placementDriver;
    assert.deepEqual([...placement.driver], [origin, release, resource, release]);
    assert.deepEqual([...placement.holder], [-1, -1, 0, -1]);
  });

  it('knows who held a person on two projects with days of their own', () => {
    // The other project works on Saturdays too, and this one not.
    const six: Shift = {
      ...weekdays(),
      nextOn: (at) => (at % 7 < 6 ? at : at + 1),
      nextOff: (at) => at - (at % 7) + 6,
    };
    const { start, finish, holder } = serialSchedule({
      count: 3,
      duration: new Float64Array(3),
      effort: Float64Array.of(6, 1, 1),
      links: networkOf({}).links,
      origin: 0,
      priority: Float64Array.of(0, 1, 2),
      shifts: [weekdays(), six],
      resources: [{ from: Float64Array.of(0), amount: Float64Array.of(1) }],
      demands: {
        first: Int32Array.of(0, 1, 2, 3),
        resource: Int32Array.of(0, 0, 0),
        amount: Float64Array.of(1, 1, 1),
        shift: Int32Array.of(0, 1, 1),
      },
    });
    // The first rests on Saturday, day 5, and leaves it to the second; the third comes after both.
    assert.deepEqual([...start], [0, 5, 8]);
    assert.deepEqual([...finish], [8, 6, 9]);
    assert.deepEqual([...holder], [-1, -1, 0]);
  });
});
