import { Temporal } from 'temporal-polyfill';
import { isAtRest } from '../analysis/pastPromises';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ShownDates } from '../analysis/schedule/shownDates';
import type { Item } from '../plan/generated/entities';
import type { Work } from '../plan/plan';
import type { PlanFile, ProjectFile } from '../plan/planFile';
import { formatDate } from '../plan/scalars';
import { named } from './links/naming';
import { defineRule, type Report } from './rule';
import { behind, type Behind } from './schedule/behind';
import { itemsWithStart } from './schedule/chosenItems';
import { earlyStart } from './schedule/earlyStart';
import { mayBeOver } from './schedule/overdue';
import { predecessorsOf, type Predecessor } from './schedule/predecessors';
import { isOver, isUnderWay } from './schedule/workState';

interface Options {
  readonly days: number;
}

export default defineRule<null, Options>({
  id: 'late-predecessor',
  group: 'schedule',
  severity: 'info',
  wholePlan: true,
  options: {
    days: {
      type: 'integer',
      description: 'How many days ahead of a stated start it is looked at what the work waits for.',
      default: 14,
      minimum: 0,
    },
  },
  docs: {
    summary: 'Work that is to start soon and waits for work of another project that is behind.',
    why: 'Nobody reads the other project’s file every day. When what you wait for slips there, you want to hear of it before your people stand ready. Behind means that its end, deadline or date is past, or that it will finish later than it was planned. Where the start has become impossible already, `starts-before-dependency` says so.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# bank.project.yaml
project: Bank contract
manager: Carol Diaz
goal: faster
items:
  draft: { title: Draft the contract, status: in-progress, start: 2026-09-07, estimate: 6d, progress: 50% }
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, estimate: 6d, start: 2026-09-28, depends_on: bank/draft }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# bank.project.yaml
project: Bank contract
manager: Carol Diaz
goal: faster
items:
  draft: { title: Draft the contract, status: done, start: 2026-09-07, estimate: 6d }
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, estimate: 6d, start: 2026-09-28, depends_on: bank/draft }
`,
  },
  checkFile({ plan, file, analysis, options, report }) {
    if (file.kind !== 'project' || isAtRest(file)) return;
    const soon = { first: analysis.today, last: analysis.today.add({ days: options.days }) };
    for (const item of itemsWithStart(file)) {
      if (!startsWithin(item, soon) || mayBeOver(file, item)) continue;
      const found = predecessorsOf(plan, file, item).flatMap((predecessor) => {
        const late = lateElsewhere(analysis, file, predecessor);
        return late ? [{ predecessor, ...late }] : [];
      });
      const [first] = found;
      if (first && !earlyStart(analysis, file, item)) report(reportOn(analysis, item, first));
    }
  },
});

interface Late {
  readonly predecessor: Predecessor;
  readonly home: PlanFile;
  readonly why: Behind;
}

/** Whether an item that has not begun states a start on one of some days. */
function startsWithin(item: Item, { first, last }: ShownDates): boolean {
  const start = item.fields.start?.value;
  if (!start || Temporal.PlainDate.compare(start, first) < 0 || Temporal.PlainDate.compare(start, last) > 0)
    return false;
  return !item.fields.started && !isOver(item) && !isUnderWay(item);
}

/** Why a predecessor in another file is behind; undefined where it is not, or its project is closed or paused. */
function lateElsewhere(
  analysis: PlanAnalysis,
  file: ProjectFile,
  { work }: Predecessor,
): Omit<Late, 'predecessor'> | undefined {
  const home = analysis.plan.fileOf(work);
  if (!home || home === file || isAtRest(home) || mayBeOver(home, work)) return undefined;
  const why = behind(analysis, work);
  return why && { home, why };
}

function reportOn({ plan }: PlanAnalysis, item: Item, { predecessor, home, why }: Late): Report<null> {
  const { work, at, through } = predecessor;
  const start = item.fields.start ? formatDate(item.fields.start.value) : '';
  const waits = through ? `which ${named(through)} waits for` : 'which it waits for';
  const manager = home.kind === 'project' ? home.root?.fields.manager?.value : undefined;
  const ask = manager ? `Talk to ${plan.people.name(manager.id)}` : 'Talk to them';
  const where = home.root ? ` of ${named(home.root)}` : '';
  const message = `${named(item)} starts on ${start}, but ${named(work)}${where}, ${waits}, is behind: it ${behindText(work, why)}. ${ask}.`;
  return { at, message, related: [{ at: work.key, message: `${named(work)} ${behindText(work, why)}.` }] };
}

function behindText(of: Work, why: Behind): string {
  if (why.kind === 'later') return `finishes on ${formatDate(why.finish)}, not on ${formatDate(why.planned)}`;
  const { work, promise } = why;
  const date = formatDate(promise.day);
  if (work !== of) return `waits for ${named(work)}, which was due on ${date}`;
  return promise.property === 'date' ? `was planned for ${date}` : `was to be finished by ${date}`;
}
