import type { Temporal } from 'temporal-polyfill';
import { askedPlans, toldLacking, toldUnusable } from '../askedPlans';
import type { CommandIo, ExitCode } from '../commandIo';
import { jsonText } from '../jsonText';
import { planReport, reportedPlan, type PlanReport } from './planReport';
import type { ReportContext } from './reportContext';
import { reportPretty } from './reportPretty';

type ReportFormat = (report: PlanReport, context: ReportContext) => string;

export const reportFormats = {
  pretty: reportPretty,
  json: (report) => jsonText(reportedPlan(report)),
} as const satisfies Record<string, ReportFormat>;

export interface ReportOptions {
  readonly format: keyof typeof reportFormats;
  /** The day as of which the plans are looked at, where the call names one. */
  readonly today: Temporal.PlainDate | undefined;
}

/** Writes how projects, goals and releases stand, and what is asked of people. All of their plans is read. */
export async function report(paths: readonly string[], options: ReportOptions, io: CommandIo): Promise<ExitCode> {
  const plans = await askedPlans(paths, options, io);
  if ('problems' in plans) return toldUnusable(plans, io, options.format === 'json' ? '{}\n' : '');
  const { colour, columns } = io;
  io.out(reportFormats[options.format](planReport(plans.files), { colour, columns, days: plans.days }));
  return toldLacking(plans, io);
}
