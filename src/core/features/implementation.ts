import type { LocationLink } from 'vscode-languageserver-types';
import type { LineageNode } from '../analysis/lineageTree/lineageTree';
import { isDropped } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { AnyEntity } from '../plan/entity';
import type { Feature, Goal, Item, Release } from '../plan/generated/entities';
import { linkTo } from './names/entityRanges';
import { nameAt } from './names/nameAt';
import type { PlanState } from './planState';
import { referrersOf } from './referrers';

/**
 * The work for what is named at an absolute offset, dropped work left out. For a goal: the features, projects and items
 * that serve it or a part of it, an item within a listed one left out. For a feature: the items that deliver it. For a
 * release: the features, items and milestones that name it. For a program: its projects.
 *
 * @returns undefined where none of these is named
 */
export function implementation(
  { plan, analysis }: PlanState,
  uri: string,
  offset: number,
): readonly LocationLink[] | undefined {
  const file = plan.files.get(uri);
  const name = file && nameAt(plan, file, offset);
  const origin = name && file.document.source.rangeOf(name.at);
  if (!origin || name.subject?.kind !== 'defined') return undefined;
  const named = name.subject.entities.filter(({ kind }) => Object.hasOwn(workFor, kind));
  if (named.length === 0) return undefined;
  const work = new Set(named.flatMap((entity) => workFor[entity.kind]?.(analysis, entity) ?? []));
  return [...work].flatMap((entity) => linkTo(plan, entity, origin));
}

/** What is done for an entity, by its kind. */
const workFor: Readonly<Record<string, (analysis: PlanAnalysis, entity: AnyEntity) => readonly AnyEntity[]>> = {
  goal: ({ lineageTree }, goal) => served(lineageTree.tree(goal as Goal).children),
  feature: ({ featureStatuses }, feature) => featureStatuses.delivering(feature as Feature).map(({ item }) => item),
  release: ({ plan }, release) => named(plan, release as Release, 'release').filter((work) => !isLeftOut(work)),
  program: ({ plan }, program) => named(plan, program, 'program'),
};

/** What the nodes of a tree stand for, in its order; what an item holds is a part of it. */
function served(nodes: readonly LineageNode[]): readonly AnyEntity[] {
  const work: AnyEntity[] = [];
  // A stack of its own: a chain of goals may be longer than the call stack.
  const left = [...nodes].reverse();
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.kind === 'feature') work.push(node.feature);
    else if (node.kind === 'item') work.push(node.item);
    else if (node.kind === 'project' && node.file.root) work.push(node.file.root);
    if (node.kind !== 'item') left.push(...[...node.children].reverse());
  }
  return work;
}

function named(plan: PlanAnalysis['plan'], entity: AnyEntity, property: string): readonly AnyEntity[] {
  return referrersOf(plan, entity).flatMap(({ site }) => (site.property === property ? [site.by] : []));
}

function isLeftOut(work: AnyEntity): boolean {
  if (work.kind === 'item') return isDropped(work as Item);
  return work.kind === 'feature' && (work as Feature).fields.status?.value === 'dropped';
}
