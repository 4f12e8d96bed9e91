import { Temporal } from 'temporal-polyfill';
import { calendarOf } from '../analysis/calendar';
import { childItems } from '../analysis/lineage';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Item } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { formatDate } from '../plan/scalars';
import { counted, named } from './links/naming';
import { offer } from './links/offer';
import { itemsWithStart } from './schedule/chosenItems';
import { isAhead, predecessorsOf } from './schedule/predecessors';
import { isClosed, isOver } from './schedule/workState';
import { defineRule } from './rule';

interface Data {
  readonly [key: string]: readonly string[];
  readonly path: readonly string[];
}

export default defineRule<Data, { readonly days: number }>({
  id: 'not-started',
  group: 'schedule',
  severity: 'info',
  wholePlan: true,
  docs: {
    summary: 'An item whose planned start has passed some days ago, and that has not been started.',
    why: 'A start that passes in silence is the earliest sign of a delay, long before an end is missed. Often the work has begun and nobody wrote it down; then say so, and the plan is right again. Nothing is said while the item has to wait for something else, or once its end has passed too, which is reported as overdue.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, start: 2026-09-01, estimate: 6w }
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
  api: { title: Payment API, start: 2026-09-01, estimate: 6w, status: in-progress }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  options: {
    days: {
      type: 'integer',
      description: 'How many working days an item may lie behind its planned start before it is reported.',
      default: 5,
      minimum: 0,
    },
  },
  checkFile({ file, analysis, options, report }) {
    // While a project is paused nothing is expected to begin.
    if (file.kind !== 'project' || isClosed(file) || file.root?.fields.health?.value === 'paused') return;
    const calendar = calendarOf(analysis.plan, file, analysis.publicHolidays);
    const yesterday = analysis.today.subtract({ days: 1 });
    for (const item of itemsWithStart(file)) {
      const { start } = item.fields;
      const since = start && !hasSpoken(item, analysis.today) && canStartSince(analysis, file, item, start.value);
      if (!since) continue;
      const passed = calendar.workdays(since, yesterday);
      if (passed <= options.days) continue;
      const days = counted(passed, 'working day');
      const delay = since.equals(start.value) ? `${days} ago` : `and nothing has held it up for ${days}`;
      const message = `${named(item)} was to start on ${formatDate(start.value)}, ${delay}, but nobody says that it has: set it in progress, or move its start.`;
      report({ at: start.at, message, data: { path: item.path } });
    }
  },
  fixes({ data: { path }, file, edit }) {
    return offer('Set `status: in-progress`', edit.setProperty(file.uri, path, 'status', 'in-progress'));
  },
});

/** Whether an item says how far it is, or is one that other rules speak of: it has children, or its end has passed. */
function hasSpoken(item: Item, today: Temporal.PlainDate): boolean {
  const { status, started, progress, end, deadline } = item.fields;
  if (childItems(item).length > 0 || isOver(item) || started || (progress?.value ?? 0) > 0) return true;
  const isPast = [end, deadline].some((limit) => limit && Temporal.PlainDate.compare(limit.value, today) < 0);
  return isPast || (status?.value ?? 'todo') !== 'todo';
}

/** Since when nothing has held an item up; undefined where something still does. */
function canStartSince(
  analysis: PlanAnalysis,
  file: ProjectFile,
  item: Item,
  start: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const predecessors = predecessorsOf(analysis.plan, file, item).map(({ work }) => work);
  if (predecessors.some((work) => isAhead(work, analysis))) return undefined;
  const days = predecessors
    .map((work) => (work.kind === 'item' ? work.fields.finished : work.fields.reached)?.value)
    .map((done) => done?.add({ days: 1 }));
  return [item.fields.not_before?.value, ...days].reduce<Temporal.PlainDate>(
    (latest, day) => (day && Temporal.PlainDate.compare(day, latest) > 0 ? day : latest),
    start,
  );
}
