import { epochDay } from '../../core/analysis/calendar';
import type { WeekLoad } from '../../core/analysis/capacity/weekLoad';
import type { OverAllocation } from '../../core/analysis/capacity/overAllocation';
import { workName } from '../../core/analysis/schedule/workName';
import type { Paint } from '../paint';
import { printable } from '../printable';
import { table, wrapped, type Cell, type Column } from '../table';
import type { PersonReport } from './planReport';
import type { ReportContext } from './reportContext';
import { daysText, percentText } from './words';

/** How many weeks people are shown, this one included: as far as anybody can still move things. */
const weeksShown = 6;

/** How much of their time is asked for in the next weeks, and of whom more than they have. */
export function peopleBlocks(people: readonly PersonReport[], context: ReportContext, paint: Paint): readonly string[] {
  const busy = people
    .map((person) => ({ ...person, weeks: nextWeeks(person, context) }))
    .filter(({ weeks }) => weeks.some(({ demand }) => demand > 0));
  const names = busy[0]?.weeks.map(({ week }) => week.slice('2026-'.length)) ?? [];
  const columns: readonly Column[] = [
    { heading: 'Person', wraps: true },
    ...names.map((heading): Column => ({ heading, align: 'right' })),
  ];
  const rows = busy.map(({ name, load, weeks }): readonly Cell[] => [
    { text: printable(name) },
    ...weeks.map((week) => weekCell(week, load.minutesPerDay)),
  ]);
  const over = people.flatMap(({ name, overAllocations }) => overAllocations.map((one) => overText(name, one)));
  const body = [
    ...(busy.length > 0 ? [table(columns, rows, context.columns, paint)] : []),
    ...(busy.length > 0 && over.length > 0 ? [''] : []),
    ...over.map((line) => wrapped(line, context.columns)),
  ];
  return body.length > 0 ? [[paint('bold', 'People'), ...body].join('\n')] : [];
}

function nextWeeks({ load }: PersonReport, { days: [today] }: ReportContext): readonly WeekLoad[] {
  if (!today) return [];
  const first = epochDay(today);
  return load.weeksBetween(first, first + (weeksShown - 1) * 7);
}

/** The share of the capacity that is asked for; of those without a capacity, and in weeks off, the days. */
function weekCell({ demand, ratio }: WeekLoad, minutesPerDay: number): Cell {
  if (demand === 0) return { text: '' };
  if (ratio === undefined) return { text: `${Math.round((demand / minutesPerDay) * 10) / 10} d` };
  return { text: percentText(ratio), ...(ratio > 1.005 ? { style: 'red' } : {}) };
}

function overText(name: string, { person, weeks, stated, capacity, items }: OverAllocation): string {
  const [first, last] = [weeks[0], weeks.at(-1)];
  const when = first === last ? (first?.week ?? '') : `${first?.week ?? ''} to ${last?.week ?? ''}`;
  const asked = daysText(stated / person.minutesPerDay);
  const had = Math.round((capacity / person.minutesPerDay) * 10) / 10;
  const titles = items.map(({ item }) => workName(item)).join(', ');
  return printable(`${name} is to work ${asked} of ${had} in ${when}: ${titles}.`);
}
