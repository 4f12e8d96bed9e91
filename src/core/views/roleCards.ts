import type { Plan } from '../plan/plan';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import { distinctionsOf, type Role } from '../plan/roles';
import { known } from './known';
import { entryOf, textOf } from './naming';
import { type ResponsibilityMatrix, teamRolesOf, usualLeads } from './responsibilityMatrix';
import type { RoleCard } from './rolesModel';
import { countText } from './texts';

/** A role with the people of a file who have it. */
interface HeldRole {
  readonly role: Role;
  /** Ids. */
  readonly people: readonly string[];
}

/** The roles behind a matrix, in the order of its people: what each is for, and how far it holds its own areas here. */
export function roleCards(
  plan: Plan,
  file: RoadmapFile | ProjectFile,
  matrix: ResponsibilityMatrix,
): readonly RoleCard[] {
  if (matrix.groups.length === 0) return [];
  const held = rolesIn(plan, file, matrix);
  return held.map(({ role, people }) => {
    const [definition] = people.flatMap((id) => plan.people.definitions(id));
    return known({
      id: role.id,
      title: textOf({ value: role.title }) ?? role.id,
      entry: definition && entryOf(definition),
      people: people.map((id) => plan.people.name(id)),
      question: role.answers && textOf({ value: role.answers }),
      summary: holdings(role, people, matrix),
      apart: apartFrom(
        role,
        held.map((other) => other.role),
      ),
    });
  });
}

/** Those of its people, the one that its owner or manager usually has, and a sponsor's. */
function rolesIn(plan: Plan, file: RoadmapFile | ProjectFile, matrix: ResponsibilityMatrix): readonly HeldRole[] {
  const held = new Map<string, { role: Role; people: string[] }>();
  const add = (name: string, person?: string): void => {
    const role = plan.role(name);
    if (!role) return;
    const known = held.get(role.id) ?? { role, people: [] };
    held.set(role.id, known);
    if (person !== undefined && !known.people.includes(person)) known.people.push(person);
  };
  for (const { id } of matrix.people) {
    const inTeam = file.kind === 'project' ? teamRolesOf(file, id) : [];
    const names = [...inTeam, ...plan.people.roles(id)].filter((name) => plan.role(name));
    names.forEach((name) => {
      add(name, id);
    });
    // As the areas do that fall to them.
    if (names.length === 0 && id === matrix.lead) add(usualLeads[file.kind], id);
  }
  add(usualLeads[file.kind]);
  const sponsor = file.kind === 'project' ? file.root?.fields.sponsor?.value.id : undefined;
  if (sponsor !== undefined) add('executive-sponsor', sponsor);
  return [...held.values()];
}

/** `13 areas by default, 2 held by others, 1 by nobody`; undefined for a role that holds none. */
function holdings({ holds }: Role, people: readonly string[], matrix: ResponsibilityMatrix): string | undefined {
  if (holds.length === 0) return undefined;
  const shown = new Set(matrix.groups.flatMap(({ rows }) => rows.map(({ id }) => id)));
  const here = holds.filter((area) => shown.has(area)).map((area) => matrix.accountable(area));
  const others = here.filter((ids) => ids.length > 0 && !ids.some((id) => people.includes(id))).length;
  const nobody = here.filter((ids) => ids.length === 0).length;
  const parts = [
    `${countText(holds.length, 'area')} by default`,
    others > 0 && `${String(others)} held by ${others === 1 ? 'another' : 'others'}`,
    nobody > 0 && `${String(nobody)} by nobody`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** How a role is told apart from one of the others that are shown. */
function apartFrom(role: Role, others: readonly Role[]): string | undefined {
  const ids = new Set(others.map(({ id }) => id));
  return distinctionsOf(role).find(({ other }) => ids.has(other))?.short;
}
