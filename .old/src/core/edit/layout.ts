import { lineEnd, nextLineStart } from '../text/lines';
import type { Span } from '../text/span';

/** The offset at which the line of `offset` starts. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** How many characters stand before `offset` on its line, a byte order mark not counted. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (start === 0 && offset > 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

/** Where the first character of a line stands that is no blank; its end for a blank line. */
export function firstNonBlank(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankChar(text[at])) at++;
  return at;
}

/** Whether nothing but blanks stands before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return isBlankBetween(text, lineStart(text, offset), offset);
}

/** Whether nothing but blanks stands between two offsets of one line. */
export function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!isBlankChar(text[at]) && text.charCodeAt(at) !== 0xfeff) return false;
  }
  return true;
}

/** Whether the line that starts at `start` holds no content and is a line: false at the end of the text. */
export function isBlankLine(text: string, start: number): boolean {
  return start < text.length && isBlankBetween(text, start, lineEnd(text, start));
}

export function isBlankChar(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}

/** The start of the line above the one that starts at `start`; undefined for the first. */
export function lineAbove(text: string, start: number): number | undefined {
  if (start === 0) return undefined;
  const crlf = text[start - 1] === '\n' && text[start - 2] === '\r';
  return lineStart(text, start - (crlf ? 2 : 1));
}

/**
 * The end of the last line of what ends at `offset` and belongs to a key or dash in `column`: what follows on its
 * line, and the comments below that are indented deeper than it.
 */
export function blockEnd(text: string, offset: number, column: number): number {
  let last = lineEnd(text, offset);
  for (let at = nextLineStart(text, last); at < text.length;) {
    const end = lineEnd(text, at);
    const content = firstNonBlank(text, at, end);
    if (content < end) {
      if (text[content] !== '#' || content - at <= column) break;
      last = end;
    }
    at = nextLineStart(text, end);
  }
  return last;
}

/** The start of the first of the comment lines right above a line, or of the line itself. */
export function firstCommentAbove(text: string, line: number): number {
  let first = line;
  for (let at = lineAbove(text, line); at !== undefined; at = lineAbove(text, at)) {
    if (text[firstNonBlank(text, at, lineEnd(text, at))] !== '#') break;
    first = at;
  }
  return first;
}

/** How many neighbours are looked at to see how the entries of a map or list are set apart. */
export const mostNeighbours = 40;

/**
 * Whether blank lines stand between entries, where these have several lines.
 *
 * @param spans the entries in the order of the text; only the first of many are looked at
 * @param column that of their keys or dashes
 */
export function standApart(text: string, spans: readonly Span[], column: number): boolean {
  const isLong = ({ start, end }: Span): boolean => lineEnd(text, start) < end;
  let apart = 0;
  let together = 0;
  for (let at = 1; at < Math.min(spans.length, mostNeighbours); at++) {
    const [one, other] = [spans[at - 1], spans[at]];
    if (!one || !other || !(isLong(one) || isLong(other))) continue;
    const next = nextLineStart(text, blockEnd(text, one.end, column));
    if (isBlankLine(text, next)) apart++;
    else together++;
  }
  return apart > together;
}
