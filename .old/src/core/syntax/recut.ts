import { cut, type Cut } from './cut';
import type { SyntaxDocument } from './syntaxDocument';
import { byteOrderMark, contentStart } from './lineShape';
import { lineEnd, nextLineStart } from '../text/lines';

/** Which pieces of a document an edit replaces, and by what. */
export interface Recut {
  /** Pieces before this index stay. */
  readonly kept: number;
  /** Pieces from this index on stay. */
  readonly dropped: number;
  /** The cuts of the pieces between, as parts of `text`. */
  readonly pieces: { readonly text: string; readonly cuts: readonly Cut[] };
}

/**
 * Cuts anew what an edit can reach: from the entry before the edited one, since a comment or a continuation may move
 * to it, up to the first boundary after the edit that the old cut has as well, in the same section.
 *
 * @param start where the replaced text starts, as an absolute offset
 * @param end where it ends
 */
export function recut(document: SyntaxDocument, start: number, end: number, inserted: string): Recut {
  const { source, pieces } = document;
  const first = source.indexAt(start);
  // The kind of the root may depend on any line when it starts indented, or is not cut at all.
  if (pieces.length === 0 || !startsAtMargin(document)) return whole(document, start, end, inserted);
  const kept = Math.max(0, first - 1);
  const base = source.startOf(kept);
  const touched = source.indexAt(end);
  for (let reach = 2; ; reach *= 2) {
    const until = Math.min(pieces.length, touched + reach);
    const text = source.slice(base, start) + inserted + source.slice(end, source.startOf(until));
    if (kept === 0 && !marginFirst(text)) return whole(document, start, end, inserted);
    const shift = inserted.length - (end - start) - base;
    const boundaries = new Map<number, number>();
    for (let index = touched + 1; index < until; index++) boundaries.set(source.startOf(index) + shift, index);
    let dropped = until;
    const from = { at: 0, inside: pieces[kept]?.inside ?? 0, fresh: kept === 0 };
    const cuts = cut(text, from, (at, inside) => {
      const index = boundaries.get(at);
      if (index === undefined || pieces[index]?.inside !== inside) return false;
      dropped = index;
      return true;
    });
    if (dropped < until || until === pieces.length) return { kept, dropped, pieces: { text, cuts } };
  }
}

function whole(document: SyntaxDocument, start: number, end: number, inserted: string): Recut {
  const { source, pieces } = document;
  const text = source.slice(0, start) + inserted + source.slice(end, source.length);
  return { kept: 0, dropped: pieces.length, pieces: { text, cuts: cut(text) } };
}

function startsAtMargin({ pieces }: SyntaxDocument): boolean {
  const first = pieces.find(({ role }) => role !== 'prologue');
  return first !== undefined && first.role !== 'whole' && marginFirst(first.piece.text);
}

/** Whether the first content line of a text stands at column 0. */
function marginFirst(text: string): boolean {
  for (let at = text.charCodeAt(0) === byteOrderMark ? 1 : 0; at < text.length;) {
    const end = lineEnd(text, at);
    const content = contentStart(text, at, end);
    if (content < end && text[content] !== '#') return content === at && text[content] !== '\t';
    at = nextLineStart(text, end);
  }
  return false;
}
