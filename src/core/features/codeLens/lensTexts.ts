import { finishDate, startOf } from '../../analysis/calendar';
import { monthLoad } from '../../analysis/capacity/monthLoad';
import type { FinishForecast } from '../../analysis/forecast/finishForecast';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { WorkRollUp } from '../../analysis/rollUp/workSum';
import { criticalLength } from '../../analysis/schedule/criticalLength';
import type { Goal, Release } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { monthName } from '../../plan/scalars/calendar';
import { countText, dayText, percentText } from '../../plan/texts';
import { indexText } from '../cards/costFacts';
import { daysFigure, monthText } from '../cards/loadFact';
import { openFinish, stateWords } from '../cards/progressFacts';
import { isOpen, statusOf } from '../cards/status';

type Parts = readonly (string | undefined)[];

/** `3 projects · 62 % · on track`. */
export function goalLensText({ rollUps }: PlanAnalysis, goal: Goal): string {
  const { projects, featureCounts, progress, items, unmeasured, health } = rollUps.goal(goal);
  const status = statusOf(goal) ?? 'active';
  const serving =
    projects.length > 0
      ? countText(projects.length, 'project')
      : featureCounts.total > 0
        ? `${countText(featureCounts.total, 'feature')}, no project yet`
        : 'nothing serves it yet';
  if (!isOpen(goal)) return joined([status, projects.length > 0 ? serving : undefined]);
  const hasWork = items.total > 0 || unmeasured > 0;
  return joined([
    status === 'active' ? undefined : status,
    serving,
    progress === undefined || !hasWork ? undefined : percentText(progress),
    health.computed && stateWords(health.computed),
  ]);
}

/** `12 features · 4 open · 3 of 5 checks`. */
export function releaseLensText({ rollUps }: PlanAnalysis, release: Release): string {
  const { featureCounts, checks } = rollUps.release(release);
  const { total, open } = featureCounts;
  const counted =
    total === 0
      ? ['no features yet']
      : [countText(total, 'feature'), open === 0 ? 'none open' : `${String(open)} open`];
  const ready = checks.total === 0 ? undefined : `${String(checks.done)} of ${countText(checks.total, 'check')}`;
  return joined(
    isOpen(release) ? [...counted, ready] : [statusOf(release), total === 0 ? undefined : counted[0], ready],
  );
}

/**
 * `critical path 34 d · CPI 0.93 · finish 12 May (P80 23 May)`; what is not known is left out.
 *
 * @param forecast of its finish, where there is one
 */
export function projectLensText(
  analysis: PlanAnalysis,
  file: ProjectFile,
  forecast: FinishForecast | undefined,
): string {
  const { phase, health } = file.root?.fields ?? {};
  const work = analysis.rollUps.project(file);
  const { cpi } = analysis.cost(file).costPerformance;
  const index = cpi === undefined ? undefined : `CPI ${indexText(cpi)}`;
  if (phase?.value === 'closed') return joined(['closed', index]);
  if (work.items.total > 0 && work.last === undefined && work.unscheduled === 0) return joined(['all done', index]);
  const known = joined([criticalText(analysis, file), index, finishText(analysis, work, forecast)]);
  const items = work.items.total === 0 ? undefined : countText(work.items.total, 'item');
  const told = known === '' ? joined([items, 'no dates yet']) : known;
  return joined([health?.value === 'paused' ? 'paused' : undefined, told]);
}

function criticalText(analysis: PlanAnalysis, file: ProjectFile): string | undefined {
  const { schedule, today } = analysis;
  const { minutesPerDay } = analysis.progress(file).calendar;
  const start = startOf(today);
  const length = start === undefined ? undefined : criticalLength(schedule, file, start);
  if (length === undefined) return undefined;
  const days = length / minutesPerDay;
  return `critical path ${daysFigure(days < 10 ? days : Math.round(days))} d`;
}

function finishText(
  { today }: PlanAnalysis,
  work: WorkRollUp,
  forecast: FinishForecast | undefined,
): string | undefined {
  const finish = openFinish(work);
  if (!finish) return undefined;
  const likely = forecast?.p80 === undefined ? undefined : finishDate(forecast.p80);
  const orLater = work.unscheduled === 0 ? '' : ' or later';
  return `finish ${dayText(finish, today)}${orLater}${likely ? ` (P80 ${dayText(likely, today)})` : ''}`;
}

/** `May: 12 of 18 d, 67 %`; undefined for somebody whom the plan neither defines nor books. */
export function personLensText({ capacity, today }: PlanAnalysis, person: string): string | undefined {
  const load = capacity.of(person);
  return load && `${monthName(today.month)}: ${monthText(monthLoad(load, today), load.minutesPerDay, 'd')}`;
}

function joined(parts: Parts): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
