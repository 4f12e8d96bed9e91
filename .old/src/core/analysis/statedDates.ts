import { Temporal } from 'temporal-polyfill';
import type { Item, Milestone } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { childItems, topItems } from './lineage';

/** The first and last day of a piece of work, as far as they are written down. */
export interface StatedDates {
  readonly first?: Temporal.PlainDate;
  /** Included. Never before `first`. */
  readonly last?: Temporal.PlainDate;
}

/**
 * The dates of an item: actual before stated ones, and where it states none those of what is under it, dropped work
 * left out. Nothing is computed: what has no date written down has none here. An end before its start is left out.
 */
export function itemDates(item: Item): StatedDates {
  const under = spanOf(
    childItems(item)
      .filter((child) => child.fields.status?.value !== 'dropped')
      .map(itemDates),
  );
  const first = (item.fields.started ?? item.fields.start)?.value ?? under.first;
  const last = (item.fields.finished ?? item.fields.end)?.value ?? under.last;
  return inOrder(first, last);
}

/** The day of a milestone: when it was reached, else when it is planned. */
export function milestoneDate({ fields }: Milestone): Temporal.PlainDate | undefined {
  return (fields.reached ?? fields.date)?.value;
}

/** From the first to the last date of a project's items and milestones, dropped items left out. */
export function workDates(file: ProjectFile): StatedDates {
  const items = topItems(file).filter(({ fields }) => fields.status?.value !== 'dropped');
  const milestones = (file.root?.fields.milestones?.value ?? []).map((milestone) => {
    const day = milestoneDate(milestone);
    return day ? { first: day, last: day } : {};
  });
  return spanOf([...items.map(itemDates), ...milestones]);
}

/** A first and a last day, without the last where it is before the first. */
export function inOrder(first: Temporal.PlainDate | undefined, last: Temporal.PlainDate | undefined): StatedDates {
  if (!first) return last ? { last } : {};
  return last && Temporal.PlainDate.compare(first, last) <= 0 ? { first, last } : { first };
}

/**
 * From the earliest to the latest day of several. Of work with nothing but starts there is no last day, and of work with
 * nothing but ends no first: a start says no more than that the work ends later.
 */
function spanOf(dates: readonly StatedDates[]): StatedDates {
  const days = dates
    .flatMap(({ first, last }) => [first, last])
    .filter((day) => day !== undefined)
    .sort((one, other) => Temporal.PlainDate.compare(one, other));
  const first = dates.some((range) => range.first) ? days[0] : undefined;
  const last = dates.some((range) => range.last) ? days.at(-1) : undefined;
  return { ...(first ? { first } : {}), ...(last ? { last } : {}) };
}
