import { epochDay, type EpochDay } from '../../analysis/calendar';
import { byEntry } from '../../analysis/entries';
import { parentItem } from '../../analysis/lineage';
import { isOpenMilestone } from '../../analysis/openWork';
import type { Item, Milestone } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import { openLeaves } from './workState';

/** Open work, one after the other, that comes to its releases and goals in the same way. */
export interface OpenRow {
  readonly works: readonly [Item, ...Item[]] | readonly [Milestone];
  /** By which goals, features and releases that is: the same text for the same way, in all of a file. */
  readonly way: string;
  /** What each of them promises by itself; undefined where none of them does. */
  readonly promises: readonly OwnPromise[] | undefined;
}

/** What work promises by itself, as numbers; infinite where it does not. */
export interface OwnPromise {
  /** Its deadline, or the date of a milestone. */
  readonly due: EpochDay;
  /** The first day that it misses, where that is past: see `pastPromise`. */
  readonly first: EpochDay;
}

/** What of a file is still to be done: items without children in source order, then milestones. */
export function openRows(file: PlanFile): readonly OpenRow[] {
  const milestones = milestonesIn(file).filter(isOpenMilestone).map(milestoneRow);
  return file.kind === 'project' ? [...itemRows(file), ...milestones] : milestones;
}

const itemRows = byEntry((entry): readonly OpenRow[] => {
  const rows: { works: [Item, ...Item[]]; way: string }[] = [];
  for (const item of openLeaves(entry)) {
    const way = wayOf(item);
    const row = rows.at(-1);
    if (row?.way === way) row.works.push(item);
    else rows.push({ works: [item], way });
  }
  return rows.map(({ works, way }) => ({ works, way, promises: promisesOf(works) }));
});

/**
 * What an item says of what it is for, and then what those above it do: items of one file of which this is the same come
 * to the same goals, features and releases.
 */
export function wayOf(item: Item): string {
  const { goal, feature, release } = item.fields;
  const parent = parentItem(item);
  const above = parent ? wayOf(parent) : '';
  if (!goal && !feature && !release) return above;
  const own = [goal?.value, feature?.value, release && [release]].map((all) => all?.map(({ value }) => value.text));
  return JSON.stringify(own) + above;
}

function promisesOf(items: readonly Item[]): readonly OwnPromise[] | undefined {
  return items.some(({ fields: { deadline, end } }) => deadline ?? end) ? items.map(promiseOf) : undefined;
}

function promiseOf({ fields: { deadline, start, end, progress } }: Item): OwnPromise {
  const [due, last] = [dayNumber(deadline?.value), dayNumber(end?.value)];
  const isInverted = last < dayNumber(start?.value) && start !== undefined;
  if (progress?.value === 100) return { due, first: Infinity };
  return { due, first: isInverted ? due : Math.min(due, last) };
}

function milestoneRow(milestone: Milestone): OpenRow {
  const due = dayNumber(milestone.fields.date?.value);
  return { works: [milestone], way: '', promises: [{ due, first: due }] };
}

function dayNumber(day: Parameters<typeof epochDay>[0] | undefined): EpochDay {
  return day ? epochDay(day) : Infinity;
}

/** The milestones of a project, or of the programs of a roadmap or the settings. */
function milestonesIn(file: PlanFile): readonly Milestone[] {
  if (file.kind === 'project') return file.root?.fields.milestones?.value ?? [];
  return (file.root?.fields.programs?.value ?? []).flatMap(({ fields }) => fields.milestones?.value ?? []);
}
