import type { GoalTree } from '../../analysis/lineageTree/goalTree';
import type { GoalNode, LineageNode } from '../../analysis/lineageTree/lineageTree';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Goal } from '../../plan/generated/entities';
import type { ProjectFile, RoadmapFile } from '../../plan/planFile';
import { unlinkedBranches } from './unlinkedBranches';

export interface ProductBranch {
  readonly kind: 'product';
  readonly file: RoadmapFile;
  /** Its goals that are parts of none of its others, then its features that need no goal. */
  readonly children: readonly LineageNode[];
}

/** The work that no goal asks for. */
export interface UnlinkedBranch {
  readonly kind: 'unlinked';
  readonly children: readonly LineageNode[];
}

/** A file that says nothing yet, or nothing that can be read. */
export interface UnreadBranch {
  readonly kind: 'unread';
  readonly file: RoadmapFile | ProjectFile;
  readonly children: readonly [];
}

export type TopBranch = UnlinkedBranch | ProductBranch | UnreadBranch;

/** A thing of the plan, with what stands below it. */
export type Branch = TopBranch | LineageNode;

/**
 * All products, goals, features, projects and items of a plan, but for what was dropped: the work without a goal, the
 * products, and the files that cannot be read.
 */
export function planBranches(analysis: PlanAnalysis): readonly TopBranch[] {
  const { plan } = analysis;
  const { group, ofProducts } = unlinkedBranches(analysis);
  const unlinked: readonly TopBranch[] = group.length > 0 ? [{ kind: 'unlinked', children: group }] : [];
  const products = plan.roadmaps.map((file): ProductBranch => ({
    kind: 'product',
    file,
    children: [...goalBranches(analysis, file), ...(ofProducts.get(file.uri) ?? [])],
  }));
  const unread = [...plan.files.values()].flatMap((file): readonly UnreadBranch[] =>
    file.kind === 'settings' || file.root ? [] : [{ kind: 'unread', file, children: [] }],
  );
  return [...unlinked, ...products, ...unread];
}

/** The trees of a roadmap's goals, without those of goals that were dropped and that nothing serves. */
export function goalBranches({ lineageTree }: PlanAnalysis, { root }: RoadmapFile): readonly GoalNode[] {
  return topGoals(lineageTree.goals, root?.fields.goals?.value ?? []).flatMap((goal) => {
    const tree = lineageTree.tree(goal);
    return goal.fields.status?.value === 'dropped' && tree.children.length === 0 ? [] : [tree];
  });
}

/** Of some goals those that are parts of none of the others; of a ring the first. */
function topGoals(tree: GoalTree, goals: readonly Goal[]): readonly Goal[] {
  const own = new Set(goals);
  const isTop = (goal: Goal): boolean => {
    const parent = tree.parent(goal);
    return parent === undefined || !own.has(parent);
  };
  const tops = new Set(goals.filter(isTop));
  const reached = new Set([...tops].flatMap((goal) => [...tree.withParts(goal)]));
  for (const goal of goals) {
    if (reached.has(goal)) continue;
    tops.add(goal);
    for (const part of tree.withParts(goal)) reached.add(part);
  }
  return goals.filter((goal) => tops.has(goal));
}
