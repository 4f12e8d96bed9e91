import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { URI } from 'vscode-uri';
import { settingsFileName } from '../core/plan/fileKind';
import type { PlanFile } from '../core/plan/planFile';
import type { Severity } from '../core/rules/rule';
import { createPlanService, type PlanHost, type PlanService, type PlanState } from '../core/service';
import { brokenSource } from '../core/views';
import { decodeText } from '../server/decodeText';
import { nodeHolidays } from '../server/nodeHolidays';
import type { FoundFile } from '../server/planFilesBelow';
import { checkedPaths, displayPath, unreadableText, type CheckedPaths } from './checkedPaths';
import { exitCode, type CommandIo, type ExitCode } from './commandIo';
import { printable } from './printable';

/** Plans that are read, and which of their files a call asks for. */
export interface AskedPlans {
  readonly service: PlanService;
  /** By their path; what a plan excludes is left out. */
  readonly files: readonly AskedFile[];
  /** The days as of which the files that are asked for are looked at, from the earliest. */
  readonly days: readonly Temporal.PlainDate[];
  /** What of the plans cannot be read, a sentence each. */
  readonly unreadable: readonly string[];
}

/** A file that a call asks for, with the plan that it belongs to. */
export interface AskedFile {
  readonly file: PlanFile;
  readonly state: PlanState;
}

/** Why a call cannot be answered, a sentence each; at least one. */
export interface Unusable {
  readonly problems: readonly string[];
}

interface PlanOptions {
  /** The day as of which the plans are looked at, where the call names one. */
  readonly today: Temporal.PlainDate | undefined;
  /** How serious the findings of a rule are, by its id: above the settings of the plan. */
  readonly rules?: Readonly<Record<string, Severity>>;
  /** Where earlier versions of the plans are read, where the call asks for some. */
  readonly earlier?: PlanHost['earlier'];
}

/**
 * Reads the plans that paths belong to: all files of each of them, also where only some are asked for.
 *
 * @param paths files and folders, absolute or relative to the working folder
 */
export async function askedPlans(
  paths: readonly string[],
  options: PlanOptions,
  io: CommandIo,
): Promise<AskedPlans | Unusable> {
  const checked = await checkedPaths(paths, io);
  if (checked.problems.length > 0) return { problems: checked.problems };

  const unreadable = [...checked.unreadable];
  const service = await loadedService(checked, options, io, unreadable);
  const files = checked.asked.flatMap(({ path }) => askedFile(service, path) ?? []);
  const isOfUse = asksForSettings(paths) || files.some(({ file }) => file.kind !== 'settings');
  if (isOfUse) return { service, files, days: daysOf(files), unreadable };
  if (unreadable.length > 0) return { problems: unreadable };
  const leftOut = checked.asked.filter(({ path }) => askedFile(service, path) === undefined);
  return { problems: [noPlanFiles(paths, leftOut, io.cwd)] };
}

/**
 * Tells why a call cannot be answered.
 *
 * @param instead what goes to whoever reads the results as JSON: other programs get what they can read, whatever happens
 */
export function toldUnusable({ problems }: Unusable, io: CommandIo, instead = ''): ExitCode {
  for (const problem of problems) io.err(`${problem}\n`);
  io.out(instead);
  return exitCode.unusable;
}

/**
 * Tells what a result lacks: files that cannot be read, and places that cannot be read as YAML.
 *
 * @returns what the command ends with
 */
export function toldLacking({ service, unreadable }: AskedPlans, io: CommandIo): ExitCode {
  for (const problem of unreadable) io.err(`${problem} What stands there is left out.\n`);
  for (const uri of service.uris()) {
    const file = service.file(uri);
    const broken = file && brokenSource(file);
    if (!broken) continue;
    const place = `${displayPath(URI.parse(uri).fsPath, io.cwd)}:${broken.line + 1}`;
    io.err(`${place} cannot be read, and what stands there is left out: ${printable(broken.message)}\n`);
  }
  return unreadable.length > 0 ? exitCode.unusable : exitCode.clean;
}

function daysOf(files: readonly AskedFile[]): readonly Temporal.PlainDate[] {
  const days = new Map(files.map(({ state }) => [state.today.toString(), state.today]));
  return [...days.values()].sort((one, other) => Temporal.PlainDate.compare(one, other));
}

function askedFile(service: PlanService, path: string): AskedFile | undefined {
  const uri = uriOf(path);
  const file = service.file(uri);
  const state = service.state(uri);
  return file && state && { file, state };
}

/** @param unreadable takes in what turns out to be unreadable */
async function loadedService(
  { roots, files }: CheckedPaths,
  { rules = {}, today, earlier }: PlanOptions,
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
    today: () => io.today(),
    asOf: () => today,
    ...(earlier ? { earlier } : {}),
    holidays: nodeHolidays,
    pause: () => Promise.resolve(),
  });
  service.setFolders();
  service.setSettings({ overrides: rules });
  await service.load();
  return service;
}

function noPlanFiles(paths: readonly string[], leftOut: readonly FoundFile[], cwd: string): string {
  const [first] = leftOut;
  if (first) {
    const what = leftOut.length === 1 ? displayPath(first.path, cwd) : `All ${leftOut.length} plan files`;
    return `${what}: left out by \`exclude\` in ${settingsFileName}, so nothing is left of the plan.`;
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
