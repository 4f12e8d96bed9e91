import fc from 'fast-check';
import type { PlacementProblem } from '../../../../src/core/analysis/placement/placementProblem';
import type { Steps } from '../../../../src/core/analysis/placement/timeline';
import { linksOf } from '../network/networkTable';

const largest = 8;
const resourceCount = 2;

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

/**
 * Instances with the parameters that ProGen varies (Kolisch, Sprecher and Drexl, "Characterization and generation of a
 * general class of resource-constrained project scheduling problems", 1995): how many links there are, how many
 * resources an activity needs, how scarce they are. Beyond it: all types of links, releases, breaks.
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
    amount: fc.array(fc.nat(3), { minLength: largest * resourceCount, maxLength: largest * resourceCount }),
    release: fc.array(fc.oneof(fc.constant(-Infinity), fc.nat(10)), { minLength: largest, maxLength: largest }),
    priority: fc.array(fc.nat(9), { minLength: largest, maxLength: largest }),
    pauses: fc.array(fc.nat(1), { minLength: largest, maxLength: largest }),
    resources: fc.array(capacities, { minLength: resourceCount, maxLength: resourceCount }),
  })
  .map(({ duration, links, amount, release, priority, pauses, resources }) => {
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
      pauses: Uint8Array.from(pauses.slice(0, count)),
    };
  });
