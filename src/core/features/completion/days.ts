import type { Temporal } from 'temporal-polyfill';
import { calendarOf, dateOf, epochDay } from '../../analysis/calendar';
import type { PlanFile } from '../../plan/planFile';
import { scalarParsers, type Period } from '../../plan/scalars';
import type { PlanState } from '../planState';

/** The quarter of the calendar year that a day is in, or a later one. */
export function quarterOf({ year, month }: Temporal.PlainDate, later: number): Period | undefined {
  const quarter = year * 4 + Math.floor((month - 1) / 3) + later;
  return periodNamed(`${String(Math.floor(quarter / 4))}-Q${String((quarter % 4) + 1)}`);
}

export function halfOf({ year, month }: Temporal.PlainDate, later: number): Period | undefined {
  const half = year * 2 + (month > 6 ? 1 : 0) + later;
  return periodNamed(`${String(Math.floor(half / 2))}-H${String((half % 2) + 1)}`);
}

export function monthOf(date: Temporal.PlainDate, later: number): Period | undefined {
  return periodNamed(date.add({ months: later }).toPlainYearMonth().toString());
}

export function yearOf({ year }: Temporal.PlainDate, later: number): Period | undefined {
  return periodNamed(String(year + later));
}

export function weekOf(date: Temporal.PlainDate, later: number): Period | undefined {
  const { weekOfYear, yearOfWeek } = date.add({ weeks: later });
  return periodNamed(`${String(yearOfWeek)}-W${String(weekOfYear).padStart(2, '0')}`);
}

/** Farther than this nobody is away at a stretch. */
const longestBreak = 60;

/** The next day on which the people of a file work, after or (with -1) before a day; undefined where they never do. */
export function workdayNear(
  { plan, analysis }: PlanState,
  file: PlanFile,
  date: Temporal.PlainDate,
  direction: 1 | -1,
): Temporal.PlainDate | undefined {
  const calendar = calendarOf(plan, file.kind === 'project' ? file : undefined, analysis.publicHolidays);
  const from = epochDay(date);
  for (let days = 1; days <= longestBreak; days++) {
    if (calendar.isWorkday(from + direction * days)) return dateOf(from + direction * days);
  }
  return undefined;
}

/** Undefined beyond the years of a plan. */
function periodNamed(text: string): Period | undefined {
  const period = scalarParsers.period(text);
  return period.ok ? period.value : undefined;
}
