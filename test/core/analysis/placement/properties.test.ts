import assert from 'node:assert/strict';
import fc from 'fast-check';
import { criticalPath } from '../../../../src/core/analysis/network/criticalPath';
import { noInstant } from '../../../../src/core/analysis/network/links';
import type { TimeArithmetic } from '../../../../src/core/analysis/network/timeArithmetic';
import {
  placementDriver,
  type PlacementProblem,
  unplacedReason,
} from '../../../../src/core/analysis/placement/placementProblem';
import { serialSchedule } from '../../../../src/core/analysis/placement/serialSchedule';
import type { Shift } from '../../../../src/core/analysis/placement/shift';
import type { Steps } from '../../../../src/core/analysis/placement/timeline';
import { networksInWorkingTime } from '../network/randomNetworks';
import { demandsOf, finishFrom, isOnDuty, isStated, lengthOf, runs, violations } from './feasibility';
import { problems, problemsInShifts } from './randomProblems';

const always = (amount: number): Steps => ({ from: Float64Array.of(0), amount: Float64Array.of(amount) });
const anyProblems = fc.oneof(problems, problemsInShifts);

describe('serialSchedule, for any problem', () => {
  it('is feasible, in shifts and without', () => {
    fc.assert(
      fc.property(anyProblems, (problem) => {
        const placement = serialSchedule(problem);
        assert.deepEqual(violations(problem, placement), []);
        assert.ok(placement.unplaced.every((reason) => reason !== unplacedReason.cycle));
        placement.start.forEach((start, activity) => {
          if (placement.unplaced[activity] !== 0 || isStated(problem, activity)) return;
          assert.ok(start >= problem.origin && start >= problem.release![activity]!);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no activity an earlier place while the others stay (an active schedule, by trial)', () => {
    fc.assert(
      fc.property(anyProblems, (problem) => {
        const placement = serialSchedule(problem);
        for (let activity = 0; activity < problem.count; activity++) {
          if (placement.unplaced[activity] !== 0 || isStated(problem, activity)) continue;
          const from = Math.max(0, problem.release![activity]!);
          for (let earlier = from; earlier < placement.start[activity]!; earlier++) {
            // A start in a rest is a later start in disguise.
            if (lengthOf(problem, activity) > 0 && !runs(problem, activity, earlier)) continue;
            const start = placement.start.slice();
            start[activity] = earlier;
            const finish = placement.finish.slice();
            finish[activity] = finishFrom(problem, activity, earlier);
            // An effort that rounds to no period at some instant needs nobody there, and is not looked for.
            if (lengthOf(problem, activity) > 0 && finish[activity] === earlier) continue;
            assert.ok(violations(problem, { start, finish }).length > 0, `${activity} could start at ${earlier}`);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is never earlier than the network without limits, and just that where there is enough of everything', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { release = new Float64Array() } = problem;
        const { earlyStart, groupEnd } = criticalPath({ ...problem, earliestStart: release });
        const placement = serialSchedule(problem);
        earlyStart.forEach((early, activity) => {
          if (placement.unplaced[activity] === 0) assert.ok(placement.start[activity]! >= early);
        });
        const unlimited = serialSchedule({ ...problem, resources: problem.resources.map(() => always(Infinity)) });
        assert.deepEqual(unlimited.start, earlyStart);
        assert.equal(unlimited.end, groupEnd[0]);
      }),
    );
  });

  it('has the early dates of the network in working time where nobody is needed', () => {
    fc.assert(
      fc.property(networksInWorkingTime, (network) => {
        const { count, earliestStart, calendar, time, lagCalendar } = network;
        const { earlyStart, earlyFinish, allowedStart, latestLink } = criticalPath(network);
        const { duration, links, origin } = network;
        const placement = serialSchedule({
          ...{ count, duration, links, origin, release: earliestStart!, time: time!, lagCalendar: lagCalendar! },
          priority: new Float64Array(count),
          shifts: [0, 1].map((index) => shiftOf(time!, index)),
          shift: calendar!,
          demands: { first: new Int32Array(count + 1), resource: new Int32Array(0), amount: new Float64Array(0) },
          resources: [],
        });
        assert.deepEqual(placement.start, earlyStart);
        assert.deepEqual(placement.finish, earlyFinish);
        assert.ok(placement.allowedStart.every((allowed, activity) => allowed <= allowedStart[activity]!));
        const hasLink = (link: number): boolean => link >= 0;
        assert.deepEqual([...placement.latestLink].map(hasLink), [...latestLink].map(hasLink));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the activities, of their demands and of the links', () => {
    fc.assert(
      fc.property(problemsInShifts, fc.infiniteStream(fc.nat()), (given, random) => {
        const problem = { ...given, priority: Float64Array.from({ length: given.count }, (_, index) => index) };
        const order = [...Array(problem.count).keys()]
          .map((activity) => ({ activity, key: random.next().value as number }))
          .sort((one, other) => one.key - other.key)
          .map(({ activity }) => activity);
        const { start, finish, unplaced } = serialSchedule(problem);
        const shuffled = serialSchedule(inOrder(problem, order));
        assert.deepEqual(
          [...shuffled.start],
          order.map((activity) => start[activity]),
        );
        assert.deepEqual(
          [...shuffled.finish],
          order.map((activity) => finish[activity]),
        );
        assert.deepEqual(
          [...shuffled.unplaced],
          order.map((activity) => unplaced[activity]),
        );
      }),
    );
  });

  it('explains each start by what ends or begins there', () => {
    fc.assert(
      fc.property(anyProblems, (problem) => {
        const placement = serialSchedule(problem);
        const { start, finish, driver, holder, resource, allowedStart, latestLink, unplaced } = placement;
        for (let activity = 0; activity < problem.count; activity++) {
          if (unplaced[activity] !== 0) continue;
          const by = driver[activity];
          if (by === placementDriver.resource) {
            assert.ok(start[activity]! > allowedStart[activity]!);
            assert.ok(demandsOf(problem, activity).some((demand) => demand.resource === resource[activity]));
            const other = holder[activity]!;
            if (other >= 0) {
              assert.ok(finish[other]! <= start[activity]! && finish[other]! > allowedStart[activity]!);
              assert.ok(demandsOf(problem, other).some((demand) => demand.resource === resource[activity]));
            }
          }
          if (by === placementDriver.release) assert.equal(allowedStart[activity], problem.release![activity]);
          if (by === placementDriver.link && !isStated(problem, activity))
            assert.equal(problem.links.to[latestLink[activity]!], activity);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names who was off duty just where nobody was on duty and the own shift was', () => {
    fc.assert(
      fc.property(problemsInShifts, (problem) => {
        const { start, driver, allowedStart, waitedForShift, unplaced } = serialSchedule(problem);
        for (let activity = 0; activity < problem.count; activity++) {
          if (unplaced[activity] !== 0 || isStated(problem, activity)) continue;
          const isEffort = problem.effort![activity]! > 0;
          const demands = demandsOf(problem, activity);
          const isOn = (shift: number, period: number): boolean => isOnDuty(problem, shift, period);
          let couldRun = false;
          for (let period = allowedStart[activity]!; period < start[activity]!; period++) {
            couldRun ||= isOn(problem.shift![activity]!, period);
          }
          const moved = waitedForShift[activity]!;
          const first = demands.find(({ shift }) => isOn(shift, start[activity]!));
          if (moved >= 0) {
            assert.ok(isEffort && couldRun && !runs(problem, activity, start[activity]! - 1));
            assert.equal(moved, first?.resource);
          } else if (isEffort && driver[activity] !== placementDriver.resource) assert.ok(!couldRun);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ends for numbers of any value', () => {
    const numbers = fc.array(fc.oneof(fc.double(), fc.nat(5)), { minLength: 4, maxLength: 4 });
    const column = numbers.map((values) => Float64Array.from(values));
    const steps = fc.record({ from: column, amount: column });
    const shifts = fc.tuple(
      fc.oneof(fc.double({ noNaN: true }), fc.nat(5)),
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: -2, max: 2 }),
    );
    const dates = fc.record({ release: column, fixedStart: column, fixedFinish: column, latestFinish: column });
    fc.assert(
      fc.property(
        column,
        column,
        dates,
        column,
        steps,
        shifts,
        (duration, effort, given, amount, one, [end, own, at]) => {
          const { start, finish } = serialSchedule({
            ...{ count: 4, duration, effort, origin: 0, priority: new Float64Array(4), resources: [one] },
            ...given,
            fixedStart: given.fixedStart.map((date, activity) => (activity < 2 ? date : noInstant)),
            fixedFinish: given.fixedFinish.map((date, activity) => (activity > 0 && activity < 3 ? date : noInstant)),
            links: { from: Int32Array.of(0), to: Int32Array.of(1), type: Uint8Array.of(2), lag: Int32Array.of(0) },
            shifts: [{ nextOn: (t) => (t < end ? t : Infinity), nextOff: (t) => (t < end ? end : t) }],
            shift: Int32Array.of(-1, 0, own, -1),
            demands: {
              first: Int32Array.of(0, 1, 2, 3, 4),
              resource: Int32Array.of(0, 1, 0, 0),
              amount,
              shift: Int32Array.of(-1, 0, at, -1),
            },
          });
          assert.ok(![...start, ...finish].some(Number.isNaN));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** The shift of a calendar that is always on duty from instant 40 on. */
function shiftOf(time: TimeArithmetic, calendar: number): Shift {
  return {
    nextOn: (instant) => time.nextStart(calendar, instant),
    nextOff: (instant) => {
      for (let at = instant; at < 40; at++) if (time.nextStart(calendar, at) > at) return at;
      return Infinity;
    },
  };
}

/** The same problem with its activities in another order, their demands and the links the other way round. */
function inOrder(problem: PlacementProblem, order: readonly number[]): PlacementProblem {
  const { links, demands } = problem;
  const each = (values: Float64Array): Float64Array => Float64Array.from(order, (activity) => values[activity]!);
  const ends = (values: Int32Array): Int32Array => Int32Array.from(values, (end) => order.indexOf(end)).reverse();
  const places = order.map((activity) =>
    [...demands.resource.keys()].slice(demands.first[activity], demands.first[activity + 1]).reverse(),
  );
  return {
    ...problem,
    duration: each(problem.duration),
    effort: each(problem.effort!),
    release: each(problem.release!),
    fixedStart: each(problem.fixedStart!),
    fixedFinish: each(problem.fixedFinish!),
    firstOf: Uint8Array.from(order, (activity) => problem.firstOf![activity]!),
    priority: each(problem.priority),
    shift: Int32Array.from(order, (activity) => problem.shift![activity]!),
    links: {
      from: ends(links.from),
      to: ends(links.to),
      type: links.type.slice().reverse(),
      lag: links.lag.slice().reverse(),
    },
    ...(problem.lagCalendar && { lagCalendar: problem.lagCalendar.slice().reverse() }),
    demands: {
      first: demands.first,
      resource: Int32Array.from(places.flat(), (at) => demands.resource[at]!),
      amount: Float64Array.from(places.flat(), (at) => demands.amount[at]!),
      shift: Int32Array.from(places.flat(), (at) => demands.shift![at]!),
    },
  };
}
