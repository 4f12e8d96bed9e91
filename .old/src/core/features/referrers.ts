import type { ReferenceSite } from '../plan/bind';
import type { AnyEntity } from '../plan/entity';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';

/** A reference and the file that it is written in. */
export interface Referrer {
  readonly file: PlanFile;
  readonly site: ReferenceSite;
}

/** Every reference of the plan that leads to an entity, in the order of the files and of their texts. */
export function referrersOf(plan: Plan, entity: AnyEntity): readonly Referrer[] {
  return sites(plan, entity.id).filter(({ file, site }) => {
    const resolution = plan.resolve(site.reference, file);
    if (resolution.status !== 'found' || resolution.entity.kind !== entity.kind) return false;
    // A person may be defined in several files and is still one.
    return entity.kind === 'person' || resolution.entity === entity;
  });
}

/** Every reference to a person, whether the plan defines people or not. */
export function referrersOfPerson(plan: Plan, id: string): readonly Referrer[] {
  return sites(plan, id).filter(({ site }) => site.reference.to === 'person');
}

function sites(plan: Plan, id: string): readonly Referrer[] {
  return [...plan.files.values()].flatMap((file) =>
    file.references.filter(({ reference }) => reference.id === id).map((site) => ({ file, site })),
  );
}
