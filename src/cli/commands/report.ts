import { Command } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import type { CommandIo } from '../commandIo';
import { report, reportFormats } from '../report/report';
import { formatOption, pathsOf, todayOption, type End } from './options';

interface ReportArguments {
  readonly format: keyof typeof reportFormats;
  readonly today?: Temporal.PlainDate;
}

export function reportCommand(io: CommandIo, end: End): Command {
  return new Command('report')
    .description('tell how projects, goals and releases stand, and what is asked of people')
    .argument('[paths...]', 'files and folders that are told of (default: this folder)')
    .addOption(formatOption(reportFormats, 'the report is'))
    .addOption(todayOption('report on'))
    .addHelpText('after', help)
    .action(async (paths: string[], { format, today }: ReportArguments) => {
      end(await report(pathsOf(paths), { format, today }, io));
    });
}

const help = `
All of a plan is read. The projects among the paths are told of, the goals and releases of the
roadmaps among them, and the people whom they define or who work on their projects.

JSON is an object with four arrays. All properties are always there; what is not known is null.
  projects  id, progress, open, done, finish,
            earnedValue { currency, bac, pv, ev, ac, cv, sv, cpi, spi, eac, etc, vac, tcpi },
            forecast { p50, p80, p95, meetsEnd }
  goals     id, product, progress (of the work), keyResults (their mean progress), projects, finish
  releases  id, product, date, progress, open, done, finish, forecast { p50, p80, p95, meetsDate }
  people    id, weeks: { week, demand, capacity, items }
Dates are like 2026-09-30, weeks like 2026-W40. progress, keyResults, meetsEnd and meetsDate are
shares from 0 to 1. open and done count items without children. finish is the last feasible finish;
while an open item or milestone has no dates, neither finish nor forecast is known. Money is in
units of the currency, not in cents; eac is bac / cpi. demand and capacity are working days of the
person; teams, suppliers and clients have a capacity of null. projects are ids, items project/id.

Examples:
  throughline report
  throughline report payments.project.yaml --today 2026-09-30
  throughline report --format json | jq '.projects[] | select(.earnedValue.cpi < 0.9) | .id'

Exit codes:
  0  the report is written; findings do not matter here
  2  arguments that cannot be used, a path that is missing, no plan files, or a file
     that cannot be read: it is named, and the report on the others is written`;
