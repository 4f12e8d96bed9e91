import { mergedSpans } from './daysOff';
import { noPublicHolidays, type PublicHolidays } from './publicHolidays';
import { WorkingCalendar, type CalendarParts } from './workingCalendar';

/** Typing in a calendar makes a new one with every key; those of long ago need not stay. */
const mostKept = 10_000;

const kept = new WeakMap<PublicHolidays, Map<string, WorkingCalendar>>();

/**
 * The calendar of these parts: the same one for the same content, so that a thousand projects that work alike share
 * their tables, and that an edit elsewhere leaves the calendar what it was.
 */
export function internedCalendar(parts: CalendarParts): WorkingCalendar {
  const { publicHolidays = noPublicHolidays } = parts;
  const known = kept.get(publicHolidays) ?? new Map<string, WorkingCalendar>();
  kept.set(publicHolidays, known);
  const key = contentOf(parts);
  const found = known.get(key);
  if (found) return found;
  if (known.size >= mostKept) known.clear();
  const calendar = new WorkingCalendar(parts);
  known.set(key, calendar);
  return calendar;
}

function contentOf({ weekdays, hoursPerDay, holidays = [], place }: CalendarParts): string {
  const spans = mergedSpans(holidays).map(({ first, last }) => [first, last]);
  return JSON.stringify([[...new Set(weekdays)].sort(), hoursPerDay, spans, place?.country, place?.region]);
}
