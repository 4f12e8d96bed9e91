import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { EntryPath } from '../../plan/entryPath';
import { fileNameOf } from '../../plan/fileKind';
import type { PlanFilter, PlanNode } from './model';
import { nodeOf, partsOfId } from './nodes';
import { PlanTree } from './planTree';
import type { Position } from './section';

/** Several plans are open at first, many are not. */
const fewPlans = 3;

/** Trees by the analysis, which is another one for each version of a plan, and by the filter that was last asked for. */
const made = new WeakMap<PlanAnalysis, { readonly filter: string; readonly tree: PlanTree }>();

/**
 * The nodes below a node of the tree, in their order.
 *
 * @param analyses of all plans; where more than one holds anything, the plans stand at the top
 * @param id undefined for the top
 * @returns undefined where the node is not shown any more
 */
export function planTreeLevel(
  analyses: readonly PlanAnalysis[],
  filter: PlanFilter,
  id?: string,
): readonly PlanNode[] | undefined {
  const trees = treesOf(analyses, filter);
  const [only] = trees;
  if (id === undefined) {
    if (trees.length > 1) return trees.map((tree) => planNode(tree, trees.length));
    return only ? nodesOf(only, only.roots) : [];
  }
  const plan = trees.length > 1 ? trees.find(({ analysis }) => analysis.plan.root === id) : undefined;
  if (plan) return nodesOf(plan, plan.roots);
  const parts = partsOfId(id);
  const tree = parts && trees.find(({ analysis }) => analysis.plan.root === parts.root);
  const position = tree?.find(parts?.section ?? '', parts?.key ?? '');
  return tree && position && nodesOf(tree, position.section.children(position));
}

/**
 * The nodes that lead from the top to an entry, or to the innermost thing of the tree that holds it; the last is that.
 * Empty where the tree has nothing there.
 *
 * @param analysis of the plan that the entry is in, one of `analyses`
 */
export function planTreeWay(
  analyses: readonly PlanAnalysis[],
  filter: PlanFilter,
  analysis: PlanAnalysis,
  entry: EntryPath,
): readonly PlanNode[] {
  const trees = treesOf(analyses, filter);
  const tree = trees.find((each) => each.analysis === analysis);
  const way: Position[] = [];
  for (let at = tree?.positionOf(entry); at; at = tree?.parent(at)) way.unshift(at);
  if (!tree || way.length === 0) return [];
  const above = trees.length > 1 ? [planNode(tree, trees.length)] : [];
  return [...above, ...nodesOf(tree, way)];
}

function nodesOf(tree: PlanTree, positions: readonly Position[]): readonly PlanNode[] {
  return positions.map((position) => nodeOf(tree, position));
}

function planNode({ analysis: { plan }, roots, isFiltered }: PlanTree, count: number): PlanNode {
  const children = roots.length === 0 ? 'none' : count <= fewPlans || isFiltered ? 'open' : 'closed';
  return {
    id: plan.root,
    kind: 'plan',
    title: fileNameOf(plan.root),
    entry: { uri: plan.root, path: [] },
    children,
    adds: [],
  };
}

/** The trees of the plans that hold more than settings, by the order of their folders; of these, what is shown. */
function treesOf(analyses: readonly PlanAnalysis[], filter: PlanFilter): readonly PlanTree[] {
  const trees = analyses
    .filter(({ plan }) => [...plan.files.values()].some(({ kind }) => kind !== 'settings'))
    .map((analysis) => treeOf(analysis, filter))
    .sort((one, other) => (one.analysis.plan.root < other.analysis.plan.root ? -1 : 1));
  return trees.length > 1 ? trees.filter(({ isFiltered, roots }) => !isFiltered || roots.length > 0) : trees;
}

function treeOf(analysis: PlanAnalysis, filter: PlanFilter): PlanTree {
  const key = JSON.stringify([filter.mine, filter.critical, filter.overdue, filter.unowned]);
  const known = made.get(analysis);
  if (known?.filter === key) return known.tree;
  const tree = new PlanTree(analysis, filter);
  made.set(analysis, { filter: key, tree });
  return tree;
}
