import type { Item } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { childItems, topItems } from './lineage';

/**
 * A way to read a project entry by entry. An entry at the top of `items` is the same object for as long as it says the
 * same but for words (see `reworded`), in every version of its file; so what was read of it holds for as long, and after
 * an edit only the entries are read that the edit has touched.
 *
 * @param read what follows from the facts that are written in an entry, in it and in all that is under it. It gets
 *   nothing else, and may look neither at words nor at places: they change while the entry stays the same
 * @returns what was read of the entries of a project, one after the other
 */
export function byEntry<T>(read: (entry: Item) => readonly T[]): (file: ProjectFile) => readonly T[] {
  const ofEntries = new WeakMap<Item, readonly T[]>();
  const ofFiles = new WeakMap<ProjectFile, readonly T[]>();
  const ofEntry = (entry: Item): readonly T[] => {
    const known = ofEntries.get(entry);
    if (known) return known;
    const found = read(entry);
    // Of most entries there is nothing to keep.
    const kept = found.length > 0 ? found : nothing;
    ofEntries.set(entry, kept);
    return kept;
  };
  return (file) => {
    const known = ofFiles.get(file);
    if (known) return known;
    const all: T[] = [];
    for (const entry of topItems(file)) for (const one of ofEntry(entry)) all.push(one);
    ofFiles.set(file, all);
    return all;
  };
}

const nothing: readonly never[] = [];

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
