import type { SyntaxDocument } from '../syntax/syntaxDocument';
import type { ReferenceSite } from './binding';
import { isNamedAlike, type AnyEntity } from './entity';
import type { Entities, Item, Milestone, Person, Program } from './generated/entities';
import { customRole } from './customRole';
import { LostReferences } from './lostReferences';
import { People } from './people';
import type { PlanFile, ProjectFile, RoadmapFile, SettingsFile } from './planFile';
import type { Reference, ReferenceKind } from './reference';
import { reworded, type Rewording } from './rewording';
import { areaById, canonicalRoleId, resolveRole, type CustomRole, type Role } from './roles';

/** What a reference leads to. */
export type Resolution =
  | { readonly status: 'found'; readonly entity: AnyEntity }
  /** It names something that no file defines and that needs no definition: a built-in role or area, a free name. */
  | { readonly status: 'known' }
  | { readonly status: 'unknown' }
  | { readonly status: 'ambiguous'; readonly candidates: readonly AnyEntity[] };

/** The kinds of things that are found by their id in the whole plan. */
export type NamedKind = 'goal' | 'feature' | 'release' | 'theme' | 'customer' | 'program' | 'person' | 'role';

const namedKinds: ReadonlySet<string> = new Set<NamedKind>([
  'goal',
  'feature',
  'release',
  'theme',
  'customer',
  'program',
  'person',
  'role',
]);

export type Work = Item | Milestone;

/** All files of one plan and what their names stand for, as rules, features and views read it. */
export interface Plan {
  /** The URI of the folder that bounds the plan, without a slash at its end. */
  readonly root: string;
  /**
   * By URI, in the order of their URIs. Each version of the plan has a map of its own, which stands for it and for all
   * versions that say the same in other words.
   */
  readonly files: ReadonlyMap<string, PlanFile>;
  readonly roadmaps: readonly RoadmapFile[];
  readonly projects: readonly ProjectFile[];
  readonly settings: SettingsFile | undefined;
  readonly people: People;
  /** The roles that the plan adds or changes. */
  readonly customRoles: readonly CustomRole[];
  /** Everything of a kind that the plan defines, in the order of the files. */
  all<K extends NamedKind>(kind: K): readonly Entities[K][];
  /** Everything of a kind that has this id. */
  named<K extends NamedKind>(kind: K, id: string): readonly Entities[K][];
  /** The items and milestones of a file by their id. */
  work(file: PlanFile): ReadonlyMap<string, Work>;
  /** What a reference in `from` leads to. */
  resolve(reference: Reference, from: PlanFile): Resolution;
  /** The references of a file that lead to nothing, or to more than one thing. */
  unresolved(file: PlanFile): readonly ReferenceSite[];
  /** The entity that a reference leads to, where it leads to exactly one of this kind. */
  target<K extends ReferenceKind & keyof Entities>(reference: Reference<K>, from: PlanFile): Entities[K] | undefined;
  /** A role by its name: the plan's own or a built-in one; undefined for a job title. */
  role(name: string): Role | undefined;
  fileOf(entity: AnyEntity): PlanFile | undefined;
}

/** Everything of a kind that has the same id, in the order of the files. */
interface Namesakes {
  readonly all: readonly AnyEntity[];
  /** The first of each file, by its URI. */
  readonly firstIn: ReadonlyMap<string, AnyEntity>;
  /** By the id of the file. */
  readonly ofFile: ReadonlyMap<string, readonly AnyEntity[]>;
}

/**
 * The index of a plan's files, kept up to date file by file. It reads as a {@link Plan}; what it answers holds until
 * the next update.
 */
export class PlanIndex implements Plan {
  readonly #files = new Map<string, PlanFile>();
  readonly #rewordings: Rewording[] = [];
  #sorted: ReadonlyMap<string, PlanFile> | undefined;
  /** Entities by kind and id. An id maps to the entities of all files, in no order that counts. */
  readonly #named = new Map<string, Map<string, AnyEntity[]>>();
  /** The same put in order, by kind and id, for the names that have been asked for. */
  #namesakes = new Map<NamedKind, Map<string, Namesakes>>();
  /** Of each file that has been asked for its definitions, those of each kind that is found by name. */
  readonly #kinds = new WeakMap<PlanFile, ReadonlyMap<string, readonly AnyEntity[]>>();
  /** Kept for as long as all files define the same names. */
  readonly #unresolved = new LostReferences();
  readonly #work = new WeakMap<PlanFile, ReadonlyMap<string, Work>>();
  #roadmaps: readonly RoadmapFile[] | undefined;
  #projects: readonly ProjectFile[] | undefined;
  #settings: { readonly file: SettingsFile | undefined } | undefined;
  #projectsById: Map<string, ProjectFile[]> | undefined;
  #people: People | undefined;
  #customRoles: readonly CustomRole[] | undefined;
  #roles = new Map<string, Role | undefined>();

  constructor(readonly root: string) {}

  /** Adds a file, or replaces the version of it that the index has. */
  update(file: PlanFile): void {
    const before = this.#files.get(file.uri);
    const isCalledAlike = before?.id === file.id && (before.root === undefined) === (file.root === undefined);
    if (!isCalledAlike) this.#unresolved.clear();
    if (before) this.#unresolved.drop(before);
    this.#exchange(before?.definitions ?? [], file.definitions);
    this.#files.set(file.uri, file);
    this.#forget();
  }

  /** Takes a file out; nothing happens where it is not there. */
  remove(uri: string): void {
    const file = this.#files.get(uri);
    if (!file) return;
    this.#exchange(file.definitions, []);
    this.#files.delete(uri);
    this.#unresolved.clear();
    this.#forget();
  }

  /** Puts the definitions of one version of a file in the place of those of another one, of which it keeps most. */
  #exchange(before: readonly AnyEntity[], after: readonly AnyEntity[]): void {
    let [from, end, newEnd] = [0, before.length, after.length];
    while (from < end && from < newEnd && before[from] === after[from]) from++;
    while (end > from && newEnd > from && before[end - 1] === after[newEnd - 1]) [end, newEnd] = [end - 1, newEnd - 1];
    const [gone, come] = [before.slice(from, end), after.slice(from, newEnd)];
    if (!isNamedAlike(gone, come)) this.#unresolved.clear();
    for (const entity of gone) this.#unname(entity);
    for (const entity of come) this.#name(entity);
    if ([...gone, ...come].some(({ kind }) => kind === 'person')) this.#people = undefined;
    if ([...gone, ...come].some(({ kind }) => kind === 'role')) {
      this.#customRoles = undefined;
      this.#roles = new Map();
      // Their areas are names as well.
      this.#unresolved.clear();
    }
  }

  #name(entity: AnyEntity): void {
    if (!namedKinds.has(entity.kind)) return;
    const ids = this.#named.get(entity.kind) ?? new Map<string, AnyEntity[]>();
    this.#named.set(entity.kind, ids);
    const same = ids.get(entity.id);
    if (same) same.push(entity);
    else ids.set(entity.id, [entity]);
  }

  #unname(entity: AnyEntity): void {
    const ids = this.#named.get(entity.kind);
    const rest = ids?.get(entity.id)?.filter((other) => other !== entity);
    if (rest?.length === 0) ids?.delete(entity.id);
    else if (rest) ids?.set(entity.id, rest);
  }

  /**
   * Takes in another version of a file's text. What says the same in other words stays as it is, with the new words.
   *
   * @returns false where it says anything else, or the file is not there: then the index has to be updated
   */
  reword(document: SyntaxDocument): boolean {
    const file = this.#files.get(document.uri);
    const rewordings = file && reworded(file, document);
    if (!rewordings) return false;
    this.#rewordings.push(...rewordings);
    return true;
  }

  /** What has been reworded since this was asked last. */
  takeRewordings(): readonly Rewording[] {
    return this.#rewordings.splice(0);
  }

  get files(): ReadonlyMap<string, PlanFile> {
    this.#sorted ??= new Map([...this.#files].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
    return this.#sorted;
  }

  get roadmaps(): readonly RoadmapFile[] {
    return (this.#roadmaps ??= [...this.files.values()].filter(
      (file): file is RoadmapFile => file.kind === 'roadmap' && file.root !== undefined,
    ));
  }

  get projects(): readonly ProjectFile[] {
    return (this.#projects ??= [...this.files.values()].filter(
      (file): file is ProjectFile => file.kind === 'project' && file.root !== undefined,
    ));
  }

  get settings(): SettingsFile | undefined {
    if (!this.#settings) {
      const file = [...this.files.values()].find((one) => one.kind === 'settings');
      this.#settings = { file };
    }
    return this.#settings.file;
  }

  get people(): People {
    return (this.#people ??= new People(this.all('person')));
  }

  get customRoles(): readonly CustomRole[] {
    return (this.#customRoles ??= this.all('role').map(customRole));
  }

  all<K extends NamedKind>(kind: K): readonly Entities[K][] {
    return [...this.files.values()].flatMap((file) => this.#ofKind(file, kind) as readonly Entities[K][]);
  }

  #ofKind(file: PlanFile, kind: NamedKind): readonly AnyEntity[] {
    const kinds = this.#kinds.get(file) ?? byKind(file.definitions);
    this.#kinds.set(file, kinds);
    return kinds.get(kind) ?? [];
  }

  named<K extends NamedKind>(kind: K, id: string): readonly Entities[K][] {
    return this.#namesakesOf(kind, id).all as readonly Entities[K][];
  }

  work(file: PlanFile): ReadonlyMap<string, Work> {
    const known = this.#work.get(file);
    if (known) return known;
    const work = new Map<string, Work>();
    for (const entity of file.definitions) {
      if ((entity.kind === 'item' || entity.kind === 'milestone') && !work.has(entity.id))
        work.set(entity.id, entity as Work);
    }
    this.#work.set(file, work);
    return work;
  }

  resolve(reference: Reference, from: PlanFile): Resolution {
    switch (reference.to) {
      case 'person':
        return this.people.defined ? first(this.named('person', reference.id)) : { status: 'known' };
      case 'role':
        return first(this.named('role', reference.id), { status: 'known' });
      case 'area':
        return this.#isArea(reference.id) ? { status: 'known' } : { status: 'unknown' };
      case 'rule':
        return { status: 'known' };
      case 'work':
      case 'item':
      case 'milestone':
        return this.#resolveWork(reference, from);
      default:
        return this.#resolveNamed(reference.to, reference, from);
    }
  }

  unresolved(file: PlanFile): readonly ReferenceSite[] {
    return this.#unresolved.of(file, ({ reference }) => {
      const { status } = this.resolve(reference, file);
      return status === 'unknown' || status === 'ambiguous';
    });
  }

  target<K extends ReferenceKind & keyof Entities>(reference: Reference<K>, from: PlanFile): Entities[K] | undefined {
    const resolution = this.resolve(reference, from);
    if (resolution.status !== 'found' || resolution.entity.kind !== reference.to) return undefined;
    return resolution.entity as Entities[K];
  }

  role(name: string): Role | undefined {
    if (!this.#roles.has(name)) this.#roles.set(name, resolveRole(name, this.customRoles)?.role);
    return this.#roles.get(name);
  }

  fileOf(entity: AnyEntity): PlanFile | undefined {
    return this.#files.get(entity.uri);
  }

  #resolveNamed(kind: NamedKind, { file, id }: Reference, from: PlanFile): Resolution {
    const namesakes = this.#namesakesOf(kind, id);
    const meant = file === undefined ? namesakes.all : (namesakes.ofFile.get(file) ?? []);
    const own = file === undefined ? namesakes.firstIn.get(from.uri) : undefined;
    const [one] = own ? [own] : meant;
    if (!one) return { status: 'unknown' };
    const ambiguous = !own && meant.some(({ uri }) => uri !== one.uri);
    return ambiguous ? { status: 'ambiguous', candidates: oneOfEachFile(meant) } : { status: 'found', entity: one };
  }

  /** Every roadmap may call a goal the same, so a name is looked up in its file, not among all of its namesakes. */
  #namesakesOf(kind: NamedKind, id: string): Namesakes {
    const ids = this.#namesakes.get(kind) ?? new Map<string, Namesakes>();
    this.#namesakes.set(kind, ids);
    const known = ids.get(id);
    if (known) return known;
    const all = [...(this.#named.get(kind)?.get(id) ?? [])];
    all.sort((one, other) =>
      one.uri === other.uri ? this.#placeOf(one) - this.#placeOf(other) : one.uri < other.uri ? -1 : 1,
    );
    const firstIn = new Map<string, AnyEntity>();
    const ofFile = new Map<string, AnyEntity[]>();
    for (const entity of all) {
      if (!firstIn.has(entity.uri)) firstIn.set(entity.uri, entity);
      const file = this.#files.get(entity.uri)?.id ?? '';
      const same = ofFile.get(file);
      if (same) same.push(entity);
      else ofFile.set(file, [entity]);
    }
    const namesakes = { all, firstIn, ofFile };
    ids.set(id, namesakes);
    return namesakes;
  }

  /** Where an entity stands among the definitions of its file. */
  #placeOf(entity: AnyEntity): number {
    return this.#files.get(entity.uri)?.definitions.indexOf(entity) ?? -1;
  }

  #resolveWork({ to, file, id }: Reference, from: PlanFile): Resolution {
    const isMeant = (work: Work | undefined): work is Work => work !== undefined && (to === 'work' || work.kind === to);
    if (file === undefined) {
      const own = this.work(from).get(id);
      return isMeant(own) ? { status: 'found', entity: own } : { status: 'unknown' };
    }
    const projects = this.#projectsCalled(file);
    const [only] = projects;
    if (only && projects.length === 1 && this.named('program', file).length === 0) {
      const work = this.work(only).get(id);
      return isMeant(work) ? { status: 'found', entity: work } : { status: 'unknown' };
    }
    const found = projects.map((project) => this.work(project).get(id));
    const milestones = this.named('program', file).flatMap((program) => milestoneOf(program, id));
    return first([...found, ...milestones].filter(isMeant));
  }

  #projectsCalled(id: string): readonly ProjectFile[] {
    if (!this.#projectsById) {
      this.#projectsById = new Map<string, ProjectFile[]>();
      for (const project of this.projects) {
        const same = this.#projectsById.get(project.id);
        if (same) same.push(project);
        else this.#projectsById.set(project.id, [project]);
      }
    }
    return this.#projectsById.get(id) ?? [];
  }

  #isArea(id: string): boolean {
    return (
      areaById(id) !== undefined ||
      this.customRoles.some(({ responsibilities }) =>
        responsibilities?.some((area) => area.replace(/^[+-]/, '') === id),
      )
    );
  }

  #forget(): void {
    this.#sorted = undefined;
    this.#namesakes = new Map();
    this.#roadmaps = undefined;
    this.#projects = undefined;
    this.#settings = undefined;
    this.#projectsById = undefined;
  }
}

function byKind(definitions: readonly AnyEntity[]): ReadonlyMap<string, readonly AnyEntity[]> {
  const kinds = new Map<string, AnyEntity[]>();
  for (const entity of definitions) {
    if (!namedKinds.has(entity.kind)) continue;
    const same = kinds.get(entity.kind);
    if (same) same.push(entity);
    else kinds.set(entity.kind, [entity]);
  }
  return kinds;
}

function first(entities: readonly AnyEntity[], otherwise: Resolution = { status: 'unknown' }): Resolution {
  const [entity] = entities;
  return entity ? { status: 'found', entity } : otherwise;
}

function oneOfEachFile<E extends AnyEntity>(entities: readonly E[]): readonly E[] {
  const seen = new Set<string>();
  return entities.filter(({ uri }) => !seen.has(uri) && seen.add(uri));
}

function milestoneOf(program: Program, id: string): readonly Milestone[] {
  return program.fields.milestones?.value.filter((milestone) => milestone.id === id) ?? [];
}

/** Whether a name is that of a built-in role or of one that the plan defines. */
export function isKnownRole(plan: Plan, name: string): boolean {
  return plan.named('role', name).length > 0 || canonicalRoleId(name) !== undefined;
}

export type { Person };
