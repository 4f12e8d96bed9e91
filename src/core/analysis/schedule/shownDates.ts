import type { Temporal } from 'temporal-polyfill';
import { dateOf, finishDate, finishDay, startDate, startDay, type EpochDay, type Instant } from '../calendar';
import type { Dates, ScheduledWork } from './scheduledWork';

/** The first and the last day of something. */
export interface ShownDates {
  readonly first: Temporal.PlainDate;
  /** Included. */
  readonly last: Temporal.PlainDate;
}

/** The days of some dates: of what takes no time, the one day that it is on. Undefined beyond the years of a plan. */
export function daysOf({ start, finish }: Dates, point?: ScheduledWork['point']): ShownDates | undefined {
  const first = shownStart(start, point);
  const last = shownFinish(finish, point);
  return first && last ? { first, last } : undefined;
}

/** The feasible days of a piece of work; undefined where they are not known. */
export function feasibleDays({ point, start, finish }: ScheduledWork): ShownDates | undefined {
  return start === undefined || finish === undefined ? undefined : daysOf({ start, finish }, point);
}

/** The day of its feasible finish alone, which what cannot begin may have; undefined where it is not known. */
export function feasibleFinish(scheduled: ScheduledWork): Temporal.PlainDate | undefined {
  const day = feasibleFinishDay(scheduled);
  return day === undefined ? undefined : dateOf(day);
}

/** The same day as a number, for what is asked of every item of a plan. */
export function feasibleFinishDay({ point, finish }: Pick<ScheduledWork, 'finish' | 'point'>): EpochDay | undefined {
  return finish === undefined ? undefined : (point === 'start' ? startDay : finishDay)(finish);
}

/** When work finishes, and the day that people are shown for it. */
export interface ShownFinish {
  readonly instant: Instant;
  readonly day: EpochDay;
}

/** Undefined where the finish is not known, or beyond the years of a plan. */
export function shownFinishOf(scheduled: Pick<ScheduledWork, 'finish' | 'point'>): ShownFinish | undefined {
  const [instant, day] = [scheduled.finish, feasibleFinishDay(scheduled)];
  return instant === undefined || day === undefined ? undefined : { instant, day };
}

/** The day of a start. */
export function shownStart(instant: Instant, point?: ScheduledWork['point']): Temporal.PlainDate | undefined {
  return point === 'finish' ? finishDate(instant) : startDate(instant);
}

/** The day of a finish. */
export function shownFinish(instant: Instant, point?: ScheduledWork['point']): Temporal.PlainDate | undefined {
  return point === 'start' ? startDate(instant) : finishDate(instant);
}
