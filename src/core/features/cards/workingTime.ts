import type { WorkingCalendar } from '../../analysis/calendar';
import { formatDuration, type Duration } from '../../plan/scalars';

type Day = Pick<WorkingCalendar, 'minutesPerDay'>;

/** Working time in days, below one in hours: `5 days`, `2.5 days`, `4 hours`, `1 hour`. */
export function workingTimeText(minutes: number, calendar: Day): string {
  const isPart = minutes > 0 && minutes < calendar.minutesPerDay;
  return isPart ? hoursText(minutes) : daysOfText(minutes, calendar);
}

/** The same where it is to be told from days that pass: `5 working days`, `1 working day`, `4 hours`. */
export function workingDaysText(minutes: number, calendar: Day): string {
  return workingTimeText(minutes, calendar).replace(' day', ' working day');
}

/** Working minutes in hours: `40 hours`. */
export function hoursText(minutes: number): string {
  return inUnit(minutes / 60, 'h');
}

/** Working minutes in days of a calendar, however few: `0.75 days`. */
export function daysOfText(minutes: number, { minutesPerDay }: Day): string {
  return inUnit(minutes / minutesPerDay, 'd');
}

/** With the decimals that people plan with: none of many days. */
function inUnit(amount: number, unit: Duration['unit']): string {
  const precision = amount < 10 ? 100 : 10;
  return formatDuration({ amount: Math.round(amount * precision) / precision || 0, unit, elapsed: false });
}
