import { randomBytes } from 'node:crypto';
import { basename, extname, resolve } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { exportedPage } from '../../core/exports/exportedPage';
import { exportFormats, formatsOf, type ExportFormat } from '../../core/exports/formats';
import type { NoEarlierPlan } from '../../core/analysis/changes/earlierPlan';
import type { PlanService } from '../../core/service';
import { viewsOf, viewTitle, type ViewName } from '../../core/views/viewNames';
import type { ViewSettings } from '../../core/views/viewSettings';
import { askedPlans, toldLacking, toldUnusable } from '../askedPlans';
import { displayPath, unwritableText } from '../checkedPaths';
import type { CommandIo, ExitCode } from '../commandIo';
import { writeWhole } from '../fix/writeWhole';
import { gitHistory } from '../history/gitHistory';
import { printable } from '../printable';

/** All that can be exported, but for pictures, which a browser has to draw. */
export const renderFormats = (Object.keys(exportFormats) as ExportFormat[]).filter(isRenderFormat);
export type RenderFormat = Exclude<ExportFormat, 'png'>;

export function isRenderFormat(value: string): value is RenderFormat {
  return Object.hasOwn(exportFormats, value) && value !== 'png';
}

export interface RenderOptions {
  readonly view?: ViewName;
  readonly format?: RenderFormat;
  /** Absolute or relative to the working folder; standard output where it is left out. */
  readonly out?: string;
  readonly today?: Temporal.PlainDate;
  /** A point of history that the overview compares the plan with. */
  readonly since?: string;
}

/** Writes one view of a file. All of its plan is read. */
export async function render(path: string, options: RenderOptions, io: CommandIo): Promise<ExitCode> {
  const format = options.format ?? formatOfName(options.out);
  const unusable = (problem: string): ExitCode => toldUnusable({ problems: [problem] }, io);
  if (!format) return unusable(noFormat(options.out));
  const problems: string[] = [];
  const earlier = options.since === undefined ? undefined : gitHistory((problem) => problems.push(problem));
  const plans = await askedPlans([path], { today: options.today, earlier }, io);
  if ('problems' in plans) return toldUnusable(plans, io);
  const [asked, ...others] = plans.files.filter(({ file }) => file.kind !== 'settings');
  if (!asked || others.length > 0)
    return unusable(`${printable(path)} is no roadmap or project file: name one file to render.`);
  const { kind, uri } = asked.file;
  const names = viewsOf(kind === 'roadmap' ? 'roadmap' : 'project').map(({ name }) => name);
  const view = options.view ?? names[0];
  if (view === undefined || !names.includes(view)) {
    return unusable(`A ${kind} has no view “${options.view ?? ''}”. It has ${names.join(', ')}.`);
  }
  if (!formatsOf(kind, view).includes(format)) {
    const having = names.filter((name) => formatsOf(kind, name).includes(format));
    const instead = having.length > 0 ? ` Those that have: ${having.join(', ')}.` : '';
    return unusable(`The view ${viewTitle(view)} of a ${kind} has no ${exportFormats[format].title} form.${instead}`);
  }
  const settings = options.since === undefined ? {} : { since: options.since };
  if (options.since !== undefined) {
    if (view !== 'overview' && format !== 'html')
      return unusable('Only an overview shows what changed: add --view overview to --since.');
    const problem = await noHistory(plans.service, uri, options.since, problems);
    if (problem !== undefined) return unusable(problem);
  }
  const text =
    format === 'html'
      ? await page(plans.service, uri, names, view, settings, io)
      : plans.service.exportText(uri, format, view, settings);
  if (text === undefined) return unusable(`${displayPath(path, io.cwd)} cannot be shown.`);
  const problem = await written(text, options.out, io);
  return problem === undefined ? toldLacking(plans, io) : unusable(problem);
}

/**
 * Reads the earlier version of a plan.
 *
 * @param told why that cannot be done, where Git says more than that there is no history
 * @returns why there is none, a sentence
 */
async function noHistory(
  service: PlanService,
  uri: string,
  since: string,
  told: readonly string[],
): Promise<string | undefined> {
  await service.prepareChanges(uri, 'overview', { since });
  const earlier = service.earlierPlan(uri, since);
  if (earlier?.found === true) return undefined;
  return told[0] === undefined ? noHistoryText(earlier?.why ?? 'no-history', since) : printable(told[0]);
}

function noHistoryText(why: NoEarlierPlan, since: string): string {
  const asked = `“${printable(since)}”`;
  switch (why) {
    case 'no-history':
      return 'There is no history to compare with: the plan is in no Git repository.';
    case 'not-committed':
      return 'There is no history to compare with: the plan has not been committed yet.';
    case 'no-such-point':
      return `The Git repository of the plan has no commit ${asked}.`;
    case 'not-understood':
      return `${asked} is no point of history: write a time such as 2w, a day such as 2026-11-22, or a commit.`;
  }
}

/** By the ending of the file that is to be written. */
function formatOfName(out: string | undefined): RenderFormat | undefined {
  const ending = out === undefined ? '' : extname(out).slice(1).toLowerCase();
  return renderFormats.find((format) => exportFormats[format].extension === ending);
}

function noFormat(out: string | undefined): string {
  const choices = renderFormats.join(', ');
  return out === undefined
    ? `Say with --format what to write: ${choices}.`
    : `The ending of ${printable(basename(out))} tells no format. Say it with --format: ${choices}.`;
}

/** The page has all views of the file, the one that was asked for first. */
async function page(
  service: PlanService,
  uri: string,
  names: readonly ViewName[],
  first: ViewName,
  settings: ViewSettings,
  io: CommandIo,
): Promise<string | undefined> {
  const ordered = [first, ...names.filter((name) => name !== first)];
  const views = ordered.flatMap((name) => service.view(uri, name, settings)?.data ?? []);
  const { script, style } = await io.preview();
  const nonce = randomBytes(16).toString('hex');
  return views.length === 0
    ? undefined
    : exportedPage({ views: views.map((data) => ({ data, settings: {} })), script, style, nonce });
}

/** @returns why it could not be written */
async function written(text: string, out: string | undefined, io: CommandIo): Promise<string | undefined> {
  if (out === undefined) {
    io.out(text);
    return undefined;
  }
  const path = resolve(io.cwd, out);
  try {
    await writeWhole(path, new TextEncoder().encode(text), io.files);
    return undefined;
  } catch (error) {
    return unwritableText(path, io.cwd, error);
  }
}
