import { instantsPerDay } from '../../src/core/analysis/calendar';
import type { ActivityNetwork } from '../../src/core/analysis/network/activityNetwork';
import { Random } from '../random';

/** How far a link reaches at most, in the order in which the activities were written. */
const reach = 500;

/**
 * A network without cycles: each link, of any type, leads from an activity to one of the next in the list, half of them
 * with a lag or a lead. The activities take from a quarter of a day to ten days.
 */
export function randomNetwork(count: number, linkCount: number, origin: number, seed: number): ActivityNetwork {
  const random = new Random(seed);
  const links = {
    from: new Int32Array(linkCount),
    to: new Int32Array(linkCount),
    type: new Uint8Array(linkCount),
    lag: new Int32Array(linkCount),
  };
  for (let link = 0; link < linkCount; link++) {
    const from = random.below(count - 1);
    links.from[link] = from;
    links.to[link] = random.between(from + 1, Math.min(from + reach, count - 1));
    links.type[link] = random.below(4);
    links.lag[link] = random.below(2) === 0 ? 0 : random.between(-3, 5) * instantsPerDay;
  }
  const duration = Float64Array.from({ length: count }, () => (random.between(1, 40) * instantsPerDay) / 4);
  return { count, duration, links, origin };
}
