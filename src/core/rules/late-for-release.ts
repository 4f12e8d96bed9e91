import { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { feasibleDays } from '../analysis/schedule/shownDates';
import type { PlanEdit } from '../edit/editor';
import type { Release } from '../plan/generated/entities';
import { formatPeriod } from '../plan/scalars';
import { listed, named } from './links/naming';
import { offer } from './links/offer';
import { referenceText } from '../plan/referenceText';
import { defineRule, type Fix, type FixContext } from './rule';
import { findingLateness, latenessOf, type LateFor } from './schedule/lateness';
import { lateReport } from './schedule/lateWords';
import { releaseSite, type ReleaseSite } from './schedule/promiseSites';

/** The release, by its file and its path. */
interface Data {
  readonly [key: string]: string;
  readonly uri: string;
  readonly release: string;
}

export default defineRule<Data>({
  id: 'late-for-release',
  group: 'schedule',
  severity: 'warning',
  wholePlan: true,
  follows: findingLateness,
  docs: {
    summary: 'Project work that will finish after the date of the release that it is for.',
    why: 'A release is a promise to customers, made in the roadmap; whether it is kept is decided in the projects. Where the two have drifted apart, either the feature goes out with the next release, or something has to give, and both take time to arrange. It is said once for each project and release, with the work that finishes last and the chain that drives it. What misses its own deadline is not counted again, nor is a release that is overdue itself, nor a project that would be in time if it met its own end.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
features:
  one-click: { title: Pay in one click, goal: faster, release: autumn }
releases:
  autumn: { title: Autumn release, date: 2026-10-02 }
  winter: { title: Winter release, date: 2026-12 }
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
items:
  contract: { title: Contract, feature: one-click, estimate: 8d }
  api: { title: Payment API, feature: one-click, estimate: 6d, depends_on: contract }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
features:
  one-click: { title: Pay in one click, goal: faster, release: winter }
releases:
  autumn: { title: Autumn release, date: 2026-10-02 }
  winter: { title: Winter release, date: 2026-12 }
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
items:
  contract: { title: Contract, feature: one-click, estimate: 8d }
  api: { title: Payment API, feature: one-click, estimate: 6d, depends_on: contract }
`,
  },
  *checkFile({ file, analysis, report }) {
    for (const late of (yield* findingLateness(analysis, file)).releases)
      report({ ...lateReport(late, analysis), data: { uri: late.whole.uri, release: late.whole.id } });
  },
  fixes({ data, ...context }) {
    const late = latenessOf(context.analysis, context.file).releases.find(
      ({ whole }) => whole.id === data.release && whole.uri === data.uri,
    );
    return late ? moves(late, context) : [];
  },
});

/** Moves what names the release to the next one by which all of the work is finished. */
function moves(late: LateFor<Release>, { plan, file, analysis, edit }: Omit<FixContext, 'data'>): readonly Fix[] {
  const next = nextRelease(late, analysis);
  const sites = late.works.flatMap((work) => releaseSite(plan, file, work, late.whole) ?? []);
  const things = [...new Set(sites.map(({ by }) => by))];
  // A milestone stands for its release, and there is no other one that it could stand for.
  if (!next || things.some(({ kind }) => kind === 'milestone')) return [];
  const edits = things.map((by) => moved(by, next, { plan, edit }));
  const title = `Move ${listed(things.map(named))} to ${named(next)}${dateText(next)}`;
  return offer(title, edits.length === 1 ? edits[0] : edit.combine(...edits), { preferred: true });
}

function moved(
  by: ReleaseSite['by'],
  next: Release,
  { plan, edit }: Pick<FixContext, 'plan' | 'edit'>,
): PlanEdit | undefined {
  const file = plan.fileOf(by);
  const reference = file && referenceText(plan, next, 'release', file);
  return reference === undefined ? undefined : edit.setProperty(by.uri, by.path, 'release', reference);
}

/** The first release of the same roadmap that is still to come and whose day is not before the last work is finished. */
function nextRelease({ whole, works }: LateFor<Release>, { plan, schedule }: PlanAnalysis): Release | undefined {
  const scheduled = schedule.of(works[0]);
  const finish = scheduled && feasibleDays(scheduled)?.last;
  if (!finish) return undefined;
  const later = plan.all('release').filter(({ uri, fields: { date, status } }) => {
    const isOpen = status?.value !== 'released' && status?.value !== 'cancelled';
    return uri === whole.uri && isOpen && date && Temporal.PlainDate.compare(date.value.last, finish) >= 0;
  });
  return later.sort((one, other) => dayOrder(one, other))[0];
}

function dayOrder({ fields: { date: one } }: Release, { fields: { date: other } }: Release): number {
  return one && other ? Temporal.PlainDate.compare(one.value.last, other.value.last) : 0;
}

function dateText({ fields: { date } }: Release): string {
  return date ? ` (${formatPeriod(date.value)})` : '';
}
