import type { Item } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { endsInCommon, type SharedEnds } from '../plan/differing';
import { EarlierLists, type EarlierList } from './earlierList';
import { childItems, topItems } from './lineage';

/** What was read of the entries of a project. */
interface ReadEntries<T> extends EarlierList<Item> {
  /** What was read of all of them, one after the other. */
  readonly all: readonly T[];
  /** Up to where in that stands what was read of each, by its place. */
  readonly ends: Int32Array;
}

/**
 * A way to read a project entry by entry. An entry at the top of `items` is the same object for as long as it says the
 * same but for words (see `reworded`), in every version of its file; so what was read of it holds for as long, and after
 * an edit only the entries are read that the edit has touched.
 *
 * @param read what follows from the facts that are written in an entry, in it and in all that is under it. It may look
 *   neither at words nor at places: they change while the entry stays the same. And of the file at nothing but the entry
 * @returns what was read of the entries of a project, one after the other
 */
export function byEntry<T>(
  read: (entry: Item, file: ProjectFile) => readonly T[],
): (file: ProjectFile) => readonly T[] {
  const ofFiles = new WeakMap<ProjectFile, readonly T[]>();
  const latest = new EarlierLists<Item, ReadEntries<T>>();
  return (file) => {
    const known = ofFiles.get(file);
    if (known) return known;
    const entries = topItems(file);
    const closest = latest.closestTo(entries);
    const { before = noEntries, shared = endsInCommon(entries, noEntries.list) } = closest ?? {};
    const now = readFrom(entries, before, shared, (entry) => read(entry, file));
    latest.keep(now, closest?.before);
    ofFiles.set(file, now.all);
    return now.all;
  };
}

const noEntries: ReadEntries<never> = { list: [], all: [], ends: new Int32Array() };

/** Reads the entries that another version of the project does not have. */
function readFrom<T>(
  list: readonly Item[],
  before: ReadEntries<T>,
  { start, end, moved }: SharedEnds,
  read: (entry: Item) => readonly T[],
): ReadEntries<T> {
  const startOf = (place: number): number => before.ends[place - 1] ?? 0;
  const ends = new Int32Array(list.length);
  ends.set(before.ends.subarray(0, start));
  // Entries may have been moved, or put between others.
  const places = new Map(before.list.slice(start, end - moved).map((entry, at) => [entry, start + at]));
  const between: T[] = [];
  for (const [at, entry] of list.slice(start, end).entries()) {
    const place = places.get(entry);
    const own = place === undefined ? read(entry) : before.all.slice(startOf(place), before.ends[place]);
    for (const one of own) between.push(one);
    ends[start + at] = startOf(start) + between.length;
  }
  const rest = startOf(end - moved);
  const shift = startOf(start) + between.length - rest;
  for (let place = end; place < list.length; place++) ends[place] = (before.ends[place - moved] ?? 0) + shift;
  return { list, all: before.all.slice(0, startOf(start)).concat(between, before.all.slice(rest)), ends };
}

/** The items of a project at any depth, in source order: each parent before its children. */
export const itemsOf = byEntry(withItemsBelow);

/**
 * The items of a project for which something holds, in source order.
 *
 * @param test what follows from the facts of an item, of those above and of those under it; see {@link byEntry}
 */
export function itemsWhere(test: (item: Item) => boolean): (file: ProjectFile) => readonly Item[] {
  return byEntry((entry) => withItemsBelow(entry).filter(test));
}

/** An item and all that is under it, in source order. */
export function withItemsBelow(item: Item): readonly Item[] {
  const all: Item[] = [];
  const add = (one: Item): void => {
    all.push(one);
    for (const child of childItems(one)) add(child);
  };
  add(item);
  return all;
}
