import { Temporal } from 'temporal-polyfill';
import type { Goal, Program, ReadinessCheck, Release } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { legible } from '../../plan/scalars/parsed';
import type { WorkingCalendar } from '../calendar';
import type { FeatureStatus } from '../openWork';
import { delayJudgement, lastDay, promiseJudgements } from './delays';
import { healthFrom, type Health, type HealthReason, type HealthThresholds, type Judgement } from './health';
import { workdaysLate, workdaysText } from './lateness';
import type { PromisedDate } from './promisedDates';
import type { WorkRollUp } from './workSum';

/** What the health of anything that is larger than a project is judged by. */
export interface WholeFigures {
  readonly work: WorkRollUp;
  readonly today: Temporal.PlainDate;
  /** In which lateness is counted. */
  readonly calendar: WorkingCalendar;
}

const unjudged: Health = { stated: undefined, computed: undefined, reasons: [] };
const done: Health = { stated: undefined, computed: 'done', reasons: [] };

/** A goal by its target; one that is achieved is done, and of a dropped one nothing is said. */
export function goalHealth({ fields }: Goal, figures: WholeFigures, thresholds: HealthThresholds): Health {
  if (fields.status?.value === 'achieved') return done;
  if (fields.status?.value === 'dropped' || !fields.target) return unjudged;
  return byDay(fields.target.value.last, 'its target', figures, thresholds);
}

/** A feature by the date of its release. */
export function featureHealth(
  status: FeatureStatus,
  release: Release | undefined,
  figures: WholeFigures,
  thresholds: HealthThresholds,
): Health {
  if (status === 'released') return done;
  const date = release?.fields.date?.value.last;
  if (!date || status === 'dropped' || status === 'idea') return unjudged;
  return byDay(date, 'the date of its release', figures, thresholds);
}

/** A release by its date, and by the readiness checks that are past their due. */
export function releaseHealth(
  { fields }: Release,
  overdue: readonly ReadinessCheck[],
  figures: WholeFigures,
  thresholds: HealthThresholds,
): Health {
  if (fields.status?.value === 'released') return done;
  if (fields.status?.value === 'cancelled') return unjudged;
  const { today, calendar } = figures;
  const checks = overdue.flatMap((check): readonly HealthReason[] => {
    const due = check.fields.due?.value.last;
    const days = due && workdaysLate(calendar, due, undefined, today);
    const name = legible(check.fields.title?.value ?? check.id).trim();
    const why = days ? `waits for “${name}”, ${workdaysText(days)} after its due` : `waits for “${name}”`;
    return [{ kind: 'check', state: 'at-risk', why, about: check }];
  });
  const byDate = fields.date ? judgementOfDay(fields.date.value.last, 'its date', figures, thresholds) : [];
  return { stated: undefined, ...healthFrom([...byDate, ...checks]) };
}

/** A project of a program, with its health. */
export interface JudgedProject {
  readonly file: ProjectFile;
  readonly health: Health;
}

/**
 * A program as the worst of its projects, and by its own milestones. Stated is the health of its latest status update.
 * It is done when all of its projects are, and paused when those that are not done are.
 */
export function programHealth(
  program: Program,
  projects: readonly JudgedProject[],
  milestones: readonly PromisedDate[],
  thresholds: HealthThresholds,
): Health {
  const stated = latestUpdate(program);
  const states = projects.map(({ health }) => health.computed);
  if (projects.length > 0 && states.every((state) => state === 'done')) return { ...done, stated };
  if (projects.length > 0 && states.every((state) => state === 'done' || state === 'paused'))
    return { stated, computed: 'paused', reasons: [] };
  // By id, so that the order of the files is no matter.
  const sorted = [...projects].sort((one, other) => (one.file.id < other.file.id ? -1 : 1));
  const ofProjects = sorted.flatMap(({ file, health }): readonly Judgement[] =>
    health.computed === 'on-track' ? ['kept'] : health.reasons.map((reason) => ofProject(file, reason)),
  );
  return { stated, ...healthFrom([...ofProjects, ...promiseJudgements(milestones, 'milestone', thresholds)]) };
}

function ofProject(file: ProjectFile, { state, why }: HealthReason): HealthReason {
  const title = legible(file.root?.fields.project?.value ?? file.id).trim();
  return { kind: 'project', state, why: `has “${title}”, which ${why}`, ...(file.root ? { about: file.root } : {}) };
}

function latestUpdate({ fields }: Program): Health['stated'] {
  const dated = (fields.status_updates?.value ?? []).flatMap(({ fields: { date, health } }) =>
    date && health ? [{ date: date.value, health: health.value }] : [],
  );
  return dated.sort((one, other) => Temporal.PlainDate.compare(other.date, one.date))[0]?.health;
}

function byDay(
  promised: Temporal.PlainDate,
  name: string,
  figures: WholeFigures,
  thresholds: HealthThresholds,
): Health {
  return { stated: undefined, ...healthFrom(judgementOfDay(promised, name, figures, thresholds)) };
}

function judgementOfDay(
  promised: Temporal.PlainDate,
  name: string,
  { work, today, calendar }: WholeFigures,
  thresholds: HealthThresholds,
): readonly Judgement[] {
  const { open, total } = work.items;
  const isFinished = total > 0 && open === 0 && work.unmeasured === 0;
  if (isFinished && Temporal.PlainDate.compare(today, promised) <= 0) return ['kept'];
  return delayJudgement({ promised, finish: lastDay(work), today, calendar, name }, thresholds);
}
