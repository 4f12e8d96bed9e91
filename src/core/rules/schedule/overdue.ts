import type { AnyEntity } from '../../plan/entity';
import type { Item } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import { says, statesAny } from '../links/written';
import { isByItself, unreadKeys } from './unreadKeys';

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
  const absent = (closing[entity.kind] ?? []).filter((property) => !(property in entity.fields));
  if (absent.length === 0) return false;
  if (entity.kind === 'item' && isByItself(file)) return says(unreadKeys(file, entity as Item), 'item', absent);
  return statesAny(file, entity.path, entity.kind, absent);
}
