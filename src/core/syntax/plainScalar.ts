import type { Piece } from '../text/sourceText';
import type { ScalarNode, ScalarStyle } from './tree';

/** A place that is not of the simple form that is asked for. */
export const notPlain = -1;

const [lineFeed, carriageReturn, space] = [10, 13, 32];
const [quote, number, apostrophe, plus, comma, hyphen] = [34, 35, 39, 43, 44, 45];
const [colon, openBracket, backslash, closeBracket, openBrace, closeBrace] = [58, 91, 92, 93, 123, 125];

/** Whether this ends a line or the text. */
export function isEndOfLine(code: number): boolean {
  return code === lineFeed || code === carriageReturn || Number.isNaN(code);
}

/** The first offset from `at` on that is no space. */
export function afterSpaces(text: string, at: number): number {
  while (text.charCodeAt(at) === space) at++;
  return at;
}

/**
 * Where the plain key at an offset ends: at a colon that a blank or the end of the line follows. `notPlain` where none
 * of the simplest form stands there: it begins with a letter, a digit or `_`.
 */
export function keyEnd(text: string, at: number): number {
  if (!isLetter(text.charCodeAt(at))) return notPlain;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === colon && isBlank(text.charCodeAt(at + 1))) return text.charCodeAt(at - 1) === space ? notPlain : at;
    if (code === number && text.charCodeAt(at - 1) === space) return notPlain;
    if (code > number && code < 127) continue;
    at = afterPrintable(text, at, code);
    if (at < 0) return notPlain;
  }
}

/**
 * Where the plain text at an offset ends, on its line: blanks and a comment behind it excluded. `notPlain` where no
 * plain text of one line can start there, or what follows would make a key of it.
 */
export function plainEnd(text: string, start: number): number {
  if (!canStart(text, start)) return notPlain;
  let at = start;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code > colon && code < 127) continue;
    if (isEndOfLine(code)) break;
    if (code === colon && isBlank(text.charCodeAt(at + 1))) return notPlain;
    if (code === number && text.charCodeAt(at - 1) === space) break;
    at = afterPrintable(text, at, code);
    if (at < 0) return notPlain;
  }
  return beforeSpaces(text, at);
}

/** The same for a plain text within brackets on one line, which ends at a comma or at a closing bracket. */
export function flowPlainEnd(text: string, start: number): number {
  if (!canStart(text, start)) return notPlain;
  let at = start;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === comma || code === closeBracket || code === closeBrace) break;
    if (code === openBracket || code === openBrace) return notPlain;
    if (code === colon && (isBlank(text.charCodeAt(at + 1)) || isFlowIndicator(text.charCodeAt(at + 1))))
      return notPlain;
    if (code === number && text.charCodeAt(at - 1) === space) return notPlain;
    at = afterPrintable(text, at, code);
    if (at < 0) return notPlain;
  }
  return beforeSpaces(text, at);
}

/** Where the plain key at an offset within brackets ends, at its colon. */
export function flowKeyEnd(text: string, start: number): number {
  const end = keyEnd(text, start);
  for (let at = start; at < end; at++) if (isFlowIndicator(text.charCodeAt(at))) return notPlain;
  return end < 0 || isEndOfLine(text.charCodeAt(end + 1)) ? notPlain : end;
}

/** Where a quoted text without escapes ends, on its line, behind its closing quote. */
export function quotedEnd(text: string, start: number): number {
  const mark = text.charCodeAt(start);
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) return text.charCodeAt(at + 1) === mark ? notPlain : at + 1;
    if (code === backslash && mark === quote) return notPlain;
    at = afterPrintable(text, at, code);
    if (at < 0) return notPlain;
  }
}

/** The scalar at an offset within a line; undefined where it is not of the simplest form. */
export function scalarAt(piece: Piece, start: number, inFlow: boolean): ScalarNode | undefined {
  const { text } = piece;
  const code = text.charCodeAt(start);
  if (code === quote || code === apostrophe) {
    const end = quotedEnd(text, start);
    if (end < 0) return undefined;
    return scalarOf(piece, start, end, text.slice(start + 1, end - 1), code === quote ? 'double' : 'single');
  }
  const end = inFlow ? flowPlainEnd(text, start) : plainEnd(text, start);
  return end < 0 ? undefined : scalarOf(piece, start, end, wordAt(text, start, end), 'plain');
}

export function scalarOf(piece: Piece, start: number, end: number, text: string, style: ScalarStyle): ScalarNode {
  return { kind: 'scalar', piece, start, end, text, style };
}

/** Longer texts are parts of their file to the engine, which would stay in memory with them. */
const longestWord = 12;

/** The words that were read last, by their length and ends: plans say the same few words again and again. */
const words: string[] = new Array<string>(1024).fill('');

/** A part of a text. Of a short one that has just been read the same object is given, which takes no memory of its own. */
export function wordAt(text: string, start: number, end: number): string {
  const length = end - start;
  if (length > longestWord || length === 0) return text.slice(start, end);
  const place = (length * 31 + text.charCodeAt(start) * 37 + text.charCodeAt(end - 1) * 101) & 1023;
  const word = words[place] ?? '';
  if (word.length === length && text.startsWith(word, start)) return word;
  const fresh = text.slice(start, end);
  words[place] = fresh;
  return fresh;
}

function isBlank(code: number): boolean {
  return code === space || isEndOfLine(code);
}

function isFlowIndicator(code: number): boolean {
  return code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
}

/** Whether a plain text that begins so means nothing else, wherever it stands. */
function canStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLetter(code) || ((code === plus || code === hyphen) && isLetter(text.charCodeAt(at + 1)));
}

/** A letter, a digit or `_`; or whatever else is no sign of ASCII, and not half of a character. */
function isLetter(code: number): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
  }
  return code > 0xa0 && code < 0xd800;
}

/** The last unit of the character at an offset; `notPlain` where YAML has no such character, or the line ends. */
function afterPrintable(text: string, at: number, code: number): number {
  if (code >= space && code < 127) return at;
  if (code < 0xa0 || Number.isNaN(code) || code === 0xfeff || code >= 0xfffe) return notPlain;
  if (code < 0xd800 || code > 0xdfff) return at;
  const low = text.charCodeAt(at + 1);
  return code < 0xdc00 && low >= 0xdc00 && low <= 0xdfff ? at + 1 : notPlain;
}

function beforeSpaces(text: string, end: number): number {
  while (text.charCodeAt(end - 1) === space) end--;
  return end;
}
