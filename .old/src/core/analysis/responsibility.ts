import type { Located } from '../plan/entity';
import type { Assignment } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile, ProjectFile, RoadmapFile } from '../plan/planFile';
import type { Reference } from '../plan/reference';

/** Who answers for an area in one file, and how that comes. */
export interface Answerable {
  readonly file: RoadmapFile | ProjectFile;
  /** Ids; several only where several are written down. */
  readonly people: readonly string[];
  /** The entry of `responsibilities` that says so; absent where the area falls to the owner or manager by their role. */
  readonly assignment?: Assignment;
}

/** The roles that stand behind a file's `owner` and `manager` where nothing is known of theirs. */
const usualLead = { roadmap: 'product-manager', project: 'project-manager' } as const;

/**
 * Who answers for an area in a file: whom `responsibilities` names, else the file's `owner` or `manager` if a role of
 * theirs holds it. Undefined where nobody does, and for a settings file.
 */
export function answerableFor(plan: Plan, file: PlanFile, area: string): Answerable | undefined {
  if (file.kind === 'settings' || !file.root) return undefined;
  const assignment = assignmentOf(file, area);
  const named = idsOf(assignment?.fields.accountable?.value);
  if (assignment && named.length > 0) return { file, people: named, assignment };
  const lead = leadOf(file);
  return lead !== undefined && areasOfLead(plan, file, lead).includes(area) ? { file, people: [lead] } : undefined;
}

/** The `responsibilities` of a file, in source order. */
export function assignmentsOf(file: PlanFile): readonly Assignment[] {
  return file.kind === 'settings' ? [] : (file.root?.fields.responsibilities?.value ?? []);
}

/** What `responsibilities` of a file says of an area. */
export function assignmentOf(file: PlanFile, area: string): Assignment | undefined {
  return assignmentsOf(file).find(({ id }) => id === area);
}

/** The areas that a person answers for in a file: those that are written down, then those that fall to them. */
export function areasOf(
  plan: Plan,
  file: PlanFile,
  person: string,
): { readonly assigned: readonly string[]; readonly byRole: readonly string[] } {
  if (file.kind === 'settings' || !file.root) return { assigned: [], byRole: [] };
  const named = assignmentsOf(file).filter(({ fields }) => (fields.accountable?.value.length ?? 0) > 0);
  const assigned = named.filter(({ fields }) => idsOf(fields.accountable?.value).includes(person)).map(({ id }) => id);
  const taken = new Set(named.map(({ id }) => id));
  const byRole = leadOf(file) === person ? areasOfLead(plan, file, person).filter((area) => !taken.has(area)) : [];
  return { assigned, byRole };
}

/** The id of a roadmap's owner or a project's manager. */
function leadOf(file: RoadmapFile | ProjectFile): string | undefined {
  return (file.kind === 'roadmap' ? file.root?.fields.owner : file.root?.fields.manager)?.value.id;
}

export function idsOf(references: readonly Located<Reference<'person'>>[] = []): readonly string[] {
  return references.map(({ value }) => value.id);
}

function areasOfLead(plan: Plan, file: RoadmapFile | ProjectFile, lead: string): readonly string[] {
  const names = [...plan.people.roles(lead), ...teamRoles(file, lead)];
  const known = names.flatMap((name) => plan.role(name) ?? []);
  const usual = known.length > 0 ? [] : [plan.role(usualLead[file.kind])];
  return [...new Set([...known, ...usual].flatMap((role) => role?.holds ?? []))];
}

/** What somebody does in one project alone. */
function teamRoles(file: RoadmapFile | ProjectFile, person: string): readonly string[] {
  if (file.kind === 'roadmap') return [];
  const windows = file.root?.fields.team?.value.filter(({ key }) => key.value.id === person) ?? [];
  return windows.flatMap(({ value = [] }) => value.flatMap(({ fields }) => fields.role?.value.text ?? []));
}
