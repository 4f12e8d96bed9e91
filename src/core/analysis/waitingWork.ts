import type { ReferenceSite } from '../plan/bind';
import type { AnyEntity } from '../plan/entity';
import type { Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import { childItems, parentItem } from './lineage';
import { canWait, type Waiting, type WorkEnd } from './waits';

/**
 * All that waits for an end of a piece of work, by whatever way, and that end itself: the links of `Waits`, walked from
 * what is waited for. Only what is found is looked at, so that it can be asked while somebody types.
 */
export class WaitingWork {
  readonly #found = { start: new Set<Waiting>(), finish: new Set<Waiting>() };
  readonly #next = new Map<Item, ReadonlyMap<Item, Item>>();

  constructor(
    private readonly plan: Plan,
    of: WorkEnd,
  ) {
    const ahead: WorkEnd[] = [of];
    for (let next = ahead.pop(); next; next = ahead.pop()) {
      const { work, end } = next;
      if (this.#found[end].has(work) || !canWait(work)) continue;
      this.#found[end].add(work);
      ahead.push(...this.#waitingDirectly(next));
    }
  }

  has(work: Waiting, end: WorkEnd['end']): boolean {
    return this.#found[end].has(work);
  }

  #waitingDirectly({ work, end }: WorkEnd): readonly WorkEnd[] {
    if (end === 'finish') return [...this.#byReference(work), ...(work.kind === 'item' ? this.#byNesting(work) : [])];
    const children = work.kind === 'item' ? childItems(work) : [];
    return [{ work, end: 'finish' }, ...children.map((child): WorkEnd => ({ work: child, end: 'start' }))];
  }

  /** What names the work in its `depends_on`, and the milestone that an item names. */
  #byReference(work: Waiting): readonly WorkEnd[] {
    const ends: WorkEnd[] = [];
    for (const file of this.plan.files.values()) {
      for (const { reference, by } of dependenciesOn(file, work.id)) {
        const resolution = this.plan.resolve(reference, file);
        if (resolution.status === 'found' && resolution.entity === work && canWait(by)) {
          ends.push({ work: by, end: 'start' });
        }
      }
    }
    const file = this.plan.fileOf(work);
    const milestone = work.kind === 'item' ? work.fields.milestone : undefined;
    const target = file && milestone && this.plan.target(milestone.value, file);
    return target ? [...ends, { work: target, end: 'finish' }] : ends;
  }

  /** A parent is done when its last child is; where the children follow one another, the next one waits too. */
  #byNesting(item: Item): readonly WorkEnd[] {
    const parent = parentItem(item);
    if (!parent) return [];
    const next = parent.fields.sequential?.value ? this.#nextIn(parent).get(item) : undefined;
    return [{ work: parent, end: 'finish' }, ...(next ? [{ work: next, end: 'start' } as const] : [])];
  }

  #nextIn(parent: Item): ReadonlyMap<Item, Item> {
    const known = this.#next.get(parent);
    if (known) return known;
    const next = new Map<Item, Item>();
    let before: Item | undefined;
    for (const child of childItems(parent)) {
      if (!canWait(child)) continue;
      if (before) next.set(before, child);
      before = child;
    }
    this.#next.set(parent, next);
    return next;
  }
}

/** The dependencies that a file states, by the id that they name. Files never change, so neither does what is kept. */
const dependencies = new WeakMap<PlanFile, ReadonlyMap<string, readonly ReferenceSite[]>>();

function dependenciesOn(file: PlanFile, id: string): readonly ReferenceSite[] {
  const known = dependencies.get(file) ?? dependenciesOf(file);
  dependencies.set(file, known);
  return known.get(id) ?? [];
}

function dependenciesOf({ references }: PlanFile): ReadonlyMap<string, readonly ReferenceSite[]> {
  const byId = new Map<string, ReferenceSite[]>();
  for (const site of references) {
    if (site.property !== 'depends_on' || !mayWait(site.by)) continue;
    const same = byId.get(site.reference.id);
    if (same) same.push(site);
    else byId.set(site.reference.id, [site]);
  }
  return byId;
}

function mayWait({ kind }: AnyEntity): boolean {
  return kind === 'item' || kind === 'milestone' || kind === 'feature';
}
