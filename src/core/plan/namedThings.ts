import type { AnyEntity } from './entity';
import type { PlanFile } from './planFile';

/** The kinds of things that are found by their id in the whole plan. */
const namedKinds = ['goal', 'feature', 'release', 'theme', 'customer', 'program', 'person', 'role'] as const;
export type NamedKind = (typeof namedKinds)[number];

const isNamed: ReadonlySet<string> = new Set(namedKinds);

/** Whether things of a kind are found by their id in the whole plan. */
export function isNamedKind(kind: string): kind is NamedKind {
  return isNamed.has(kind);
}

/** Everything of a kind that has the same id, in the order of the files. */
export interface Namesakes {
  readonly all: readonly AnyEntity[];
  /** The first of each file, by its URI. */
  readonly firstIn: ReadonlyMap<string, AnyEntity>;
  /** By the id of the file. */
  readonly ofFile: ReadonlyMap<string, readonly AnyEntity[]>;
}

const nothing: Namesakes = { all: [], firstIn: new Map(), ofFile: new Map() };

/** What a plan defines that is found by its kind and its id in the whole plan. */
export class NamedThings {
  /** An id maps to the entities of all files, in no order that counts. */
  readonly #named = new Map<string, Map<string, AnyEntity[]>>();
  /** The same put in order, for the names that have been asked for since anything of that name has come or gone. */
  readonly #namesakes = new Map<string, Map<string, Namesakes>>();

  /** @param files of the plan, as they are now */
  constructor(private readonly files: ReadonlyMap<string, PlanFile>) {}

  /** Takes out what is gone, and takes in what has come. */
  exchange(gone: readonly AnyEntity[], come: readonly AnyEntity[]): void {
    for (const entity of gone) this.#unname(entity);
    for (const entity of come) this.#name(entity);
  }

  /** To be called when files are called otherwise. */
  forgetFiles(): void {
    this.#namesakes.clear();
  }

  /** Whether there is anything of a kind. */
  hasAny(kind: NamedKind): boolean {
    return (this.#named.get(kind)?.size ?? 0) > 0;
  }

  /** Every roadmap may call a goal the same, so a name is looked up in its file, not among all of its namesakes. */
  of(kind: NamedKind, id: string): Namesakes {
    const ids = this.#namesakes.get(kind) ?? new Map<string, Namesakes>();
    this.#namesakes.set(kind, ids);
    const known = ids.get(id);
    if (known) return known;
    const entities = this.#named.get(kind)?.get(id);
    if (!entities) return nothing;
    const namesakes = this.#inOrder(entities);
    ids.set(id, namesakes);
    return namesakes;
  }

  #inOrder(entities: readonly AnyEntity[]): Namesakes {
    const all = [...entities];
    all.sort((one, other) =>
      one.uri === other.uri ? this.#placeOf(one) - this.#placeOf(other) : one.uri < other.uri ? -1 : 1,
    );
    const firstIn = new Map<string, AnyEntity>();
    const ofFile = new Map<string, AnyEntity[]>();
    for (const entity of all) {
      if (!firstIn.has(entity.uri)) firstIn.set(entity.uri, entity);
      const file = this.files.get(entity.uri)?.id ?? '';
      const same = ofFile.get(file);
      if (same) same.push(entity);
      else ofFile.set(file, [entity]);
    }
    return { all, firstIn, ofFile };
  }

  /** Where an entity stands among the definitions of its file. */
  #placeOf(entity: AnyEntity): number {
    return this.files.get(entity.uri)?.definitions.indexOf(entity) ?? -1;
  }

  #name(entity: AnyEntity): void {
    const { kind, id } = entity;
    if (!isNamedKind(kind)) return;
    this.#namesakes.get(kind)?.delete(id);
    const ids = this.#named.get(kind) ?? new Map<string, AnyEntity[]>();
    this.#named.set(kind, ids);
    const same = ids.get(id);
    if (same) same.push(entity);
    else ids.set(id, [entity]);
  }

  #unname(entity: AnyEntity): void {
    const { kind, id } = entity;
    this.#namesakes.get(kind)?.delete(id);
    const ids = this.#named.get(kind);
    const rest = ids?.get(id)?.filter((other) => other !== entity);
    if (rest?.length === 0) ids?.delete(id);
    else if (rest) ids?.set(id, rest);
  }
}
