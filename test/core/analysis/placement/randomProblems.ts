import fc from 'fast-check';
import type { PlacementProblem } from '../../../../src/core/analysis/placement/placementProblem';
import type { Steps } from '../../../../src/core/analysis/placement/timeline';
import { linksOf } from '../network/networkTable';
import { minuteByMinute } from '../network/randomNetworks';
import { shiftOfPattern } from './shiftPatterns';

const largest = 8;
const resourceCount = 2;
const shiftCount = 3;

/** Capacities that come and go in whole periods, and are enough for any demand in the end. */
const capacities: fc.Arbitrary<Steps> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(4)), { maxLength: 6 })
  .map((steps) => {
    const from = [0];
    const amount = [3];
    for (const [length, level] of [...steps, [1, 3] as const]) {
      from.push(from.at(-1)! + length);
      amount.push(level);
    }
    return { from: Float64Array.from(from), amount: Float64Array.from(amount) };
  });

const shiftIndex = fc.integer({ min: -1, max: shiftCount - 1 });
const listOf = <T>(arbitrary: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: length, maxLength: length });

/**
 * Instances with the parameters that ProGen varies (Kolisch, Sprecher and Drexl, "Characterization and generation of a
 * general class of resource-constrained project scheduling problems", 1995): how many links there are, how many
 * resources an activity needs, how scarce they are. Beyond it: all types of links, and releases.
 */
export const problems: fc.Arbitrary<PlacementProblem> = fc
  .record({
    duration: fc.array(fc.nat(5), { minLength: 1, maxLength: largest }),
    links: fc.array(
      fc.record({
        from: fc.nat(largest - 1),
        to: fc.nat(largest - 1),
        type: fc.nat(3),
        lag: fc.integer({ min: -4, max: 6 }),
      }),
      { maxLength: 10 },
    ),
    amount: listOf(fc.nat(3), largest * resourceCount),
    release: listOf(fc.oneof(fc.constant(-Infinity), fc.nat(10)), largest),
    priority: listOf(fc.nat(9), largest),
    resources: listOf(capacities, resourceCount),
  })
  .map(({ duration, links, amount, release, priority, resources }) => {
    const count = duration.length;
    return {
      count,
      duration: Float64Array.from(duration),
      links: linksOf(links.filter(({ from, to }) => from < to && to < count)),
      origin: 0,
      release: Float64Array.from(release.slice(0, count)),
      priority: Float64Array.from(priority.slice(0, count)),
      demands: {
        first: Int32Array.from({ length: count + 1 }, (_, activity) => activity * resourceCount),
        resource: Int32Array.from({ length: count * resourceCount }, (_, at) => at % resourceCount),
        amount: Float64Array.from(amount.slice(0, count * resourceCount)),
      },
      resources,
    };
  });

/** Mostly nothing stated, else a start, a finish or both. */
const statedDates = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ start: -Infinity, finish: -Infinity }) },
  fc.nat(12).map((start) => ({ start, finish: -Infinity })),
  fc.nat(20).map((finish) => ({ start: -Infinity, finish })),
  fc.tuple(fc.nat(12), fc.nat(8)).map(([start, length]) => ({ start, finish: start + length })),
);

/** The same with efforts, shifts of activities and of demands, lags in working time, stated dates and parents. */
export const problemsInShifts: fc.Arbitrary<PlacementProblem> = fc
  .record({
    problem: problems,
    patterns: listOf(fc.array(fc.boolean(), { maxLength: 40 }), shiftCount),
    effort: listOf(fc.oneof(fc.constant(NaN), fc.nat(12)), largest),
    shift: listOf(shiftIndex, largest),
    demandShift: listOf(shiftIndex, largest * resourceCount),
    lagCalendar: listOf(fc.nat(shiftCount - 1), 10),
    hasTime: fc.boolean(),
    dates: listOf(statedDates, largest),
    firstOf: listOf(fc.boolean(), largest),
  })
  .map(({ problem, patterns, effort, shift, demandShift, lagCalendar, hasTime, dates, firstOf }) => ({
    ...problem,
    effort: Float64Array.from(effort.slice(0, problem.count)),
    fixedStart: Float64Array.from(dates.slice(0, problem.count), ({ start }) => start),
    fixedFinish: Float64Array.from(dates.slice(0, problem.count), ({ finish }) => finish),
    // Only what has no length may start with the first of several.
    firstOf: Uint8Array.from(problem.duration, (duration, index) =>
      firstOf[index] === true && (effort[index]! >= 0 ? effort[index] === 0 : duration === 0) ? 1 : 0,
    ),
    shifts: patterns.map(shiftOfPattern),
    shift: Int32Array.from(shift.slice(0, problem.count)),
    demands: { ...problem.demands, shift: Int32Array.from(demandShift.slice(0, problem.count * resourceCount)) },
    ...(hasTime && {
      time: minuteByMinute(patterns),
      lagCalendar: Int32Array.from(lagCalendar.slice(0, problem.links.from.length)),
    }),
  }));

/** Many activities for two people, in shifts: most of them look for a place where others of their kind have looked. */
export const crowdedProblems: fc.Arbitrary<PlacementProblem> = fc
  .record({
    count: fc.integer({ min: 10, max: 40 }),
    patterns: listOf(fc.array(fc.boolean(), { maxLength: 20 }), 2),
    length: listOf(fc.integer({ min: 1, max: 4 }), 40),
    isEffort: listOf(fc.boolean(), 40),
    release: listOf(fc.nat(30), 40),
    amount: listOf(fc.integer({ min: 1, max: 2 }), 80),
    others: listOf(fc.integer({ min: 0, max: 9 }), 80),
    shift: listOf(fc.integer({ min: -1, max: 1 }), 40),
    resources: listOf(capacities, resourceCount),
  })
  .map(({ count, patterns, length, isEffort, release, amount, others, shift, resources }) => ({
    count,
    duration: Float64Array.from({ length: count }, (_, activity) => (isEffort[activity] ? NaN : length[activity]!)),
    effort: Float64Array.from({ length: count }, (_, activity) => (isEffort[activity] ? length[activity]! : NaN)),
    links: linksOf([]),
    origin: 0,
    release: Float64Array.from(release.slice(0, count)),
    priority: new Float64Array(count),
    shifts: patterns.map(shiftOfPattern),
    shift: Int32Array.from(shift.slice(0, count)),
    demands: {
      first: Int32Array.from({ length: count + 1 }, (_, activity) => activity * resourceCount),
      resource: Int32Array.from({ length: count * resourceCount }, (_, at) => at % resourceCount),
      // Mostly one of them alone.
      amount: Float64Array.from({ length: count * resourceCount }, (_, at) => {
        const isOne = at % resourceCount === (others[at >> 1] ?? 0) % resourceCount;
        return isOne || others[at] === 0 ? amount[at]! : 0;
      }),
      shift: Int32Array.from({ length: count * resourceCount }, (_, at) => shift[at % 40]!),
    },
    resources,
  }));
