import type { Temporal } from 'temporal-polyfill';
import { formatDate, formatPeriod, type DateRange, type Period } from '../../plan/scalars';
import { weekdayName } from '../../plan/scalars/calendar';

/** A period as a limit: `Q2 2027, until 30 June 2027`. */
export function limitText(period: Period): string {
  return period.unit === 'day' ? formatDate(period.last) : `${formatPeriod(period)}, until ${formatDate(period.last)}`;
}

/** From one day to another, either of them perhaps unknown. */
export function spanText(
  start: Temporal.PlainDate | undefined,
  end: Temporal.PlainDate | undefined,
): string | undefined {
  if (start && end) return `${formatDate(start)} to ${formatDate(end)}`;
  if (start) return `from ${formatDate(start)}`;
  return end && `until ${formatDate(end)}`;
}

/** A day with its day of the week, which a plan does not show: `Monday, 4 May 2026`. */
function dayText(date: Temporal.PlainDate): string {
  return `${weekdayName(date.dayOfWeek)}, ${formatDate(date)}`;
}

/** What a period or range in a plan stands for: its first and its last day. */
export function periodMarkdown({ first, last }: Pick<Period | DateRange, 'first' | 'last'>, title?: string): string {
  const days = first.equals(last) ? dayText(first) : `${dayText(first)} to ${dayText(last)}`;
  return title === undefined ? days : `**${title}**\n\n${days}`;
}
