import { atOnce, type Stepwise } from '../../stepwise';
import { type ActivityNetwork, type NetworkDates } from './activityNetwork';
import { passingBackward } from './backwardPass';
import { passingForward } from './forwardPass';
import { noInstant } from './links';
import { topologyOf } from './topology';

/**
 * The critical path method (Kelley and Walker, "Critical-Path Planning and Scheduling", 1959) over all four types of
 * links with lags, with the terms of PMI's "Practice Standard for Scheduling". O(activities + links) and as many steps
 * of the calendars; the result does not depend on the order of activities and links, but for which of several links
 * that hold to the same instant is named.
 *
 * Conventions, where the sources leave a choice:
 * - A finish is the end of its last working minute, a start the beginning of its first one.
 * - A link that a finish waits for (FF, SF) is kept in the working time of the successor: what may finish on a Saturday
 *   at the earliest has done so on Friday evening.
 * - A stated date says where the activity takes place, in the forward pass. In the backward pass it may slip as far as
 *   anything else, or else every activity with dates would be critical. A float is negative only where a stated date is
 *   earlier than what it waits for allows, or where the stated end of a group cannot be kept.
 *
 * Never throws for numbers of any value.
 */
export function criticalPath(network: ActivityNetwork): NetworkDates {
  return atOnce(findingCriticalPath(network));
}

/**
 * The same bit by bit.
 *
 * @param topology that of the activities and links of the network
 */
export function* findingCriticalPath(
  network: ActivityNetwork,
  topology = topologyOf(network.count, network.links),
): Stepwise<NetworkDates> {
  yield;
  const early = yield* passingForward(network, topology);
  const groupEnd = groupEnds(network, early.earlyFinish);
  const late = yield* passingBackward(network, topology, early, groupEnd);
  return {
    earlyStart: early.earlyStart,
    earlyFinish: early.earlyFinish,
    lateStart: late.lateStart,
    lateFinish: late.lateFinish,
    totalFloat: late.totalFloat,
    freeFloat: late.freeFloat,
    critical: late.critical,
    driver: early.driver,
    latestLink: early.latestLink,
    allowedStart: early.allowedStart,
    unknown: early.unknown,
    unknownBy: early.unknownBy,
    groupEnd,
    cycles: topology.cycles,
  };
}

/** The stated end of each group, else its latest early finish. */
function groupEnds({ groups, endsNothing }: ActivityNetwork, earlyFinish: Float64Array): Float64Array {
  const ends = new Float64Array(groups?.count ?? 1).fill(noInstant);
  for (let activity = 0; activity < earlyFinish.length; activity++) {
    if (endsNothing?.[activity] === 1) continue;
    const group = groups?.of[activity] ?? 0;
    const finish = earlyFinish[activity] ?? noInstant;
    if (finish > (ends[group] ?? Infinity)) ends[group] = finish;
  }
  groups?.end?.forEach((end, group) => {
    if (Number.isFinite(end)) ends[group] = end;
  });
  return ends;
}
