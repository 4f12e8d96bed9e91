import type { ReferenceSite } from './binding';
import type { AnyEntity } from './entity';
import type { Plan } from './plan';
import type { PlanFile } from './planFile';
import type { Reference } from './reference';
import { customRolesNamed, roleAliasesOf, roleSpelling } from './roles';

/** The references of one file by what they name. */
interface SitesByName {
  /** By the id, of roles by the spelling in which they are compared. */
  readonly byId: ReadonlyMap<string, readonly ReferenceSite[]>;
  readonly byQualifier: ReadonlyMap<string, readonly ReferenceSite[]>;
}

/** Kept by the file: after an edit only the file that it changed is read anew. */
const known = new WeakMap<PlanFile, SitesByName>();

/** The references of a file, of any kind, that name an id (of a role: in any spelling), in source order. */
export function sitesNaming(file: PlanFile, id: string): readonly ReferenceSite[] {
  return sitesOf(file).byId.get(id) ?? [];
}

/** The references of a file that are qualified with the id of a file or program, in source order. */
export function sitesQualifiedWith(file: PlanFile, id: string): readonly ReferenceSite[] {
  return sitesOf(file).byQualifier.get(id) ?? [];
}

/** What {@link sitesNaming} has to be asked for to find all references that may lead to something with this id. */
export function namesOf(kind: string, id: string): readonly string[] {
  return kind === 'role' ? [roleSpelling(id), ...roleAliasesOf(id)] : [id];
}

/**
 * Everything that a reference in `from` may stand for: of a person or role that several files define each definition,
 * of an ambiguous name each candidate. Empty where nothing of the plan defines it.
 */
export function targetsOf(plan: Plan, reference: Reference, from: PlanFile): readonly AnyEntity[] {
  if (reference.to === 'person') return plan.people.definitions(reference.id);
  if (reference.to === 'role') {
    const ids = new Set(customRolesNamed(reference.id, plan.customRoles).map(({ id }) => id));
    return [...ids].flatMap((id) => plan.named('role', id));
  }
  const resolution = plan.resolve(reference, from);
  if (resolution.status === 'ambiguous') return resolution.candidates;
  return resolution.status === 'found' ? [resolution.entity] : [];
}

function sitesOf(file: PlanFile): SitesByName {
  const sites = known.get(file) ?? byName(file);
  known.set(file, sites);
  return sites;
}

function byName({ references }: PlanFile): SitesByName {
  const byId = new Map<string, ReferenceSite[]>();
  const byQualifier = new Map<string, ReferenceSite[]>();
  for (const site of references) {
    const { to, id, file } = site.reference;
    add(byId, to === 'role' ? roleSpelling(id) : id, site);
    if (file !== undefined) add(byQualifier, file, site);
  }
  return { byId, byQualifier };
}

function add(sites: Map<string, ReferenceSite[]>, name: string, site: ReferenceSite): void {
  const same = sites.get(name);
  if (same) same.push(site);
  else sites.set(name, [site]);
}
