import { releaseOf } from '../analysis/inheritance';
import type { Feature } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import { entityAt } from './links/entityAt';
import { named } from './links/naming';
import { newItemFixes } from './links/newItem';
import { UnreadReferences } from './links/unreadReferences';
import { isHollow } from './links/written';
import { dueText, isDueWithin } from './releases/upcoming';
import { defineRule } from './rule';
import { BrokenText } from './structure/brokenText';

interface Data {
  readonly [key: string]: readonly string[];
  readonly path: readonly string[];
}

export default defineRule<Data, { days: number }>({
  id: 'feature-without-work',
  group: 'lineage',
  severity: 'info',
  texts: 'decide',
  options: {
    days: {
      type: 'integer',
      description: 'How many days before the date of its release a planned feature needs project work.',
      default: 30,
      minimum: 0,
    },
  },
  docs: {
    summary: 'A planned feature of a release within 30 days that no project item delivers.',
    why: 'A feature that is promised for next month, and that nobody works on, will not be there. Either the work was forgotten, or it is planned and does not say what it is for, or the feature belongs to a later release. In a plan where no feature is linked to project work nothing is reported: there the two are kept apart.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
features:
  one-click: { title: Pay in one click, goal: faster, release: autumn }
  receipts: { title: Receipts by mail, goal: faster, release: autumn }
releases:
  autumn: { title: Autumn release, date: 2026-10-09 }
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, feature: one-click }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
features:
  one-click: { title: Pay in one click, goal: faster, release: autumn }
  receipts: { title: Receipts by mail, goal: faster, release: autumn }
releases:
  autumn: { title: Autumn release, date: 2026-10-09 }
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, feature: one-click }
  mails: { title: Receipts by mail, feature: receipts }
`,
  },
  checkPlan({ plan, today, analysis, options: { days }, report }) {
    const features = plan.all('feature');
    const isDelivered = (feature: Feature): boolean => analysis.featureStatuses.fromItems(feature) !== undefined;
    if (!features.some(isDelivered)) return;
    let unread: UnreadReferences | undefined;
    for (const feature of features) {
      const release = releaseOf(plan, feature);
      const isPlanned = (feature.fields.status?.value ?? 'planned') === 'planned';
      if (!release || !isPlanned || isDelivered(feature) || !isDueWithin(release, days, today)) continue;
      unread ??= new UnreadReferences(plan, 'feature');
      if (unread.mayMean(feature) || isUnreadable(plan, feature)) continue;
      const message = `${named(feature)} is planned for ${named(release)}, ${dueText(release)}, and no project item delivers it: plan the work, or move it to a later release.`;
      const related = [{ at: release.key, message: `${named(release)} is ${dueText(release)}.` }];
      report({ at: feature.key, message, related, data: { path: feature.path } });
    }
  },
  fixes({ data: { path }, ...context }) {
    const feature = entityAt(context.file, 'feature', path);
    return feature ? newItemFixes(context, feature) : [];
  },
});

function isUnreadable(plan: Plan, feature: Feature): boolean {
  const file = plan.fileOf(feature);
  return !file || isHollow(file, feature) || new BrokenText(file.document).inEntry(feature.at);
}
