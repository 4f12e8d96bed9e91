import type { Temporal } from 'temporal-polyfill';
import { dateOf, epochDay, finishDay, startDay, type EpochDay } from '../analysis/calendar';
import { daysPerWeek, mondayOf } from '../analysis/capacity/isoWeek';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ProjectFile } from '../plan/planFile';
import { monthName } from '../plan/scalars/calendar';
import type { CapacityColumn, CapacityGroup } from './capacityModel';
import { known } from './known';
import { dayText } from './texts';

/** The days that a column stands for, both included. */
export interface ColumnDays extends CapacityColumn {
  readonly first: EpochDay;
  readonly last: EpochDay;
  readonly group: string;
}

export type ColumnUnit = 'week' | 'month';

/** No more columns than this are shown: a year of weeks, four years of months. */
const mostColumns: Readonly<Record<ColumnUnit, number>> = { week: 53, month: 48 };
const fewestColumns: Readonly<Record<ColumnUnit, number>> = { week: 12, month: 6 };

/**
 * The weeks or months in which a project has work: from today on while some of it is ahead, else all of them. A few
 * more stand after its end, so that there is always something to compare with.
 */
export function capacityColumns(analysis: PlanAnalysis, file: ProjectFile, unit: ColumnUnit): readonly ColumnDays[] {
  const today = epochDay(analysis.today);
  const span = analysis.schedule.span(file);
  const workFirst = (span && startDay(span.start)) ?? today;
  const workLast = (span && finishDay(span.finish)) ?? today;
  const from = workLast < today ? workFirst : Math.max(workFirst, today);
  const columns: ColumnDays[] = [];
  for (let at = from; columns.length < mostColumns[unit]; at = (columns.at(-1)?.last ?? at) + 1) {
    if (at > workLast && columns.length >= fewestColumns[unit]) break;
    const column = unit === 'week' ? weekAt(at, analysis.today) : monthAt(at, analysis.today);
    if (!column) break;
    columns.push(column);
  }
  return columns;
}

/** The headings over the columns: the last before another year says its own, where there is room for it. */
export function capacityGroups(columns: readonly ColumnDays[]): readonly CapacityGroup[] {
  const groups: { title: string; columns: number }[] = [];
  for (const { group } of columns) {
    const last = groups.at(-1);
    if (last?.title === group) last.columns++;
    else groups.push({ title: group, columns: 1 });
  }
  return groups.map(({ title, columns: count }, index) => {
    const [name = '', year = ''] = title.split(' ');
    const next = groups[index + 1]?.title.split(' ')[1];
    if (year === '') return { title, columns: count };
    if (count < 2) return { title: name.slice(0, 3), columns: count };
    return { title: next === year || count < 3 ? name : title, columns: count };
  });
}

function weekAt(day: EpochDay, today: Temporal.PlainDate): ColumnDays | undefined {
  const first = mondayOf(day);
  const monday = dateOf(first);
  return (
    monday &&
    known({
      first,
      last: first + daysPerWeek - 1,
      label: String(monday.day),
      name: `week of ${dayText(monday, today)}`,
      group: `${monthName(monday.month)} ${String(monday.year)}`,
      isNow: mondayOf(epochDay(today)) === first || undefined,
    })
  );
}

function monthAt(day: EpochDay, today: Temporal.PlainDate): ColumnDays | undefined {
  const date = dateOf(day)?.with({ day: 1 });
  return (
    date &&
    known({
      first: epochDay(date),
      last: epochDay(date.with({ day: date.daysInMonth })),
      label: monthName(date.month).slice(0, 3),
      name: `${monthName(date.month)} ${String(date.year)}`,
      group: String(date.year),
      isNow: (date.year === today.year && date.month === today.month) || undefined,
    })
  );
}
