import type { Temporal } from 'temporal-polyfill';
import { formatDate, writeDate } from './calendar';
import { parseDate } from './date';
import { isoDate } from './iso-date';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed, type TextSpan } from './parsed';
import { readPeriod } from './period';

/** From one day to another, both included. The end may stand before the start: a rule reports that, with its fixes. */
export interface DateRange {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** Where the two are written; the same span where one day is the whole range. */
  readonly firstSpan: TextSpan;
  readonly lastSpan: TextSpan;
  readonly text: string;
}

const shape = /^(\S{10})(?:(\s*\.\.\s*)(\S{10}))?$/;

function readDateRange(text: string): DateRange | undefined {
  const match = shape.exec(text);
  const first = match && isoDate(match[1] ?? '');
  if (!first) return undefined;
  const firstSpan = { start: 0, end: 10 };
  if (match[3] === undefined) return { first, last: first, firstSpan, lastSpan: firstSpan, text };
  const last = isoDate(match[3]);
  return last && { first, last, firstSpan, lastSpan: { start: text.length - 10, end: text.length }, text };
}

function isDateRange(text: string): boolean {
  return readDateRange(text) !== undefined;
}

/** The two sides of a text that joins them by a word, a dash, dots or a slash. */
const separated =
  /^(.{6,40}?)\s*(?:\.{2,3}|…|\s-{1,2}\s|[–—]|\s(?:to|until|till|through|bis)\s|\/(?=\d{4}-))\s*(.{1,40})$/s;

/** ISO texts that one side may stand for; the second side may leave out what it shares with the first. */
function sideReadings(side: string, first?: string): string[] {
  const result = parseDate(side);
  if (result.ok) return [side];
  const shortened = /^(?:(\d{1,2})-)?(\d{1,2})$/.exec(side);
  if (first && shortened) {
    const month = shortened[1]?.padStart(2, '0') ?? first.slice(5, 7);
    return [`${first.slice(0, 4)}-${month}-${(shortened[2] ?? '').padStart(2, '0')}`];
  }
  return [...(result.problem.suggestions ?? [])];
}

function rangeReadings(text: string): string[] {
  const period = readPeriod(text.trim().toUpperCase());
  if (period && period.unit !== 'day') return [`${writeDate(period.first)}..${writeDate(period.last)}`];
  const match = separated.exec(text.trim());
  if (!match) return sideReadings(text);
  return sideReadings(match[1] ?? '').flatMap((first) =>
    sideReadings(match[2] ?? '', first).map((last) => `${first}..${last}`),
  );
}

const form = 'Write one day, or the first and the last with two points between them: 2026-08-03..2026-08-14.';

/** One day or two: `2026-08-03`, `2026-08-03..2026-08-14`. */
export function parseDateRange(text: string): Parsed<DateRange> {
  const range = readDateRange(text);
  if (range) return parsed(range);
  const absent = refusedOutright(text, 'a range of dates', '2026-08-03..2026-08-14', isDateRange);
  if (absent) return absent;
  if (text.length > longestRewritable) return refused(`${quoted(text)} is not a range of dates. ${form}`);
  const refusal = {
    candidates: rangeReadings(text),
    accepts: isDateRange,
  };
  // A mistake in one of two days is said of that day, where it stands.
  const sides = /^([^.\s]+)\s*\.\.\s*([^.\s]+)$/.exec(text);
  const [, one = '', two = ''] = sides ?? [];
  const places = sides
    ? ([
        [one, 0],
        [two, text.length - two.length],
      ] as const)
    : [];
  for (const [side, start] of places) {
    const result = parseDate(side);
    if (!result.ok) return refused(result.problem.message, { ...refusal, span: { start, end: start + side.length } });
  }
  return refused(`${quoted(text)} is not a range of dates. ${form}`, refusal);
}

/** The range as a message writes it: `3 August 2026 to 14 August 2026`. */
export function formatDateRange(range: DateRange): string {
  return range.first.equals(range.last)
    ? formatDate(range.first)
    : `${formatDate(range.first)} to ${formatDate(range.last)}`;
}

/** The range as a plan writes it. */
export function writeDateRange(first: Temporal.PlainDate, last: Temporal.PlainDate): string {
  return first.equals(last) ? writeDate(first) : `${writeDate(first)}..${writeDate(last)}`;
}
