import type { Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import { sizeScale, statedEffort, type SizeScale } from './effort';
import { childItems, topItems } from './lineage';
import { calendarOf, noPublicHolidays, type PublicHolidays, type WorkingCalendar } from './calendar';
import { leafStatus, type ItemStatus } from './openWork';

/** How far a piece of work is, rolled up from what is under it. */
export interface Progress {
  readonly status: ItemStatus;
  /** The share that is done, from 0 to 1. */
  readonly progress: number;
  /** What it counts for beside its siblings, in working minutes. */
  readonly weight: number;
  /** The effort that it and what is under it state, in person-minutes; undefined where nothing does. */
  readonly effort: number | undefined;
}

/**
 * Status and progress of the items of one project, and of the project as a whole.
 *
 * A leaf that is done is done to 100 %, else it is as far as its `progress` says. Its weight is its effort (`estimate`,
 * else `size`), else the working length that its dates or its `duration` state, else the median of the project's
 * other leaves, else one day. A parent's own effort counts only where nothing under it states any. What is dropped, and
 * all that is under it but what was done, takes no part.
 */
export class ProjectProgress {
  readonly calendar: WorkingCalendar;
  /** The project as a whole; undefined where nothing in it counts. */
  readonly total: Progress | undefined;
  /** How many leaves are done, and how many there are, dropped ones left out. */
  readonly doneLeaves: number;
  readonly leaves: number;
  readonly #items = new Map<Item, Progress>();

  /** @param calendar of the project */
  constructor(file: ProjectFile, calendar: WorkingCalendar) {
    this.calendar = calendar;
    const scale = sizeScale(file);
    const counted = leavesThatCount(topItems(file));
    const weights = counted
      .map((leaf) => statedWeight(leaf, scale, this.calendar))
      .filter((weight) => weight !== undefined);
    const roller = new RollUp(this.calendar, scale, median(weights) ?? this.calendar.minutesPerDay, this.#items);
    const parts = topItems(file).map((item) => roller.item(item, false));
    const active = parts.filter(({ status }) => status !== 'dropped');
    this.total = active.length > 0 ? together(active, undefined) : undefined;
    this.leaves = counted.length;
    this.doneLeaves = counted.filter((leaf) => this.#items.get(leaf)?.status === 'done').length;
  }

  /** Of an item of this project; undefined for one of another. */
  of(item: Item): Progress | undefined {
    return this.#items.get(item);
  }
}

const known = new WeakMap<ProjectFile, ProjectProgress>();

/** Status and progress of a project: kept for as long as the file says the same and its calendar is the same. */
export function projectProgress(
  plan: Plan,
  file: ProjectFile,
  publicHolidays: PublicHolidays = noPublicHolidays,
): ProjectProgress {
  const calendar = calendarOf(plan, file, publicHolidays);
  const before = known.get(file);
  if (before?.calendar === calendar) return before;
  const progress = new ProjectProgress(file, calendar);
  known.set(file, progress);
  return progress;
}

class RollUp {
  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly scale: SizeScale,
    /** The weight of a leaf that states none, in working minutes. */
    private readonly fallback: number,
    private readonly known: Map<Item, Progress>,
  ) {}

  item(item: Item, inDropped: boolean): Progress {
    const dropped = inDropped || item.fields.status?.value === 'dropped';
    const children = childItems(item);
    const result = children.length === 0 ? this.#leaf(item, dropped) : this.#parent(item, children, dropped);
    this.known.set(item, result);
    return result;
  }

  #leaf(item: Item, dropped: boolean): Progress {
    const stated = leafStatus(item);
    const status = dropped && stated !== 'done' ? 'dropped' : stated;
    const effort = statedEffort(item, this.scale, this.calendar);
    return {
      status,
      progress: status === 'done' ? 1 : (item.fields.progress?.value ?? 0) / 100,
      weight: effort ?? statedLength(item, this.calendar) ?? this.fallback,
      effort,
    };
  }

  #parent(item: Item, children: readonly Item[], dropped: boolean): Progress {
    const parts = children.map((child) => this.item(child, dropped));
    const active = parts.filter(({ status }) => status !== 'dropped');
    const own = statedEffort(item, this.scale, this.calendar);
    if (!dropped && active.length > 0) return together(active, own);
    return { ...together(parts, own), status: 'dropped' };
  }
}

/** Several pieces of work as one. `own` is the effort that the whole states for itself, in minutes. */
function together(parts: readonly Progress[], own: number | undefined): Progress {
  const efforts = parts.map(({ effort }) => effort).filter((effort) => effort !== undefined);
  const weight = sum(parts.map((part) => part.weight));
  // Parts without any weight, such as estimates of `0d`, count alike.
  const shares = parts.map((part) => (weight > 0 ? part.weight / weight : 1 / parts.length));
  const allDone = parts.every(({ status }) => status === 'done');
  return {
    status: rolledUpStatus(parts),
    // Shares of a third do not add up to exactly one.
    progress: allDone ? 1 : Math.min(1, sum(parts.map(({ progress }, index) => progress * (shares[index] ?? 0)))),
    weight: efforts.length === 0 ? (own ?? weight) : weight,
    effort: efforts.length === 0 ? own : sum(efforts),
  };
}

function rolledUpStatus(parts: readonly Progress[]): ItemStatus {
  if (parts.every(({ status }) => status === 'done')) return 'done';
  return parts.some(({ status, progress }) => status !== 'todo' || progress > 0) ? 'in-progress' : 'todo';
}

/** The leaves that are not dropped, neither themselves nor with a parent. */
function leavesThatCount(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => {
    if (item.fields.status?.value === 'dropped') return [];
    const children = childItems(item);
    return children.length === 0 ? [item] : leavesThatCount(children);
  });
}

function statedWeight(item: Item, scale: SizeScale, calendar: WorkingCalendar): number | undefined {
  return statedEffort(item, scale, calendar) ?? statedLength(item, calendar);
}

/**
 * The working length that an item states: of its dates, where only the actual one is known by that, else its
 * `duration`. In working minutes; undefined where it states none, or dates between which nobody works.
 */
function statedLength({ fields }: Item, calendar: WorkingCalendar): number | undefined {
  const first = (fields.start ?? fields.started)?.value;
  const last = (fields.end ?? fields.finished)?.value;
  const days = first && last ? calendar.workdays(first, last) : 0;
  if (days > 0) return days * calendar.minutesPerDay;
  return fields.duration && calendar.minutes(fields.duration.value);
}

/** The middle of some numbers, of an even count the mean of the two; undefined of none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = Number.isInteger(middle) ? sorted[middle - 1] : upper;
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
