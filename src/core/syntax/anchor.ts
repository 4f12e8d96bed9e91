import type { Place } from '../text/sourceText';
import type { Node } from './tree';

/** Where the anchor of a node is written, `&` included; undefined for a node without one. */
export function placeOfAnchor({ anchor, piece, start }: Node): Place | undefined {
  if (anchor === undefined) return undefined;
  const mark = `&${anchor}`;
  let found: Place | undefined;
  for (let before = start; before >= mark.length;) {
    const at = piece.text.lastIndexOf(mark, before - mark.length);
    if (at < 0) break;
    // The first of several: a comment behind the anchor may speak of it.
    const end = at + mark.length;
    if (isProperty(piece.text.slice(end, start))) found = { piece, start: at, end };
    before = end - 1;
  }
  return found;
}

/** Whether nothing but blanks, a tag and comments stand between an anchor and its node. */
function isProperty(between: string): boolean {
  return /^(?:\s(?:\s|!\S*(?!\S)|#[^\r\n]*(?![^\r\n]))*)?$/.test(between);
}
