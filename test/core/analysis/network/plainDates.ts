import type { ActivityNetwork } from '../../../../src/core/analysis/network/activityNetwork';
import { entersFinish, leavesStart } from '../../../../src/core/analysis/network/links';

export interface PlainDates {
  readonly start: readonly number[];
  readonly finish: readonly number[];
  readonly end: number;
}

/** One activity that starts no earlier than at an instant, whatever else allows it to. */
export interface Slip {
  readonly activity: number;
  readonly start: number;
}

/**
 * Early dates in plain time of a network without cycles and stated dates, by asking each activity's predecessors for
 * theirs: as its rules are said, without sorting, and slow.
 */
export function plainDates(network: ActivityNetwork, slip?: Slip): PlainDates {
  const { count, duration, links, earliestStart, firstOf, latestFinish } = network;
  const known: { start: number; finish: number }[] = [];
  const datesOf = (activity: number): { start: number; finish: number } => {
    const length = duration[activity]!;
    const allowed = [...links.to.keys()]
      .filter((link) => links.to[link] === activity)
      .map((link) => {
        const before = (known[links.from[link]!] ??= datesOf(links.from[link]!));
        const type = links.type[link]!;
        const end = (leavesStart(type) ? before.start : before.finish) + links.lag[link]!;
        return entersFinish(type) ? end - length : end;
      });
    const byLinks = firstOf?.[activity] === 1 && allowed.length > 0 ? Math.min(...allowed) : Math.max(0, ...allowed);
    const slipped = slip?.activity === activity ? slip.start : 0;
    const start = Math.max(0, byLinks, earliestStart?.[activity] ?? 0, slipped);
    const ceiling = latestFinish?.[activity] ?? -Infinity;
    if (ceiling !== -Infinity && start + length > ceiling) return { start: ceiling - length, finish: ceiling };
    return { start, finish: start + length };
  };
  const dates = [...Array(count).keys()].map((activity) => (known[activity] ??= datesOf(activity)));
  return {
    start: dates.map(({ start }) => start),
    finish: dates.map(({ finish }) => finish),
    end: Math.max(...dates.map(({ finish }) => finish)),
  };
}
