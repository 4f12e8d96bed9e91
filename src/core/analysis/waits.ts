import type { AnyEntity } from '../plan/entity';
import type { Feature, Item, Milestone } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import { childItems } from './lineage';
import { stronglyConnected } from './network/rings';
import { isDropped } from './openWork';
import { areSameLinks, isLink, statedLinks, type StatedLinks } from './statedLinks';

/** What can wait for something else. */
export type Waiting = Item | Milestone | Feature;

/** One end of a piece of work: before it begins, and when it is done. */
export interface WorkEnd {
  readonly work: Waiting;
  readonly end: 'start' | 'finish';
}

/** Why one end waits for another one. */
export type WaitReason =
  /** `depends_on` says so. */
  | 'dependency'
  /** An item names the milestone that waits for it. */
  | 'milestone'
  /** The children of a sequential parent follow one another. */
  | 'sequence'
  /** A child begins no earlier than its parent, and so waits for what that waits for. */
  | 'whole'
  /** A parent is done when its last child is. */
  | 'part'
  /** Work is done no earlier than it begins. */
  | 'itself';

export interface Wait {
  readonly from: WorkEnd;
  readonly to: WorkEnd;
  readonly reason: WaitReason;
  /** Where the source says so; for what is never written, the entry of the work that waits. */
  readonly at: AnyEntity['key'];
  /** The entity that says so, and by which property and text; absent for what follows from nesting. */
  readonly stated?: { readonly by: AnyEntity; readonly property: string; readonly text: string };
}

/**
 * What waits for what in a plan: items, milestones and features. A link counts as finish-to-start whatever its type,
 * because links that lead in a ring contradict each other in any tool, even where their types would leave a gap. What
 * was dropped holds nobody up and is left out.
 */
export class Waits {
  readonly #links: StatedLinks;
  #graph: WaitGraph | undefined;
  #rings: readonly ReadonlySet<WorkEnd>[] | undefined;
  #before: KnownLinks | undefined;

  /** @param before what is known of another version of the plan */
  constructor(
    private readonly plan: Plan,
    before?: KnownLinks,
  ) {
    this.#links = statedLinks(plan);
    this.#before = before;
  }

  /** In the order of the files and of what stands in them. */
  get ends(): readonly WorkEnd[] {
    return this.#all.ends;
  }

  of(end: WorkEnd): readonly Wait[] {
    return this.#all.of(end);
  }

  /** The ends that wait for themselves, in sets that wait for one another. */
  get rings(): readonly ReadonlySet<WorkEnd>[] {
    if (!this.#rings) {
      const { links, isRingless = false } = this.#before ?? {};
      // Hardly any edit changes what waits for what, and hardly any plan has a ring.
      const isStillRingless = isRingless && links !== undefined && areSameLinks(links, this.#links);
      this.#rings = isStillRingless ? [] : stronglyConnected(this.ends, (end) => this.of(end));
      this.#before = undefined;
    }
    return this.#rings;
  }

  /** What a later version of the plan may take from this one. */
  get known(): KnownLinks | undefined {
    return this.#rings ? { links: this.#links, isRingless: this.#rings.length === 0 } : this.#before;
  }

  get #all(): WaitGraph {
    return (this.#graph ??= new WaitGraph(this.plan));
  }
}

/** What is known of the links of a plan, for its next version. */
export interface KnownLinks {
  readonly links: StatedLinks;
  /** Whether nothing waits for itself. */
  readonly isRingless: boolean;
}

class WaitGraph {
  readonly ends: readonly WorkEnd[];
  readonly #ends = new Map<Waiting, { readonly start: WorkEnd; readonly finish: WorkEnd }>();
  readonly #waits = new Map<WorkEnd, Wait[]>();

  constructor(private readonly plan: Plan) {
    for (const file of plan.files.values()) for (const work of waitingIn(file)) this.#add(work);
    this.ends = [...this.#ends.values()].flatMap(({ start, finish }) => [start, finish]);
    for (const file of plan.files.values()) this.#read(file);
  }

  of(end: WorkEnd): readonly Wait[] {
    return this.#waits.get(end) ?? [];
  }

  #add(work: Waiting): void {
    const ends = { start: { work, end: 'start' }, finish: { work, end: 'finish' } } as const;
    this.#ends.set(work, ends);
    this.#put({ from: ends.finish, to: ends.start, reason: 'itself', at: work.key });
  }

  #read(file: PlanFile): void {
    for (const { reference, at, by, property } of file.references.filter(isLink)) {
      const target = this.#ends.get(by as Waiting) && this.#targetOf(file, reference);
      if (!target) continue;
      const stated = { by, property, text: reference.text };
      if (property === 'milestone') this.#link(target, 'finish', by as Waiting, { reason: 'milestone', at, stated });
      else this.#link(by as Waiting, 'start', target, { reason: 'dependency', at, stated });
    }
    for (const entity of file.definitions) if (entity.kind === 'item') this.#nesting(entity as Item);
  }

  #targetOf(file: PlanFile, reference: Parameters<Plan['resolve']>[0]): Waiting | undefined {
    const resolution = this.plan.resolve(reference, file);
    return resolution.status === 'found' && canWait(resolution.entity) ? resolution.entity : undefined;
  }

  #nesting(parent: Item): void {
    let before: Item | undefined;
    const sequential = parent.fields.sequential;
    for (const child of childItems(parent)) {
      if (!this.#ends.has(child)) continue;
      this.#link(parent, 'finish', child, { reason: 'part', at: child.key });
      this.#link(child, 'start', parent, { reason: 'whole', at: child.key }, 'start');
      if (sequential?.value && before) this.#link(child, 'start', before, { reason: 'sequence', at: sequential.key });
      before = child;
    }
  }

  #link(
    from: Waiting,
    end: WorkEnd['end'],
    to: Waiting,
    why: Pick<Wait, 'reason' | 'at' | 'stated'>,
    toEnd: WorkEnd['end'] = 'finish',
  ): void {
    const source = this.#ends.get(from)?.[end];
    const target = this.#ends.get(to)?.[toEnd];
    if (source && target) this.#put({ from: source, to: target, ...why });
  }

  #put(wait: Wait): void {
    const waits = this.#waits.get(wait.from);
    if (waits) waits.push(wait);
    else this.#waits.set(wait.from, [wait]);
  }
}

/** What can wait in a file, in source order: a parent before its children. */
function waitingIn({ definitions, document: { source } }: PlanFile): readonly Waiting[] {
  const placed = definitions.filter(canWait).map((work) => ({ work, start: source.spanOf(work.key)?.start ?? 0 }));
  return placed.sort((one, other) => one.start - other.start).map(({ work }) => work);
}

/** Whether a thing can wait for something: items, milestones and features that are not dropped. */
export function canWait(entity: AnyEntity): entity is Waiting {
  if (entity.kind === 'item') return !isDropped(entity as Item);
  if (entity.kind === 'feature') return (entity as Feature).fields.status?.value !== 'dropped';
  return entity.kind === 'milestone';
}
