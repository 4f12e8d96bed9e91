import { lineStart } from '../../edit/layout';
import type { CutPiece, SyntaxDocument } from '../../syntax/document';
import { keyColon } from '../../syntax/lineShape';
import { lineEnd } from '../../text/lines';

/** The line that the cursor is in, as it is written. */
export interface CursorLine {
  /** Where it starts, as an absolute offset; after a byte order mark. */
  readonly start: number;
  /** Without its line break. */
  readonly text: string;
  /** How many characters stand before the cursor. */
  readonly column: number;
  /** The piece that holds it, by its index. */
  readonly piece: number;
}

/** @returns undefined inside a byte order mark or a line break, where nothing can be written */
export function cursorLine({ source, pieces }: SyntaxDocument, offset: number): CursorLine | undefined {
  const piece = source.indexAt(offset);
  const text = pieces[piece]?.piece.text;
  if (text === undefined) return undefined;
  const base = source.startOf(piece);
  const at = offset - base;
  const marked = piece === 0 && text.startsWith('\ufeff') ? 1 : 0;
  const start = Math.max(lineStart(text, at), marked);
  const end = lineEnd(text, start);
  if (at < start || at > end || (text[at - 1] === '\r' && text[at] === '\n')) return undefined;
  return { start: base + start, text: text.slice(start, end), column: at - start, piece };
}

/** Whether the cursor is in a comment, or right before one, which would become a part of what is written there. */
export function isInComment({ source, pieces }: SyntaxDocument, { start, text, column, piece }: CursorLine): boolean {
  if (/^\s*#/.test(text) || (text[column] === '#' && /\s/.test(text.charAt(column - 1)))) return true;
  const at = start + column - source.startOf(piece);
  return commentsOf(pieces[piece]).some((span) => span.start < at && at <= span.end);
}

function commentsOf(piece: CutPiece | undefined): CutPiece['tree']['comments'] {
  return piece?.tree.comments ?? [];
}

/** The parts of a line: its indentation with the dashes of lists, what is written, and a comment with what parts it. */
export interface LineParts {
  /** How long the indentation is, dashes and the blanks after them included. */
  readonly indent: number;
  /** Where what is written ends. */
  readonly end: number;
  /** Whether there is a colon that makes a key of what stands before it. */
  readonly hasKey: boolean;
}

export function lineParts(text: string): LineParts {
  const indent = /^[ \t]*(?:-[ \t]+)*/.exec(text)?.[0].length ?? 0;
  const comment = /(?:^|[ \t])#/.exec(text.slice(indent));
  const end = indent + text.slice(indent, comment ? indent + comment.index : undefined).trimEnd().length;
  return { indent, end, hasKey: keyColon(text, indent, text.length) >= 0 };
}

/** What would close the brackets and the quote that a line leaves open, from the inside. */
export function missingClosers(text: string): string {
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const isFresh = at === 0 || /[\s,:[{]/.test(text.charAt(at - 1));
    if (char === '#' && isFresh) break;
    if ((char === '"' || char === "'") && isFresh) {
      const quoted = char === '"' ? /"(?:[^"\\]|\\.)*"/y : /'(?:[^']|'')*'/y;
      quoted.lastIndex = at;
      const end = quoted.test(text) ? quoted.lastIndex : undefined;
      if (end === undefined) return char + open.reverse().join('');
      at = end - 1;
    } else if (char === '[' || char === '{') {
      open.push(char === '[' ? ']' : '}');
    } else if (char === open.at(-1)) {
      open.pop();
    }
  }
  return open.reverse().join('');
}
