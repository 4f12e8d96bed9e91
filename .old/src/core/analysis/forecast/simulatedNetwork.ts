import { type ActivityNetwork, unknownReason } from '../network/activityNetwork';
import { fixedEnd } from '../network/earlyDates';
import { forwardPass } from '../network/forwardPass';
import { noInstant } from '../network/links';
import { topologyOf } from '../network/topology';

/** The links into each activity: those of the one at a place are `first[at]` up to, not including, `first[at + 1]`. */
export interface Predecessors {
  readonly first: Int32Array;
  /** Places. */
  readonly from: Int32Array;
  readonly type: Uint8Array;
  readonly lag: Int32Array;
  readonly lagCalendar: Int32Array;
}

/**
 * A network in the order in which a run goes through it: its known activities have places, from 0 up, each after those
 * that it waits for. What is found once here is not asked for in each of thousands of runs.
 */
export interface SimulatedNetwork {
  readonly network: ActivityNetwork;
  /** The activity at each place. */
  readonly activity: Int32Array;
  /** The place of each activity; −1 of one that is unknown. */
  readonly place: Int32Array;
  readonly calendar: Int32Array;
  /** The origin or the activity's own earliest start, whichever is later. */
  readonly earliest: Float64Array;
  /** `noInstant` where nothing is stated. */
  readonly fixedStart: Float64Array;
  readonly fixedFinish: Float64Array;
  /** `Infinity` where nothing holds. */
  readonly latestFinish: Float64Array;
  readonly firstOf: Uint8Array;
  /** None into what has stated dates: it waits for nothing. */
  readonly predecessors: Predecessors;
  readonly group: Int32Array;
  readonly groupCount: number;
}

export function simulatedNetwork(network: ActivityNetwork): SimulatedNetwork {
  const topology = topologyOf(network.count, network.links);
  const { unknown, fixed } = forwardPass(network, topology);
  const activity = topology.order.filter((index) => unknown[index] === unknownReason.known);
  const place = new Int32Array(network.count).fill(-1);
  activity.forEach((index, at) => (place[index] = at));

  const placed = (values: Float64Array | undefined, missing: number): Float64Array =>
    Float64Array.from(activity, (index) => {
      const value = values?.[index] ?? NaN;
      return Number.isFinite(value) ? value : missing;
    });
  const isStated = (index: number): boolean => ((fixed[index] ?? 0) & (fixedEnd.start | fixedEnd.finish)) !== 0;
  return {
    network,
    activity,
    place,
    calendar: activity.map((index) => network.calendar?.[index] ?? 0),
    earliest: placed(network.earliestStart, noInstant).map((earliest) => Math.max(earliest, network.origin)),
    fixedStart: placed(network.fixedStart, noInstant),
    fixedFinish: placed(network.fixedFinish, noInstant),
    latestFinish: placed(network.latestFinish, Infinity),
    firstOf: Uint8Array.from(activity, (index) => network.firstOf?.[index] ?? 0),
    predecessors: predecessorsOf(network, place, isStated),
    group: activity.map((index) => network.groups?.of[index] ?? 0),
    groupCount: network.groups?.count ?? 1,
  };
}

function predecessorsOf(
  { links, lagCalendar, calendar }: ActivityNetwork,
  place: Int32Array,
  isStated: (activity: number) => boolean,
): Predecessors {
  const count = place.reduce((sum, at) => sum + (at >= 0 ? 1 : 0), 0);
  const into: number[][] = Array.from({ length: count }, () => []);
  links.to.forEach((to, link) => {
    const from = place[links.from[link] ?? -1] ?? -1;
    if (from >= 0 && !isStated(to)) into[place[to] ?? -1]?.push(link);
  });
  const first = new Int32Array(count + 1);
  into.forEach((own, at) => (first[at + 1] = (first[at] ?? 0) + own.length));
  const kept = Int32Array.from(into.flat());
  return {
    first,
    from: kept.map((link) => place[links.from[link] ?? 0] ?? 0),
    type: Uint8Array.from(kept, (link) => links.type[link] ?? 0),
    lag: kept.map((link) => links.lag[link] ?? 0),
    lagCalendar: kept.map((link) => lagCalendar?.[link] ?? calendar?.[links.to[link] ?? 0] ?? 0),
  };
}
