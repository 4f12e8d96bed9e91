import { endOf, finishDate, startOf } from '../analysis/calendar';
import { isAtRest } from '../analysis/pastPromises';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { PlanEdit } from '../edit/editor';
import type { Item } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { formatDate, writeDate } from '../plan/scalars';
import { daysText } from '../plan/texts';
import { named } from './links/naming';
import { offer } from './links/offer';
import { defineRule, type Fix, type FixContext, type Report } from './rule';
import { chainRelated, chainSentence, chainTo } from './schedule/chainWords';
import { itemsWithStart } from './schedule/chosenItems';
import { holdText } from './schedule/dependencyWords';
import { earlyStart, type EarlyStart } from './schedule/earlyStart';

interface Data {
  readonly [key: string]: readonly string[];
  readonly path: readonly string[];
}

export default defineRule<Data>({
  id: 'starts-before-dependency',
  group: 'schedule',
  severity: 'warning',
  wholePlan: true,
  docs: {
    summary: 'A stated start that is earlier than what the work waits for allows.',
    why: 'A start that is written down stands, whatever the dependency says, so the plan looks as if both could be kept. They cannot: the work will begin later than people expect, or begin without what it needs. Work that has begun is left alone, and so is a start that nobody has written down, which simply moves.',
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
  spike: { title: Spike, estimate: 8d }
  api: { title: Payment API, estimate: 6d, start: 2026-09-21, depends_on: spike }
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
  spike: { title: Spike, estimate: 8d }
  api: { title: Payment API, estimate: 6d, start: 2026-09-28, depends_on: spike }
`,
  },
  *checkFile({ file, analysis, report }) {
    if (file.kind !== 'project' || isAtRest(file)) return;
    const items = itemsWithStart(file);
    if (items.length > 0) yield* analysis.preparing('schedule');
    for (const item of items) {
      const found = earlyStart(analysis, file, item);
      if (found) report(reportOn(analysis, file, found));
    }
  },
  fixes({ data: { path }, file, analysis, edit }) {
    if (file.kind !== 'project') return [];
    const key = path.join('\0');
    const item = file.definitions.find(({ kind, path: own }) => kind === 'item' && own.join('\0') === key);
    const found = item && earlyStart(analysis, file, item as Item);
    return found ? moves(found, file, analysis, edit) : [];
  },
});

function reportOn(analysis: PlanAnalysis, file: ProjectFile, found: EarlyStart): Report<Data> {
  const { item, start, allowed, driver } = found;
  const chain = driver.work ? chainTo(analysis, driver.work) : [];
  const drives = chain.length > 1 ? chainSentence(chain) : '';
  const message = `${named(item)} starts on ${formatDate(start.value)}, but ${holdText(analysis, file, found)}: start on ${formatDate(allowed)} or later.${drives}`;
  return { at: start.at, message, related: chainRelated(chain), data: { path: item.path } };
}

/** The start alone as long as it stays before the end; with the end, as many working days are between them as before. */
function moves(found: EarlyStart, file: ProjectFile, analysis: PlanAnalysis, edit: FixContext['edit']): readonly Fix[] {
  const { item, allowed } = found;
  const { end } = item.fields;
  const setTo = (property: string, day: EarlyStart['allowed']): PlanEdit | undefined =>
    edit.setScalar(file.uri, [...item.path, property], writeDate(day));
  const start = setTo('start', allowed);
  if (!end) return offer(`Move the start to ${formatDate(allowed)}`, start, { preferred: true });
  const last = endAfterMove(found, analysis);
  const both = last
    ? offer(`Move ${named(item)} to ${daysText({ first: allowed, last })}`, edit.combine(start, setTo('end', last)), {
        preferred: true,
      })
    : [];
  const isShorter = writeDate(allowed) <= writeDate(end.value);
  return [...both, ...(isShorter ? offer(`Move the start to ${formatDate(allowed)}`, start) : [])];
}

function endAfterMove(
  { item, start, allowed }: EarlyStart,
  { schedule }: PlanAnalysis,
): EarlyStart['allowed'] | undefined {
  const calendar = schedule.of(item)?.calendar;
  const [from, until] = [startOf(start.value), item.fields.end && endOf(item.fields.end.value)];
  const first = startOf(allowed);
  if (!calendar || from === undefined || until === undefined || first === undefined) return undefined;
  const finish = calendar.add(first, calendar.between(from, until) ?? 0);
  return finish === undefined ? undefined : finishDate(finish);
}
