import type { AnyEntity } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { sitesNaming } from '../../plan/referenceSites';
import { areaById, canonicalRoleId, readingsOf, roleSpelling } from '../../plan/roles';
import { parseId } from '../../plan/scalars/id';
import { legible, quoted } from '../../plan/scalars/parsed';
import { fileTitle, homeOf, kindTitle, titleOf } from '../cards/naming';
import type { Renamable } from './renamable';

/**
 * Why something cannot be called by a name, in a sentence: because that is no id, or because something else in its
 * namespace is called so, whatever its capitals. Undefined where it can.
 */
export function faultOf(plan: Plan, { renamed }: Renamable, newName: string): string | undefined {
  if (renamed.kind === 'free' && renamed.to === 'person') return freePersonFault(plan, newName);
  const id = parseId(newName);
  if (!id.ok) return id.problem.message;
  switch (renamed.kind) {
    case 'defined': {
      const other = namesake(plan, renamed.entities, newName);
      return other ? takenBy(plan, newName, other) : roleFault(renamed.entities[0], newName);
    }
    case 'file': {
      const other = otherFile(plan, renamed.file, newName);
      return other && `${quoted(newName)} is the id of ${fileTitle(other)} already. Choose another one.`;
    }
    case 'free':
      return isArea(plan, newName) ? `${quoted(newName)} is another area already. Choose another id.` : undefined;
  }
}

function takenBy(plan: Plan, id: string, other: AnyEntity): string {
  const kind = kindTitle(plan, other).toLowerCase();
  const title = titleOf(other) === other.id ? '' : ` “${legible(titleOf(other))}”`;
  return `${quoted(id)} is the id of the ${kind}${title} of ${homeOf(plan, other)} already. Choose another one.`;
}

/** What has an id in the namespace of some definitions, and is none of these. */
function namesake(plan: Plan, entities: readonly AnyEntity[], id: string): AnyEntity | undefined {
  const wanted = id.toLowerCase();
  const own = new Set(entities);
  const isOther = (other: AnyEntity): boolean => other.id.toLowerCase() === wanted && !own.has(other);
  for (const entity of entities) {
    const file = plan.fileOf(entity);
    const other = file && neighbours(plan, file, entity).find(isOther);
    if (other) return other;
  }
  return undefined;
}

/** Everything that has to have another id than an entity. */
function neighbours(plan: Plan, file: PlanFile, entity: AnyEntity): readonly AnyEntity[] {
  const { kind, path } = entity;
  if (kind === 'person') return plan.people.ids.flatMap((id) => plan.people.definitions(id));
  if (kind === 'role') return plan.customRoles.flatMap(({ id }) => plan.named('role', id));
  const isWork = kind === 'item' || kind === 'milestone';
  // Ids of items are unique in their file, however deep they stand.
  if (isWork && file.kind === 'project')
    return file.definitions.filter((other) => other.kind === 'item' || other.kind === 'milestone');
  const parent = path.slice(0, -1).join('\0');
  return file.definitions.filter(
    (other) => other.path.length === path.length && other.path.slice(0, -1).join('\0') === parent,
  );
}

/** Names of roles are compared in a looser spelling, and the built-in ones have aliases. */
function roleFault({ kind, id }: AnyEntity, newName: string): string | undefined {
  if (kind !== 'role' || roleSpelling(id) === roleSpelling(newName)) return undefined;
  if (canonicalRoleId(newName) === undefined && readingsOf(newName).length === 0) return undefined;
  return `${quoted(newName)} is a name of a role of the built-in catalogue. Choose another id.`;
}

function otherFile(plan: Plan, file: PlanFile, id: string): PlanFile | undefined {
  const files: readonly PlanFile[] = file.kind === 'roadmap' ? plan.roadmaps : plan.projects;
  return files.find((other) => other !== file && other.id.toLowerCase() === id.toLowerCase());
}

function isArea(plan: Plan, id: string): boolean {
  return areaById(id) !== undefined || isNamed(plan, 'area', id);
}

/** In a plan that defines no people a person is any text, and two texts are two people. */
function freePersonFault(plan: Plan, name: string): string | undefined {
  if (name.trim() === '' || name.trim() !== name) return 'A name has no blanks around it, and is not empty.';
  if (legible(name) !== name) return 'A name stands on one line, without control characters.';
  return isNamed(plan, 'person', name)
    ? `Somebody else in this plan is called ${quoted(name)} already. Choose another name.`
    : undefined;
}

function isNamed(plan: Plan, to: 'person' | 'area', name: string): boolean {
  return [...plan.files.values()].some((file) => sitesNaming(file, name).some(({ reference }) => reference.to === to));
}
