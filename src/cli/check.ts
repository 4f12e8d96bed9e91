import { resolve } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { URI } from 'vscode-uri';
import { settingsFileName } from '../core/plan/fileKind';
import type { Severity } from '../core/rules/rule';
import { createPlanService, type PlanService } from '../core/service';
import { decodeText } from '../server/decodeText';
import { nodeHolidays } from '../server/nodeHolidays';
import type { FoundFile } from '../server/planFilesBelow';
import { checkedPaths, displayPath, unreadableText, type CheckedPaths } from './checkedPaths';
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
  const checked = await checkedPaths(paths, io);
  const fail = (problems: readonly string[]): ExitCode => {
    for (const problem of problems) io.err(`${problem}\n`);
    // Other programs get what they can read, whatever happens.
    if (options.format === 'json') io.out('[]\n');
    return exitCode.unusable;
  };
  if (checked.problems.length > 0) return fail(checked.problems);

  const unreadable = [...checked.unreadable];
  const service = await loadedService(checked, options, io, unreadable);
  const isPartial = unreadable.length > 0;
  if (isPartial) unreadable.push('Rules that need all files of a plan were not run.');

  const [planned, leftOut] = parted(checked.asked, ({ path }) => service.file(uriOf(path)) !== undefined);
  if (!planned.some(({ path }) => !path.endsWith(settingsFileName)) && !asksForSettings(paths)) {
    return fail(isPartial ? unreadable : [noPlanFiles(paths, leftOut, io.cwd)]);
  }
  for (const problem of unreadable) io.err(`${problem}\n`);
  const findings = planned.flatMap(({ path }) => reportedFindings(service, uriOf(path), io.cwd));
  const report: Report = { findings, fileCount: planned.length };
  io.out(reporters[options.format](report, io));
  const ending = verdict(report, options, io);
  return isPartial ? exitCode.unusable : ending;
}

/** @param unreadable takes in what turns out to be unreadable */
async function loadedService(
  { roots, files }: CheckedPaths,
  { rules, today }: CheckOptions,
  io: CommandIo,
  unreadable: string[],
): Promise<PlanService> {
  const readText = async (uri: string): Promise<string | undefined> => {
    const { fsPath } = URI.parse(uri);
    try {
      return decodeText(await io.files.readFile(fsPath));
    } catch (error) {
      unreadable.push(unreadableText(fsPath, io.cwd, error));
      return undefined;
    }
  };
  const service = createPlanService({
    folders: () => roots.map(uriOf),
    list: () => Promise.resolve(files.map(({ path }) => uriOf(path))),
    read: (uris) => Promise.all(uris.map(readText)),
    isPartial: () => unreadable.length > 0,
    today: () => today,
    holidays: nodeHolidays,
    pause: () => Promise.resolve(),
  });
  service.setFolders();
  service.setSettings({ overrides: rules });
  await service.load();
  return service;
}

function verdict(report: Report, { maxWarnings }: CheckOptions, io: CommandIo): ExitCode {
  const warnings = countOf(report, 'warning');
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (tooMany) io.err(`${counted(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}.\n`);
  return tooMany || countOf(report, 'error') > 0 ? exitCode.findings : exitCode.clean;
}

function noPlanFiles(paths: readonly string[], leftOut: readonly FoundFile[], cwd: string): string {
  const [first] = leftOut;
  if (first) {
    const what = leftOut.length === 1 ? displayPath(first.path, cwd) : `All ${leftOut.length} plan files`;
    return `${what}: left out by \`exclude\` in ${settingsFileName}, so there is nothing to check.`;
  }
  const where = paths.map((path) => displayPath(resolve(cwd, path), cwd)).join(', ');
  return `No plan files in ${where}. Plan files are named *.roadmap.yaml or *.project.yaml.`;
}

function asksForSettings(paths: readonly string[]): boolean {
  return paths.some((path) => path.endsWith(settingsFileName));
}

function uriOf(path: string): string {
  return URI.file(path).toString();
}

function parted<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}
