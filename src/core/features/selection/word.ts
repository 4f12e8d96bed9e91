import { lineStart } from '../../edit/layout';
import { lineEnd } from '../../text/lines';
import type { Span } from '../../text/span';

/** Letters and digits, with what joins them within an id, a number or a word: `one-click-pay`, `1.4`, `today's`. */
const word = /[\p{L}\p{M}\p{N}_]+(?:[-.'’][\p{L}\p{M}\p{N}_]+)*/gu;

/** The word that an offset of a text touches; undefined where it touches none. */
export function wordAt(text: string, offset: number): Span | undefined {
  const start = lineStart(text, offset);
  const line = text.slice(start, lineEnd(text, offset));
  for (const { 0: found, index } of line.matchAll(word)) {
    const at = start + index;
    if (at > offset) return undefined;
    if (offset <= at + found.length) return { start: at, end: at + found.length };
  }
  return undefined;
}
