import { Temporal } from 'temporal-polyfill';

/** A whole day that somebody wants in a calendar. */
export interface CalendarEvent {
  /** The same each time that the plan is exported, so that a calendar replaces what it has. */
  readonly id: string;
  /** ISO calendar date. */
  readonly date: string;
  readonly title: string;
  readonly description?: string | undefined;
}

/**
 * Events as iCalendar (RFC 5545): all-day events, which block nobody's time.
 *
 * @param name of the calendar
 * @param stamp the day as of which the plan was looked at
 */
export function iCalendar(name: string, events: readonly CalendarEvent[], stamp: Temporal.PlainDate): string {
  const day = compact(stamp.toString());
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Throughline//Planning as code//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ id, date, title, description }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}`,
      `DTSTAMP:${day}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(date)}`,
      `DTEND;VALUE=DATE:${compact(Temporal.PlainDate.from(date).add({ days: 1 }).toString())}`,
      `SUMMARY:${escaped(title)}`,
      ...(description === undefined || description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

/** Text as RFC 5545 has it (3.3.11); other control characters are not allowed in it. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
      // eslint-disable-next-line no-control-regex -- control characters are what has to go
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  );
}

/** Lines are at most 75 bytes long, and go on after a blank (3.1); a character is never cut. */
function folded(line: string): string {
  let text = '';
  let bytes = 0;
  for (const character of line) {
    const size = byteLength(character);
    if (bytes + size > 75) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}

/** In UTF-8. */
function byteLength(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
