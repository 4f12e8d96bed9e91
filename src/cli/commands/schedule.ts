import { Command } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import type { CommandIo } from '../commandIo';
import { schedule, scheduleFormats } from '../schedule/schedule';
import { formatOption, pathsOf, todayOption, type End } from './options';

interface ScheduleArguments {
  readonly format: keyof typeof scheduleFormats;
  readonly today?: Temporal.PlainDate;
}

export function scheduleCommand(io: CommandIo, end: End): Command {
  return new Command('schedule')
    .description('tell when the work of projects takes place, and why then')
    .argument('[paths...]', 'files and folders whose work is told (default: this folder)')
    .addOption(formatOption(scheduleFormats, 'the schedule is'))
    .addOption(todayOption('schedule from'))
    .addHelpText('after', help)
    .action(async (paths: string[], { format, today }: ScheduleArguments) => {
      end(await schedule(pathsOf(paths), { format, today }, io));
    });
}

const help = `
All projects of a plan are scheduled together, also where only some of them are asked for: they
wait for each other, and share people. Dropped work is left out.

JSON is an array with an object for each item and milestone. All is always there but \`unknown\`:
  project, id, title, kind  kind is item or milestone; project is the program for its milestones
  start, finish             when it takes place, within the time that people have
  earlyStart, earlyFinish   the earliest dates in the network of all dependencies, and the latest
  lateStart, lateFinish     that do not delay its project; people have no limits there
  totalFloat, freeFloat     how far its finish may slip before it delays the end of its project,
                            or anything that waits for it; in working days of the project
  critical                  no total float is left
  driver                    what set the start: { kind, ref, why }; ref is other work as project/id,
                            and absent where it is none
  unknown                   why dates are not known; absent where they are
Dates are like 2026-09-30. A date, float or driver that is not known is null.

CSV has the same columns, those of the driver as driver.kind, driver.ref and driver.why, with an
empty cell for null. Text that a spreadsheet would run as a formula begins with an apostrophe.

Examples:
  throughline schedule
  throughline schedule payments.project.yaml --today 2026-09-30
  throughline schedule --format csv > schedule.csv
  throughline schedule --format json | jq '.[] | select(.critical) | .title'

Exit codes:
  0  the schedule is written; findings do not matter here
  2  arguments that cannot be used, a path that is missing, no plan files, or a file
     that cannot be read: it is named, and the schedule of the others is written`;
