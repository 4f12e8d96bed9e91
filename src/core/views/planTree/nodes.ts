import { isOpenGoal } from '../../analysis/openWork';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { fileNameOf } from '../../plan/fileKind';
import type { PlanFile } from '../../plan/planFile';
import { known } from '../known';
import { textOf, titleOf } from '../naming';
import { branchEntry } from './branchEntry';
import type { Branch } from './branches';
import type { AddedKind, PlanNode } from './model';
import type { PlanTree } from './planTree';
import type { Position } from './section';
import { standingOf } from './standing';

/** A filtered tree with no more matches than this is open at first: what was looked for is seen at once. */
const fewMatches = 100;

/** A group of work without a goal with no more entries than this is open at first. */
const fewUnlinked = 8;

/** What is shown of a position. */
export function nodeOf(tree: PlanTree, position: Position): PlanNode {
  const { analysis } = tree;
  const { branch } = position;
  const { state, parts } = standingOf(analysis, branch);
  const said = [...parts, contextOf(tree, position), ...(branch.kind === 'unlinked' ? [groupText(position)] : [])];
  const detail = said.filter((part) => part !== undefined && part !== '').join(' · ');
  return known<PlanNode>({
    id: nodeId(tree, position),
    kind: branch.kind,
    title: titleOfBranch(branch) || 'Untitled',
    detail: detail === '' ? undefined : detail,
    state,
    entry: branchEntry(branch),
    reference: referenceOf(branch),
    children: childrenOf(tree, position),
    adds: addsOf(analysis, branch),
  });
}

/** The id of a position: of its plan, its section and itself. */
export function nodeId({ analysis }: PlanTree, { section, key }: Position): string {
  return [analysis.plan.root, section.key, key].join('\n');
}

/** What {@link nodeId} is made of; undefined for another text. */
export function partsOfId(
  id: string,
): { readonly root: string; readonly section: string; readonly key: string } | undefined {
  const [root, section, key, ...others] = id.split('\n');
  if (root === undefined || section === undefined || key === undefined || others.length > 0) return undefined;
  return { root, section, key };
}

function titleOfBranch(branch: Branch): string {
  switch (branch.kind) {
    case 'unlinked':
      return 'Without a goal';
    case 'product':
    case 'project':
      return fileTitle(branch.file);
    case 'unread':
      return fileNameOf(branch.file.uri);
    case 'goal':
      return titleOf(branch.goal);
    case 'feature':
      return titleOf(branch.feature);
    case 'item':
      return titleOf(branch.item);
  }
}

function referenceOf(branch: Branch): string | undefined {
  switch (branch.kind) {
    case 'unlinked':
    case 'unread':
      return undefined;
    case 'product':
    case 'project':
      return branch.file.id;
    case 'goal':
      return branch.goal.id;
    case 'feature':
      return branch.feature.id;
    case 'item':
      return branch.item.id;
  }
}

/** The name of the product or project, else the id of the file, else its name. */
function fileTitle({ root, id, uri }: PlanFile): string {
  const name =
    root?.kind === 'product' ? root.fields.product : root?.kind === 'project' ? root.fields.project : undefined;
  return textOf(name) ?? (id === '' ? fileNameOf(uri) : id);
}

/** Where a thing belongs that stands away from there. */
function contextOf(tree: PlanTree, position: Position): string | undefined {
  const { plan } = tree.analysis;
  const { branch } = position;
  if (branch.kind !== 'item' && branch.kind !== 'feature' && branch.kind !== 'goal') return undefined;
  const { uri } = branchEntry(branch) ?? {};
  const file = uri === undefined ? undefined : plan.files.get(uri);
  if (!file || (branch.kind !== 'item' && plan.roadmaps.length < 2)) return undefined;
  const above = tree.parent(position);
  return above && branchEntry(above.branch)?.uri === uri ? undefined : `in ${fileTitle(file)}`;
}

function groupText(position: Position): string {
  const { length } = position.section.children(position);
  return length === 1 ? '1 entry' : `${String(length)} entries`;
}

function childrenOf(tree: PlanTree, position: Position): PlanNode['children'] {
  if (!position.section.hasChildren(position)) return 'none';
  if (tree.isFiltered) return tree.matching <= fewMatches ? 'open' : 'closed';
  if (position.branch.kind === 'unlinked')
    return position.section.children(position).length <= fewUnlinked ? 'open' : 'closed';
  return position.branch.kind === 'product' ? 'open' : 'closed';
}

function addsOf({ plan }: PlanAnalysis, branch: Branch): readonly AddedKind[] {
  switch (branch.kind) {
    case 'product':
      return ['goal', 'feature'];
    case 'goal':
      return isOpenGoal(branch.goal) ? ['goal', 'feature', 'project'] : [];
    case 'feature':
      return plan.projects.length > 0 ? ['item'] : [];
    case 'project':
    case 'item':
      return ['item'];
    default:
      return [];
  }
}
