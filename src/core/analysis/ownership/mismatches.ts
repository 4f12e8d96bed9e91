import { assignmentsOf } from '../responsibility';
import type { ReferenceSite } from '../../plan/binding';
import type { AnyEntity } from '../../plan/entity';
import type { Assignment } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { ProjectFile, RoadmapFile } from '../../plan/planFile';
import { holdersOf as rolesHolding, type Role } from '../../plan/roles';
import { contestedAreas, sharedAreas } from './conflicts';
import { holdsAny, knownRoles } from './holders';
import { managerAreas, ownerAreas } from './leadership';

/** Somebody who answers for something that none of their roles holds. */
export interface Mismatch {
  readonly site: ReferenceSite;
  readonly person: string;
  /** The known roles of the person; never empty. */
  readonly roles: readonly Role[];
  /** The areas of which one would have to be held: one area, or those of an owner or manager. */
  readonly areas: readonly string[];
  /** What the person is named for: an area of responsibility, or the whole file. */
  readonly as: 'area' | 'owner' | 'manager';
  /** The roles to which it usually belongs. */
  readonly usual: readonly Role[];
}

const leads = {
  roadmap: { as: 'owner', areas: ownerAreas, usual: 'product-manager' },
  project: { as: 'manager', areas: managerAreas, usual: 'project-manager' },
} as const;

/** The mismatches of a file. Those that a `note` settles are left out. */
export function mismatchesIn(plan: Plan, file: RoadmapFile | ProjectFile): readonly Mismatch[] {
  const lead = leadMismatch(plan, file);
  const inConflict = conflicting(plan, file);
  const others = assignmentsOf(file)
    .filter((assignment) => !inConflict.has(assignment))
    .flatMap((assignment) => areaMismatches(plan, file, assignment));
  // An owner who is no natural owner is one question, however many of the owner's areas are written down.
  const apart = others.filter(
    ({ person, areas }) => person !== lead?.person || !areas.some((area) => lead.areas.includes(area)),
  );
  return [...(lead ? [lead] : []), ...apart];
}

/** Which of two people answers for an area is asked by `conflicting-accountability`, and whose it usually is after that. */
function conflicting(plan: Plan, file: RoadmapFile | ProjectFile): ReadonlySet<AnyEntity> {
  const shared = sharedAreas(plan, file).map(({ assignment }) => assignment);
  const contested = file.kind === 'project' ? contestedAreas(plan, file).map(({ inProject }) => inProject.by) : [];
  return new Set([...shared, ...contested]);
}

function leadMismatch(plan: Plan, file: RoadmapFile | ProjectFile): Mismatch | undefined {
  const { as, areas, usual } = leads[file.kind];
  const site = file.references.find(({ by, property }) => by === file.root && property === as);
  if (!site) return undefined;
  const person = site.reference.id;
  const roles = knownRoles(plan, person, projectOf(file));
  if (!roles || holdsAny(roles, areas) || isNoted(file, person, areas)) return undefined;
  const role = plan.role(usual);
  return { site, person, roles, areas, as, usual: role ? [role] : [] };
}

function areaMismatches(plan: Plan, file: RoadmapFile | ProjectFile, assignment: Assignment): readonly Mismatch[] {
  const area = assignment.id;
  if (assignment.fields.note) return [];
  // What no role holds may be anybody's.
  const usual = independent(rolesHolding(area, plan.customRoles));
  if (usual.length === 0) return [];
  return file.references.flatMap((site) => {
    if (site.by !== assignment || site.property !== 'accountable') return [];
    const person = site.reference.id;
    const roles = knownRoles(plan, person, projectOf(file));
    return roles && !holdsAny(roles, [area]) ? [{ site, person, roles, areas: [area], as: 'area', usual }] : [];
  });
}

/** Whether a note says of one of the areas that it is meant to be with this person. */
function isNoted(file: RoadmapFile | ProjectFile, person: string, areas: readonly string[]): boolean {
  return assignmentsOf(file).some(
    ({ id, fields: { note, accountable } }) =>
      note !== undefined && areas.includes(id) && accountable?.value.some(({ value }) => value.id === person),
  );
}

/** Of some roles those that do not merely inherit from another of them. */
function independent(roles: readonly Role[]): readonly Role[] {
  return roles.filter(({ basedOn }) => !basedOn.some((id) => roles.some((other) => other.id === id)));
}

function projectOf(file: RoadmapFile | ProjectFile): ProjectFile | undefined {
  return file.kind === 'project' ? file : undefined;
}
