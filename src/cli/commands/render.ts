import { Command, InvalidArgumentError, Option } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import { isViewName, viewTitles, type ViewName } from '../../core/views/viewNames';
import type { CommandIo } from '../commandIo';
import { isRenderFormat, render, renderFormats, type RenderFormat } from '../render/render';
import { todayOption, type End } from './options';

interface RenderArguments {
  readonly view?: ViewName;
  readonly format?: RenderFormat;
  readonly out?: string;
  readonly today?: Temporal.PlainDate;
  readonly since?: string;
}

export function renderCommand(io: CommandIo, end: End): Command {
  return new Command('render')
    .description('write a view of a roadmap or project as a page, a drawing, text or a table')
    .argument('<file>', 'a *.roadmap.yaml or *.project.yaml file')
    .addOption(new Option('--view <name>', 'the view (default: the first of the file)').argParser(asView))
    .addOption(
      new Option('--format <format>', `one of ${renderFormats.join(', ')} (default: by the ending of --out)`).argParser(
        asFormat,
      ),
    )
    .option('--out <path>', 'the file to write (default: standard output)')
    .addOption(todayOption('look at the plan'))
    .option(
      '--since <point>',
      'show in the overview what changed since then: a time (2w), a day (2026-11-22), or a commit',
    )
    .addHelpText('after', help)
    .action(async (file: string, options: RenderArguments) => {
      end(await render(file, options, io));
    });
}

function asView(text: string): ViewName {
  if (!isViewName(text)) throw new InvalidArgumentError(`Views are ${viewNames}.`);
  return text;
}

function asFormat(text: string): RenderFormat {
  if (!isRenderFormat(text)) throw new InvalidArgumentError(`Formats are ${renderFormats.join(', ')}.`);
  return text;
}

const namesOf = (kind: keyof typeof viewTitles): string => Object.keys(viewTitles[kind]).join(', ');
const viewNames = `${namesOf('roadmap')} of a roadmap, and ${namesOf('project')} of a project`;

const help = `
Views of a roadmap   ${namesOf('roadmap')}
Views of a project   ${namesOf('project')}

html     a page in one file, with all views of the file, that works without a network
svg      a drawing of the view, light or dark as its reader's screen
md       text with tables
mermaid  a Gantt chart of a timeline, a flowchart of goals; other views have no diagram
csv      the largest table of the view
ics      the releases and goals of a roadmap, the milestones and deadlines of a project

Examples:
  throughline render shop.roadmap.yaml --out roadmap.html
  throughline render payments.project.yaml --view timeline --format svg --out gantt.svg
  throughline render payments.project.yaml --format ics > payments.ics
  throughline render shop.roadmap.yaml --view overview --since 1w --format md

Exit codes:
  0  it is written
  2  arguments that cannot be used, a file that is missing or cannot be read, a view that the
     format cannot hold, a history that cannot be read, or a place that cannot be written`;
