import type { Temporal } from 'temporal-polyfill';
import { askedPlans, toldLacking, toldUnusable } from '../askedPlans';
import type { CommandIo, ExitCode } from '../commandIo';
import type { ScheduleContext } from './scheduleContext';
import { scheduleCsv } from './scheduleCsv';
import { scheduleJson } from './scheduleJson';
import { schedulePretty } from './schedulePretty';
import { scheduledGroups, type ScheduledGroup } from './scheduledGroups';

type ScheduleFormat = (groups: readonly ScheduledGroup[], context: ScheduleContext) => string;

export const scheduleFormats = {
  pretty: schedulePretty,
  json: scheduleJson,
  csv: scheduleCsv,
} as const satisfies Record<string, ScheduleFormat>;

export interface ScheduleOptions {
  readonly format: keyof typeof scheduleFormats;
  /** The day as of which the plans are looked at, where the call names one. */
  readonly today: Temporal.PlainDate | undefined;
}

/**
 * Writes when the work of projects takes place, and why then. All of their plans is read and scheduled together, since
 * other projects hold the same people and what is waited for; only the files that are asked for are written.
 */
export async function schedule(paths: readonly string[], options: ScheduleOptions, io: CommandIo): Promise<ExitCode> {
  const plans = await askedPlans(paths, options, io);
  if ('problems' in plans) return toldUnusable(plans, io, options.format === 'json' ? '[]\n' : '');
  const { colour, columns } = io;
  io.out(scheduleFormats[options.format](scheduledGroups(plans.files), { colour, columns, days: plans.days }));
  return toldLacking(plans, io);
}
