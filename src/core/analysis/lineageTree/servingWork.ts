import type { Feature, Goal, Item } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { ProjectFile } from '../../plan/planFile';
import { inheritedItems, type InheritedItem } from '../inheritance';
import { featureLine, projectLine } from '../lineage';

/** What an item hangs from in the tree of a goal: the lowest thing by which it comes to that goal. */
export type Carrier = Goal | Feature | ProjectFile | Item;

/** For each goal of an item the feature by which it comes to it; a goal that it has in another way has none. */
type FeaturesByGoal = ReadonlyMap<Goal, Feature | undefined>;

/**
 * What serves each goal directly, and by which way each item comes to it. Dropped work serves nothing. One pass over the
 * plan, and one over its items when they are first asked for; read with a goal that is a part of it, a larger goal is the matter of {@link GoalTree}.
 */
export class ServingWork {
  readonly #features = new Map<Goal, Feature[]>();
  /** The projects that state the goal, by themselves or through their program. */
  readonly #stated = new Map<Goal, Set<ProjectFile>>();
  readonly #projects = new Map<Goal, Set<ProjectFile>>();
  readonly #statedItems = new Map<Goal, Item[]>();
  readonly #items = new Map<Goal, Map<Carrier, Item[]>>();
  /** The projects that serve any goal. */
  readonly #serving = new Set<ProjectFile>();
  readonly #itemsWithoutGoal = new Map<ProjectFile, Item[]>();

  #areItemsRead = false;

  constructor(private readonly plan: Plan) {
    for (const feature of plan.all('feature')) {
      if (feature.fields.status?.value === 'dropped') continue;
      for (const goal of featureLine(plan, feature)?.goals ?? []) listIn(this.#features, goal).push(feature);
    }
    for (const file of plan.projects)
      for (const goal of projectLine(plan, file)?.goals ?? []) setIn(this.#stated, goal).add(file);
  }

  /** The features that name a goal, in the order of the plan. */
  features(goal: Goal): readonly Feature[] {
    return this.#features.get(goal) ?? [];
  }

  /** The projects that serve a goal by themselves, through their program or by an item, in the order of the plan. */
  projects(goal: Goal): readonly ProjectFile[] {
    this.#readItems();
    return [...(this.#projects.get(goal) ?? [])];
  }

  /** Of these, those whose own goal it is or that of their program. */
  statedProjects(goal: Goal): readonly ProjectFile[] {
    return [...(this.#stated.get(goal) ?? [])];
  }

  /** The items that name a goal themselves or by a feature of their own, in the order of the plan. */
  statedItems(goal: Goal): readonly Item[] {
    this.#readItems();
    return this.#statedItems.get(goal) ?? [];
  }

  /** The items that come to a goal by way of this, in the order of the plan. */
  items(goal: Goal, carrier: Carrier): readonly Item[] {
    this.#readItems();
    return this.#items.get(goal)?.get(carrier) ?? [];
  }

  /** Whether a project serves any goal, by itself, through its program or by an item. */
  serves(file: ProjectFile): boolean {
    this.#readItems();
    return this.#serving.has(file);
  }

  /**
   * The items of a project that come to no goal, in source order, whatever is under them: where none is stated, and
   * where what is stated is not there.
   */
  itemsWithoutGoal(file: ProjectFile): readonly Item[] {
    this.#readItems();
    return this.#itemsWithoutGoal.get(file) ?? [];
  }

  /** The items are many, and not asked for by whoever finds what serves a goal without them. */
  #readItems(): void {
    if (this.#areItemsRead) return;
    this.#areItemsRead = true;
    for (const file of this.plan.projects) this.#project(this.plan, file);
  }

  #project(plan: Plan, file: ProjectFile): void {
    for (const goal of projectLine(plan, file)?.goals ?? []) {
      setIn(this.#projects, goal).add(file);
      this.#serving.add(file);
    }
    const ways = new Map<InheritedItem, FeaturesByGoal>();
    for (const inherited of inheritedItems(plan, file)) {
      if (inherited.dropped) continue;
      const { item, line } = inherited;
      if (line?.source === 'own' || line?.source === 'feature')
        for (const goal of line.goals) listIn(this.#statedItems, goal).push(item);
      const above = inherited.parent && ways.get(inherited.parent);
      const own = this.#waysOf(plan, inherited, above);
      ways.set(inherited, own);
      if (own.size === 0) listIn(this.#itemsWithoutGoal, file).push(item);
      for (const [goal, feature] of own) this.#add(file, inherited, goal, feature, above);
    }
  }

  #add(
    file: ProjectFile,
    { item, parent }: InheritedItem,
    goal: Goal,
    feature: Feature | undefined,
    above: FeaturesByGoal | undefined,
  ): void {
    setIn(this.#projects, goal).add(file);
    this.#serving.add(file);
    const isStatedByProject = this.#stated.get(goal)?.has(file) === true;
    // What comes by another feature than its parent does hangs from that feature.
    const isBelow = parent && above?.has(goal) && (feature === undefined || above.get(goal) === feature);
    const carrier = isBelow ? parent.item : (feature ?? (isStatedByProject ? file : goal));
    const items = this.#items.get(goal) ?? new Map<Carrier, Item[]>();
    this.#items.set(goal, items);
    listIn(items, carrier).push(item);
  }

  #waysOf(plan: Plan, { item, line, features }: InheritedItem, above: FeaturesByGoal | undefined): FeaturesByGoal {
    // Most items say nothing of their own: they share what their parent has.
    if (above && !item.fields.goal && !item.fields.feature) return above;
    const active = features.filter(({ fields }) => fields.status?.value !== 'dropped');
    const serving = (goal: Goal): Feature | undefined =>
      active.find((feature) => featureLine(plan, feature)?.goals.includes(goal));
    return new Map((line?.goals ?? []).map((goal) => [goal, serving(goal)]));
  }
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key);
  if (known) return known;
  const made: V[] = [];
  map.set(key, made);
  return made;
}

function setIn<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<V>();
  map.set(key, made);
  return made;
}
