import { sizeScale, statedEffort } from '../analysis/effort';
import { itemsOf } from '../analysis/entries';
import { isAtRest } from '../analysis/pastPromises';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { median } from '../analysis/progress';
import type { Item, Milestone } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { formatDate, formatDuration, writeDuration, type Duration } from '../plan/scalars';
import { named } from './links/naming';
import { offer } from './links/offer';
import { defineRule, type Report } from './rule';
import { openLeafItems } from './schedule/chosenItems';
import { awaitedUnscheduled, isUnscheduled, maySaySize, unscheduledItems } from './schedule/unscheduled';

interface Data {
  readonly [key: string]: readonly string[];
  readonly path: readonly string[];
}

export default defineRule<Data>({
  id: 'unschedulable',
  group: 'schedule',
  severity: 'hint',
  wholePlan: true,
  docs: {
    summary: 'Work that nobody can schedule, and that something with a date waits for.',
    why: 'Without an estimate, a duration or dates nobody knows how long the work takes, so nobody can say whether the date of what waits for it holds. A rough estimate is enough, and a size such as `M` will do. A project most of whose open items have none does not plan by estimates, and is left alone.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  contract: Contract with the bank
  api: { title: Payment API, start: 2026-10-05, end: 2026-10-16, depends_on: contract }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  contract: { title: Contract with the bank, estimate: 4d }
  api: { title: Payment API, start: 2026-10-05, end: 2026-10-16, depends_on: contract }
`,
  },
  checkFile({ file, analysis, report }) {
    if (file.kind !== 'project' || isAtRest(file)) return;
    const awaited = awaitedUnscheduled(analysis);
    const found = unscheduledItems(file).flatMap((item) => {
      const waiting = awaited.get(item);
      return waiting && !maySaySize(file, item) ? [reportOn(item, waiting)] : [];
    });
    if (found.length > 0 && plansByEstimates(file)) found.forEach(report);
  },
  fixes({ data: { path }, file, analysis, edit }) {
    if (file.kind !== 'project') return [];
    const item = itemsOf(file).find((each) => each.path.join('\0') === path.join('\0'));
    if (!item || !isUnscheduled(item)) return [];
    const usual = usualEstimate(file, analysis);
    const title = `Estimate ${named(item)} at ${formatDuration(usual)}, ${usual === aDay ? 'to begin with' : 'as is usual here'}`;
    return offer(title, edit.setProperty(file.uri, path, 'estimate', writeDuration(usual)), { preferred: true });
  },
});

function reportOn(item: Item, waiting: Item | Milestone): Report<Data> {
  const message = `${named(item)} has neither an estimate, a duration nor dates, so nobody can say whether ${named(waiting)}, which waits for it, ${whenText(waiting)}: estimate it.`;
  const related = [{ at: waiting.key, message: `${named(waiting)} waits for it.` }];
  return { at: item.key, message, related, data: { path: item.path } };
}

function whenText(work: Item | Milestone): string {
  if (work.kind === 'milestone')
    return `can be reached on ${work.fields.date ? formatDate(work.fields.date.value) : 'its date'}`;
  const { start, end } = work.fields;
  if (start) return `can start on ${formatDate(start.value)}`;
  return `can end on ${end ? formatDate(end.value) : 'its date'}`;
}

/** Whether at least half of the open items without children can be scheduled. */
function plansByEstimates(file: ProjectFile): boolean {
  return unscheduledItems(file).length * 2 <= openLeafItems(file).length;
}

const aDay: Duration = { amount: 1, unit: 'd', elapsed: false };

/** The median of what the items of a project state, in half days; one day where none states any. */
function usualEstimate(file: ProjectFile, analysis: PlanAnalysis): Duration {
  const { calendar } = analysis.progress(file);
  const scale = sizeScale(file);
  const efforts = itemsOf(file).flatMap((item) => statedEffort(item, scale, calendar) ?? []);
  const minutes = median(efforts.filter((effort) => effort > 0));
  if (minutes === undefined) return aDay;
  return { ...aDay, amount: Math.max(1, Math.round((2 * minutes) / calendar.minutesPerDay)) / 2 };
}
