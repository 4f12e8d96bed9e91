import type { Temporal } from 'temporal-polyfill';
import type { CommandIo } from '../commandIo';

/** What a report is written with, beside what it tells. */
export interface ReportContext extends Pick<CommandIo, 'colour' | 'columns'> {
  /** The days as of which the plans are looked at, from the earliest. */
  readonly days: readonly Temporal.PlainDate[];
}
