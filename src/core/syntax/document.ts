import { atOnce, type Stepwise } from '../stepwise';
import type { TextChange } from '../text/sourceText';
import { Piece, type SourceText } from '../text/sourceText';
import { composed } from './composition';
import { cutting, type Cut } from './cut';
import { HeldTree } from './heldTree';
import { recut, type Recut } from './recut';
import { splicedDocument } from './splice';
import type { CutPiece, SyntaxDocument } from './syntaxDocument';

export type { CutPiece, SyntaxDocument } from './syntaxDocument';

/** Reads a text. Never throws: what cannot be read is among the problems, and everything else keeps its meaning. */
export function parseDocument(uri: string, text: string): SyntaxDocument {
  return atOnce(parsing(uri, text));
}

/** How much text is read in one step, in UTF-16 units, give or take a piece. */
const lengthPerStep = 4096;

/** The same bit by bit. A piece is read in one step, and so is what cannot be cut, as a file in flow style. */
export function* parsing(uri: string, text: string): Stepwise<SyntaxDocument> {
  const pieces: CutPiece[] = [];
  let stepEnd = lengthPerStep;
  for (const part of yield* cutting(text)) {
    pieces.push(cutPiece(uri, text, part));
    if (part.end < stepEnd) continue;
    stepEnd = part.end + lengthPerStep;
    yield;
  }
  yield;
  return compose(uri, pieces);
}

/** A change may put the pieces together anew, which of very many costs more than to read the whole text once. */
const manyChanges = 50;

/**
 * The document after edits, applied one after the other as the Language Server Protocol orders them. The result is
 * what {@link parseDocument} would give for the edited text; pieces that the edits did not touch keep their identity.
 */
export function editDocument(document: SyntaxDocument, changes: readonly TextChange[]): SyntaxDocument {
  const text = changes.length > manyChanges ? textAfter(document.source, changes) : undefined;
  if (text !== undefined) return parseDocument(document.uri, text);
  return changes.reduce((before, change) => {
    if (!change.range) return parseDocument(before.uri, change.text);
    const start = before.source.offsetAt(change.range.start);
    const end = Math.max(start, before.source.offsetAt(change.range.end));
    return recutDocument(before, recut(before, start, end, change.text));
  }, document);
}

/**
 * The text after changes of which each stands before the one that it follows, as editors tell of what they did at many
 * places: so that all of their ranges are those of the text as it is. Undefined for others.
 */
function textAfter(source: SourceText, changes: readonly TextChange[]): string | undefined {
  const text = source.toString();
  const backwards: string[] = [];
  let kept = text.length;
  for (const { range, text: inserted } of changes) {
    if (!range) return undefined;
    const start = source.offsetAt(range.start);
    const end = Math.max(start, source.offsetAt(range.end));
    // A line feed that came behind a carriage return has moved the start of its line.
    const isMoved = end === kept && backwards.at(-1)?.startsWith('\n') === true;
    if (end > kept || isMoved) return undefined;
    backwards.push(text.slice(end, kept), inserted);
    kept = start;
  }
  return text.slice(0, kept) + backwards.reverse().join('');
}

/** A recut reaches further than an edit: pieces that it gives as they were stay the same. */
function recutDocument(before: SyntaxDocument, { kept, dropped, pieces: { text, cuts } }: Recut): SyntaxDocument {
  const isSame = (part: Cut | undefined, old: CutPiece | undefined): boolean =>
    part?.role === old?.role &&
    part?.inside === old?.inside &&
    part !== undefined &&
    text.slice(part.start, part.end) === old?.piece.text;
  let [from, to] = [0, text === '' ? 0 : cuts.length];
  let [first, end] = [kept, dropped];
  while (from < to && first < end && isSame(cuts[from], before.pieces[first])) [from, first] = [from + 1, first + 1];
  while (to > from && end > first && isSame(cuts[to - 1], before.pieces[end - 1])) [to, end] = [to - 1, end - 1];
  const fresh = cuts.slice(from, to).map((part) => cutPiece(before.uri, text, part));
  return (
    splicedDocument(before, first, fresh, end) ??
    compose(before.uri, [...before.pieces.slice(0, first), ...fresh, ...before.pieces.slice(end)])
  );
}

function cutPiece(uri: string, text: string, { start, end, role, inside }: Cut): CutPiece {
  const piece = new Piece(uri, text.slice(start, end));
  return { piece, role, inside, tree: new HeldTree(piece, role) };
}

function compose(uri: string, cuts: readonly CutPiece[]): SyntaxDocument {
  // An empty file has one empty piece, so that what it lacks has a place.
  return composed(uri, cuts.length > 0 ? cuts : [cutPiece(uri, '', { start: 0, end: 0, role: 'prologue', inside: 0 })]);
}
