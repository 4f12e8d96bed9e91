import type { AnyEntity } from '../plan/entity';
import type { Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import type { Reference } from '../plan/reference';
import { atOnce, SharedWork, type Stepwise } from '../stepwise';
import { canWait, type Waiting } from './canWait';
import { childItems } from './lineage';
import { stronglyConnectedSets } from './network/stronglyConnectedSets';
import { RingSearch } from './ringSearch';
import { isLink, linkedAnew, statedLinks, type StatedLinks } from './statedLinks';

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

interface LinkedWait extends Wait {
  readonly to: LinkedEnd;
}

/** An end with what it waits for. */
class LinkedEnd implements WorkEnd {
  waits: LinkedWait[] = [];

  constructor(
    readonly work: Waiting,
    readonly end: WorkEnd['end'],
    /** Its place among all ends. */
    readonly index: number,
  ) {}
}

/** Which ends each of them waits for, by their places: those of one from `first` of it to `first` of the next. */
interface WaitGraph {
  readonly first: Int32Array;
  readonly target: Int32Array;
}

/**
 * What waits for what in a plan: items, milestones and features. A link counts as finish-to-start whatever its type,
 * because links that lead in a ring contradict each other in any tool, even where their types would leave a gap. What
 * was dropped holds nobody up and is left out.
 */
export class Waits {
  readonly #links: StatedLinks;
  readonly #graph: SharedWork<LinkedEnds>;
  #rings: readonly ReadonlySet<WorkEnd>[] | undefined;
  #before: KnownLinks | undefined;

  /** @param before what is known of another version of the plan */
  constructor(
    private readonly plan: Plan,
    before?: KnownLinks,
  ) {
    this.#graph = new SharedWork(() => LinkedEnds.linking(plan));
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

  /** The same in numbers: the ends by their places in `ends`. */
  graph(): WaitGraph {
    return this.#all.graph();
  }

  /** The ends that wait for themselves, in sets that wait for one another. */
  get rings(): readonly ReadonlySet<WorkEnd>[] {
    return atOnce(this.findingRings());
  }

  /** The same bit by bit. */
  *findingRings(): Stepwise<readonly ReadonlySet<WorkEnd>[]> {
    if (this.#rings) return this.#rings;
    const isRingless = yield* this.#isStillRingless();
    if (!isRingless) yield* this.#graph.steps();
    this.#before = undefined;
    return (this.#rings ??= isRingless ? [] : this.#all.rings());
  }

  /** Hardly any plan has a ring, and one that comes with an edit leads through what the edit has linked. */
  *#isStillRingless(): Stepwise<boolean> {
    if (!this.#before?.isRingless) return false;
    const anew = linkedAnew(this.plan, this.#before.links, this.#links);
    return anew !== undefined && !(yield* new RingSearch(this.plan).findsRing(anew));
  }

  /** What a later version of the plan may take from this one. */
  get known(): KnownLinks | undefined {
    return this.#rings ? { links: this.#links, isRingless: this.#rings.length === 0 } : this.#before;
  }

  get #all(): LinkedEnds {
    return this.#graph.result;
  }
}

/** What is known of the links of a plan, for its next version. */
export interface KnownLinks {
  readonly links: StatedLinks;
  /** Whether nothing waits for itself. */
  readonly isRingless: boolean;
}

/** How many references are followed in one step. */
const referencesPerStep = 512;

/** All ends of a plan, linked. */
class LinkedEnds {
  readonly #all: LinkedEnd[] = [];
  readonly #ends = new Map<Waiting, { readonly start: LinkedEnd; readonly finish: LinkedEnd }>();

  private constructor(private readonly plan: Plan) {}

  static *linking(plan: Plan): Stepwise<LinkedEnds> {
    const ends = new LinkedEnds(plan);
    for (const file of plan.files.values()) {
      for (const work of waitingIn(file)) ends.#add(work);
      yield;
    }
    for (const file of plan.files.values()) yield* ends.#reading(file);
    // An array that has grown holds room for many more, and most of these have one entry.
    for (const end of ends.#all) end.waits = end.waits.slice();
    return ends;
  }

  /** In the order of the files and of what stands in them. */
  get ends(): readonly WorkEnd[] {
    return this.#all;
  }

  of(end: WorkEnd): readonly Wait[] {
    return end instanceof LinkedEnd ? end.waits : [];
  }

  /** The same in numbers: the ends by their places in `ends`. */
  graph(): WaitGraph {
    const first = new Int32Array(this.#all.length + 1);
    for (const { index, waits } of this.#all) first[index + 1] = (first[index] ?? 0) + waits.length;
    const target = new Int32Array(first[this.#all.length] ?? 0);
    let at = 0;
    for (const { waits } of this.#all) for (const { to } of waits) target[at++] = to.index;
    return { first, target };
  }

  rings(): readonly ReadonlySet<WorkEnd>[] {
    const sets = stronglyConnectedSets(this.#all.length, this.graph(), new Int32Array(this.#all.length).fill(1));
    return sets.map((set) => new Set([...set].flatMap((place) => this.#all[place] ?? [])));
  }

  #add(work: Waiting): void {
    const start = new LinkedEnd(work, 'start', this.#all.length);
    const finish = new LinkedEnd(work, 'finish', this.#all.length + 1);
    this.#all.push(start, finish);
    this.#ends.set(work, { start, finish });
    finish.waits.push({ from: finish, to: start, reason: 'itself', at: work.key });
  }

  *#reading(file: PlanFile): Stepwise<void> {
    let count = 0;
    for (const site of file.references) {
      if (++count % referencesPerStep === 0) yield;
      if (!isLink(site)) continue;
      const { reference, at, by, property } = site;
      const own = this.#ends.get(by as Waiting);
      const target = own && this.#targetOf(file, reference);
      if (!target) continue;
      const stated = { by, property, text: reference.text };
      if (property === 'milestone') link(target.finish, own.finish, { reason: 'milestone', at, stated });
      else link(own.start, target.finish, { reason: 'dependency', at, stated });
    }
    yield;
    for (const entity of file.definitions) if (entity.kind === 'item') this.#nesting(entity as Item);
    yield;
  }

  #targetOf(file: PlanFile, reference: Reference): { readonly finish: LinkedEnd } | undefined {
    const resolution = this.plan.resolve(reference, file);
    return resolution.status === 'found' ? this.#ends.get(resolution.entity as Waiting) : undefined;
  }

  #nesting(parent: Item): void {
    const children = childItems(parent);
    const whole = children.length > 0 ? this.#ends.get(parent) : undefined;
    const sequential = parent.fields.sequential;
    let before: LinkedEnd | undefined;
    for (const child of children) {
      const part = this.#ends.get(child);
      if (!part) continue;
      if (whole) {
        link(whole.finish, part.finish, { reason: 'part', at: child.key });
        link(part.start, whole.start, { reason: 'whole', at: child.key });
      }
      if (sequential?.value && before) link(part.start, before, { reason: 'sequence', at: sequential.key });
      before = part.finish;
    }
  }
}

function link(from: LinkedEnd, to: LinkedEnd, { reason, at, stated }: Pick<Wait, 'reason' | 'at' | 'stated'>): void {
  from.waits.push(stated ? { from, to, reason, at, stated } : { from, to, reason, at });
}

/** What can wait in a file, in source order: a parent before its children. */
function waitingIn({ definitions, document: { source } }: PlanFile): readonly Waiting[] {
  const waiting = definitions.filter(canWait);
  const starts = Float64Array.from(waiting, ({ key }) => source.spanOf(key)?.start ?? 0);
  // Nearly always they are in order already.
  if (starts.every((start, at) => at === 0 || (starts[at - 1] ?? 0) <= start)) return waiting;
  const order = [...starts.keys()].sort((one, other) => (starts[one] ?? 0) - (starts[other] ?? 0));
  return order.flatMap((at) => waiting[at] ?? []);
}
