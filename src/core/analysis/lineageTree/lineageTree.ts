import type { Feature, Goal, Item } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { ProjectFile } from '../../plan/planFile';
import { GoalTree } from './goalTree';
import { ServingWork, type Carrier } from './servingWork';

export interface GoalNode {
  readonly kind: 'goal';
  readonly goal: Goal;
  /** The goals that are parts of it, then features, projects, and items that name it where nothing else leads to it. */
  readonly children: readonly LineageNode[];
}

export interface FeatureNode {
  readonly kind: 'feature';
  readonly feature: Feature;
  /** The items by which it is delivered for this goal. */
  readonly children: readonly LineageNode[];
}

export interface ProjectNode {
  readonly kind: 'project';
  readonly file: ProjectFile;
  /** The items that serve the goal as parts of the project. */
  readonly children: readonly LineageNode[];
}

export interface ItemNode {
  readonly kind: 'item';
  readonly item: Item;
  /** The items in it that serve the goal as parts of it. */
  readonly children: readonly LineageNode[];
}

/** Something that serves a goal, with what serves the goal by way of it. */
export type LineageNode = GoalNode | FeatureNode | ProjectNode | ItemNode;

/** All that serves each goal of a plan, as a tree. Read once, asked often. Dropped goals, features and items are left out. */
export class LineageTree {
  readonly goals: GoalTree;
  /** What serves each goal directly. */
  readonly serving: ServingWork;
  readonly #trees = new Map<Goal, GoalNode>();

  constructor(plan: Plan) {
    this.goals = new GoalTree(plan);
    this.serving = new ServingWork(plan);
  }

  /**
   * The goals, features, projects and items that serve a goal. Each stands once in the tree, at the lowest thing that
   * leads there: an item with a feature below the feature, one that has its goal from its project below the project,
   * and what serves a part of the goal as well below the first such part. Children are in the order of the plan.
   */
  tree(goal: Goal): GoalNode {
    const known = this.#trees.get(goal);
    if (known) return known;
    const tree = new TreeOfGoal(this.goals, this.serving).of(goal);
    this.#trees.set(goal, tree);
    return tree;
  }

  /** The projects that serve a goal themselves, and after them those that serve it by way of a part of it. */
  projects(goal: Goal): readonly ProjectFile[] {
    return [...new Set([...this.goals.withParts(goal)].flatMap((each) => this.serving.projects(each)))];
  }

  /** Whether any feature, project or item serves a goal, directly or by way of a part of it. */
  isServed(goal: Goal): boolean {
    const goals = [...this.goals.withParts(goal)];
    return (
      goals.some((each) => this.serving.features(each).length > 0 || this.serving.statedProjects(each).length > 0) ||
      goals.some((each) => this.serving.projects(each).length > 0)
    );
  }
}

/** Makes the tree of one goal: what stands in it already is not taken again. */
class TreeOfGoal {
  readonly #taken = new Set<Carrier>();

  constructor(
    private readonly goals: GoalTree,
    private readonly work: ServingWork,
  ) {}

  of(root: Goal): GoalNode {
    const nodes = new Map<Goal, GoalNode>();
    for (const goal of this.goals.partsFirst(root)) {
      // A part without a node is the root again, at the end of a ring.
      const parts = this.goals.parts(goal).flatMap((part) => nodes.get(part) ?? []);
      nodes.set(goal, { kind: 'goal', goal, children: [...parts, ...this.#serving(goal)] });
    }
    return nodes.get(root) ?? { kind: 'goal', goal: root, children: [] };
  }

  #serving(goal: Goal): readonly LineageNode[] {
    const features = this.work.features(goal).flatMap((feature) => {
      const children = this.#items(goal, feature);
      return this.#take(feature) ? [{ kind: 'feature' as const, feature, children }] : children;
    });
    const projects = this.work.statedProjects(goal).flatMap((file) => {
      const children = this.#items(goal, file);
      return this.#take(file) ? [{ kind: 'project' as const, file, children }] : children;
    });
    return [...features, ...projects, ...this.#items(goal, goal)];
  }

  /** What is taken already gives its place to what of it is not. */
  #items(goal: Goal, carrier: Carrier): readonly LineageNode[] {
    return this.work.items(goal, carrier).flatMap((item): readonly LineageNode[] => {
      const isNew = this.#take(item);
      const children = this.#items(goal, item);
      return isNew ? [{ kind: 'item', item, children }] : children;
    });
  }

  #take(thing: Carrier): boolean {
    if (this.#taken.has(thing)) return false;
    this.#taken.add(thing);
    return true;
  }
}
