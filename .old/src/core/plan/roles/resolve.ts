import { areas } from './areas';
import { ambiguousRoleNames, catalogue, roleAliases } from './catalogue';
import type { Area, CatalogueRole, CustomRole, Role } from './role';
import { toldApart } from './toldApart';

/** A role with everything that it inherits, and what was wrong on the way. */
export interface RoleResolution {
  readonly role: Role;
  /** The ids of a ring of `extends`, from the smallest on; empty where there is none. The ring is cut, not followed. */
  readonly cycle: readonly string[];
  /** The text of an `extends` that names no role, if one on the way does. */
  readonly unknownBase?: string;
}

/** How a role is told apart from another one. */
export interface Distinction {
  /** Id of the other role. */
  readonly other: string;
  readonly line: string;
  /** The line in as few words as a message has room for. */
  readonly short: string;
  /** Further questions with their answers; often none. */
  readonly also: readonly string[];
}

const catalogueById: ReadonlyMap<string, CatalogueRole> = new Map(catalogue.map((role) => [role.id, role]));
const areasById: ReadonlyMap<string, Area> = new Map(areas.map((area) => [area.id, area]));
const aliases: ReadonlyMap<string, string> = new Map(Object.entries(roleAliases));
const ambiguous: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(ambiguousRoleNames));

/** The spelling in which names are compared: `Product Manager` and `product_manager` are `product-manager`. */
function normalised(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

/** A readable title for an id that nobody gave one: `data-protection` is "Data protection". */
function titleFromId(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The id of the built-in role that a text names, by id, alias or title in any case; undefined where it names
 * none, as with a job title (`developer`), or more than one (`pm`).
 */
export function canonicalRoleId(name: string): string | undefined {
  const key = normalised(name);
  return catalogueById.has(key) ? key : aliases.get(key);
}

/** The ids of the built-in roles that an ambiguous name could mean; empty for any other text. */
export function readingsOf(name: string): readonly string[] {
  return ambiguous.get(normalised(name)) ?? [];
}

/** The area of an id as written (ids of areas are not normalised); undefined for one that the catalogue lacks. */
export function areaById(id: string): Area | undefined {
  return areasById.get(id);
}

/** The title of an area: the catalogue's, else the id in words, since organisations add areas of their own. */
export function areaTitle(id: string): string {
  return areasById.get(id)?.title ?? titleFromId(id);
}

/** One step of an `extends` chain: a plan's definition of a role, or the catalogue's. */
type Step = { readonly custom: CustomRole } | { readonly builtIn: CatalogueRole };

const idOf = (step: Step): string => ('custom' in step ? step.custom.id : step.builtIn.id);
const keyOf = (step: Step): string => `${'custom' in step ? 'custom' : 'built-in'} ${normalised(idOf(step))}`;

/** The role that a name stands for: the plan's before the catalogue's, an id before an alias. */
function stepOf(name: string, customRoles: readonly CustomRole[]): Step | undefined {
  const key = normalised(name);
  const named = customRoles.find((role) => normalised(role.id) === key);
  if (named !== undefined) {
    return { custom: named };
  }
  const canonical = canonicalRoleId(name);
  if (canonical === undefined) {
    return undefined;
  }
  const changed = customRoles.find((role) => normalised(role.id) === canonical);
  return changed === undefined ? builtInStep(canonical) : { custom: changed };
}

function builtInStep(id: string): Step | undefined {
  const builtIn = catalogueById.get(normalised(id));
  return builtIn === undefined ? undefined : { builtIn };
}

interface Chain {
  /** From the role itself to the one furthest away. */
  readonly steps: readonly Step[];
  readonly cycle: readonly string[];
  readonly unknownBase?: string;
}

/** Follows `extends` from a role to its end, a name that nobody defines, or a ring, which it cuts. */
function chainFrom(first: Step, customRoles: readonly CustomRole[]): Chain {
  const steps: Step[] = [first];
  const seen = new Set([keyOf(first)]);
  let cycle: readonly string[] = [];
  for (let step = first; ;) {
    const base = 'custom' in step ? step.custom.extends : step.builtIn.extends;
    // A plan's role of a built-in id stands on the built-in one unless it says otherwise.
    const own = 'custom' in step ? builtInStep(step.custom.id) : undefined;
    const extendsItself = base !== undefined && normalised(base) === normalised(idOf(step));
    const wanted = base === undefined || (extendsItself && own !== undefined) ? own : stepOf(base, customRoles);
    if (wanted === undefined) {
      return base === undefined ? { steps, cycle } : { steps, cycle, unknownBase: base };
    }
    let next: Step | undefined = wanted;
    if (seen.has(keyOf(wanted))) {
      cycle = cycle.length > 0 ? cycle : ringIn(steps, wanted);
      // The ring is cut here; what the catalogue says of the role that was cut off still holds.
      next = 'custom' in wanted ? builtInStep(wanted.custom.id) : undefined;
    }
    if (next === undefined || seen.has(keyOf(next))) {
      return { steps, cycle };
    }
    seen.add(keyOf(next));
    steps.push(next);
    step = next;
  }
}

/** The ids of the ring that closes at a step, turned so that the smallest stands first: the same from wherever it is met. */
function ringIn(steps: readonly Step[], closing: Step): readonly string[] {
  const from = steps.findIndex((step) => keyOf(step) === keyOf(closing));
  const ids = steps.slice(from).map(idOf);
  const smallest = ids.reduce((best, id, index) => (id < (ids[best] ?? id) ? index : best), 0);
  return [...ids.slice(smallest), ...ids.slice(0, smallest)];
}

/** The areas that a role holds, given those that it inherits and its own list; see `CustomRole.responsibilities`. */
function heldAreas(inherited: readonly string[], responsibilities: readonly string[]): readonly string[] {
  const entries = responsibilities.map((entry) => entry.trim()).filter((entry) => /^[+-]?\s*[^\s+-]/.test(entry));
  const changes = entries.some((entry) => /^[+-]/.test(entry));
  const held = new Set(entries.length === 0 || changes ? inherited : []);
  for (const entry of entries) {
    const area = entry.replace(/^[+-]\s*/, '');
    if (entry.startsWith('-')) {
      held.delete(area);
    } else {
      held.add(area);
    }
  }
  return [...held];
}

/** What a role stands on that stands on nothing. */
const NOTHING: Pick<Role, 'holds' | 'measures' | 'synonyms'> = { holds: [], measures: [] };

/** One step laid over what it stands on. What a step does not say, it inherits, but for its name. */
function overlaid(base: Role | undefined, step: Step): Role {
  const id = idOf(step);
  const sameRole = base !== undefined && normalised(base.id) === normalised(id);
  const basedOn = base === undefined ? [] : sameRole ? base.basedOn : [base.id, ...base.basedOn];
  if ('builtIn' in step) {
    const { title, answers, span, aim, summary, synonyms, holds, measures } = step.builtIn;
    const texts = { title, answers, span, aim, summary, ...(synonyms === undefined ? {} : { synonyms }) };
    return { id, ...texts, holds: [...new Set([...(base?.holds ?? []), ...holds])], measures, basedOn, custom: false };
  }
  const { title, summary, answers, responsibilities = [], measures = [] } = step.custom;
  const { synonyms, ...inherited } = base ?? NOTHING;
  return {
    ...inherited,
    // "Used as a synonym" is said of a title, so another role does not inherit it.
    ...(sameRole && synonyms !== undefined ? { synonyms } : {}),
    ...(summary === undefined ? {} : { summary }),
    ...(answers === undefined ? {} : { answers }),
    id,
    title: title ?? (sameRole ? base.title : titleFromId(id)),
    holds: heldAreas(inherited.holds, responsibilities),
    measures: measures.length > 0 ? [...measures] : inherited.measures,
    basedOn,
    custom: true,
  };
}

function frozen(role: Role): Role {
  return Object.freeze({
    ...role,
    holds: Object.freeze([...role.holds]),
    measures: Object.freeze([...role.measures]),
    basedOn: Object.freeze([...role.basedOn]),
  });
}

/**
 * The role that a text names, with everything that it inherits over the catalogue and a plan's own roles. A custom
 * role of a built-in id changes the built-in one, also for the roles that extend it.
 * @returns undefined where the text names no role (a job title) or an ambiguous one (`pm`).
 */
export function resolveRole(name: string, customRoles: readonly CustomRole[]): RoleResolution | undefined {
  const first = stepOf(name, customRoles);
  if (first === undefined) {
    return undefined;
  }
  const { steps, cycle, unknownBase } = chainFrom(first, customRoles);
  const base = steps.slice(1).reduceRight<Role | undefined>(overlaid, undefined);
  const role = frozen(overlaid(base, first));
  return Object.freeze({ role, cycle: Object.freeze(cycle), ...(unknownBase === undefined ? {} : { unknownBase }) });
}

/** The built-in roles with what they inherit, in the catalogue's order. */
export const roles: readonly Role[] = Object.freeze(catalogue.flatMap((role) => resolveRole(role.id, [])?.role ?? []));

const rolesById: ReadonlyMap<string, Role> = new Map(roles.map((role) => [role.id, role]));

/** The built-in role that a text names, by id, alias or title in any case; undefined for none and for `pm`. */
export function roleById(name: string): Role | undefined {
  const id = canonicalRoleId(name);
  return id === undefined ? undefined : rolesById.get(id);
}

/**
 * The roles that hold an area by default: those that hold it in their own right, then those that inherit it, both in
 * the order of the catalogue with a plan's own roles behind.
 */
export function holdersOf(area: string, customRoles: readonly CustomRole[] = []): readonly Role[] {
  const resolved = customRoles.length === 0 ? roles : allRoles(customRoles);
  const holders = resolved.filter((role) => role.holds.includes(area));
  const inherits = (role: Role): boolean => role.basedOn.some((id) => holders.some((other) => other.id === id));
  return [...holders.filter((role) => !inherits(role)), ...holders.filter(inherits)];
}

/** Every role that a plan knows: the catalogue as the plan changes it, then the plan's own. */
export function allRoles(customRoles: readonly CustomRole[]): readonly Role[] {
  const own = customRoles.filter((role) => !catalogueById.has(normalised(role.id)));
  const ids = new Set([...catalogue.map((role) => role.id), ...own.map((role) => normalised(role.id))]);
  return [...ids].flatMap((id) => resolveRole(id, customRoles)?.role ?? []);
}

/** How a role is told apart from its neighbours, its own pairs before those of the roles that it builds on. */
export function distinctionsOf(role: Role): readonly Distinction[] {
  const self = [role.id, ...role.basedOn].map(normalised);
  return self.flatMap((id) =>
    toldApart.flatMap(({ roles: [a, b], line, short, also }) => {
      const other = a === id ? b : b === id ? a : undefined;
      return other === undefined || self.includes(other) ? [] : [{ other, line, short, also }];
    }),
  );
}

/** The same for the role that a text names; empty where it names none. */
export function distinctions(name: string, customRoles: readonly CustomRole[] = []): readonly Distinction[] {
  const role = resolveRole(name, customRoles)?.role;
  return role === undefined ? [] : distinctionsOf(role);
}
