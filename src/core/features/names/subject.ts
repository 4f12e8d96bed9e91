import type { ReferenceSite } from '../../plan/binding';
import type { AnyEntity } from '../../plan/entity';
import type { Entities } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import { targetsOf } from '../../plan/referenceSites';
import { areaById, canonicalRoleId, roleSpelling } from '../../plan/roles';

/** What a name in a plan stands for. */
export type Subject =
  /** What the plan defines: several things for an ambiguous name, and for a person or role that several files define. */
  | { readonly kind: 'defined'; readonly entities: readonly AnyEntity[] }
  /** A roadmap or a project; several where they share an id by mistake. */
  | { readonly kind: 'file'; readonly files: readonly PlanFile[] }
  /** What has no entry of its own: a built-in role, a job title, an area, a rule, or anybody in a plan without people. */
  | { readonly kind: 'free'; readonly to: FreeKind; readonly id: string };

export type FreeKind = 'person' | 'role' | 'area' | 'rule';

/** What a reference stands for; undefined where it leads nowhere. */
export function referredSubject(plan: Plan, reference: Reference, from: PlanFile): Subject | undefined {
  const entities = targetsOf(plan, reference, from);
  if (entities.length > 0) return { kind: 'defined', entities };
  const { to, id } = reference;
  if (to === 'role') return { kind: 'free', to, id: canonicalRoleId(id) ?? id };
  if (to === 'area' || to === 'rule' || (to === 'person' && !plan.people.defined)) return { kind: 'free', to, id };
  return undefined;
}

/**
 * What the qualifier of a reference stands for: the file that is meant, or the program whose milestone it is; also where
 * there is no such id in it.
 */
export function qualifyingSubject(plan: Plan, reference: Reference, from: PlanFile): Subject | undefined {
  const { file: qualifier, to } = reference;
  if (qualifier === undefined || qualifier === '') return undefined;
  const targets = targetsOf(plan, reference, from);
  const programs = targets.flatMap(({ within }) =>
    within?.kind === 'program' && within.id === qualifier ? [within] : [],
  );
  if (programs.length > 0) return { kind: 'defined', entities: programs };
  const isWork = to === 'work' || to === 'item' || to === 'milestone';
  const files: readonly PlanFile[] =
    targets.length > 0
      ? targets.flatMap((target) => plan.fileOf(target) ?? [])
      : (isWork ? plan.projects : plan.roadmaps).filter(({ id }) => id === qualifier);
  if (files.length > 0) return { kind: 'file', files };
  const called = isWork ? plan.named('program', qualifier) : [];
  return called.length > 0 ? { kind: 'defined', entities: called } : undefined;
}

/** Whether a role of the plan brings an area into being: one that the built-in catalogue lacks. */
export function definesArea({ reference, by, property }: ReferenceSite): boolean {
  if (by.kind !== 'role' || property !== 'responsibilities' || areaById(reference.id)) return false;
  const { responsibilities } = (by as Entities['role']).fields;
  return responsibilities?.value.some(({ value }) => value.area === reference.id && value.change !== 'remove') ?? false;
}

/** Whether two names stand, or may stand, for one thing. */
export function isSameSubject(one: Subject | undefined, other: Subject): boolean {
  if (one?.kind === 'defined' && other.kind === 'defined')
    return one.entities.some((entity) => other.entities.includes(entity));
  if (one?.kind === 'file' && other.kind === 'file') return one.files.some((file) => other.files.includes(file));
  if (one?.kind !== 'free' || other.kind !== 'free' || one.to !== other.to) return false;
  return one.to === 'role' ? roleSpelling(one.id) === roleSpelling(other.id) : one.id === other.id;
}
