import type { SyntaxDocument } from '../syntax/syntaxDocument';
import type { ReferenceSite } from './binding';
import { isNamedAlike, type AnyEntity } from './entity';
import type { Entities, Milestone, Person, Program } from './generated/entities';
import { customRole } from './customRole';
import { differing } from './differing';
import { FileWork, type Work } from './fileWork';
import { LostReferences } from './lostReferences';
import { NamedThings, type NamedKind } from './namedThings';
import { People } from './people';
import { definitionsOf, type PlanFile, type ProjectFile, type RoadmapFile, type SettingsFile } from './planFile';
import type { Reference, ReferenceKind } from './reference';
import { ReferringSites } from './referringSites';
import { reworded, type Rewording } from './rewording';
import { areaById, canonicalRoleId, resolveRole, type CustomRole, type Role } from './roles';

/** What a reference leads to. */
export type Resolution =
  | { readonly status: 'found'; readonly entity: AnyEntity }
  /** It names something that no file defines and that needs no definition: a built-in role or area, a free name. */
  | { readonly status: 'known' }
  | { readonly status: 'unknown' }
  | { readonly status: 'ambiguous'; readonly candidates: readonly AnyEntity[] };

export type { FileWork, Work } from './fileWork';
export type { NamedKind } from './namedThings';

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
  work(file: PlanFile): FileWork;
  /** What a reference in `from` leads to. */
  resolve(reference: Reference, from: PlanFile): Resolution;
  /** The references of a file that lead to nothing, or to more than one thing. */
  unresolved(file: PlanFile): readonly ReferenceSite[];
  /** The references of a file whose id (without a qualifier) is one of these names. */
  referring(file: PlanFile, names: ReadonlySet<string>): readonly ReferenceSite[];
  /** The entity that a reference leads to, where it leads to exactly one of this kind. */
  target<K extends ReferenceKind & keyof Entities>(reference: Reference<K>, from: PlanFile): Entities[K] | undefined;
  /** A role by its name: the plan's own or a built-in one; undefined for a job title. */
  role(name: string): Role | undefined;
  fileOf(entity: AnyEntity): PlanFile | undefined;
}

/**
 * The index of a plan's files, kept up to date file by file. It reads as a {@link Plan}; what it answers holds until
 * the next update.
 */
export class PlanIndex implements Plan {
  readonly #files = new Map<string, PlanFile>();
  readonly #rewordings: Rewording[] = [];
  #sorted: ReadonlyMap<string, PlanFile> | undefined;
  readonly #named = new NamedThings(this.#files);
  /** What has been asked for since any file has changed. */
  #all = new Map<NamedKind, readonly AnyEntity[]>();
  readonly #sites = new ReferringSites();
  readonly #unresolved = new LostReferences(this.#sites);
  /** Of the version of each file that was asked for its work last. */
  readonly #work = new Map<string, FileWork>();
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
    if (!isCalledAlike) this.#forgetNames();
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
    this.#work.delete(uri);
    this.#sites.drop(uri);
    this.#forgetNames();
    this.#forget();
  }

  /** Puts the definitions of one version of a file in the place of those of another one, of which it keeps most. */
  #exchange(before: readonly AnyEntity[], after: readonly AnyEntity[]): void {
    const { gone, come } = differing(before, after);
    const names = renamed(gone, come);
    const definedPeople = this.#named.hasAny('person');
    this.#named.exchange(gone, come);
    if ([...gone, ...come].some(({ kind }) => kind === 'person')) this.#people = undefined;
    if ([...gone, ...come].some(({ kind }) => kind === 'role')) {
      this.#customRoles = undefined;
      this.#roles = new Map();
      // Their areas are names as well.
      this.#unresolved.clear();
    }
    // Where nobody is defined, a person is any text.
    if (names === 'many' || this.#named.hasAny('person') !== definedPeople) this.#unresolved.clear();
    else if (names.size > 0) this.#unresolved.rename(names);
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
    const all =
      this.#all.get(kind) ??
      [...this.files.values()].flatMap((file): readonly AnyEntity[] => definitionsOf(file, kind));
    this.#all.set(kind, all);
    return all as readonly Entities[K][];
  }

  named<K extends NamedKind>(kind: K, id: string): readonly Entities[K][] {
    return this.#named.of(kind, id).all as readonly Entities[K][];
  }

  work(file: PlanFile): FileWork {
    const known = this.#work.get(file.uri);
    if (known?.definitions === file.definitions) return known;
    const isCurrent = this.#files.get(file.uri) === file;
    const work = known && isCurrent ? known.with(file.definitions) : FileWork.of(file.definitions);
    if (isCurrent) this.#work.set(file.uri, work);
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

  referring(file: PlanFile, names: ReadonlySet<string>): readonly ReferenceSite[] {
    return this.#sites.naming(file, names).flatMap((at) => file.references[at] ?? []);
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
    const namesakes = this.#named.of(kind, id);
    const meant = file === undefined ? namesakes.all : (namesakes.ofFile.get(file) ?? []);
    const own = file === undefined ? namesakes.firstIn.get(from.uri) : undefined;
    const [one] = own ? [own] : meant;
    if (!one) return { status: 'unknown' };
    const ambiguous = !own && meant.some(({ uri }) => uri !== one.uri);
    return ambiguous ? { status: 'ambiguous', candidates: oneOfEachFile(meant) } : { status: 'found', entity: one };
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

  /** For when files are called otherwise, have come or gone: whatever names one of them may lead elsewhere. */
  #forgetNames(): void {
    this.#named.forgetFiles();
    this.#unresolved.clear();
  }

  #forget(): void {
    this.#sorted = undefined;
    this.#all = new Map();
    this.#roadmaps = undefined;
    this.#projects = undefined;
    this.#settings = undefined;
    this.#projectsById = undefined;
  }
}

/** The names of what takes the place of something that is called otherwise; of programs many more follow. */
function renamed(before: readonly AnyEntity[], after: readonly AnyEntity[]): ReadonlySet<string> | 'many' {
  const { gone, come } = differing(before, after, undefined, isNamedAlike);
  const all = [...gone, ...come];
  // What is in a program is named by the program as well.
  return all.some(({ kind }) => kind === 'program') ? 'many' : new Set(all.map(({ id }) => id));
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
