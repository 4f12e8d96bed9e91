import type { AnyEntity } from './entity';
import type { Plan } from './plan';
import type { PlanFile } from './planFile';
import { referenceTo, type ReferenceKind } from './reference';

/**
 * What is written in a file to refer to an entity: its id, qualified where that alone would mean something else.
 *
 * @returns undefined where nothing that can be written leads there
 */
export function referenceText(plan: Plan, entity: AnyEntity, to: ReferenceKind, from: PlanFile): string | undefined {
  return textsOf(plan, entity).find((text) => leadsTo(plan, text, entity, to, from));
}

/** The same, qualified even where the id alone would do. */
export function qualifiedText(plan: Plan, entity: AnyEntity, to: ReferenceKind, from: PlanFile): string | undefined {
  return textsOf(plan, entity)
    .slice(1)
    .find((text) => leadsTo(plan, text, entity, to, from));
}

/** The id of the roadmap, project or program of an entity; empty where it has none. */
export function qualifierOf(plan: Plan, entity: AnyEntity): string {
  return entity.within?.kind === 'program' ? entity.within.id : (plan.fileOf(entity)?.id ?? '');
}

/** The id, and the id behind that of its roadmap, project or program. */
function textsOf(plan: Plan, entity: AnyEntity): readonly string[] {
  const qualifier = qualifierOf(plan, entity);
  return qualifier === '' ? [entity.id] : [entity.id, `${qualifier}/${entity.id}`];
}

function leadsTo(plan: Plan, text: string, entity: AnyEntity, to: ReferenceKind, from: PlanFile): boolean {
  const resolution = plan.resolve(referenceTo(to, text), from);
  return resolution.status === 'found' && resolution.entity === entity;
}
