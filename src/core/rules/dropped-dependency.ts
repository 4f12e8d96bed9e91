import { itemsWhere } from '../analysis/entries';
import { parentItem } from '../analysis/lineage';
import { isDropped, isOpenMilestone, type FeatureStatuses } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ReferenceSite } from '../plan/binding';
import type { AnyEntity } from '../plan/entity';
import type { Feature, Item, Milestone } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import { named } from './links/naming';
import { offer } from './links/offer';
import { siteData, siteOf, type SiteData } from './links/sites';
import { pathOfValue } from './links/written';
import { isClosed, isOver } from './schedule/workState';
import { defineRule, type Related } from './rule';

export default defineRule<SiteData>({
  id: 'dropped-dependency',
  group: 'references',
  severity: 'info',
  wholePlan: true,
  docs: {
    summary: 'Open work that waits for work which was dropped.',
    why: 'What was dropped holds nobody up, so the dates are right. But somebody once wrote that the one cannot begin without the other, and now it comes from nowhere: either it is not needed after all, and the link can go, or something else has to deliver it.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  contract: { title: Contract with the card company, status: dropped }
  api: { title: Payment API, depends_on: contract }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
    good: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  contract: { title: Contract with the card company, status: dropped }
  agency: Contract with an agency for all cards
  api: { title: Payment API, depends_on: agency }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ plan, file, analysis, report }) {
    if (isClosed(file)) return;
    const ids = droppedIds(analysis);
    if (ids.size === 0) return;
    for (const site of file.references) {
      const dropped = ids.has(site.reference.id) ? droppedBehind(plan, file, site) : undefined;
      if (!dropped || !isOpen(site.by, analysis.featureStatuses)) continue;
      const { with: above, work } = dropped;
      const how = above === work ? 'was dropped' : `was dropped with ${named(above)}`;
      const message = `${named(site.by)} waits for ${named(work)}, which ${how}: remove the link, or name what is done in its place.`;
      report({ at: site.at, message, related: relatedTo(above), data: siteData(site) });
    }
  },
  fixes({ data, plan, file, edit }) {
    const site = siteOf(file, data);
    const dropped = site && droppedBehind(plan, file, site);
    const path = pathOfValue(file, data.path, data.property, data.text);
    if (!dropped || !path) return [];
    return offer(`Remove the link to ${named(dropped.work)}`, edit.remove(file.uri, path), { preferred: true });
  },
});

/** By what the analysis follows from: another one for each version of a plan that differs in more than words. */
const known = new WeakMap<object, ReadonlySet<string>>();

const droppedItems = itemsWhere(isDropped);

/** The ids of all that was dropped: most plans have little of that, and many references. */
function droppedIds({ plan, facts }: PlanAnalysis): ReadonlySet<string> {
  const found = known.get(facts) ?? idsOfDropped(plan);
  known.set(facts, found);
  return found;
}

function idsOfDropped(plan: Plan): ReadonlySet<string> {
  const features = plan.all('feature').filter((feature) => isStated(feature, 'dropped'));
  return new Set([...plan.projects.flatMap(droppedItems), ...features].map(({ id }) => id));
}

/** What a dependency waits for, where that was dropped, and what it was dropped with: itself, or an item above it. */
interface Dropped {
  readonly work: AnyEntity;
  readonly with: AnyEntity;
}

function droppedBehind(plan: Plan, file: PlanFile, { reference, property }: ReferenceSite): Dropped | undefined {
  if (property !== 'depends_on') return undefined;
  const resolution = plan.resolve(reference, file);
  if (resolution.status !== 'found') return undefined;
  const { entity } = resolution;
  if (entity.kind === 'feature') return isStated(entity, 'dropped') ? { work: entity, with: entity } : undefined;
  // What was done before the whole was dropped is there.
  if (entity.kind !== 'item' || !isDropped(entity as Item) || isStated(entity, 'done')) return undefined;
  let above: Item | undefined = entity as Item;
  while (above && !isStated(above, 'dropped')) above = parentItem(above);
  return above && { work: entity, with: above };
}

function isStated(entity: AnyEntity, status: 'done' | 'dropped'): boolean {
  return (entity as Item | Feature).fields.status?.value === status;
}

function isOpen(entity: AnyEntity, statuses: FeatureStatuses): boolean {
  if (entity.kind === 'item') return !isOver(entity as Item);
  if (entity.kind === 'milestone') return isOpenMilestone(entity as Milestone);
  return entity.kind === 'feature' && statuses.isOpen(entity as Feature);
}

function relatedTo(dropped: AnyEntity): readonly Related[] {
  const status = (dropped as Item | Feature).fields.status;
  return status ? [{ at: status.at, message: `${named(dropped)} was dropped.` }] : [];
}
