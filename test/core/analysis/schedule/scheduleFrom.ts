import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../../../src/core/analysis/calendar';
import { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import type { ScheduledWork } from '../../../../src/core/analysis/schedule/scheduledWork';
import { daysOf, feasibleDays, type ShownDates } from '../../../../src/core/analysis/schedule/shownDates';
import { PlanSet } from '../../../../src/core/plan/planSet';

/** The analysis of a plan whose files are given by their names. */
export function analysisOf(
  files: Readonly<Record<string, string>>,
  today: string,
  publicHolidays = noPublicHolidays,
): PlanAnalysis {
  const set = new PlanSet();
  set.setFolders(['file:///plan']);
  for (const [name, text] of Object.entries(files)) set.setText(`file:///plan/${name}`, text);
  const [plan] = set.plans;
  assert.ok(plan, 'there is no plan in these files');
  return new PlanAnalysis(plan, Temporal.PlainDate.from(today), publicHolidays);
}

/** Monday 4 May 2026: the project begins today, so that nothing is moved by what lies behind. */
export const monday = '2026-05-04';

/** The analysis of one project `p` by what stands below its first line. */
export function projectOf(yaml: string, today = monday): PlanAnalysis {
  return analysisOf({ 'p.project.yaml': `project: P\nstart: 2026-05-04\n${yaml}` }, today);
}

/** Everything that is scheduled, by its qualified id; by its id alone for work of the project `p`. */
export function scheduledById({ plan, schedule }: PlanAnalysis): ReadonlyMap<string, ScheduledWork> {
  const all = [...plan.files.values()].flatMap((file) => schedule.in(file));
  return new Map(all.map((one) => [one.qualifiedId.replace(/^p\//, ''), one]));
}

/** One piece of work by its id. */
export function scheduled(analysis: PlanAnalysis, id: string): ScheduledWork {
  const found = scheduledById(analysis).get(id);
  assert.ok(found, `nothing is called ${id}`);
  return found;
}

/** The feasible days of all work as `05-04..05-08`; why they are unknown, or `dropped`. */
export function feasible(analysis: PlanAnalysis): Readonly<Record<string, string>> {
  return table(analysis, (one) => (one.dropped ? 'dropped' : (text(feasibleDays(one)) ?? one.unknown?.kind)));
}

/** The early and late days of all work, and its total and free float in days. */
export function floats(analysis: PlanAnalysis): Readonly<Record<string, string>> {
  return table(analysis, ({ early, late, point, totalFloat, freeFloat, calendar, critical }) => {
    if (!early || !late || totalFloat === undefined || freeFloat === undefined) return undefined;
    const days = (minutes: number): string => String(minutes / calendar.minutesPerDay);
    const both = `${text(daysOf(early, point)) ?? ''} ${text(daysOf(late, point)) ?? ''}`;
    return `${both} ${days(totalFloat)} ${days(freeFloat)}${critical ? ' critical' : ''}`;
  });
}

/** What set the start of all work, as a kind and, where there is one, what it waits for. */
export function drivers(analysis: PlanAnalysis): Readonly<Record<string, string>> {
  return table(analysis, ({ driver }) => driver && [driver.kind, driver.work?.id].filter(Boolean).join(' '));
}

function table(
  analysis: PlanAnalysis,
  read: (one: ScheduledWork) => string | undefined,
): Readonly<Record<string, string>> {
  const all = [...scheduledById(analysis)];
  return Object.fromEntries(all.map(([id, one]) => [id, read(one) ?? '-']));
}

function text(days: ShownDates | undefined): string | undefined {
  if (!days) return undefined;
  const short = (date: Temporal.PlainDate): string => date.toString().slice(date.year === 2026 ? 5 : 0);
  return days.first.equals(days.last) ? short(days.first) : `${short(days.first)}..${short(days.last)}`;
}
