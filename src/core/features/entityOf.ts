import type { AnyEntity } from '../plan/entity';
import type { EntryPath } from '../plan/entryPath';
import type { Plan } from '../plan/plan';

/** The thing of a plan that an entry is, of a whole file its product or project; undefined where none stands there. */
export function entityOf(plan: Plan, { uri, path }: EntryPath): AnyEntity | undefined {
  const file = plan.files.get(uri);
  if (path.length === 0) return file?.root;
  const isHere = (entity: AnyEntity): boolean =>
    entity.path.length === path.length && entity.path.every((step, at) => step === path[at]);
  return file?.definitions.find(isHere);
}
