import fc from 'fast-check';
import type { ActivityNetwork } from '../../../../src/core/analysis/network/activityNetwork';
import { noInstant } from '../../../../src/core/analysis/network/links';
import type { TimeArithmetic } from '../../../../src/core/analysis/network/timeArithmetic';
import { linksOf, type LinkRow } from './networkTable';

const largest = 8;

/** Networks without cycles, whose activities stand in any order. */
export const networks: fc.Arbitrary<ActivityNetwork> = fc
  .record({
    duration: fc.array(fc.nat(9), { minLength: 1, maxLength: largest }),
    rank: fc.shuffledSubarray([...Array(largest).keys()], { minLength: largest }),
    links: fc.array(
      fc.record({
        from: fc.nat(largest - 1),
        to: fc.nat(largest - 1),
        type: fc.nat(3),
        lag: fc.integer({ min: -6, max: 9 }),
      }),
      { maxLength: 14 },
    ),
    earliest: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(noInstant) }, fc.nat(20)), {
      minLength: largest,
      maxLength: largest,
    }),
  })
  .map(({ duration, rank, links, earliest }) => {
    const count = duration.length;
    const rows: LinkRow[] = links
      .filter(({ from, to }) => from !== to && from < count && to < count)
      .map((link) =>
        (rank[link.from] ?? 0) < (rank[link.to] ?? 0) ? link : { ...link, from: link.to, to: link.from },
      );
    return {
      count,
      duration: Float64Array.from(duration),
      links: linksOf(rows),
      origin: 0,
      earliestStart: Float64Array.from(earliest.slice(0, count)),
    };
  });

/** Which minutes are worked; before and after that there is work all the time. */
export type Pattern = readonly boolean[];

/** Calendars with any gaps, counted minute by minute. */
export function minuteByMinute(patterns: readonly Pattern[]): TimeArithmetic {
  const isWorked = (calendar: number, minute: number): boolean => patterns[calendar]?.[minute] ?? true;
  const previousFinish = (calendar: number, instant: number): number => {
    let at = instant;
    while (!isWorked(calendar, at - 1)) at--;
    return at;
  };
  const nextStart = (calendar: number, instant: number): number => {
    let at = instant;
    while (!isWorked(calendar, at)) at++;
    return at;
  };
  return {
    previousFinish,
    nextStart,
    add: (calendar, instant, length) => {
      if (length === 0) return instant;
      let at = previousFinish(calendar, instant);
      for (let left = length; left > 0; at++) if (isWorked(calendar, at)) left--;
      return at;
    },
    subtract: (calendar, instant, length) => {
      if (length === 0) return instant;
      let at = nextStart(calendar, instant);
      for (let left = length; left > 0; at--) if (isWorked(calendar, at - 1)) left--;
      return at;
    },
    between: (calendar, from, to) => {
      let sum = 0;
      for (let at = Math.min(from, to); at < Math.max(from, to); at++) if (isWorked(calendar, at)) sum++;
      return from <= to ? sum : 0 - sum;
    },
  };
}

/** Networks whose activities work by two calendars with gaps. */
export const networksInWorkingTime: fc.Arbitrary<ActivityNetwork> = fc
  .tuple(
    networks,
    fc.array(fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), { minLength: 2, maxLength: 2 }),
    fc.array(fc.nat(1), { minLength: 20, maxLength: 20 }),
  )
  .map(([network, patterns, calendars]) => ({
    ...network,
    time: minuteByMinute(patterns),
    calendar: Int32Array.from(calendars.slice(0, network.count)),
    lagCalendar: Int32Array.from(network.links.from, (_, link) => calendars[link] ?? 0),
  }));
