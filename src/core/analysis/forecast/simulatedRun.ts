import { entersFinish, leavesStart, noInstant } from '../network/links';
import { TimeSteps } from '../network/timeArithmetic';
import type { SimulatedNetwork } from './simulatedNetwork';

/**
 * One run after the other through a network, by the steps of the forward pass of the critical path method with drawn
 * lengths. The arrays are by places, and hold the last run. What finds no working time in a run has `Infinity` for start
 * and finish, and so has what waits for it.
 */
export class SimulatedRun {
  readonly finish: Float64Array;
  /** In how many runs each was critical. */
  readonly criticalRuns: Int32Array;
  /** When each may start. Its calendar moves that into working time, which few ask for and the finish does not need. */
  readonly #start: Float64Array;
  readonly #length: Float64Array;
  readonly #isCritical: Uint8Array;
  readonly #groupEnd: Float64Array;
  readonly #steps: TimeSteps;

  constructor(private readonly simulated: SimulatedNetwork) {
    const count = simulated.activity.length;
    this.#start = new Float64Array(count);
    this.finish = new Float64Array(count);
    this.criticalRuns = new Int32Array(count);
    this.#length = new Float64Array(count);
    this.#isCritical = new Uint8Array(count);
    this.#groupEnd = new Float64Array(simulated.groupCount);
    this.#steps = new TimeSteps(simulated.network.time);
  }

  /** @param lengths by places; whole numbers from 0 up, or `Infinity` */
  run(lengths: Float64Array): void {
    const count = this.#start.length;
    for (let at = 0; at < count; at++) this.#place(at, lengths[at] ?? 0);
    this.#endGroups();
    // Whatever an activity drives comes after it.
    for (let at = count - 1; at >= 0; at--) this.#settle(at);
  }

  #place(at: number, length: number): void {
    const { simulated } = this;
    const calendar = simulated.calendar[at] ?? 0;
    const fixedStart = simulated.fixedStart[at] ?? noInstant;
    const fixedFinish = simulated.fixedFinish[at] ?? noInstant;
    let start = fixedStart;
    let finish = fixedFinish;
    if (!(length < Infinity)) finish = fixedFinish === noInstant ? Infinity : fixedFinish;
    else if (fixedStart === noInstant && fixedFinish === noInstant) {
      start = this.#allowedStart(at, calendar, length);
      finish = start < Infinity ? this.#steps.finish(calendar, start, length) : Infinity;
    } else if (fixedStart === noInstant) start = this.#steps.start(calendar, fixedFinish, length);
    else if (fixedFinish === noInstant) finish = this.#steps.finish(calendar, fixedStart, length);
    this.#length[at] = length;
    this.#keep(at, calendar, start, finish);
  }

  #keep(at: number, calendar: number, start: number, finish: number): void {
    const latest = this.simulated.latestFinish[at] ?? Infinity;
    let from = start;
    let to = finish;
    if (to > latest && this.simulated.fixedFinish[at] === noInstant) {
      to = latest;
      const isStated = this.simulated.fixedStart[at] !== noInstant;
      if (!isStated) from = this.#steps.start(calendar, latest, this.#length[at] ?? 0);
      else if (start > latest) from = latest;
    }
    const isPlaced = Number.isFinite(from) && Number.isFinite(to);
    this.#start[at] = isPlaced ? from : Infinity;
    this.finish[at] = isPlaced ? to : Infinity;
  }

  /** What origin, earliest start and links allow. */
  #allowedStart(at: number, calendar: number, length: number): number {
    const { earliest, predecessors, firstOf } = this.simulated;
    const { first } = predecessors;
    const isFirstOf = firstOf[at] === 1;
    const begin = first[at] ?? 0;
    const end = first[at + 1] ?? 0;
    let allowed = isFirstOf && begin < end ? Infinity : noInstant;
    for (let link = begin; link < end; link++) {
      const byLink = this.#allowedBy(link, calendar, length);
      if (isFirstOf ? byLink < allowed : byLink > allowed) allowed = byLink;
    }
    return Math.max(allowed, earliest[at] ?? noInstant);
  }

  #allowedBy(link: number, calendar: number, length: number): number {
    const { from, type: types, lag, lagCalendar } = this.simulated.predecessors;
    const type = types[link] ?? 0;
    const predecessor = from[link] ?? 0;
    let instant = leavesStart(type) ? this.#startOf(predecessor) : (this.finish[predecessor] ?? Infinity);
    if (instant === Infinity) return Infinity;
    instant = this.#steps.later(lagCalendar[link] ?? 0, instant, lag[link] ?? 0);
    if (entersFinish(type) && Number.isFinite(instant)) instant = this.#steps.start(calendar, instant, length);
    return instant;
  }

  #startOf(at: number): number {
    return this.#workingStart(at, this.#start[at] ?? Infinity);
  }

  /** When an activity that may start at an instant does. */
  #workingStart(at: number, instant: number): number {
    if (!Number.isFinite(instant)) return instant;
    return this.#steps.startFrom(this.simulated.calendar[at] ?? 0, instant, this.#length[at] ?? 0);
  }

  #endGroups(): void {
    const { group } = this.simulated;
    const { finish } = this;
    const ends = this.#groupEnd;
    ends.fill(noInstant);
    for (let at = 0; at < finish.length; at++) {
      const own = finish[at] ?? 0;
      const of = group[at] ?? 0;
      if (own > (ends[of] ?? Infinity)) ends[of] = own;
    }
  }

  /** Counts an activity that is critical, and passes that on to what drives it. */
  #settle(at: number): void {
    const { simulated, finish } = this;
    const isCritical = this.#isCritical[at] === 1 || finish[at] === this.#groupEnd[simulated.group[at] ?? 0];
    this.#isCritical[at] = 0;
    if (!isCritical) return;
    this.criticalRuns[at] = (this.criticalRuns[at] ?? 0) + 1;
    // What is finished waits for nothing any more.
    if ((finish[at] ?? 0) >= (simulated.latestFinish[at] ?? Infinity)) return;
    const { first, from } = simulated.predecessors;
    const start = this.#startOf(at);
    const end = first[at + 1] ?? 0;
    for (let link = first[at] ?? 0; link < end; link++) {
      // A link drives that lets its successor start when it does, and no earlier.
      const allowed = this.#allowedBy(link, simulated.calendar[at] ?? 0, this.#length[at] ?? 0);
      if (this.#workingStart(at, allowed) === start) this.#isCritical[from[link] ?? 0] = 1;
    }
  }
}
