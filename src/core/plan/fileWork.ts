import { differing } from './differing';
import type { AnyEntity } from './entity';
import type { Item, Milestone } from './generated/entities';

export type Work = Item | Milestone;

/** So many ids that stand for several things are put right by a look at all definitions; of more, all are read anew. */
const fewRepeated = 8;

/**
 * The items and milestones of one version of a file by their id; where several have the same, the first. Another version
 * takes over what both have in common, and this one says nothing any more then.
 */
export class FileWork {
  readonly #byId: Map<string, Work>;
  /** The ids that several have. */
  readonly #repeated: Set<string>;
  /** How many ids with capitals are the same without them; undefined until somebody asks. */
  #folded: Map<string, number> | undefined;

  private constructor(
    readonly definitions: readonly AnyEntity[],
    before?: FileWork,
  ) {
    this.#byId = before ? before.#byId : new Map<string, Work>();
    this.#repeated = before ? before.#repeated : new Set();
    this.#folded = before ? before.#folded : undefined;
  }

  static of(definitions: readonly AnyEntity[]): FileWork {
    const work = new FileWork(definitions);
    for (const entity of definitions) if (isWork(entity)) work.#add(entity);
    return work;
  }

  get(id: string): Work | undefined {
    return this.#byId.get(id);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** In source order. */
  values(): readonly Work[] {
    const all = this.definitions.filter(isWork);
    return this.#repeated.size === 0 ? all : all.filter((work) => this.#byId.get(work.id) === work);
  }

  /** In source order. */
  keys(): readonly string[] {
    return this.values().map(({ id }) => id);
  }

  /** Whether each has an id of its own, whatever its capitals. */
  get areDistinct(): boolean {
    if (this.#repeated.size > 0) return false;
    this.#folded ??= this.#fold();
    for (const [id, count] of this.#folded) if (count > 1 || this.#byId.has(id)) return false;
    return true;
  }

  /** The same of another version of the file. */
  with(definitions: readonly AnyEntity[]): FileWork {
    const { gone, come } = differing(this.definitions, definitions, isWork);
    const work = new FileWork(definitions, this);
    const unclear = new Set<string>();
    for (const { id } of gone) {
      if (this.#repeated.has(id)) unclear.add(id);
      else work.#remove(id);
    }
    for (const entity of come as readonly Work[]) {
      if (work.#byId.has(entity.id)) unclear.add(entity.id);
      else work.#add(entity);
    }
    if (unclear.size > fewRepeated) return FileWork.of(definitions);
    for (const id of unclear) {
      work.#remove(id);
      for (const entity of definitions) if (entity.id === id && isWork(entity)) work.#add(entity);
    }
    return work;
  }

  #add(entity: Work): void {
    const { id } = entity;
    if (this.#byId.has(id)) this.#repeated.add(id);
    else {
      this.#byId.set(id, entity);
      if (this.#folded) countFolded(this.#folded, id, 1);
    }
  }

  /** All that have an id. */
  #remove(id: string): void {
    this.#repeated.delete(id);
    if (this.#byId.delete(id) && this.#folded) countFolded(this.#folded, id, -1);
  }

  #fold(): Map<string, number> {
    const folded = new Map<string, number>();
    for (const id of this.#byId.keys()) countFolded(folded, id, 1);
    return folded;
  }
}

function countFolded(folded: Map<string, number>, id: string, by: 1 | -1): void {
  const lower = id.toLowerCase();
  if (lower === id) return;
  const count = (folded.get(lower) ?? 0) + by;
  if (count === 0) folded.delete(lower);
  else folded.set(lower, count);
}

function isWork(entity: AnyEntity): entity is Work {
  return entity.kind === 'item' || entity.kind === 'milestone';
}
