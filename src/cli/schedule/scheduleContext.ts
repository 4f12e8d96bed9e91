import type { Temporal } from 'temporal-polyfill';
import type { CommandIo } from '../commandIo';

/** What a schedule is written with, beside the work. */
export interface ScheduleContext extends Pick<CommandIo, 'colour' | 'columns'> {
  /** The days as of which the plans are looked at, from the earliest. */
  readonly days: readonly Temporal.PlainDate[];
}
