import type { Item, Milestone } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { Reference } from '../plan/reference';
import type { Stepwise } from '../stepwise';
import { canWait, type Waiting } from './canWait';
import { itemsWhere } from './entries';
import { childItems, parentItem } from './lineage';

/** How many ends are looked at in one step. */
const endsPerStep = 256;

/** The items that name a milestone which waits for them. */
const itemsBeforeMilestones = itemsWhere(({ fields }) => fields.milestone !== undefined);

/** How far the search has come with an end: it is on the way to what is looked at, or nothing of it is left to look at. */
const onTheWay = 1;
const done = 2;

/**
 * Looks for rings from a few pieces of work on, in what they wait for, directly or by way of others: the links are those
 * of `Waits`, but each is found when the search comes to it, so that of a large plan only a part is read. Each end of
 * work has a number: twice the place of the work among those that the search has come to, and 1 more for the finish.
 */
export class RingSearch {
  readonly #places = new Map<Waiting, number>();
  readonly #work: Waiting[] = [];
  readonly #seen: number[] = [];
  /** Of each child of a sequential parent, the one before it. */
  readonly #previous = new Map<Item, ReadonlyMap<Waiting, Item>>();
  #beforeMilestones: ReadonlyMap<Waiting, readonly Item[]> | undefined;
  #count = 0;

  constructor(private readonly plan: Plan) {}

  /** Whether anything that these wait for waits for itself; they count as well. */
  *findsRing(roots: Iterable<Waiting>): Stepwise<boolean> {
    for (const work of roots)
      for (const end of [this.#start(work), this.#finish(work)]) if (yield* this.#findsRingFrom(end)) return true;
    return false;
  }

  /** The way is a list of its own, because a chain of work may be longer than the call stack. */
  *#findsRingFrom(root: number): Stepwise<boolean> {
    if (this.#seen[root] !== undefined) return false;
    const way = [this.#enter(root)];
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const next = top.waitsFor.pop();
      if (next === undefined) {
        this.#seen[top.end] = done;
        way.pop();
      } else if (this.#seen[next] === onTheWay) return true;
      else if (this.#seen[next] === undefined) {
        if (++this.#count % endsPerStep === 0) yield;
        way.push(this.#enter(next));
      }
    }
    return false;
  }

  #enter(end: number): { readonly end: number; readonly waitsFor: number[] } {
    this.#seen[end] = onTheWay;
    const work = this.#work[end >> 1];
    const waitsFor = !work ? [] : end % 2 === 0 ? this.#startWaitsFor(work) : this.#finishWaitsFor(work);
    return { end, waitsFor };
  }

  #start(work: Waiting): number {
    const known = this.#places.get(work);
    if (known !== undefined) return 2 * known;
    const place = this.#work.push(work) - 1;
    this.#places.set(work, place);
    return 2 * place;
  }

  #finish(work: Waiting): number {
    return this.#start(work) + 1;
  }

  #startWaitsFor(work: Waiting): number[] {
    const found = this.#stated(work).map((one) => this.#finish(one));
    const parent = work.kind === 'item' ? parentItem(work) : undefined;
    if (!parent) return found;
    if (canWait(parent)) found.push(this.#start(parent));
    if (parent.fields.sequential?.value === true) {
      const before = this.#previousIn(parent).get(work);
      if (before) found.push(this.#finish(before));
    }
    return found;
  }

  #previousIn(parent: Item): ReadonlyMap<Waiting, Item> {
    const known = this.#previous.get(parent);
    if (known) return known;
    const previous = new Map<Waiting, Item>();
    let before: Item | undefined;
    for (const child of childItems(parent)) {
      if (!canWait(child)) continue;
      if (before) previous.set(child, before);
      before = child;
    }
    this.#previous.set(parent, previous);
    return previous;
  }

  #finishWaitsFor(work: Waiting): number[] {
    const found = [this.#start(work)];
    if (work.kind === 'item') for (const child of childItems(work)) if (canWait(child)) found.push(this.#finish(child));
    if (work.kind === 'milestone') for (const item of this.#before(work)) found.push(this.#finish(item));
    return found;
  }

  /** What a piece of work says that it waits for. */
  #stated(work: Waiting): readonly Waiting[] {
    const links = work.fields.depends_on?.value ?? [];
    return links.flatMap(({ value }) => this.#target(work, 'target' in value ? value.target : value) ?? []);
  }

  #target(work: Waiting, reference: Reference): Waiting | undefined {
    const file = this.plan.fileOf(work);
    const resolution = file && this.plan.resolve(reference, file);
    if (resolution?.status !== 'found' || !canWait(resolution.entity)) return undefined;
    return resolution.entity;
  }

  #before(milestone: Milestone): readonly Item[] {
    this.#beforeMilestones ??= this.#readMilestones();
    return this.#beforeMilestones.get(milestone) ?? [];
  }

  #readMilestones(): ReadonlyMap<Waiting, readonly Item[]> {
    const items = new Map<Waiting, Item[]>();
    for (const file of this.plan.projects)
      for (const item of itemsBeforeMilestones(file)) {
        const milestone = item.fields.milestone && this.#target(item, item.fields.milestone.value);
        if (!milestone || !canWait(item)) continue;
        const same = items.get(milestone);
        if (same) same.push(item);
        else items.set(milestone, [item]);
      }
    return items;
  }
}
