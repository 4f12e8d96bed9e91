import type { Temporal } from 'temporal-polyfill';
import { epochDay, type EpochDay, type WorkingCalendar } from '../../analysis/calendar';
import type { Goal, Item, Milestone, Release } from '../../plan/generated/entities';
import type { Place } from '../../text/sourceText';

type Work = Item | Milestone;
type Day = Temporal.PlainDate;

/** A release or goal that has to be ready on a day, and the work that is late for it. */
export interface Promised<W> {
  readonly whole: W;
  readonly due: Day;
  readonly number: EpochDay;
  /** By its place among all open work of the file; only what says where it comes to the whole. */
  readonly late: number[];
}

/** A whole with a day, for work that comes to it in the same way. */
export interface Aim<W> {
  readonly promised: Promised<W>;
  /** One piece of that work: what holds for it does for all of it. */
  readonly work: Work;
  /** Whether the file says where the work comes to it; undefined for as long as nobody has asked. */
  isNamed: boolean | undefined;
}

/** Gathers the work of a file that is late for the releases, or for the goals, that it is for. */
export class LateWork<W extends Release | Goal> {
  /** Those of which nothing says when they have to be ready are not promised. */
  readonly #promised = new Map<W, Promised<W> | undefined>();
  readonly #late = new Set<Promised<W>>();

  /**
   * @param dayOf when a whole has to be ready
   * @param siteOf where the file says that some work is for a whole
   */
  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly dayOf: (whole: W) => Day | undefined,
    readonly siteOf: (work: Work, whole: W) => Place | undefined,
  ) {}

  /** What of some wholes is promised, for all work that comes to them as one piece of work does. */
  aimsOf(wholes: readonly W[], work: Work): readonly Aim<W>[] {
    return wholes.flatMap((whole) => {
      const promised = this.#promisedOf(whole);
      return promised ? { promised, work, isNamed: undefined } : [];
    });
  }

  #promisedOf(whole: W): Promised<W> | undefined {
    if (this.#promised.has(whole)) return this.#promised.get(whole);
    const due = this.dayOf(whole);
    const promised = due && { whole, due, number: epochDay(due), late: [] };
    this.#promised.set(whole, promised);
    return promised;
  }

  /** Puts work, by its place, where it is late for any of its aims, and tells whether it is. */
  add(aims: readonly Aim<W>[], at: number, finish: EpochDay): boolean {
    let isAny = false;
    for (const aim of aims) {
      const { promised, work } = aim;
      if (!isLate(this.calendar, finish, promised.number)) continue;
      isAny = true;
      this.#late.add(promised);
      aim.isNamed ??= this.siteOf(work, promised.whole) !== undefined;
      if (aim.isNamed) promised.late.push(at);
    }
    return isAny;
  }

  /** In the order in which work was found to be late for them. */
  get all(): Iterable<Promised<W>> {
    return this.#late;
  }
}

/** Whether something finishes after a day, and not just on free days after it. */
export function isLate(calendar: WorkingCalendar, finish: EpochDay, due: EpochDay): boolean {
  return finish > due && calendar.workdaysBetween(due + 1, finish) > 0;
}
