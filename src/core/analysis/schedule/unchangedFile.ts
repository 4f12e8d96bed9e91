import type { FileNetwork } from './fileNetwork';
import type { ScheduleNumbers } from './workDates';

/** The numbers of a file: those of its part, and by how much the indices of its activities are moved in them. */
export interface PlacedNumbers {
  readonly numbers: ScheduleNumbers;
  readonly offset: number;
}

/**
 * Whether two schedules say the same of the work of a file that is itself the same in both: all dates and floats, and
 * why they are what they are, down to the dates of the work of other files that is named for it.
 */
export function isUnchanged({ nodes }: FileNetwork, now: PlacedNumbers, before: PlacedNumbers): boolean {
  const compared = new Comparison(now.numbers, before.numbers);
  const isOwn = (index: number): boolean => index >= now.offset && index < now.offset + nodes.length;
  for (let own = 0; own < nodes.length; own++) {
    const [index, was] = [own + now.offset, own + before.offset];
    if (!compared.isSame(index, was) || !compared.namesTheSame(index, was, isOwn)) return false;
  }
  return true;
}

class Comparison {
  constructor(
    private readonly now: ScheduleNumbers,
    private readonly before: ScheduleNumbers,
  ) {}

  /** Whether an activity has the same dates for the same reasons. */
  isSame(index: number, was: number): boolean {
    const { dates, placement } = this.now;
    const { dates: datesBefore, placement: placementBefore } = this.before;
    return (
      placement.start[index] === placementBefore.start[was] &&
      placement.finish[index] === placementBefore.finish[was] &&
      placement.allowedStart[index] === placementBefore.allowedStart[was] &&
      placement.driver[index] === placementBefore.driver[was] &&
      placement.unplaced[index] === placementBefore.unplaced[was] &&
      dates.earlyStart[index] === datesBefore.earlyStart[was] &&
      dates.earlyFinish[index] === datesBefore.earlyFinish[was] &&
      dates.lateStart[index] === datesBefore.lateStart[was] &&
      dates.lateFinish[index] === datesBefore.lateFinish[was] &&
      dates.totalFloat[index] === datesBefore.totalFloat[was] &&
      dates.freeFloat[index] === datesBefore.freeFloat[was] &&
      dates.critical[index] === datesBefore.critical[was] &&
      dates.allowedStart[index] === datesBefore.allowedStart[was] &&
      dates.driver[index] === datesBefore.driver[was] &&
      dates.unknown[index] === datesBefore.unknown[was] &&
      this.#isSameLink(placement.latestLink[index], placementBefore.latestLink[was]) &&
      this.#isSameLink(placement.unplacedBy[index], placementBefore.unplacedBy[was]) &&
      this.#isSameLink(dates.latestLink[index], datesBefore.latestLink[was]) &&
      this.#isSameLink(dates.unknownBy[index], datesBefore.unknownBy[was]) &&
      this.#isSamePerson(placement.resource[index], placementBefore.resource[was]) &&
      this.#isSamePerson(placement.waitedForShift[index], placementBefore.waitedForShift[was])
    );
  }

  /**
   * Whether what is waited for is the same, and has the same dates itself.
   *
   * @param isCompared whether an activity is compared anyway
   */
  namesTheSame(index: number, was: number, isCompared: (index: number) => boolean): boolean {
    const { dates, placement, network } = this.now;
    const { dates: datesBefore, placement: placementBefore, network: networkBefore } = this.before;
    const { from } = network.activities.links;
    const { from: fromBefore } = networkBefore.activities.links;
    const isSame = (activity = -1, activityBefore = -1): boolean => {
      if (activity < 0 || activityBefore < 0) return activity < 0 && activityBefore < 0;
      if (network.nodes[activity] !== networkBefore.nodes[activityBefore]) return false;
      return isCompared(activity) || this.isSame(activity, activityBefore);
    };
    return (
      isSame(placement.holder[index], placementBefore.holder[was]) &&
      isSame(from[placement.latestLink[index] ?? -1], fromBefore[placementBefore.latestLink[was] ?? -1]) &&
      isSame(from[placement.unplacedBy[index] ?? -1], fromBefore[placementBefore.unplacedBy[was] ?? -1]) &&
      isSame(from[dates.latestLink[index] ?? -1], fromBefore[datesBefore.latestLink[was] ?? -1]) &&
      isSame(from[dates.unknownBy[index] ?? -1], fromBefore[datesBefore.unknownBy[was] ?? -1])
    );
  }

  #isSameLink(link = -1, was = -1): boolean {
    return this.now.network.links[link] === this.before.network.links[was];
  }

  #isSamePerson(person = -1, was = -1): boolean {
    return this.now.feasible.people[person]?.id === this.before.feasible.people[was]?.id;
  }
}
