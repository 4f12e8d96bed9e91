import type { AnyEntity } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { referenceTo, type ReferenceKind } from '../../plan/reference';

/**
 * What is written in a file to refer to an entity: its id, qualified where that alone would mean something else.
 *
 * @returns undefined where nothing that can be written leads there
 */
export function referenceText(plan: Plan, entity: AnyEntity, to: ReferenceKind, from: PlanFile): string | undefined {
  const file = plan.fileOf(entity);
  const qualifier = entity.within?.kind === 'program' ? entity.within.id : (file?.id ?? '');
  const texts = qualifier === '' ? [entity.id] : [entity.id, `${qualifier}/${entity.id}`];
  return texts.find((text) => {
    const resolution = plan.resolve(referenceTo(to, text), from);
    return resolution.status === 'found' && resolution.entity === entity;
  });
}
