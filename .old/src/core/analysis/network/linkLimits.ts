import { type ActivityNetwork, type NetworkDates, unknownReason } from './activityNetwork';
import { type EarlyDates, fixedEnd } from './earlyDates';
import { entersFinish } from './links';
import { TimeSteps } from './timeArithmetic';
import type { Topology } from './topology';

/**
 * What links leave to the activities that they come from, as instants, step by step through the calendars. All links are
 * named by their places in the list of successors.
 */
export class LinkLimits {
  readonly #steps: TimeSteps;

  /** @param late the late dates, of those successors that have them by now */
  constructor(
    private readonly network: ActivityNetwork,
    private readonly topology: Topology,
    private readonly early: EarlyDates,
    private readonly late: Pick<NetworkDates, 'lateStart' | 'lateFinish'>,
  ) {
    this.#steps = new TimeSteps(network.time);
  }

  /** Whether a successor may hold back what it waits for. */
  isLimiting(at: number, successor: number): boolean {
    const { early } = this;
    if (early.unknown[successor] !== unknownReason.known) return false;
    // What is finished waits for nothing any more.
    if (((early.fixed[successor] ?? 0) & fixedEnd.ceiling) !== 0) return false;
    return this.network.firstOf?.[successor] !== 1 || early.offer[at] === early.firstOffer[successor];
  }

  /** The latest instant at the origin of a link that leaves the early dates of its successor where they are. */
  earlyLimit(at: number, successor: number): number {
    const { earlyStart, earlyFinish } = this.early;
    const ends = this.#isFinishHeld(at) ? earlyFinish : earlyStart;
    return this.#limitOf(at, successor, ends[successor] ?? 0);
  }

  /** The same for the late dates. */
  lateLimit(at: number, successor: number, earlyLimit: number): number {
    const isFinish = this.#isFinishHeld(at);
    const end = (isFinish ? this.late.lateFinish : this.late.lateStart)[successor] ?? 0;
    const earlyEnd = (isFinish ? this.early.earlyFinish : this.early.earlyStart)[successor];
    return end === earlyEnd ? earlyLimit : this.#limitOf(at, successor, end);
  }

  #isFinishHeld(at: number): boolean {
    return entersFinish(this.topology.successors.type[at] ?? 0);
  }

  /** The latest instant at the origin of a link that leaves an end of its successor where it is; `Infinity` for no limit. */
  #limitOf(at: number, successor: number, end: number): number {
    const { lag, link } = this.topology.successors;
    const own = this.early.calendar[successor] ?? 0;
    // A finish waits in the working time of its activity, so all free time after it counts as that finish.
    const mayMove = this.#isFinishHeld(at) && ((this.early.fixed[successor] ?? 0) & fixedEnd.finish) === 0;
    const moved = this.#steps.startFrom(own, end, mayMove ? (this.early.length[successor] ?? 0) : 0);
    const limit = this.#steps.latestBefore(this.network.lagCalendar?.[link[at] ?? 0] ?? own, moved, lag[at] ?? 0);
    return limit > -Infinity ? limit : Infinity;
  }
}
