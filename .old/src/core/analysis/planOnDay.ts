import type { Temporal } from 'temporal-polyfill';
import type { Plan } from '../plan/plan';
import type { PublicHolidays } from './calendar';

/** A plan on a day: what all of its analysis follows from. */
export interface PlanOnDay {
  readonly plan: Plan;
  /** The date in the user's time zone; the status date of everything that is reported. */
  readonly today: Temporal.PlainDate;
  readonly publicHolidays: PublicHolidays;
}
