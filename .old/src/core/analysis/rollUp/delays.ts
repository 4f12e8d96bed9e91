import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../calendar';
import { feasibleFinish } from '../schedule/shownDates';
import { workName } from '../schedule/workName';
import type { HealthReason, HealthThresholds, Judgement } from './health';
import { workdaysLate, workdaysText } from './lateness';
import type { PromisedDate } from './promisedDates';
import type { WorkRollUp } from './workSum';

/** The feasible finish of the last open work; undefined where it has none. */
export function lastDay({ last }: WorkRollUp): Temporal.PlainDate | undefined {
  return last && feasibleFinish(last);
}

/** What has one promised day as a whole: a project, a release, a feature, a goal. */
export interface PromisedWhole {
  readonly promised: Temporal.PlainDate;
  /** As {@link workdaysLate} takes it. */
  readonly finish: Temporal.PlainDate | undefined;
  readonly today: Temporal.PlainDate;
  readonly calendar: WorkingCalendar;
  /** How many working days it was to take, where that is known. */
  readonly length?: number | undefined;
  /** What the promised day is to it: `its end`. */
  readonly name: string;
}

/** Whether an open whole comes in time; nothing where that cannot be told. */
export function delayJudgement(whole: PromisedWhole, thresholds: HealthThresholds): readonly Judgement[] {
  const { promised, finish, today, calendar, length, name } = whole;
  const days = workdaysLate(calendar, promised, finish, today);
  if (days === undefined) return [];
  if (days === 0) return ['kept'];
  const isAhead = finish !== undefined && Temporal.PlainDate.compare(finish, today) >= 0;
  const why = `${isAhead ? 'finishes' : 'is still open'} ${workdaysText(days)} after ${name}`;
  return [{ kind: 'finish', state: stateOfDelay(days, thresholds, length), why }];
}

/** One judgement of all items with a deadline, or of all milestones with a date: it names the latest that comes late. */
export function promiseJudgements(
  promises: readonly PromisedDate[],
  kind: PromisedDate['work']['kind'],
  thresholds: HealthThresholds,
): readonly Judgement[] {
  const known = promises.filter(({ work, daysLate }) => work.kind === kind && daysLate !== undefined);
  const [worst, ...others] = known.filter(({ daysLate = 0 }) => daysLate > 0).sort(latestFirst);
  if (!worst) return known.length > 0 ? ['kept'] : [];
  const { work, daysLate: days = 0 } = worst;
  const name = `“${workName(work)}”`;
  const what = kind === 'milestone' ? 'milestone' : 'deadline';
  const one = kind === 'milestone' ? `the milestone ${name}` : `the deadline of ${name}`;
  const which = others.length === 0 ? one : `${String(others.length + 1)} ${what}s, ${name}`;
  const why = `misses ${which} by ${workdaysText(days)}`;
  return [{ kind: what, state: stateOfDelay(days, thresholds), why, about: work }];
}

/** Of those that are as late the first by id, so that the order of the file is no matter. */
function latestFirst(one: PromisedDate, other: PromisedDate): number {
  return (other.daysLate ?? 0) - (one.daysLate ?? 0) || (one.work.id < other.work.id ? -1 : 1);
}

/** How bad it is to be late by some working days, of a whole that was to take so many. */
function stateOfDelay(days: number, { daysLate, shareLate }: HealthThresholds, length?: number): HealthReason['state'] {
  const isLongForIt = length !== undefined && length > 0 && days > length * shareLate;
  return days > daysLate || isLongForIt ? 'off-track' : 'at-risk';
}
