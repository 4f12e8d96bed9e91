import { lineEnd, nextLineStart } from '../text/lines';

export const byteOrderMark = 0xfeff;

/**
 * Where the content of the line `[at, end)` starts, after its indentation by spaces; `end` where the line is blank.
 */
export function contentStart(text: string, at: number, end: number): number {
  let content = at;
  while (content < end && text[content] === ' ') content++;
  return isBlank(text, content, end) ? end : content;
}

function isBlank(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const char = text[at];
    if (char !== ' ' && char !== '\t') return false;
  }
  return true;
}

/** Whether the character at `at` stands alone: a blank or the end of the line follows it (`- `, `? `, `: `). */
export function isIndicator(text: string, at: number, end: number): boolean {
  return at + 1 >= end || text[at + 1] === ' ' || text[at + 1] === '\t';
}

/** Whether a line that starts at column 0 is `---` or `...`, alone or before a blank. */
export function isDocumentMarker(text: string, at: number, end: number): boolean {
  return (text.startsWith('---', at) || text.startsWith('...', at)) && isIndicator(text, at + 2, end);
}

/**
 * The offset of the colon that makes the line's content a key, or -1 where it is none.
 * A plain key may hold colons and number signs as YAML allows them; a quoted one ends at its closing quote.
 */
export function keyColon(text: string, content: number, end: number): number {
  const first = text[content];
  if (first === undefined || first === '[' || first === '{' || first === '#') return -1;
  if ((first === '-' || first === '?') && isIndicator(text, content, end)) return -1;
  if (first === '&' || first === '!' || first === '*') return colonAfterProperty(text, content, end);
  let at = content;
  if (first === '"' || first === "'") {
    at = closingQuote(text, content, end);
    if (at < 0) return -1;
    while (text[at] === ' ' || text[at] === '\t') at++;
    return text[at] === ':' && at < end ? at : -1;
  }
  for (; at < end; at++) {
    const char = text[at];
    if (char === ':' && isIndicator(text, at, end)) return at;
    if (char === '#' && (text[at - 1] === ' ' || text[at - 1] === '\t')) return -1;
  }
  return -1;
}

/** The colon of a key behind an anchor or a tag, whose name may hold colons itself; and of a key that is an alias. */
function colonAfterProperty(text: string, content: number, end: number): number {
  let at = content;
  while (at < end && text[at] !== ' ' && text[at] !== '\t') at++;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  if (text[content] !== '*') return keyColon(text, at, end);
  return at < end && text[at] === ':' && isIndicator(text, at, end) ? at : -1;
}

/** The offset after the quote that closes the one at `open`, or -1 where the line has none. */
function closingQuote(text: string, open: number, end: number): number {
  const quote = text[open];
  for (let at = open + 1; at < end; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return -1;
}

/** Whether nothing but a comment stands between `from` and the end of the line. */
export function isBareAfter(text: string, from: number, end: number): boolean {
  const content = contentStart(text, from, end);
  return content === end || (text[content] === '#' && content > from);
}

/** The indentation of the first content line from `from` on where it is a deeper plain or quoted key, else 0. */
export function entryIndent(text: string, from: number): number {
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at);
    const content = contentStart(text, at, end);
    if (content < end && text[content] !== '#') {
      return content > at && keyColon(text, content, end) >= 0 ? content - at : 0;
    }
    at = nextLineStart(text, end);
  }
  return 0;
}

/**
 * Whether a text has to be parsed as one piece: its root is a flow collection, a list, a block scalar or tagged, all
 * of it is indented, or it has a directive.
 */
export function isUncut(text: string): boolean {
  for (let at = text.charCodeAt(0) === byteOrderMark ? 1 : 0; at < text.length;) {
    const end = lineEnd(text, at);
    const next = nextLineStart(text, end);
    const content = contentStart(text, at, end);
    if (content < end && text[content] !== '#') {
      if (content > at) return !hasContentAtMargin(text, next);
      if (!isDocumentMarker(text, at, end)) return startsRoot(text, content, end);
      if (!isBareAfter(text, at + 3, end)) return true;
    }
    at = next;
  }
  return false;
}

function startsRoot(text: string, content: number, end: number): boolean {
  const first = text[content] ?? '';
  if ('%[{|>\t'.includes(first)) return true;
  if (first === '-') return isIndicator(text, content, end);
  return '"\'&!*'.includes(first) && keyColon(text, content, end) < 0;
}

function hasContentAtMargin(text: string, from: number): boolean {
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at);
    const content = contentStart(text, at, end);
    if (content === at && content < end && text[content] !== '#' && text[content] !== '\t') return true;
    at = nextLineStart(text, end);
  }
  return false;
}
