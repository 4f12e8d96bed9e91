import { withItemsBelow } from '../../analysis/entries';
import { parentItem } from '../../analysis/lineage';
import type { AnyEntity } from '../../plan/entity';
import type { Item } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import { states } from '../links/written';

/** The properties by which something says that it is open no longer. */
const closing: Readonly<Record<string, readonly string[]>> = {
  item: ['status', 'finished'],
  milestone: ['reached'],
  release: ['status'],
  goal: ['status'],
  'readiness-check': ['done'],
};

/** Whether something may well be over and says so in a way that cannot be read: that has a finding of its own. */
export function mayBeOver(file: PlanFile, entity: AnyEntity): boolean {
  const { linked, problems } = file.document;
  const isByItself = entity.kind === 'item' && !linked && problems.length === 0;
  return isByItself ? unclearIn(file, topOf(entity as Item)).has(entity as Item) : isUnclear(file, entity);
}

/** Of the items at the top of a file those in them, or themselves, that may well be over: of most of them none. */
const unclear = new WeakMap<Item, ReadonlySet<Item>>();
const none: ReadonlySet<Item> = new Set();

/** An item at the top is the same for as long as its keys are, and what can be read of them; see `byEntry`. */
function unclearIn(file: PlanFile, top: Item): ReadonlySet<Item> {
  const known = unclear.get(top);
  if (known) return known;
  const items = withItemsBelow(top).filter((item) => isUnclear(file, item));
  const found = items.length > 0 ? new Set(items) : none;
  unclear.set(top, found);
  return found;
}

function topOf(item: Item): Item {
  const parent = parentItem(item);
  return parent ? topOf(parent) : item;
}

function isUnclear(file: PlanFile, entity: AnyEntity): boolean {
  return (closing[entity.kind] ?? []).some(
    (property) => !(property in entity.fields) && states(file, entity.path, entity.kind, property),
  );
}
