/** A number, or a text as it stands in a plan; undefined or null is an empty cell. */
export type CsvValue = string | number | boolean | null | undefined;

/**
 * A table as CSV: RFC 4180, so records end with CR LF, also the last, and the first one holds the headings.
 *
 * There is no byte order mark: RFC 4180 knows none, and most programs would read it as a part of the first heading.
 */
export function csvText(headings: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [headings, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: CsvValue): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value);
  const text = withoutFormula(withoutControls(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets take what begins like this for a formula and run it, also behind blanks or in full width. An apostrophe
 * before it makes it text: OWASP, "CSV Injection". Numbers are ours, and stay numbers where they are negative.
 */
function withoutFormula(text: string): string {
  return /^[\t\r\n]|^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

/** Control characters that a terminal may obey; a tab and the ends of lines are text. */
function withoutControls(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what has to go
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g,
    (character) => `\\u{${character.charCodeAt(0).toString(16)}}`,
  );
}
