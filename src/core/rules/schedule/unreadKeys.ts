import { byEntry, withItemsBelow } from '../../analysis/entries';
import { parentItem } from '../../analysis/lineage';
import type { Item } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import { unreadKeysOf } from '../links/written';

/** Of the items at the top of a file the keys of those in them, or of themselves, that cannot be read: most have none. */
const known = new WeakMap<Item, ReadonlyMap<Item, readonly string[]>>();
const none: ReadonlyMap<Item, readonly string[]> = new Map();
const nothing: readonly string[] = [];

/**
 * Whether what an item says follows from its own entry: nothing stands for something else. An entry that is broken is so
 * for as long as it is the same: in a file with broken text nothing is reworded.
 */
export function isByItself({ document: { linked } }: PlanFile): boolean {
  return !linked;
}

/**
 * The keys of an item that say something which is none of its fields. An item at the top is the same for as long as its
 * keys are, and what can be read of them; see `byEntry`.
 *
 * @param file in which everything says by itself what it says, see {@link isByItself}
 */
export function unreadKeys(file: PlanFile, item: Item): readonly string[] {
  return keysBelow(file, topOf(item)).get(item) ?? nothing;
}

/**
 * The items of a project that say something which is none of their fields.
 *
 * @param file as for {@link unreadKeys}
 */
export const itemsWithUnreadKeys = byEntry((entry, file) => [...keysBelow(file, entry).keys()]);

function keysBelow(file: PlanFile, top: Item): ReadonlyMap<Item, readonly string[]> {
  const before = known.get(top);
  if (before) return before;
  const found = readBelow(file, top);
  known.set(top, found);
  return found;
}

function readBelow(file: PlanFile, top: Item): ReadonlyMap<Item, readonly string[]> {
  const found = new Map<Item, readonly string[]>();
  for (const item of withItemsBelow(top)) {
    const unread = unreadKeysOf(file, item);
    if (unread.length > 0) found.set(item, unread);
  }
  return found.size > 0 ? found : none;
}

function topOf(item: Item): Item {
  const parent = parentItem(item);
  return parent ? topOf(parent) : item;
}
