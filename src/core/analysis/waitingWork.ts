import type { ReferenceSite } from '../plan/binding';
import type { Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import { childItems, parentItem } from './lineage';
import { canWait, type Waiting } from './canWait';
import type { WorkEnd } from './waits';

/**
 * All that waits for an end of a piece of work, by whatever way, and that end itself: the links of `Waits`, walked from
 * what is waited for. Only what is found is looked at, so that it can be asked while somebody types.
 */
export class WaitingWork {
  readonly #found = { start: new Set<Waiting>(), finish: new Set<Waiting>() };
  readonly #ahead: WorkEnd[] = [];
  readonly #files: readonly (readonly [PlanFile, DependenciesById])[];
  /** The child that follows another one, of the parents whose children follow one another. */
  readonly #next = new Map<Item, Item>();
  readonly #sequences = new Set<Item>();

  constructor(
    private readonly plan: Plan,
    of: WorkEnd,
  ) {
    this.#files = [...plan.files.values()].map((file) => [file, dependenciesIn(file)] as const);
    this.#add(of.work, of.end);
    for (let next = this.#ahead.pop(); next; next = this.#ahead.pop()) {
      if (next.end === 'start') this.#addWaitingForStart(next.work);
      else this.#addWaitingForFinish(next.work);
    }
  }

  has(work: Waiting, end: WorkEnd['end']): boolean {
    return this.#found[end].has(work);
  }

  #add(work: Waiting, end: WorkEnd['end']): void {
    if (this.#found[end].has(work) || !canWait(work)) return;
    this.#found[end].add(work);
    this.#ahead.push({ work, end });
  }

  #addWaitingForStart(work: Waiting): void {
    this.#add(work, 'finish');
    if (work.kind === 'item') for (const child of childItems(work)) this.#add(child, 'start');
  }

  #addWaitingForFinish(work: Waiting): void {
    for (const [file, dependencies] of this.#files) {
      for (const site of dependencies.get(work.id) ?? []) this.#addDependent(work, file, site);
    }
    if (work.kind !== 'item') return;
    // An item that names a milestone is what that waits for.
    const { milestone } = work.fields;
    const file = milestone && this.plan.fileOf(work);
    const target = file && this.plan.target(milestone.value, file);
    if (target) this.#add(target, 'finish');
    const parent = parentItem(work);
    if (!parent) return;
    this.#add(parent, 'finish');
    const next = parent.fields.sequential?.value ? this.#nextOf(work, parent) : undefined;
    if (next) this.#add(next, 'start');
  }

  #addDependent(work: Waiting, file: PlanFile, { reference, by }: ReferenceSite): void {
    if (!canWait(by)) return;
    const resolution = this.plan.resolve(reference, file);
    if (resolution.status === 'found' && resolution.entity === work) this.#add(by, 'start');
  }

  #nextOf(item: Item, parent: Item): Item | undefined {
    if (!this.#sequences.has(parent)) {
      this.#sequences.add(parent);
      const children = childItems(parent).filter(canWait);
      children.forEach((child, index) => {
        const next = children[index + 1];
        if (next) this.#next.set(child, next);
      });
    }
    return this.#next.get(item);
  }
}

type DependenciesById = ReadonlyMap<string, readonly ReferenceSite[]>;

/** The dependencies that a file states, by the id that they name. Files never change, so neither does what is kept. */
const dependencies = new WeakMap<PlanFile, DependenciesById>();

function dependenciesIn(file: PlanFile): DependenciesById {
  const known = dependencies.get(file);
  if (known) return known;
  const byId = new Map<string, ReferenceSite[]>();
  for (const site of file.references) {
    if (site.property !== 'depends_on') continue;
    const same = byId.get(site.reference.id);
    if (same) same.push(site);
    else byId.set(site.reference.id, [site]);
  }
  dependencies.set(file, byId);
  return byId;
}
