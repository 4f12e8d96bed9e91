import type { Temporal } from 'temporal-polyfill';
import type { Severity } from '../core/rules/rule';
import { askedPlans, toldUnusable } from './askedPlans';
import { exitCode, type CommandIo, type ExitCode } from './commandIo';
import { reportedFindings } from './findings';
import { json } from './reporters/json';
import { counted, pretty } from './reporters/pretty';
import { countOf, type Report } from './reporters/report';

export const reporters = { pretty, json } as const;

export interface CheckOptions {
  readonly format: keyof typeof reporters;
  /** More warnings than this fail the check; undefined: any number is fine. */
  readonly maxWarnings: number | undefined;
  /** How serious the findings of a rule are, by its id: above the settings of the plan. */
  readonly rules: Readonly<Record<string, Severity>>;
  readonly today: Temporal.PlainDate;
}

/**
 * Checks plans and writes what is found. All files of a plan are read, also where only some are asked for. What cannot
 * be read is told beside the findings in the rest.
 */
export async function check(paths: readonly string[], options: CheckOptions, io: CommandIo): Promise<ExitCode> {
  const plans = await askedPlans(paths, options, io);
  const notRun = 'Rules that need all files of a plan were not run.';
  if ('problems' in plans) return toldUnusable(plans, io, options.format === 'json' ? '[]\n' : '');
  const { service, files, unreadable } = plans;
  if (unreadable.length > 0) for (const problem of [...unreadable, notRun]) io.err(`${problem}\n`);
  const findings = files.flatMap(({ file }) => reportedFindings(service, file.uri, io.cwd));
  const report: Report = { findings, fileCount: files.length };
  io.out(reporters[options.format](report, io));
  const ending = verdict(report, options, io);
  return unreadable.length > 0 ? exitCode.unusable : ending;
}

function verdict(report: Report, { maxWarnings }: CheckOptions, io: CommandIo): ExitCode {
  const warnings = countOf(report, 'warning');
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (tooMany) io.err(`${counted(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}.\n`);
  return tooMany || countOf(report, 'error') > 0 ? exitCode.findings : exitCode.clean;
}
