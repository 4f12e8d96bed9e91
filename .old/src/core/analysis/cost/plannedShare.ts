import type { Temporal } from 'temporal-polyfill';
import type { Item } from '../../plan/generated/entities';
import { epochDay, instantsPerDay, type Instant, type WorkingCalendar } from '../calendar';
import { childItems } from '../lineage';
import type { ProjectProgress } from '../progress';
import type { Dates, Schedule } from '../schedule/scheduledWork';

interface PlannedLeaf {
  /** Of all the work of the project, from 0 to 1. */
  readonly share: number;
  readonly dates: Dates;
  /** From start to finish, in working minutes. */
  readonly length: number;
}

/**
 * The share of a project's work that was to be done by a day: that of each item without children grows evenly over the
 * working time between its planned dates. Weights are those of the progress, so that what is done as planned has
 * earned as much as was planned. Work without planned dates was not to be done by any day.
 */
export class PlannedShare {
  /** How many items without children have no planned dates. */
  readonly unplanned: number;
  readonly #leaves: readonly PlannedLeaf[];
  readonly #all: number;

  constructor(
    items: readonly Item[],
    schedule: Pick<Schedule, 'planned'>,
    private readonly progress: ProjectProgress,
  ) {
    const leaves: PlannedLeaf[] = [];
    let all = 0;
    let unplanned = 0;
    for (const { item, share } of sharesOfLeaves(items, 1, progress)) {
      const dates = schedule.planned(item);
      all += share;
      if (dates) leaves.push({ share, dates, length: progress.calendar.between(dates.start, dates.finish) ?? 0 });
      else unplanned++;
    }
    this.#leaves = leaves;
    this.#all = all;
    this.unplanned = unplanned;
  }

  /** By the end of a day, from 0 to 1; it never falls from one day to the next. Undefined where nothing is planned. */
  by(day: Temporal.PlainDate): number | undefined {
    if (this.#leaves.length === 0) return undefined;
    const end = (epochDay(day) + 1) * instantsPerDay;
    // Added up in the same order as the whole, so that all of it is exactly 1.
    const due = this.#leaves.reduce((sum, leaf) => sum + leaf.share * shareDue(leaf, end, this.progress.calendar), 0);
    return due / this.#all;
  }
}

/** The share of a piece of work that was to be done by an instant. Free days between its dates alone: all at the end. */
function shareDue({ dates: { start, finish }, length }: PlannedLeaf, by: Instant, calendar: WorkingCalendar): number {
  if (by >= finish) return 1;
  if (by <= start || length <= 0) return 0;
  return Math.min(1, (calendar.between(start, by) ?? 0) / length);
}

/**
 * What part of the work each item without children is. A parent with an estimate of its own has that weight, however
 * much its children weigh: it is divided among them.
 */
function* sharesOfLeaves(
  items: readonly Item[],
  whole: number,
  progress: ProjectProgress,
): Generator<{ readonly item: Item; readonly share: number }> {
  const active = items.filter((item) => progress.of(item)?.status !== 'dropped');
  const weightOf = (item: Item): number => progress.of(item)?.weight ?? 0;
  const all = active.reduce((sum, item) => sum + weightOf(item), 0);
  for (const item of active) {
    const share = whole * (all > 0 ? weightOf(item) / all : 1 / active.length);
    const children = childItems(item);
    if (children.length === 0) yield { item, share };
    else yield* sharesOfLeaves(children, share, progress);
  }
}
