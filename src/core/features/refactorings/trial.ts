import type { PlanEdit } from '../../edit/editor';
import { feasibleDays } from '../../analysis/schedule/shownDates';
import type { ScheduledWork } from '../../analysis/schedule/scheduledWork';
import type { PlanFile } from '../../plan/planFile';
import { checkPlan } from '../../rules/checkPlan';
import type { Finding } from '../../rules/finding';
import { rules } from '../../rules/registry';
import type { PlanState } from '../planState';
import type { RefactoringPlace } from './refactoring';

/**
 * How many entries a plan may have for a change of it to be tried out: in passing, and while somebody waits. All dates
 * and findings of the plan are worked out anew for it.
 */
const most = { inPassing: 1_000, onRequest: 5_000 } as const;

/** Whether there is time to try changes out. */
export function hasTimeToTry({ state, client }: Pick<RefactoringPlace, 'state' | 'client'>): boolean {
  let left: number = client.isAutomatic ? most.inPassing : most.onRequest;
  for (const { definitions } of state.plan.files.values()) {
    left -= definitions.length;
    if (left < 0) return false;
  }
  return true;
}

/** What was found out for a state of the plan, by a name for what was asked. */
const known = new WeakMap<PlanState, Map<string, unknown>>();

/** Works something out once for a state: an editor asks again whenever the cursor moves within an entry. */
export function once<T>(state: PlanState, name: readonly string[], work: () => T): T {
  const answers = known.get(state) ?? new Map<string, unknown>();
  known.set(state, answers);
  const key = name.join('\0');
  // Each name has answers of one type.
  if (!answers.has(key)) answers.set(key, work());
  return answers.get(key) as T;
}

/**
 * The first of several edits after which all work of a file takes place on the days on which it does now, and no rule
 * about written dates has more to say.
 */
export function keepingDates(
  state: PlanState,
  file: PlanFile,
  edits: Iterable<PlanEdit | undefined>,
): PlanEdit | undefined {
  const before = daysIn(state, file);
  for (const edit of edits) {
    const after = edit && state.after(edit);
    const fileAfter = after?.plan.files.get(file.uri);
    if (!after || !fileAfter || daysIn(after, fileAfter) !== before) continue;
    const known = once(state, ['findings on dates'], () => findingsOnDates(state));
    if (hasNoMore(known, findingsOnDates(after))) return edit;
  }
  return undefined;
}

/** How often each rule has something to say that is a warning or worse. */
export type FindingCounts = ReadonlyMap<string, number>;

/** Of all rules. */
export function allFindings({ plan, findings }: PlanState): FindingCounts {
  return counted([...plan.files.keys()].flatMap((uri) => findings(uri)));
}

/** Whether no rule has more to say than before. */
export function hasNoMore(before: FindingCounts, after: FindingCounts): boolean {
  return [...after].every(([rule, count]) => count <= (before.get(rule) ?? 0));
}

/** The rules that look at dates because they are written down. */
const rulesOnDates = [
  'starts-before-dependency',
  'outside-project-dates',
  'outside-parent-dates',
  'over-allocated',
  'assigned-while-away',
];

const allOthersOff = Object.fromEntries(
  rules.filter(({ id }) => !rulesOnDates.includes(id)).map(({ id }) => [id, 'off' as const]),
);

/** Of those rules alone: it takes much less time than to ask all of them. */
function findingsOnDates({ analysis, complete }: PlanState): FindingCounts {
  return counted(
    [...checkPlan(analysis, { settings: { overrides: allOthersOff }, complete }).findings.values()].flat(),
  );
}

function counted(findings: readonly Finding[]): FindingCounts {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings) {
    if (severity === 'error' || severity === 'warning') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

function daysIn({ analysis }: PlanState, file: PlanFile): string {
  return analysis.schedule.in(file).map(daysText).join();
}

function daysText(scheduled: ScheduledWork): string {
  const days = feasibleDays(scheduled);
  return days ? `${days.first.toString()}..${days.last.toString()}` : (scheduled.unknown?.kind ?? '');
}
