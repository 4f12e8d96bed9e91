import { placeOf, type ScalarNode } from '../syntax/tree';
import { lineEnd } from '../text/lines';
import type { Place } from '../text/sourceText';

/** Where the text of a scalar stands, without its quotes or the header of a block; empty where there is no text. */
export function contentOf(node: ScalarNode): Place {
  const { piece, start, end, style } = node;
  const { text } = piece;
  if (style === 'plain') return placeOf(node);
  if (style === 'literal' || style === 'folded') {
    const header = Math.min(lineEnd(text, start), end);
    const blanks = /^\s*/.exec(text.slice(header, end))?.[0].length ?? 0;
    return { piece, start: header + blanks, end };
  }
  const isClosed = end - start > 1 && text[end - 1] === text[start];
  return { piece, start: Math.min(start + 1, end), end: isClosed ? end - 1 : end };
}
