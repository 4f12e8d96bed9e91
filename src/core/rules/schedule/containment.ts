import type { Temporal } from 'temporal-polyfill';
import { epochDay, type EpochDay } from '../../analysis/calendar';
import { byEntry, withItemsBelow } from '../../analysis/entries';
import { childItems } from '../../analysis/lineage';
import type { Field } from '../../plan/entity';
import type { Item, Milestone, Project } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { isClosed, isOver } from './workState';

type Day = Temporal.PlainDate;

/** The end of a window, which is also the key that states it. */
export type Side = 'start' | 'end';

/** A stated date that lies beyond one end of what holds the work. */
export interface OutsideDate {
  readonly work: Item | Milestone;
  readonly property: 'start' | 'end' | 'date';
  /** Of several that lie beyond the same end, the one that is farthest out. */
  readonly date: Field<Day>;
  /** Whether another date of the same work, or its only one, is on the far side too: then nothing of it is within. */
  readonly isWhole: boolean;
}

/** Work whose stated dates lie beyond one end of what holds it: a mistake of each, or of that end. */
export interface Overstep {
  readonly container: Project | Item;
  readonly side: Side;
  /** The end that is overstepped. */
  readonly bound: Field<Day>;
  readonly outside: readonly [OutsideDate, ...OutsideDate[]];
  /** How much work is compared with this end. */
  readonly compared: number;
}

/** What is compared with one end of a window, as it is read. */
interface Comparison extends Omit<Overstep, 'outside' | 'compared'> {
  readonly outside: OutsideDate[];
  compared: number;
}

/** So many that lie beyond one end, and most of what is compared with it, say that the end is what is wrong. */
const manyOutside = 3;

interface Bound {
  readonly container: Project | Item;
  readonly field: Field<Day>;
  readonly day: EpochDay;
}

/** A date with the number of its day: many dates are compared, and Temporal takes its time. */
interface Dated extends Pick<OutsideDate, 'property' | 'date'> {
  readonly day: EpochDay;
}

type Bounds = Readonly<Partial<Record<Side, Bound>>>;

/**
 * The stated dates of a project that lie outside of what holds them: for each end of a window the nearest item above
 * that states it, else the project. A date is compared with that alone, so that one mistake is found once. What is over
 * is left out, as are dates that an actual one has overtaken and windows that end before they start.
 */
export function overstepsIn(file: ProjectFile): readonly Overstep[] {
  const found = known.get(file) ?? read(file);
  known.set(file, found);
  return found;
}

/** Several rules ask for them, of a file that says the same in facts for as long as it is the same. */
const known = new WeakMap<ProjectFile, readonly Overstep[]>();

function read(file: ProjectFile): readonly Overstep[] {
  if (!file.root || isClosed(file)) return [];
  const reader = new ContainmentReader();
  const bounds = boundsOf(file.root, {});
  for (const entry of entriesWithDates(file)) reader.item(entry, bounds);
  for (const milestone of file.root.fields.milestones?.value ?? []) reader.milestone(milestone, bounds);
  return reader.oversteps;
}

/** The items at the top that state a date to compare, or hold one that does. */
const entriesWithDates = byEntry((entry) =>
  withItemsBelow(entry).some(({ fields }) => (fields.start ?? fields.end) !== undefined) ? [entry] : [],
);

class ContainmentReader {
  readonly #found = new Map<Field<Day>, Comparison>();

  get oversteps(): readonly Overstep[] {
    return [...this.#found.values()].flatMap(asFindings);
  }

  item(item: Item, bounds: Bounds): void {
    if (isOver(item)) return;
    const { start, end, started } = item.fields;
    const [first, last] = [start && dated('start', start), end && dated('end', end)];
    const isInverted = first && last && last.day < first.day;
    if (!isInverted) this.#compare(item, [...(first && !started ? [first] : []), ...(last ? [last] : [])], bounds);
    const children = childItems(item);
    if (children.length === 0) return;
    const inner = boundsOf(item, bounds);
    for (const child of children) this.item(child, inner);
  }

  milestone(milestone: Milestone, bounds: Bounds): void {
    const { date, reached } = milestone.fields;
    if (date && !reached) this.#compare(milestone, [dated('date', date)], bounds);
  }

  #compare(work: Item | Milestone, dates: readonly Dated[], bounds: Bounds): void {
    if (dates.length === 0) return;
    for (const side of ['start', 'end'] as const) {
      const bound = bounds[side];
      if (!bound) continue;
      const comparison = this.#comparison(bound, side);
      comparison.compared++;
      const beyond = dates.filter(({ day }) => (side === 'start' ? day < bound.day : day > bound.day));
      const farthest = side === 'start' ? beyond[0] : beyond.at(-1);
      if (!farthest) continue;
      const { property, date } = farthest;
      const isWhole = beyond.length > 1 || (property !== 'date' && property !== side);
      comparison.outside.push({ work, property, date, isWhole });
    }
  }

  #comparison({ container, field }: Bound, side: Side): Comparison {
    const known = this.#found.get(field);
    if (known) return known;
    const comparison = { container, side, bound: field, outside: [], compared: 0 };
    this.#found.set(field, comparison);
    return comparison;
  }
}

/** What holds for the work within: each end that is stated stands above that of what is further out. */
function boundsOf(container: Project | Item, outer: Bounds): Bounds {
  const { start, end } = container.fields;
  const own = (field: Field<Day> | undefined): Bound | undefined =>
    field && { container, field, day: epochDay(field.value) };
  const [first, last] = [own(start), own(end)];
  if (first && last && last.day < first.day) return {};
  // What has begun in fact is not held to the day on which it was to begin.
  const hasStarted = container.kind === 'item' && container.fields.started !== undefined;
  const [from, to] = [hasStarted ? undefined : (first ?? outer.start), last ?? outer.end];
  return { ...(from ? { start: from } : {}), ...(to ? { end: to } : {}) };
}

function dated(property: Dated['property'], date: Field<Day>): Dated {
  return { property, date, day: epochDay(date.value) };
}

/** Each date for itself; all of them together where the end that they overstep is the likelier mistake. */
function asFindings({ outside, ...comparison }: Comparison): readonly Overstep[] {
  const [first, ...rest] = outside;
  if (!first) return [];
  const isCrowd = outside.length >= manyOutside && outside.length * 2 > comparison.compared;
  if (isCrowd) return [{ ...comparison, outside: [first, ...rest] }];
  return outside.map((one) => ({ ...comparison, outside: [one] }));
}
