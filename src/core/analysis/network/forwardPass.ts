import { atOnce, type Stepwise } from '../../stepwise';
import { activityLengths } from './activityLengths';
import { activitiesPerStep, type ActivityNetwork, driver, unknownReason } from './activityNetwork';
import { CalendarPositions } from './calendarPositions';
import { type EarlyDates, fixedEnd } from './earlyDates';
import { enteringFinish, entersFinish, leavesStart, leavingStart, noInstant, stated } from './links';
import { TimeSteps } from './timeArithmetic';
import { isLagIn, type Topology } from './topology';
import { Unknowns } from './unknowns';

/** Early dates from the origin on, and what sets them: first by positions, and what these cannot say step by step. */
export function forwardPass(network: ActivityNetwork, topology: Topology): EarlyDates {
  return atOnce(passingForward(network, topology));
}

/** The same bit by bit. */
export function* passingForward(network: ActivityNetwork, topology: Topology): Stepwise<EarlyDates> {
  const pass = new ForwardPass(network, topology);
  const { unknown } = pass;
  const { order } = topology;
  for (let at = 0; at < order.length; at++) {
    if (at % activitiesPerStep === 0) yield;
    const activity = order[at] ?? 0;
    pass.place(activity);
    if (unknown[activity] === unknownReason.known) pass.holdSuccessors(activity);
    else pass.loseSuccessors(activity);
  }
  for (let activity = 0; activity < unknown.length; activity++) {
    if (unknown[activity] !== unknownReason.known) pass.forget(activity);
  }
  return pass;
}

class ForwardPass implements EarlyDates {
  readonly length: Float64Array;
  readonly fixed: Uint8Array;
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  readonly driver: Uint8Array;
  readonly latestLink: Int32Array;
  readonly allowedStart: Float64Array;
  readonly unknown: Uint8Array;
  readonly unknownBy: Int32Array;
  readonly positions: CalendarPositions | undefined;
  readonly position: Float64Array;
  readonly isPlain: Uint8Array;
  readonly offer: Float64Array;
  readonly firstOffer: Float64Array;
  readonly calendar: Int32Array;
  readonly #unknowns: Unknowns;
  readonly #steps: TimeSteps;
  /** These of the network, or its lack of them, in one place: networks have many shapes, and passes one. */
  readonly #origin: number;
  readonly #earliestStart: Float64Array | undefined;
  readonly #latestFinish: Float64Array | undefined;
  readonly #firstOf: Uint8Array | undefined;
  readonly #lagCalendar: Int32Array | undefined;

  constructor(
    private readonly network: ActivityNetwork,
    private readonly topology: Topology,
  ) {
    const { count } = network;
    this.#unknowns = new Unknowns(count);
    this.#steps = new TimeSteps(network.time);
    this.positions = network.time ? network.time.positions : new CalendarPositions();
    const { length, fixed, isPlain } = activityLengths(network, topology, this.#unknowns, this.#steps);
    this.length = length;
    this.fixed = fixed;
    this.isPlain = this.positions ? isPlain : new Uint8Array(count);
    this.earlyStart = new Float64Array(count);
    this.earlyFinish = new Float64Array(count);
    this.driver = new Uint8Array(count);
    this.latestLink = new Int32Array(count).fill(-1);
    this.allowedStart = new Float64Array(count).fill(noInstant);
    this.unknown = this.#unknowns.reason;
    this.unknownBy = this.#unknowns.by;
    // Of what has no dates yet, the position that links have asked for.
    this.position = new Float64Array(count).fill(noInstant);
    this.offer = new Float64Array(network.firstOf ? topology.successors.target.length : 0);
    this.firstOffer = new Float64Array(network.firstOf ? count : 0);
    this.calendar = network.calendar ?? new Int32Array(count);
    this.#origin = network.origin;
    this.#earliestStart = network.earliestStart;
    this.#latestFinish = network.latestFinish;
    this.#firstOf = network.firstOf;
    this.#lagCalendar = network.lagCalendar;
  }

  /** Sets the early dates of an activity whose predecessors have theirs. */
  place(activity: number): void {
    if (this.#firstOf?.[activity] === 1) this.#settleFirst(activity);
    if (this.unknown[activity] !== unknownReason.known) return;
    const allowed = this.#allow(activity);
    if (this.isPlain[activity] === 1 && this.#placeByPosition(activity, allowed)) return;
    const calendar = this.calendar[activity] ?? 0;
    const length = this.length[activity] ?? 0;
    const start = this.#steps.startFrom(calendar, allowed, length);
    if (this.fixed[activity] === 0) this.#settle(activity, start, this.#steps.finish(calendar, start, length));
    else this.#state(activity, calendar, length);
  }

  /**
   * Lets the successors of an activity with dates wait for them: by positions where these are known, and where nothing
   * has to be counted. As soon as a single one needs more than that, all of them are held once more step by step.
   */
  holdSuccessors(activity: number): void {
    if (!this.#holdByPositions(activity)) this.#holdBySteps(activity);
  }

  /** Makes the successors of an unknown activity unknown, unless their own dates are stated. */
  loseSuccessors(activity: number): void {
    const { first, link, target } = this.topology.successors;
    const end = first[activity + 1] ?? 0;
    for (let at = first[activity] ?? 0; at < end; at++) {
      const successor = target[at] ?? 0;
      if (this.#firstOf?.[successor] === 1) this.#unknowns.note(successor, link[at] ?? 0);
      else if (this.fixed[successor] === 0)
        this.#unknowns.lose(successor, unknownReason.waitsForUnknown, link[at] ?? 0);
    }
  }

  /** Takes from an unknown activity what its predecessors may have left there. */
  forget(activity: number): void {
    this.earlyStart[activity] = noInstant;
    this.earlyFinish[activity] = noInstant;
    this.driver[activity] = driver.origin;
    this.latestLink[activity] = -1;
    this.allowedStart[activity] = noInstant;
    this.isPlain[activity] = 0;
  }

  /** Sets the early dates of work without stated ones; false where the tables do not reach, or it finishes too late. */
  #placeByPosition(activity: number, allowed: number): boolean {
    const { positions } = this;
    if (!positions) return false;
    const calendar = this.calendar[activity] ?? 0;
    const isHeld = this.driver[activity] === driver.link;
    const position = isHeld ? (this.position[activity] ?? 0) : positions.knownPosition(calendar, allowed);
    const start = positions.knownLatest(calendar, position);
    const finish = positions.knownEarliest(calendar, position + (this.length[activity] ?? 0));
    const ceiling = stated(this.#latestFinish, activity);
    if (!Number.isFinite(finish - start) || (ceiling !== noInstant && finish > ceiling)) return false;
    this.position[activity] = position;
    this.earlyStart[activity] = start;
    this.earlyFinish[activity] = finish;
    return true;
  }

  /** Lets the successors of an activity wait for it; false where not all of them do by now. */
  #holdByPositions(activity: number): boolean {
    const { allowedStart, isPlain, latestLink, length: lengths, position, positions } = this;
    const { successors } = this.topology;
    const { first, link, target, type: types, lag: lags } = successors;
    const lagCalendar = this.#lagCalendar;
    const firstOf = this.#firstOf;
    const calendars = this.calendar;
    if (!positions) return false;
    const calendar = calendars[activity] ?? 0;
    const start = this.earlyStart[activity] ?? 0;
    const finish = this.earlyFinish[activity] ?? 0;
    const length = lengths[activity] ?? 0;
    const finishPosition = (position[activity] ?? 0) + length;
    let isComplete = true;
    const end = first[activity + 1] ?? 0;
    for (let at = first[activity] ?? 0; at < end; at++) {
      const successor = target[at] ?? 0;
      const type = types[at] ?? 0;
      const lag = lags[at] ?? 0;
      let earliest: number;
      let allowed = noInstant;
      if (isPlain[successor] === 1) {
        const own = calendars[successor] ?? 0;
        // What a lag in another calendar comes to may be later than any position here says.
        if (!isLagIn(own, at, lagCalendar, successors)) {
          isComplete = false;
          continue;
        }
        if (own === calendar) allowed = finishPosition - leavingStart(type) * length;
        else allowed = positions.knownPosition(own, leavesStart(type) ? start : finish);
        allowed += lag - enteringFinish(type) * (lengths[successor] ?? 0);
        // What is later has the later position, but for what is at one and the same.
        if (allowed < (position[successor] ?? 0)) continue;
        if (entersFinish(type)) earliest = positions.knownLatest(own, allowed);
        else if (lag !== 0) earliest = positions.knownEarliest(own, allowed);
        else earliest = leavesStart(type) ? start : finish;
      } else {
        earliest = leavesStart(type) ? start : finish;
        if (lag !== 0 || entersFinish(type) || firstOf?.[successor] === 1) allowed = NaN;
      }
      if (Number.isNaN(allowed) || Number.isNaN(earliest)) {
        isComplete = false;
        continue;
      }
      const before = allowedStart[successor] ?? 0;
      if (earliest > before || (earliest === before && (link[at] ?? 0) < (latestLink[successor] ?? 0))) {
        allowedStart[successor] = earliest;
        latestLink[successor] = link[at] ?? 0;
        position[successor] = allowed;
      }
    }
    return isComplete;
  }

  #holdBySteps(activity: number): void {
    const { first, target, type } = this.topology.successors;
    const end = first[activity + 1] ?? 0;
    for (let at = first[activity] ?? 0; at < end; at++) {
      const ends = leavesStart(type[at] ?? 0) ? this.earlyStart : this.earlyFinish;
      this.#hold(at, target[at] ?? 0, ends[activity] ?? 0);
    }
  }

  /** Lets a successor wait for an instant by the steps of the calendars. */
  #hold(at: number, successor: number, instant: number): void {
    const { lag, link, type } = this.topology.successors;
    const own = this.calendar[successor] ?? 0;
    const lagged = this.#lagCalendar?.[link[at] ?? 0] ?? own;
    let earliest = this.#steps.later(lagged, instant, lag[at] ?? 0);
    if (entersFinish(type[at] ?? 0)) earliest = this.#steps.start(own, earliest, this.length[successor] ?? 0);
    if (this.#offer(at, successor, earliest) && this.positions && this.isPlain[successor] === 1) {
      this.position[successor] = this.positions.position(own, earliest);
    }
  }

  /** Makes an activity that waits for the first of its predecessors unknown where all of them are. */
  #settleFirst(activity: number): void {
    if (this.unknown[activity] !== unknownReason.known) return;
    const lost = this.unknownBy[activity] ?? -1;
    this.unknownBy[activity] = -1;
    this.firstOffer[activity] = this.allowedStart[activity] ?? noInstant;
    const isWaiting = lost >= 0 && this.latestLink[activity] === -1 && this.fixed[activity] === 0;
    if (isWaiting) this.#unknowns.lose(activity, unknownReason.waitsForUnknown, lost);
  }

  /** Keeps what a link allows where that is what counts so far. */
  #offer(at: number, successor: number, earliest: number): boolean {
    const link = this.topology.successors.link[at] ?? 0;
    const allowed = this.allowedStart[successor] ?? 0;
    const before = this.latestLink[successor] ?? 0;
    const isFirst = this.#firstOf?.[successor] === 1;
    if (isFirst) this.offer[at] = earliest;
    const isFurther = isFirst ? earliest < allowed || before === -1 : earliest > allowed;
    if (!isFurther && !(earliest === allowed && link < before)) return false;
    this.allowedStart[successor] = earliest;
    this.latestLink[successor] = link;
    return true;
  }

  /** Places an activity by its stated dates. */
  #state(activity: number, calendar: number, length: number): void {
    const { network } = this;
    let start = stated(network.fixedStart, activity);
    let finish = stated(network.fixedFinish, activity);
    this.driver[activity] = start === noInstant ? driver.fixedFinish : driver.fixedStart;
    if (start === noInstant) start = this.#steps.start(calendar, finish, length);
    else if (finish === noInstant) finish = this.#steps.finish(calendar, start, length);
    this.#settle(activity, start, finish);
  }

  /** Sets the dates of an activity, at the latest those of its latest finish. */
  #settle(activity: number, start: number, finish: number): void {
    const ceiling = stated(this.#latestFinish, activity);
    const isLate = ceiling !== noInstant && finish > ceiling && ((this.fixed[activity] ?? 0) & fixedEnd.finish) === 0;
    const begin = isLate ? this.#startUnder(ceiling, activity, start) : start;
    const end = isLate ? ceiling : finish;
    const position = this.positions?.position(this.calendar[activity] ?? 0, begin) ?? 0;
    this.earlyStart[activity] = begin;
    this.earlyFinish[activity] = end;
    this.position[activity] = position;
    // A point may be at any instant, but those that its calendar does not have.
    if (!(Number.isFinite(begin) && Number.isFinite(end) && Number.isFinite(position))) {
      this.#unknowns.lose(activity, unknownReason.noTime, -1);
    }
  }

  /** The start of an activity that would finish after its latest finish. */
  #startUnder(ceiling: number, activity: number, start: number): number {
    const calendar = this.calendar[activity] ?? 0;
    const isStated = this.fixed[activity] === fixedEnd.start;
    this.fixed[activity] = (this.fixed[activity] ?? 0) | fixedEnd.ceiling;
    this.isPlain[activity] = 0;
    if (isStated && start <= ceiling) {
      this.length[activity] = this.#steps.between(calendar, start, ceiling);
      return start;
    }
    this.driver[activity] = driver.ceiling;
    if (isStated) this.length[activity] = 0;
    return this.#steps.start(calendar, ceiling, this.length[activity] ?? 0);
  }

  /** What the links allow, as long as nothing else allows less. */
  #allow(activity: number): number {
    const origin = this.#origin;
    let allowed = this.allowedStart[activity] ?? noInstant;
    let by: number = allowed === noInstant ? driver.origin : driver.link;
    if (origin > allowed) {
      allowed = origin;
      by = driver.origin;
    }
    const earliest = stated(this.#earliestStart, activity);
    if (earliest > allowed) {
      allowed = earliest;
      by = driver.earliestStart;
    }
    this.allowedStart[activity] = allowed;
    this.driver[activity] = by;
    return allowed;
  }
}
