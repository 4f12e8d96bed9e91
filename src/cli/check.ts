import type { Temporal } from 'temporal-polyfill';
import type { Severity } from '../core/rules/rule';
import { askedPlans, toldUnusable, type AskedPlans } from './askedPlans';
import { exitCode, type CommandIo, type ExitCode } from './commandIo';
import { reportedFindings } from './findings';
import { fixPlans } from './fix/fixPlans';
import { fixText } from './fix/fixText';
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
  /** The day as of which the plans are looked at, where the call names one. */
  readonly today: Temporal.PlainDate | undefined;
  /** Whether fixes that need no judgement are applied first. */
  readonly fix: boolean;
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
  const unwritable = options.fix ? await fix(plans, options, io) : [];
  const findings = files.flatMap(({ file }) => reportedFindings(service, file.uri, io.cwd));
  const report: Report = { findings, fileCount: files.length };
  io.out(reporters[options.format](report, io));
  const ending = verdict(report, options, io);
  return unreadable.length + unwritable.length > 0 ? exitCode.unusable : ending;
}

/**
 * Applies what is certain, and tells of it. Whoever reads the results as JSON gets the findings that are left, in the
 * form that they always have.
 *
 * @returns what could not be changed, a sentence each
 */
async function fix(plans: AskedPlans, { format }: CheckOptions, io: CommandIo): Promise<readonly string[]> {
  const { fixes, unwritable } = await fixPlans(plans, io);
  const text = fixText(fixes, format === 'pretty' ? io : { colour: false });
  if (format !== 'pretty') io.err(text);
  else if (text !== '') io.out(`${text}\n`);
  for (const problem of unwritable) io.err(`${problem}\n`);
  return unwritable;
}

function verdict(report: Report, { maxWarnings }: CheckOptions, io: CommandIo): ExitCode {
  const warnings = countOf(report, 'warning');
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (tooMany) io.err(`${counted(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}.\n`);
  return tooMany || countOf(report, 'error') > 0 ? exitCode.findings : exitCode.clean;
}
