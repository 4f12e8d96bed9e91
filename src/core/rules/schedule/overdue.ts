import type { AnyEntity } from '../../plan/entity';
import type { Item } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Stepwise } from '../../stepwise';
import { says, statesAny } from '../links/written';
import { isByItself, itemsWithUnreadKeys, unreadKeys } from './unreadKeys';

/** The properties by which something says that it is open no longer. */
const closing: Readonly<Record<string, readonly string[]>> = {
  item: ['status', 'finished'],
  milestone: ['reached'],
  release: ['status'],
  goal: ['status'],
  'readiness-check': ['done'],
};

/** Of how much work the nodes are looked at in one step. */
const askedPerStep = 64;

/** Whether something may well be over and says so in a way that cannot be read: that has a finding of its own. */
export function mayBeOver(file: PlanFile, entity: AnyEntity): boolean {
  const absent = (closing[entity.kind] ?? []).filter((property) => !(property in entity.fields));
  if (absent.length === 0) return false;
  if (entity.kind === 'item' && isByItself(file)) return says(unreadKeys(file, entity as Item), 'item', absent);
  return statesAny(file, entity.path, entity.kind, absent);
}

/**
 * Finds, bit by bit, what of the work of a file may well be over, see {@link mayBeOver}; other items of the file may be
 * among it.
 *
 * @param rows work of the file, that of each row of one kind
 */
export function* worksThatMayBeOver(
  file: PlanFile,
  rows: readonly { readonly works: readonly Work[] }[],
): Stepwise<ReadonlySet<Work>> {
  const isEachByItself = file.kind === 'project' && isByItself(file);
  const over = new Set<Work>();
  let asked = 0;
  if (isEachByItself) for (const item of itemsWithUnreadKeys(file)) if (mayBeOver(file, item)) over.add(item);
  for (const { works } of rows) {
    if (isEachByItself && works[0]?.kind === 'item') continue;
    for (const work of works) {
      if (++asked % askedPerStep === 0) yield;
      if (mayBeOver(file, work)) over.add(work);
    }
  }
  return over;
}
