import type { Temporal } from 'temporal-polyfill';
import { finishDate, startDate, type Instant } from '../calendar';
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

/** The day of a start. */
export function shownStart(instant: Instant, point?: ScheduledWork['point']): Temporal.PlainDate | undefined {
  return point === 'finish' ? finishDate(instant) : startDate(instant);
}

/** The day of a finish. */
export function shownFinish(instant: Instant, point?: ScheduledWork['point']): Temporal.PlainDate | undefined {
  return point === 'start' ? startDate(instant) : finishDate(instant);
}
