import { unknownReason } from '../network/activityNetwork';
import { noInstant } from '../network/links';
import { topologyOf } from '../network/topology';
import { unplacedReason } from '../placement/placementProblem';
import { frameOf } from '../schedule/planNetwork';
import { qualifiedId } from '../schedule/workName';
import type { ScheduleNumbers } from '../schedule/workDates';
import type { ForecastProblem, UncertainLength } from './forecastProblem';
import { personLinks } from './personLinks';
import { SimulatedWorks } from './simulatedWork';
import { withoutPoints } from './withoutPoints';

/** The network of a plan as it is simulated, by the indices of its activities. */
export type PlanProblem = Omit<ForecastProblem, 'targets'>;

/**
 * The activities of a plan, in the order in which people do them, with what is known of their lengths. What the feasible
 * schedule has no place for is unknown here.
 */
export function planProblem(numbers: ScheduleNumbers): PlanProblem {
  const { activities, nodes } = numbers.network;
  const count = nodes.length;
  const works = new SimulatedWorks(numbers);
  const column = (): Float64Array => new Float64Array(count).fill(noInstant);
  const [earliestStart, fixedStart, fixedFinish] = [column(), column(), column()];
  const duration = new Float64Array(count).fill(NaN);
  const calendar = new Int32Array(count);
  const lengths: (UncertainLength | undefined)[] = Array.from({ length: count });
  const isKnown = (index: number): boolean =>
    numbers.dates.unknown[index] === unknownReason.known && numbers.placement.unplaced[index] === unplacedReason.placed;
  for (let index = 0; index < count; index++) {
    const work = isKnown(index) ? works.of(index) : undefined;
    if (!work) continue;
    duration[index] = work.duration;
    lengths[index] = work.length;
    calendar[index] = work.calendar;
    earliestStart[index] = work.earliestStart;
    fixedStart[index] = work.fixedStart;
    fixedFinish[index] = work.fixedFinish;
  }
  // What is settled waits for nothing, and what had stated dates does not get lost because of what is unknown.
  const isHeld = (from: number, to: number): boolean => isKnown(from) && isKnown(to) && fixedStart[to] === noInstant;
  const isPoint = (index: number): boolean => {
    const node = nodes[index];
    return node !== undefined && !node.timing && node.part !== 'milestone' && fixedStart[index] === noInstant;
  };
  return {
    network: withoutPoints(
      {
        count,
        duration,
        earliestStart,
        fixedStart,
        fixedFinish,
        calendar,
        origin: activities.origin,
        time: works.time,
        ...(activities.firstOf ? { firstOf: activities.firstOf } : {}),
        ...(activities.groups ? { groups: activities.groups } : {}),
        ...linksOf(numbers, works, isHeld),
      },
      isPoint,
    ),
    lengths,
    keys: nodes.map(({ work }, index) =>
      lengths[index] ? qualifiedId(work, frameOf(numbers.network, index).file) : '',
    ),
  };
}

/** The links of the network that hold, and those of people, but for the ones of them that would close a ring. */
function linksOf(
  numbers: ScheduleNumbers,
  works: SimulatedWorks,
  isHeld: (from: number, to: number) => boolean,
): Pick<PlanProblem['network'], 'links' | 'lagCalendar'> {
  const { links, count } = numbers.network.activities;
  const order = personLinks(numbers);
  const kept = [...links.from.keys()].filter((link) => isHeld(links.from[link] ?? -1, links.to[link] ?? -1));
  const withOrder = (chosen: readonly number[]): PlanProblem['network']['links'] => {
    const none = chosen.map(() => 0);
    const own = (values: ArrayLike<number>): number[] => kept.map((link) => values[link] ?? 0);
    return {
      from: Int32Array.from([...own(links.from), ...chosen.map((at) => order.from[at] ?? 0)]),
      to: Int32Array.from([...own(links.to), ...chosen.map((at) => order.to[at] ?? 0)]),
      type: Uint8Array.from([...own(links.type), ...none]),
      lag: Int32Array.from([...own(links.lag), ...none]),
    };
  };
  const all = [...order.from.keys()];
  const both = withOrder(all);
  const setOf = new Int32Array(count).fill(-1);
  topologyOf(count, both).cycles.forEach((cycle, set) => cycle.forEach((member) => (setOf[member] = set)));
  const isOpen = (at: number): boolean => {
    const set = setOf[order.from[at] ?? -1] ?? -1;
    return set < 0 || set !== setOf[order.to[at] ?? -1];
  };
  const chosen = all.filter(isOpen);
  return {
    links: chosen.length === all.length ? both : withOrder(chosen),
    lagCalendar: Int32Array.from([...kept.map((link) => works.lagCalendar(link)), ...chosen.map(() => 0)]),
  };
}
