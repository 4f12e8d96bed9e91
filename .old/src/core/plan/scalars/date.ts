import type { Temporal } from 'temporal-polyfill';
import { writeDate } from './calendar';
import { dateProblem, dateReadings, isoDate } from './iso-date';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';
import { readPeriod } from './period';

function isIsoDate(text: string): boolean {
  return isoDate(text) !== undefined;
}

const form = 'Write it as year-month-day: 2026-09-30.';

/** A day of the calendar: `2026-09-30`. */
export function parseDate(text: string): Parsed<Temporal.PlainDate> {
  const date = isoDate(text);
  if (date) return parsed(date);
  const absent = refusedOutright(text, 'a date', '2026-09-30', isIsoDate);
  if (absent) return absent;
  if (text.length > longestRewritable) return refused(`${quoted(text)} is not a date. ${form}`);
  const noSuchDay = dateProblem(text);
  if (noSuchDay) return refused(noSuchDay.message, { candidates: noSuchDay.candidates, accepts: isIsoDate });
  const period = readPeriod(text.trim().toUpperCase());
  // Which of its days is meant, nobody can tell, so there is nothing to suggest.
  if (period && period.unit !== 'day') {
    return refused(
      `${quoted(text)} is a whole ${period.unit}, and a day is needed here, such as ${writeDate(period.last)}.`,
    );
  }
  const candidates = [text.trim(), ...dateReadings(text)];
  const example = candidates.find(isIsoDate);
  return refused(`${quoted(text)} is not a date. Write it as year-month-day: ${example ?? '2026-09-30'}.`, {
    candidates,
    accepts: isIsoDate,
  });
}
