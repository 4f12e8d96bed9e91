import { entersFinish, leavesStart, linkType, noInstant } from '../network/links';
import { TimeSteps } from '../network/timeArithmetic';
import type { SimulatedLengths } from './simulatedLengths';
import type { SimulatedNetwork } from './simulatedNetwork';

/**
 * How many runs go through the network together: what is read of an activity, its links and its distribution serves all
 * of them while it is at hand.
 */
export const runsAtOnce = 32;

/**
 * Runs through a network, by the steps of the forward pass of the critical path method with drawn lengths. What finds no
 * working time in a run has `Infinity` for start and finish there, and so has what waits for it.
 */
export class SimulatedRuns {
  /** The last runs: that of place p in run r at `p · runsAtOnce + r`, as in all arrays of here that have runs. */
  readonly finish: Float64Array;
  /** In how many runs the activity at each place was critical. */
  readonly criticalRuns: Int32Array;
  /** When each may start. Its calendar moves that into working time, which few ask for and the finish does not need. */
  readonly #start: Float64Array;
  readonly #length: Float64Array;
  readonly #isCritical: Uint8Array;
  readonly #groupEnd: Float64Array;
  readonly #steps: TimeSteps;

  constructor(
    private readonly simulated: SimulatedNetwork,
    private readonly lengths: SimulatedLengths,
  ) {
    const count = simulated.activity.length;
    this.finish = new Float64Array(count * runsAtOnce);
    this.criticalRuns = new Int32Array(count);
    this.#start = new Float64Array(count * runsAtOnce);
    this.#length = new Float64Array(count * runsAtOnce);
    this.#isCritical = new Uint8Array(count * runsAtOnce);
    this.#groupEnd = new Float64Array(simulated.groupCount * runsAtOnce);
    this.#steps = new TimeSteps(simulated.network.time);
  }

  /** Makes the next {@link runsAtOnce} runs, of which so many count. */
  next(counted: number): void {
    const { criticalRuns, simulated } = this;
    for (let at = 0; at < criticalRuns.length; at++) {
      this.lengths.draw(at, this.#length, at * runsAtOnce, runsAtOnce);
      this.#allow(at);
      if (simulated.fixedStart[at] === noInstant && simulated.fixedFinish[at] === noInstant) this.#finish(at);
      else this.#state(at);
      if ((simulated.latestFinish[at] ?? Infinity) < Infinity) this.#cutOff(at);
    }
    this.#endGroups();
    // Whatever an activity drives comes after it.
    for (let at = criticalRuns.length - 1; at >= 0; at--) {
      for (let run = 0; run < counted; run++) this.#settle(at, run);
    }
  }

  /** Finds what origin, earliest start and links allow. */
  #allow(at: number): void {
    const { earliest, predecessors, firstOf } = this.simulated;
    const start = this.#start;
    const offset = at * runsAtOnce;
    const first = predecessors.first[at] ?? 0;
    const end = predecessors.first[at + 1] ?? 0;
    const least = earliest[at] ?? noInstant;
    if (firstOf[at] !== 1 || first === end) {
      start.fill(least, offset, offset + runsAtOnce);
      for (let link = first; link < end; link++) this.#wait(at, link);
      return;
    }
    for (let run = 0; run < runsAtOnce; run++) {
      let allowed = Infinity;
      for (let link = first; link < end; link++) allowed = Math.min(allowed, this.#allowedBy(link, at, run));
      start[offset + run] = Math.max(allowed, least);
    }
  }

  /** Lets an activity wait for a link, if it does not wait longer anyway. */
  #wait(at: number, link: number): void {
    const { from, type, lag } = this.simulated.predecessors;
    const { finish } = this;
    const start = this.#start;
    const offset = at * runsAtOnce;
    const predecessor = (from[link] ?? 0) * runsAtOnce;
    const isPlain = type[link] === linkType.FS && lag[link] === 0;
    for (let run = 0; run < runsAtOnce; run++) {
      const allowed = isPlain ? (finish[predecessor + run] ?? Infinity) : this.#allowedBy(link, at, run);
      if (allowed > (start[offset + run] ?? Infinity)) start[offset + run] = allowed;
    }
  }

  #allowedBy(link: number, at: number, run: number): number {
    const { calendar, predecessors } = this.simulated;
    const type = predecessors.type[link] ?? 0;
    const predecessor = predecessors.from[link] ?? 0;
    const end = leavesStart(type)
      ? this.#startOf(predecessor, run)
      : (this.finish[predecessor * runsAtOnce + run] ?? Infinity);
    if (end === Infinity) return Infinity;
    const allowed = this.#steps.later(predecessors.lagCalendar[link] ?? 0, end, predecessors.lag[link] ?? 0);
    if (!entersFinish(type) || !Number.isFinite(allowed)) return allowed;
    const length = this.#length[at * runsAtOnce + run] ?? 0;
    return length < Infinity ? this.#steps.start(calendar[at] ?? 0, allowed, length) : noInstant;
  }

  #finish(at: number): void {
    const { finish } = this;
    const start = this.#start;
    const length = this.#length;
    const steps = this.#steps;
    const calendar = this.simulated.calendar[at] ?? 0;
    const end = (at + 1) * runsAtOnce;
    for (let index = at * runsAtOnce; index < end; index++) {
      const from = start[index] ?? Infinity;
      const own = length[index] ?? 0;
      const to = from < Infinity && own < Infinity ? steps.finish(calendar, from, own) : Infinity;
      finish[index] = to;
      if (!(to < Infinity)) start[index] = Infinity;
    }
  }

  /** Sets the dates of an activity of which one or both are stated. */
  #state(at: number): void {
    const { calendar: calendars, fixedStart, fixedFinish } = this.simulated;
    const calendar = calendars[at] ?? 0;
    for (let index = at * runsAtOnce; index < (at + 1) * runsAtOnce; index++) {
      const length = this.#length[index] ?? 0;
      let start = fixedStart[at] ?? noInstant;
      let finish = fixedFinish[at] ?? noInstant;
      if (start === noInstant) start = length < Infinity ? this.#steps.start(calendar, finish, length) : noInstant;
      else if (finish === noInstant)
        finish = length < Infinity ? this.#steps.finish(calendar, start, length) : Infinity;
      this.#keep(index, start, finish);
    }
  }

  /** Lets an activity end with its latest finish, as the forward pass does. */
  #cutOff(at: number): void {
    const { calendar: calendars, fixedStart, fixedFinish, latestFinish } = this.simulated;
    const latest = latestFinish[at] ?? Infinity;
    if (fixedFinish[at] !== noInstant) return;
    for (let index = at * runsAtOnce; index < (at + 1) * runsAtOnce; index++) {
      const length = this.#length[index] ?? 0;
      if (!((this.finish[index] ?? 0) > latest)) continue;
      const stated = fixedStart[at] ?? noInstant;
      if (stated !== noInstant) this.#keep(index, Math.min(stated, latest), latest);
      else
        this.#keep(
          index,
          length < Infinity ? this.#steps.start(calendars[at] ?? 0, latest, length) : noInstant,
          latest,
        );
    }
  }

  #keep(index: number, start: number, finish: number): void {
    const isPlaced = Number.isFinite(start) && Number.isFinite(finish);
    this.#start[index] = isPlaced ? start : Infinity;
    this.finish[index] = isPlaced ? finish : Infinity;
  }

  #startOf(at: number, run: number): number {
    const start = this.#start[at * runsAtOnce + run] ?? Infinity;
    // A stated start is where it is, in working time or not.
    return this.simulated.fixedStart[at] === noInstant ? this.#workingStart(at, run, start) : start;
  }

  /** When an activity that may start at an instant does. */
  #workingStart(at: number, run: number, instant: number): number {
    if (!Number.isFinite(instant)) return instant;
    const length = this.#length[at * runsAtOnce + run] ?? 0;
    return this.#steps.startFrom(this.simulated.calendar[at] ?? 0, instant, length);
  }

  #endGroups(): void {
    const { finish } = this;
    const { group } = this.simulated;
    const ends = this.#groupEnd;
    ends.fill(noInstant);
    for (let at = 0; at < group.length; at++) {
      const own = (group[at] ?? 0) * runsAtOnce;
      for (let run = 0; run < runsAtOnce; run++) {
        const to = finish[at * runsAtOnce + run] ?? 0;
        if (to > (ends[own + run] ?? Infinity)) ends[own + run] = to;
      }
    }
  }

  /** Counts an activity that is critical, and passes that on to what drives it. */
  #settle(at: number, run: number): void {
    const { simulated, finish } = this;
    const index = at * runsAtOnce + run;
    const end = this.#groupEnd[(simulated.group[at] ?? 0) * runsAtOnce + run];
    if (this.#isCritical[index] === 0 && finish[index] !== end) return;
    this.#isCritical[index] = 0;
    this.criticalRuns[at] = (this.criticalRuns[at] ?? 0) + 1;
    // What is finished waits for nothing any more.
    if ((finish[index] ?? 0) >= (simulated.latestFinish[at] ?? Infinity)) return;
    const { first, from } = simulated.predecessors;
    const start = this.#startOf(at, run);
    for (let link = first[at] ?? 0; link < (first[at + 1] ?? 0); link++) {
      // A link drives that lets its successor start when it does, and no earlier.
      const allowed = this.#workingStart(at, run, this.#allowedBy(link, at, run));
      if (allowed === start) this.#isCritical[(from[link] ?? 0) * runsAtOnce + run] = 1;
    }
  }
}
