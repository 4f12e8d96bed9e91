import type { Calendar, CalendarFields } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { ProjectFile } from '../../plan/planFile';
import type { DaySpan } from './daysOff';
import { epochDay } from './instant';
import { internedCalendar } from './interned';
import { noPublicHolidays, type PublicHolidays } from './publicHolidays';
import { WorkingCalendar, type DayRange, type HolidayPlace } from './workingCalendar';

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Monday to Friday, 8 hours, no holidays: what the format takes where nothing is said. */
export const standardCalendar = new WorkingCalendar({ weekdays: [1, 2, 3, 4, 5], hoursPerDay: 8 });

/**
 * The calendar that a project works by: each property from the project's own `calendar`, else from that of the
 * settings, else the format's default. What makes no sense counts as not written. The same calendar for all projects
 * that say the same.
 *
 * @param file undefined: the calendar of the settings
 */
export function calendarOf(
  plan: Plan,
  file: ProjectFile | undefined,
  publicHolidays: PublicHolidays = noPublicHolidays,
): WorkingCalendar {
  const own = file?.root?.fields.calendar?.value;
  const shared = plan.settings?.root?.fields.calendar?.value;
  // Somebody's own country may need the public holidays where the project itself does not.
  if (!own && !shared && publicHolidays === noPublicHolidays) return standardCalendar;
  const weekdays = stated(own, shared, 'workdays')?.map(({ value }) => weekdayNames.indexOf(value) + 1);
  const hours = stated(own, shared, 'hours_per_day');
  return internedCalendar({
    weekdays: weekdays ?? standardCalendar.weekdays,
    hoursPerDay: hours !== undefined && hours > 0 && hours <= 24 ? hours : 8,
    holidays: stated(own, shared, 'holidays')?.map(({ value }) => spanOf(value)) ?? [],
    place: holidayPlace(own, shared),
    publicHolidays,
  });
}

/** The days of a range by their numbers. */
export function spanOf({ first, last }: DayRange): DaySpan {
  return { first: epochDay(first), last: epochDay(last) };
}

/** A region of the settings is one of their country, and means nothing in the one that a project names instead. */
function holidayPlace(own: Calendar | undefined, shared: Calendar | undefined): HolidayPlace | undefined {
  const country = stated(own, shared, 'country');
  if (country === undefined) return undefined;
  const isShared = country === shared?.fields.country?.value;
  const region = (isShared ? stated(own, shared, 'region') : own?.fields.region?.value)?.trim();
  return { country, ...(region === undefined || region === '' ? {} : { region }) };
}

function stated<K extends keyof CalendarFields>(
  own: Calendar | undefined,
  shared: Calendar | undefined,
  property: K,
): NonNullable<CalendarFields[K]>['value'] | undefined {
  return (own?.fields[property] ?? shared?.fields[property])?.value;
}
