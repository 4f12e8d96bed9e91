import { Temporal } from 'temporal-polyfill';
import { childItems, topItems } from '../../analysis/lineage';
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
}

type Bounds = Readonly<Partial<Record<Side, Bound>>>;

/**
 * The stated dates of a project that lie outside of what holds them: for each end of a window the nearest item above
 * that states it, else the project. A date is compared with that alone, so that one mistake is found once. What is over
 * is left out, as are dates that an actual one has overtaken and windows that end before they start.
 */
export function overstepsIn(file: ProjectFile): readonly Overstep[] {
  if (!file.root || isClosed(file)) return [];
  const reader = new ContainmentReader();
  const bounds = boundsOf(file.root, {});
  for (const item of topItems(file)) reader.item(item, bounds);
  for (const milestone of file.root.fields.milestones?.value ?? []) reader.milestone(milestone, bounds);
  return reader.oversteps;
}

class ContainmentReader {
  readonly #found = new Map<Field<Day>, Comparison>();

  get oversteps(): readonly Overstep[] {
    return [...this.#found.values()].flatMap(asFindings);
  }

  item(item: Item, bounds: Bounds): void {
    if (isOver(item)) return;
    const { start, end, started } = item.fields;
    const isInverted = start && end && Temporal.PlainDate.compare(end.value, start.value) < 0;
    if (!isInverted) {
      const dates = [
        ...(start && !started ? [{ property: 'start', date: start } as const] : []),
        ...(end ? [{ property: 'end', date: end } as const] : []),
      ];
      this.#compare(item, dates, bounds);
    }
    const inner = boundsOf(item, bounds);
    for (const child of childItems(item)) this.item(child, inner);
  }

  milestone(milestone: Milestone, bounds: Bounds): void {
    const { date, reached } = milestone.fields;
    if (date && !reached) this.#compare(milestone, [{ property: 'date', date }], bounds);
  }

  #compare(work: Item | Milestone, dates: readonly Pick<OutsideDate, 'property' | 'date'>[], bounds: Bounds): void {
    if (dates.length === 0) return;
    for (const side of ['start', 'end'] as const) {
      const bound = bounds[side];
      if (!bound) continue;
      const comparison = this.#comparison(bound, side);
      comparison.compared++;
      const beyond = dates.filter(({ date }) => isBeyond(side, date.value, bound.field.value));
      const farthest = side === 'start' ? beyond[0] : beyond.at(-1);
      if (!farthest) continue;
      const isWhole = beyond.length > 1 || (farthest.property !== 'date' && farthest.property !== side);
      comparison.outside.push({ work, ...farthest, isWhole });
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
  if (start && end && Temporal.PlainDate.compare(end.value, start.value) < 0) return {};
  // What has begun in fact is not held to the day on which it was to begin.
  const hasStarted = container.kind === 'item' && container.fields.started !== undefined;
  const first = hasStarted ? undefined : start ? { container, field: start } : outer.start;
  const last = end ? { container, field: end } : outer.end;
  return { ...(first ? { start: first } : {}), ...(last ? { end: last } : {}) };
}

function isBeyond(side: Side, date: Day, bound: Day): boolean {
  const order = Temporal.PlainDate.compare(date, bound);
  return side === 'start' ? order < 0 : order > 0;
}

/** Each date for itself; all of them together where the end that they overstep is the likelier mistake. */
function asFindings({ outside, ...comparison }: Comparison): readonly Overstep[] {
  const [first, ...rest] = outside;
  if (!first) return [];
  const isCrowd = outside.length >= manyOutside && outside.length * 2 > comparison.compared;
  if (isCrowd) return [{ ...comparison, outside: [first, ...rest] }];
  return outside.map((one) => ({ ...comparison, outside: [one] }));
}
