import { pickingReferences } from '../analysis/picking';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ReferenceSite } from '../plan/binding';
import type { AnyEntity } from '../plan/entity';
import type { Feature, Item } from '../plan/generated/entities';
import type { PlanFile } from '../plan/planFile';
import { named } from './links/naming';
import { offer } from './links/offer';
import { siteData, siteOf, type SiteData } from './links/sites';
import { isClosed, isOver } from './schedule/workState';
import { defineRule } from './rule';

export default defineRule<SiteData>({
  id: 'priority-inversion',
  group: 'priority-and-scope',
  severity: 'info',
  wholePlan: true,
  docs: {
    summary: 'A `must` that waits for a `could` or a `wont`.',
    why: 'When time runs short, what could be left out is left out, and takes with it everything that waits for it. Whatever a `must` needs is a `must` itself; if it is not, either the link is wrong or the `must` is.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  vault: { title: Vault for card numbers, priority: could }
  api: { title: Payment API, priority: must, depends_on: vault }
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
  vault: { title: Vault for card numbers, priority: must }
  api: { title: Payment API, priority: must, depends_on: vault }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, analysis, report }) {
    if (isClosed(file)) return;
    for (const { site, waiting, predecessor, priority } of inversionsIn(analysis, file)) {
      const rank = priority.value === 'wont' ? 'is not to be done this time' : 'is only a could';
      const message = `${named(waiting)} is a must and waits for ${named(predecessor)}, which ${rank}: raise ${named(predecessor)} to \`must\`, or wait for something else.`;
      const related = [{ at: priority.at, message: `${named(predecessor)} is a \`${priority.value}\`.` }];
      report({ at: site.at, message, related, data: siteData(site) });
    }
  },
  fixes({ data, file, analysis, edit }) {
    const site = siteOf(file, data);
    const inversion = site && inversionAt(analysis, file, site);
    if (!inversion) return [];
    const { uri, path } = inversion.predecessor;
    const change = edit.setScalar(uri, [...path, 'priority'], 'must');
    return offer(`Raise ${named(inversion.predecessor)} to \`must\``, change, { preferred: true });
  },
});

interface Inversion {
  readonly waiting: Item | Feature;
  readonly predecessor: Item | Feature;
  readonly priority: NonNullable<Item['fields']['priority']>;
}

interface KnownInversions {
  readonly facts: object;
  readonly inversions: readonly (Inversion & { readonly site: ReferenceSite })[];
}

/** The dependencies of what has to be done. */
const demanding = pickingReferences(
  ({ by, property }) => property === 'depends_on' && isPrioritised(by) && by.fields.priority?.value === 'must',
);

/** They hold for as long as only words are others: what is said of them has the words. */
const known = new WeakMap<PlanFile, KnownInversions>();

function inversionsIn(analysis: PlanAnalysis, file: PlanFile): KnownInversions['inversions'] {
  const before = known.get(file);
  if (before?.facts === analysis.facts) return before.inversions;
  const inversions = demanding(file).flatMap((site) => {
    const inversion = inversionAt(analysis, file, site);
    return inversion ? [{ site, ...inversion }] : [];
  });
  known.set(file, { facts: analysis.facts, inversions });
  return inversions;
}

/** What is wrong with a dependency by the priorities of its two ends; both have to be open and to state theirs. */
function inversionAt(
  { plan, featureStatuses }: PlanAnalysis,
  file: PlanFile,
  { by, property, reference }: ReferenceSite,
): Inversion | undefined {
  if (property !== 'depends_on' || !isPrioritised(by) || by.fields.priority?.value !== 'must') return undefined;
  const resolution = plan.resolve(reference, file);
  if (resolution.status !== 'found' || !isPrioritised(resolution.entity)) return undefined;
  const predecessor = resolution.entity;
  const { priority } = predecessor.fields;
  const home = plan.fileOf(predecessor);
  if (!home || isClosed(home) || (priority?.value !== 'could' && priority?.value !== 'wont')) return undefined;
  return isOpen(by, featureStatuses) && isOpen(predecessor, featureStatuses)
    ? { waiting: by, predecessor, priority }
    : undefined;
}

function isPrioritised(entity: AnyEntity): entity is Item | Feature {
  return entity.kind === 'item' || entity.kind === 'feature';
}

function isOpen(work: Item | Feature, statuses: PlanAnalysis['featureStatuses']): boolean {
  return work.kind === 'item' ? !isOver(work) : statuses.isOpen(work);
}
