import type { SyntaxDocument } from '../../syntax/document';
import { contentStart, keyColon } from '../../syntax/lineShape';
import { lastNotAbove, lineEnd, nextLineStart } from '../../text/lines';
import type { CursorLine } from './cursorLine';

/** A column in which a line can go on with what the lines above have begun. */
export interface OpenColumn {
  readonly column: number;
  /** Whether an entry of a list stands there, as its dash. */
  readonly list: boolean;
}

/** What the lines above a line leave open. */
export interface LinesAbove {
  /** From the deepest to the outermost, without what may stand below a key that has no value yet. */
  readonly open: readonly OpenColumn[];
  /** The column of the key right above where it has no value on its line. */
  readonly bareKey: number | undefined;
  /** The column of what already stands below that key, after the cursor. */
  readonly below: number | undefined;
}

/** Reads by their indentation what the lines above the cursor leave open. */
export function linesAbove(document: SyntaxDocument, line: CursorLine): LinesAbove {
  const open: OpenColumn[] = [];
  let nearest: string | undefined;
  let outermost = Infinity;
  for (const text of contentAbove(document, line)) {
    nearest ??= text;
    const start = text.search(/[^ ]/);
    if (start > outermost) continue;
    for (const found of columnsIn(text)) {
      const isKnown = open.some(({ column, list }) => column === found.column && list === found.list);
      if (found.column <= outermost && !isKnown) open.push(found);
    }
    outermost = start;
    if (outermost === 0) break;
  }
  if (!open.some(({ column, list }) => column === 0 && !list)) open.push({ column: 0, list: false });
  const bareKey = nearest === undefined ? undefined : bareKeyIn(nearest);
  return { open, bareKey, below: bareKey === undefined ? undefined : columnBelow(document, line, bareKey) };
}

/** The columns of the key and of the dashes that a line begins with, the deepest first. */
function columnsIn(line: string): readonly OpenColumn[] {
  const content = contentColumn(line);
  const dashes = [...line.slice(0, content).matchAll(/-/g)].map(({ index }) => ({ column: index, list: true }));
  const hasKey = keyColon(line, content, line.length) >= 0;
  return [...(hasKey ? [{ column: content, list: false }] : []), ...dashes.reverse()];
}

/** Where what is written starts, after the dashes of lists. */
function contentColumn(line: string): number {
  return /^ *(?:-(?:[ \t]+|$))*/.exec(line)?.[0].length ?? 0;
}

function bareKeyIn(line: string): number | undefined {
  const content = contentColumn(line);
  if (/^ *(?:-\s*)+$/.test(line)) return line.lastIndexOf('-');
  const colon = keyColon(line, content, line.length);
  // An anchor or a tag is no value.
  return colon >= 0 && /^(?:\s+[&!]\S*)*\s*(?:\s#.*)?$/.test(line.slice(colon + 1)) ? content : undefined;
}

/** The column of the next line with content, where it is deeper than a key. It belongs to the key, and so to its piece. */
function columnBelow(
  { source, pieces }: SyntaxDocument,
  { start, piece }: CursorLine,
  key: number,
): number | undefined {
  for (const index of [piece, piece + 1]) {
    const text = pieces[index]?.piece.text ?? '';
    for (let at = index === piece ? start - source.startOf(index) : 0; at < text.length;) {
      const end = lineEnd(text, at);
      const content = contentStart(text, at, end);
      if (content < end && text[content] !== '#') return content - at > key ? content - at : undefined;
      at = nextLineStart(text, end);
    }
  }
  return undefined;
}

/** The lines above the cursor that are neither blank nor a comment, up to the start of the entry that holds it. */
function* contentAbove({ source, pieces }: SyntaxDocument, { start, piece }: CursorLine): Generator<string> {
  for (let index = piece; index >= 0; index--) {
    const cut = pieces[index];
    if (!cut) return;
    const { text, lineStarts } = cut.piece;
    const limit = index === piece ? start - source.startOf(index) : text.length;
    let found = false;
    for (let at = lastNotAbove(lineStarts, limit); at >= 0; at--) {
      const from = lineStarts[at] ?? 0;
      if (from >= limit) continue;
      const content = text.slice(from, lineEnd(text, from)).replace(/^\ufeff/, '');
      if (/^\s*(?:#|$)/.test(content)) continue;
      found = true;
      yield content;
    }
    if (found && cut.role !== 'stray') return;
  }
}
