import type { Position, Range } from 'vscode-languageserver-types';
import { lastNotAbove, lineBreaks, lineEnd, lineStarts } from './lines';
import type { Span } from './span';

/**
 * A run of whole lines of one file. Spans in a piece are relative to it, so that an edit elsewhere in the file moves
 * nothing in it. A piece never changes: an edit replaces the pieces that it touches.
 */
export class Piece {
  #lineStarts: readonly number[] | undefined;
  #lineBreaks = -1;
  /** Where a source text last found this piece; only a hint, see {@link SourceText}. */
  indexHint = 0;
  /** Whether it is one entry at the top of a file, and says by itself what it says; set once, by who reads it. */
  isEntry = false;

  constructor(
    readonly uri: string,
    readonly text: string,
  ) {}

  /** The offset of each line's start; the last one equals the length where the text ends in a line break. */
  get lineStarts(): readonly number[] {
    return (this.#lineStarts ??= lineStarts(this.text));
  }

  /** How many line breaks it has. Every piece is asked that; where they are, only a few. */
  get lineBreaks(): number {
    if (this.#lineBreaks < 0) this.#lineBreaks = lineBreaks(this.text);
    return this.#lineBreaks;
  }
}

/** A range of a file that stays right while text moves: from `start` in `piece` to `end` in `last` (or `piece`). */
export interface Place {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
  readonly last?: Piece;
}

/** Where the pieces of a text start of which those from `from` to `to` give way to others. */
interface Measured {
  readonly offsets: Float64Array;
  readonly lines: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** A replacement in the coordinates of the text before it. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/**
 * The text of one file version as a list of pieces. It alone turns places into absolute offsets and into lines and
 * columns. Columns count UTF-16 units, lines and columns start from 0.
 */
export class SourceText {
  readonly #offsets: Float64Array;
  readonly #lines: Float64Array;

  constructor(
    readonly uri: string,
    readonly pieces: readonly Piece[],
    before?: Measured,
  ) {
    this.#offsets = new Float64Array(pieces.length + 1);
    this.#lines = new Float64Array(pieces.length + 1);
    const [first, end] = before ? this.#copy(before) : [0, pieces.length];
    for (let index = first; index < end; index++) this.#measure(index);
    if (before) this.#move(before, end);
  }

  /** The text with other pieces in the place of those from `from` to `to`. The others are not read. */
  spliced(from: number, fresh: readonly Piece[], to: number): SourceText {
    const pieces = this.pieces.slice(0, from).concat(fresh, this.pieces.slice(to));
    return new SourceText(this.uri, pieces, { offsets: this.#offsets, lines: this.#lines, from, to });
  }

  /** In UTF-16 units. */
  get length(): number {
    return this.#offsets[this.pieces.length] ?? 0;
  }

  get lineCount(): number {
    return (this.#lines[this.pieces.length] ?? 0) + 1;
  }

  /** The whole text, joined anew at each call. */
  toString(): string {
    return this.pieces.map((piece) => piece.text).join('');
  }

  /** The text between two absolute offsets. */
  slice(start: number, end: number): string {
    let text = '';
    for (let index = this.indexAt(start); index < this.pieces.length; index++) {
      const base = this.#offsets[index] ?? 0;
      if (base >= end) break;
      text += this.pieces[index]?.text.slice(Math.max(0, start - base), end - base) ?? '';
    }
    return text;
  }

  textOf(place: Place): string {
    if (place.last === undefined || place.last === place.piece) return place.piece.text.slice(place.start, place.end);
    const span = this.spanOf(place);
    return span ? this.slice(span.start, span.end) : '';
  }

  /** The index of the piece that holds an absolute offset; the later one at a boundary. */
  indexAt(offset: number): number {
    return Math.min(lastNotAbove(this.#offsets, offset), Math.max(0, this.pieces.length - 1));
  }

  /** The absolute offset at which the piece of this index starts. */
  startOf(index: number): number {
    return this.#offsets[index] ?? this.length;
  }

  /** The place of an absolute offset (clamped to the text), with no extent. */
  placeAt(offset: number): Place | undefined {
    const index = this.indexAt(offset);
    const piece = this.pieces[index];
    if (!piece) return undefined;
    const start = Math.min(Math.max(0, offset - this.startOf(index)), piece.text.length);
    return { piece, start, end: start };
  }

  /** The absolute span of a place; undefined where its piece is not of this version of the text. */
  spanOf(place: Place): Span | undefined {
    const first = this.#indexOf(place.piece);
    const last = place.last ? this.#indexOf(place.last) : first;
    if (first < 0 || last < 0) return undefined;
    return { start: this.startOf(first) + place.start, end: this.startOf(last) + place.end };
  }

  /** The lines and columns of a place; undefined where its piece is not of this version of the text. */
  rangeOf(place: Place): Range | undefined {
    const first = this.#indexOf(place.piece);
    const last = place.last ? this.#indexOf(place.last) : first;
    if (first < 0 || last < 0) return undefined;
    return { start: this.#positionIn(first, place.start), end: this.#positionIn(last, place.end) };
  }

  /** The line and column of an absolute offset, clamped to the text. */
  positionAt(offset: number): Position {
    const index = this.indexAt(offset);
    return this.#positionIn(index, offset - this.startOf(index));
  }

  rangeAt(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** The absolute offset of a line and column; a column past the end of its line is the end of the line. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.length;
    const index = Math.min(lastNotAbove(this.#lines, line), Math.max(0, this.pieces.length - 1));
    const piece = this.pieces[index];
    if (!piece) return 0;
    const start = piece.lineStarts[line - (this.#lines[index] ?? 0)] ?? piece.text.length;
    return this.startOf(index) + Math.min(start + Math.max(0, character), lineEnd(piece.text, start));
  }

  /** Takes over where the pieces stand that stand where they stood. @returns which ones are to be measured */
  #copy({ offsets, lines, from, to }: Measured): [first: number, end: number] {
    this.#offsets.set(offsets.subarray(0, from + 1));
    this.#lines.set(lines.subarray(0, from + 1));
    return [from, to + this.#offsets.length - offsets.length];
  }

  #measure(index: number): void {
    const piece = this.pieces[index];
    if (!piece) return;
    piece.indexHint = index;
    this.#offsets[index + 1] = (this.#offsets[index] ?? 0) + piece.text.length;
    this.#lines[index + 1] = (this.#lines[index] ?? 0) + piece.lineBreaks;
  }

  /** Finds out where the pieces from `end` on stand, from where they stood. */
  #move({ offsets, lines, to }: Measured, end: number): void {
    const [grown, longer] = [end - to, (this.#offsets[end] ?? 0) - (offsets[to] ?? 0)];
    const moreLines = (this.#lines[end] ?? 0) - (lines[to] ?? 0);
    for (let index = end; index < this.pieces.length; index++) {
      this.#offsets[index + 1] = (offsets[index + 1 - grown] ?? 0) + longer;
      this.#lines[index + 1] = (lines[index + 1 - grown] ?? 0) + moreLines;
      const piece = grown === 0 ? undefined : this.pieces[index];
      if (piece) piece.indexHint = index;
    }
  }

  #positionIn(index: number, offset: number): Position {
    const piece = this.pieces[index];
    if (!piece) return { line: 0, character: 0 };
    const within = Math.min(Math.max(0, offset), piece.text.length);
    const line = lastNotAbove(piece.lineStarts, within);
    return { line: (this.#lines[index] ?? 0) + line, character: within - (piece.lineStarts[line] ?? 0) };
  }

  /**
   * The hint makes this constant time. It may point elsewhere while an older version of the file is still asked, so
   * it is checked, and a search answers then.
   */
  #indexOf(piece: Piece): number {
    return this.pieces[piece.indexHint] === piece ? piece.indexHint : this.pieces.indexOf(piece);
  }
}
