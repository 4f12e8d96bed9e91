import type { ReferenceSite } from '../plan/binding';
import type { AnyEntity } from '../plan/entity';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import { namesOf, sitesNaming, targetsOf } from '../plan/referenceSites';

/** A reference and the file that it is written in. */
export interface Referrer {
  readonly file: PlanFile;
  readonly site: ReferenceSite;
}

/** Every reference of the plan that leads to an entity and to nothing else, in the order of the files and of their texts. */
export function referrersOf(plan: Plan, entity: AnyEntity): readonly Referrer[] {
  // A person or a role may be defined in several files and is still one.
  const isShared = entity.kind === 'person' || entity.kind === 'role';
  return sites(plan, namesOf(entity.kind, entity.id)).filter(({ file, site }) => {
    const targets = targetsOf(plan, site.reference, file);
    return targets.includes(entity) && (isShared || targets.length === 1);
  });
}

/** Every reference to a person, whether the plan defines people or not. */
export function referrersOfPerson(plan: Plan, id: string): readonly Referrer[] {
  return sites(plan, [id]).filter(({ site }) => site.reference.to === 'person');
}

/** Every reference of any kind that bears one of these names. */
function sites(plan: Plan, names: readonly string[]): readonly Referrer[] {
  return [...plan.files.values()].flatMap((file) =>
    names.flatMap((name) => sitesNaming(file, name)).map((site) => ({ file, site })),
  );
}
