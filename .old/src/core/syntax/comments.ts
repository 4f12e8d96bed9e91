import { lineEnd } from '../text/lines';
import type { Piece } from '../text/sourceText';
import type { Span } from '../text/span';
import type { Node } from './tree';

/**
 * The comments of a piece, from their `#` to the end of their line, in source order.
 *
 * @param root the tree of the piece: what looks like a comment inside one of its texts is none
 */
export function commentsOf(piece: Piece, root: Node | undefined): readonly Span[] {
  const { text } = piece;
  if (!text.includes('#')) return none;
  const scalars: Span[] = [];
  collectScalars(root, scalars);
  scalars.sort((one, other) => one.start - other.start);
  const comments: Span[] = [];
  let next = 0;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at)) {
    while (next < scalars.length && (scalars[next]?.end ?? 0) <= at) next++;
    const scalar = scalars[next];
    if (scalar && scalar.start <= at) {
      at = Math.max(scalar.end, at + 1);
    } else if (at > 0 && !/\s/.test(text[at - 1] ?? '')) {
      at++;
    } else {
      const end = lineEnd(text, at);
      comments.push({ start: at, end });
      at = end;
    }
  }
  return comments;
}

const none: readonly Span[] = [];

function collectScalars(node: Node | undefined, into: Span[]): void {
  if (node === undefined || node.kind === 'alias') return;
  if (node.kind === 'scalar') {
    if (node.end > node.start) into.push(node);
  } else if (node.kind === 'seq') {
    for (const item of node.items) collectScalars(item, into);
  } else {
    for (const pair of node.pairs) {
      collectScalars(pair.key, into);
      collectScalars(pair.value, into);
    }
  }
}
