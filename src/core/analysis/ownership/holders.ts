import type { Plan } from '../../plan/plan';
import type { ProjectFile } from '../../plan/planFile';
import type { Role } from '../../plan/roles';
import { spelling } from '../../plan/spelling';
import { meantRoles } from './roleNames';

/** A person with the roles that decide what is usually theirs. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/**
 * The known roles of a person: those of the whole plan and, in a project, those of its team.
 *
 * @returns undefined where nobody can say what is usually theirs: a team, supplier or client, somebody without a known
 *   role, or with one that may be a slip for another, which `unknown-role` asks about
 */
export function knownRoles(plan: Plan, id: string, project: ProjectFile | undefined): readonly Role[] | undefined {
  const kind = plan.people.fields(id).kind?.value ?? 'person';
  if (kind !== 'person') return undefined;
  const names = [...plan.people.roles(id), ...teamRoles(id, project)];
  if (names.some((name) => meantRoles(plan, name).length > 0)) return undefined;
  const roles = names.flatMap((name) => readings(name).flatMap((reading) => plan.role(reading) ?? []));
  return roles.length > 0 ? roles : undefined;
}

function teamRoles(id: string, project: ProjectFile | undefined): readonly string[] {
  const windows = project?.root?.fields.team?.value.filter(({ key }) => key.value.id === id) ?? [];
  return windows.flatMap(({ value = [] }) => value.flatMap(({ fields }) => fields.role?.value.text ?? []));
}

/** TPM stands for two jobs, and whoever writes it is given the benefit of both. */
function readings(name: string): readonly string[] {
  return spelling(name) === 'tpm' ? ['technical-product-manager', 'technical-program-manager'] : [name];
}

export function holdsAny(roles: readonly Role[], areas: readonly string[]): boolean {
  return roles.some(({ holds }) => areas.some((area) => holds.includes(area)));
}

/**
 * The people whose roles hold one of these areas: those whose own area it is before those who inherited it from another
 * role, then in the order of the plan.
 *
 * @param project whose team and manager come first
 */
export function holdersOf(plan: Plan, areas: readonly string[], project?: ProjectFile): readonly Holder[] {
  const manager = project?.root?.fields.manager?.value.id;
  const team = new Set(project?.root?.fields.team?.value.map(({ key }) => key.value.id));
  const found = peopleOf(plan, project).flatMap((id) => {
    const roles = knownRoles(plan, id, project)?.filter((role) => holdsAny([role], areas)) ?? [];
    const closeness = id === manager ? 0 : team.has(id) ? 1 : 2;
    const share = Math.max(0, ...roles.map(({ holds }) => areas.filter((area) => holds.includes(area)).length));
    return roles.length > 0 ? [{ holder: { id, name: plan.people.name(id), roles }, closeness, share }] : [];
  });
  return found
    .sort((one, other) => one.closeness - other.closeness || other.share - one.share)
    .map(({ holder }) => holder);
}

function peopleOf(plan: Plan, project: ProjectFile | undefined): readonly string[] {
  const team = project?.root?.fields.team?.value.map(({ key }) => key.value.id) ?? [];
  return [...new Set([...plan.people.ids, ...(plan.people.defined ? [] : team)])];
}
