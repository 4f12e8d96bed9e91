import { projectLine } from '../lineage';
import { isDropped } from '../openWork';
import { assignmentOf, assignmentsOf } from '../responsibility';
import type { ReferenceSite } from '../../plan/binding';
import type { AnyEntity } from '../../plan/entity';
import type { Assignment, Item } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile, ProjectFile, RoadmapFile } from '../../plan/planFile';
import { spelling } from '../../plan/spelling';
import { knownRoles } from './holders';

/** One area with several accountable people in one list. */
export interface SharedArea {
  readonly assignment: Assignment;
  /** Where each of them is written, in source order; at least two, each another person. */
  readonly sites: readonly ReferenceSite[];
}

/** An area of a product that a project gives to somebody else. */
export interface ContestedArea {
  readonly area: string;
  readonly roadmap: RoadmapFile;
  readonly project: ProjectFile;
  readonly inRoadmap: ReferenceSite;
  readonly inProject: ReferenceSite;
}

/** The areas of a file that are in one list with several people. Names that lead nowhere are left out. */
export function sharedAreas(plan: Plan, file: RoadmapFile | ProjectFile): readonly SharedArea[] {
  return assignmentsOf(file).flatMap((assignment) => {
    const sites = accountableSites(plan, file, assignment);
    return sites.length > 1 ? [{ assignment, sites }] : [];
  });
}

/**
 * The areas that a project gives to one person, and the roadmap of every product that it serves to another: those that
 * are the product manager's by role, or because the roadmap's owner is named for them. An area that the roadmap does
 * not name is nobody's in writing; `role-mismatch` asks about those. A `note` in the project records that it is meant.
 */
export function contestedAreas(plan: Plan, project: ProjectFile): readonly ContestedArea[] {
  const given = assignmentsOf(project).filter(
    // Most areas are the project's alone, and then nothing more has to be read.
    ({ id, fields }) => !fields.note && plan.roadmaps.some((roadmap) => assignmentOf(roadmap, id)),
  );
  if (given.length === 0 || project.root?.fields.phase?.value === 'closed') return [];
  const roadmaps = roadmapsServed(plan, project);
  return given.flatMap((assignment) => {
    const [inProject, ...others] = accountableSites(plan, project, assignment);
    if (!inProject || others.length > 0) return [];
    const named = roadmaps.flatMap((roadmap) => namedIn(plan, roadmap, assignment.id));
    const agrees = named.some(({ inRoadmap }) => isSamePerson(inRoadmap, inProject));
    const [first] = named;
    return first && !agrees ? [{ area: assignment.id, project, inProject, ...first }] : [];
  });
}

/** Whom a roadmap names for an area of its product manager; nobody where it names several. */
function namedIn(
  plan: Plan,
  roadmap: RoadmapFile,
  area: string,
): readonly Pick<ContestedArea, 'roadmap' | 'inRoadmap'>[] {
  const assignment = assignmentOf(roadmap, area);
  const [inRoadmap, ...others] = assignment ? accountableSites(plan, roadmap, assignment) : [];
  if (!inRoadmap || others.length > 0) return [];
  const owner = roadmap.root?.fields.owner?.value.id;
  const own = owner === undefined ? undefined : knownRoles(plan, owner, undefined);
  const roles = [plan.role('product-manager'), ...(own ?? [])];
  const isTheirs = inRoadmap.reference.id === owner || roles.some((role) => role?.holds.includes(area));
  return isTheirs ? [{ roadmap, inRoadmap }] : [];
}

function accountableSites(plan: Plan, file: PlanFile, assignment: Assignment): readonly ReferenceSite[] {
  const seen = new Set<string>();
  return file.references.filter(({ by, property, reference }) => {
    if (by !== assignment || property !== 'accountable') return false;
    const person = spelling(reference.id);
    if (seen.has(person)) return false;
    seen.add(person);
    return plan.resolve(reference, file).status !== 'unknown';
  });
}

/** Where a plan lists nobody, people are known by their names, and those are written by hand. */
function isSamePerson(one: ReferenceSite, other: ReferenceSite): boolean {
  return spelling(one.reference.id) === spelling(other.reference.id);
}

/** The roadmaps whose goals or features a project names, by itself, by its program or in any of its items. */
function roadmapsServed(plan: Plan, project: ProjectFile): readonly RoadmapFile[] {
  const inherited = projectLine(plan, project)?.goals ?? [];
  const named = new Map<string, AnyEntity>();
  for (const { reference, by } of project.references) {
    const key = `${reference.to} ${reference.text}`;
    const leadsUp = reference.to === 'goal' || reference.to === 'feature';
    if (!leadsUp || named.has(key) || (by.kind === 'item' && isDropped(by as Item))) continue;
    const target = plan.resolve(reference, project);
    if (target.status === 'found') named.set(key, target.entity);
  }
  const files = new Set([...inherited, ...named.values()].map((entity) => plan.fileOf(entity)));
  return [...files].filter((file): file is RoadmapFile => file?.kind === 'roadmap');
}
