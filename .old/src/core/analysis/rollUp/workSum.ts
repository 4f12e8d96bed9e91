import type { Temporal } from 'temporal-polyfill';
import { dateOf, finishDay, startDay, type EpochDay } from '../calendar';
import type { ScheduledWork } from '../schedule/scheduledWork';

/** How many there are, dropped ones left out. */
export interface Counts {
  readonly open: number;
  readonly done: number;
  /** Both together. */
  readonly total: number;
}

/** Several pieces of work as one. Immutable. */
export interface WorkRollUp {
  /** The share that is done, from 0 to 1, weighted by effort. Undefined where nothing in it says. */
  readonly progress: number | undefined;
  /** What the progress is weighted by, in working minutes. */
  readonly weight: number;
  /** The items without children. */
  readonly items: Counts;
  /** The first feasible day of its items and milestones; undefined where none of them has a start. */
  readonly earliest: Temporal.PlainDate | undefined;
  /** The last one, included; undefined where none of them has a finish. */
  readonly latest: Temporal.PlainDate | undefined;
  /** What of the open work finishes last; undefined where nothing is open, or nothing that is has dates. */
  readonly last: ScheduledWork | undefined;
  /** How many open items and milestones have no dates: with them, `latest` may be later. */
  readonly unscheduled: number;
  /** How many features and projects are under way and have no items to say how far: with them, `progress` may differ. */
  readonly unmeasured: number;
}

/** A part of a sum: what it weighs, in working minutes, and the share of it that is done, from 0 to 1. */
export interface WeighedPart {
  readonly weight: number;
  readonly progress: number;
}

/**
 * Adds up pieces of work. Sums can be added to each other, so that each piece is looked at once and no more, however
 * many wholes it is a part of.
 */
export class WorkSum {
  unmeasured = 0;
  #weight = 0;
  #earned = 0;
  /** For parts that weigh nothing, which count alike. */
  #shares = 0;
  #parts = 0;
  #finished = 0;
  #open = 0;
  #done = 0;
  #unscheduled = 0;
  #earliest: EpochDay = Infinity;
  #latest: EpochDay = -Infinity;
  #hasStart = false;
  #hasFinish = false;
  #last: ScheduledWork | undefined;

  /** Adds an item without children. */
  addItem(part: WeighedPart, isDone: boolean, scheduled: ScheduledWork | undefined): void {
    this.addPart(part);
    if (isDone) this.#done++;
    else this.#open++;
    this.addDates(scheduled, !isDone);
  }

  /** Adds what counts for the progress alone. */
  addPart({ weight, progress }: WeighedPart): void {
    this.#weight += weight;
    this.#earned += weight * progress;
    this.#shares += progress;
    this.#parts++;
    if (progress === 1) this.#finished++;
  }

  /** Adds what counts for the dates alone: a milestone. */
  addDates(scheduled: ScheduledWork | undefined, isOpen: boolean): void {
    const { start, finish, point } = scheduled ?? {};
    const first = start === undefined ? undefined : (point === 'finish' ? finishDay : startDay)(start);
    const last = finish === undefined ? undefined : (point === 'start' ? startDay : finishDay)(finish);
    // What has a start alone ends no earlier.
    this.#earliest = Math.min(this.#earliest, first ?? Infinity, last ?? Infinity);
    this.#latest = Math.max(this.#latest, last ?? first ?? -Infinity);
    this.#hasStart ||= first !== undefined;
    this.#hasFinish ||= last !== undefined;
    if (!isOpen) return;
    if (last === undefined || scheduled?.unknown) this.#unscheduled++;
    if (last !== undefined) this.#last = later(this.#last, scheduled);
  }

  add(other: WorkSum): void {
    this.unmeasured += other.unmeasured;
    this.#weight += other.#weight;
    this.#earned += other.#earned;
    this.#shares += other.#shares;
    this.#parts += other.#parts;
    this.#finished += other.#finished;
    this.#open += other.#open;
    this.#done += other.#done;
    this.#unscheduled += other.#unscheduled;
    this.#earliest = Math.min(this.#earliest, other.#earliest);
    this.#latest = Math.max(this.#latest, other.#latest);
    this.#hasStart ||= other.#hasStart;
    this.#hasFinish ||= other.#hasFinish;
    this.#last = later(this.#last, other.#last);
  }

  /** What it weighs; undefined while it has no part. */
  get weight(): number | undefined {
    return this.#parts === 0 ? undefined : this.#weight;
  }

  rollUp(): WorkRollUp {
    return {
      progress: this.#progress(),
      weight: this.#weight,
      items: countsOf(this.#open, this.#done),
      earliest: this.#hasStart ? dateOf(this.#earliest) : undefined,
      latest: this.#hasFinish ? dateOf(this.#latest) : undefined,
      last: this.#last,
      unscheduled: this.#unscheduled,
      unmeasured: this.unmeasured,
    };
  }

  #progress(): number | undefined {
    if (this.#parts === 0) return undefined;
    // Shares of a third do not add up to exactly one.
    if (this.#finished === this.#parts) return 1;
    return Math.min(1, this.#weight > 0 ? this.#earned / this.#weight : this.#shares / this.#parts);
  }
}

export function countsOf(open: number, done: number): Counts {
  return { open, done, total: open + done };
}

/** The later to finish; of those that finish together the first by qualified id, so that the order of files is no matter. */
function later(one: ScheduledWork | undefined, other: ScheduledWork | undefined): ScheduledWork | undefined {
  if (one?.finish === undefined || other?.finish === undefined) return one ?? other;
  if (one.finish !== other.finish) return one.finish > other.finish ? one : other;
  return one.qualifiedId <= other.qualifiedId ? one : other;
}
