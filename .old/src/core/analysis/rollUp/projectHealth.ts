import type { Temporal } from 'temporal-polyfill';
import type { ProjectFile } from '../../plan/planFile';
import type { WorkingCalendar } from '../calendar';
import type { ProjectProgress } from '../progress';
import { delayJudgement, lastDay, promiseJudgements } from './delays';
import { healthFrom, type Health, type HealthThresholds, type Judgement } from './health';
import type { PromisedDate } from './promisedDates';
import type { WorkRollUp } from './workSum';

/** What the money of a project says; each in the same currency, in any unit. What is not known is left out. */
export interface CostFigures {
  /** Budget at completion. */
  readonly bac?: number | undefined;
  /** Estimate at completion. Without it BAC / CPI is taken. */
  readonly eac?: number | undefined;
  /** Actual cost so far. */
  readonly ac?: number | undefined;
  /** Cost performance index. */
  readonly cpi?: number | undefined;
}

/** What a project is judged by. */
export interface ProjectFigures {
  readonly file: ProjectFile;
  readonly progress: ProjectProgress;
  readonly work: WorkRollUp;
  readonly promises: readonly PromisedDate[];
  readonly today: Temporal.PlainDate;
  readonly cost?: CostFigures | undefined;
}

/**
 * How a project stands: by its manager's own `health`, and by its finish against its end, its deadlines and milestones
 * against their dates, and its forecast cost against its budget. A project that is closed or all of whose items are done
 * is done; one that its manager has paused is paused, for then no date holds.
 */
export function projectHealth(figures: ProjectFigures, thresholds: HealthThresholds): Health {
  const { file, progress, promises } = figures;
  const { phase, health } = file.root?.fields ?? {};
  const stated = health?.value;
  if (phase?.value === 'closed' || progress.total?.status === 'done') return { stated, computed: 'done', reasons: [] };
  if (stated === 'paused') return { stated, computed: 'paused', reasons: [] };
  const judgements = [
    ...endJudgement(figures, thresholds),
    ...promiseJudgements(promises, 'milestone', thresholds),
    ...promiseJudgements(promises, 'item', thresholds),
    ...costJudgements(figures, thresholds),
  ];
  return { stated, ...healthFrom(judgements) };
}

function endJudgement(
  { file, progress: { calendar }, work, today }: ProjectFigures,
  thresholds: HealthThresholds,
): readonly Judgement[] {
  const promised = file.root?.fields.end?.value;
  if (!promised) return [];
  const length = lengthTo(promised, file, work, calendar);
  return delayJudgement({ promised, finish: lastDay(work), today, calendar, length, name: 'its end' }, thresholds);
}

/** The working days that a project was to take: from its start, else from its first work. */
function lengthTo(
  end: Temporal.PlainDate,
  file: ProjectFile,
  work: WorkRollUp,
  calendar: WorkingCalendar,
): number | undefined {
  const start = file.root?.fields.start?.value ?? work.earliest;
  return start && calendar.workdays(start, end);
}

function costJudgements({ cost = {}, progress }: ProjectFigures, thresholds: HealthThresholds): readonly Judgement[] {
  const { bac, ac, cpi } = cost;
  const judgements: Judgement[] = [];
  if (ac !== undefined && bac !== undefined && bac > 0 && ac > bac)
    judgements.push({ kind: 'cost', state: 'off-track', why: `has spent ${percent(ac / bac)} of its budget` });
  const share = costAtCompletion(cost);
  if (share === undefined || (progress.total?.progress ?? 0) < thresholds.progressForCost) return judgements;
  if (share <= thresholds.costAtRisk) return [...judgements, 'kept'];
  const state = share > thresholds.costOffTrack ? 'off-track' : 'at-risk';
  const index = cpi === undefined ? '' : ` (CPI ${cpi.toFixed(2)})`;
  return [...judgements, { kind: 'cost', state, why: `is going to cost ${percent(share)} of its budget${index}` }];
}

/** EAC / BAC; where no EAC is given, the same as 1 / CPI. */
function costAtCompletion({ bac, eac, cpi }: CostFigures): number | undefined {
  const share = eac !== undefined && bac !== undefined ? eac / bac : cpi === undefined ? NaN : 1 / cpi;
  return Number.isFinite(share) && share >= 0 ? share : undefined;
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
