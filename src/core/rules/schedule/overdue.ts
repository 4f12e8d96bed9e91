import type { AnyEntity } from '../../plan/entity';
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
  return (closing[entity.kind] ?? []).some(
    (property) => !(property in entity.fields) && states(file, entity.path, entity.kind, property),
  );
}
