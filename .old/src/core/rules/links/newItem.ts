import { deliveringItems } from '../../analysis/delivery';
import { releaseOf } from '../../analysis/inheritance';
import { featureLine } from '../../analysis/lineage';
import type { Feature } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import type { Fix, FixContext } from '../rule';
import { freeId } from './freeId';
import { named, titleOf } from './naming';
import { offer } from './offer';
import { referenceText } from './referenceText';

/** In how many projects an item is offered. */
const limit = 3;

type Context = Pick<FixContext, 'plan' | 'analysis' | 'edit'>;

/** An item that delivers a feature, in each of the projects that most likely take it. */
export function newItemFixes(context: Context, feature: Feature): readonly Fix[] {
  return likelyProjects(context, feature).flatMap((project) => itemFix(context, feature, project));
}

/** The projects that may take the work: those that deliver for the same release, then those for the same goals. */
function likelyProjects({ plan, analysis }: Context, feature: Feature): readonly ProjectFile[] {
  const release = releaseOf(plan, feature);
  const forRelease = [...deliveringItems(plan)].flatMap(([other, items]) =>
    release && releaseOf(plan, other) === release ? items.map(({ file }) => file) : [],
  );
  const goals = featureLine(plan, feature)?.goals ?? [];
  const forGoals = goals.flatMap((goal) => analysis.lineageTree.projects(goal));
  const all = new Set([...forRelease, ...forGoals, ...plan.projects]);
  return [...all].filter(isUnderWay).slice(0, limit);
}

function isUnderWay({ root }: ProjectFile): boolean {
  const phase = root?.fields.phase?.value;
  return phase !== 'closure' && phase !== 'closed';
}

function itemFix({ plan, edit }: Context, feature: Feature, project: ProjectFile): readonly Fix[] {
  const reference = referenceText(plan, feature, 'feature', project);
  if (!project.root || reference === undefined) return [];
  const id = freeId(feature.id, plan.work(project).keys());
  const item = { title: titleOf(feature) ?? feature.id, feature: reference };
  return offer(`Add an item for it to ${named(project.root)}`, edit.addEntry(project.uri, ['items'], id, item));
}
