import type { SyntaxDocument } from '../../syntax/document';
import { lineEnd, nextLineStart } from '../../text/lines';
import type { Place } from '../../text/sourceText';
import type { Span } from '../../text/span';

/**
 * Where the text of a file could not be read as it was meant. What is missing or wrong there most likely follows from
 * that, and one mistake is one finding.
 */
export class BrokenText {
  readonly #document: SyntaxDocument;
  readonly #spans: readonly Span[];
  #text: string | undefined;

  constructor(document: SyntaxDocument) {
    this.#document = document;
    this.#spans = document.problems.flatMap(({ at, clouds }) => document.source.spanOf(clouds ?? at) ?? []);
  }

  /** Whether any of the file is broken. */
  get any(): boolean {
    return this.#spans.length > 0;
  }

  /** Whether a place overlaps with broken text or touches it. */
  touches(at: Place): boolean {
    const span = this.any ? this.#document.source.spanOf(at) : undefined;
    return span !== undefined && this.#spans.some(({ start, end }) => start <= span.end && span.start <= end);
  }

  /** Whether any text is broken between two places, so that it is open whether they belong together. */
  between(one: Place, other: Place): boolean {
    const first = this.any ? this.#document.source.spanOf(one) : undefined;
    const second = this.any ? this.#document.source.spanOf(other) : undefined;
    if (!first || !second) return false;
    return this.#spans.some(({ start, end }) => first.end <= start && end <= second.start);
  }

  /**
   * Whether any text of an entry is broken: what stands from its key to the next line that is indented as far as the
   * key, or less. What could not be read is not in the tree, so the lines tell.
   *
   * @param entry from its key to the end of its value
   */
  inEntry(entry: Place): boolean {
    const span = this.any ? this.#document.source.spanOf(entry) : undefined;
    if (!span) return false;
    const end = Math.max(span.end, this.#endOfLines(span.start));
    return this.#spans.some((broken) => broken.start <= end && span.start <= broken.end);
  }

  /** Whether a line is broken that stands at the margin, where the keys of the file are. */
  atMargin(): boolean {
    return this.#spans.some(({ start }) => {
      const { line, character } = this.#document.source.positionAt(start);
      const lineStart = start - character;
      return !/^[ \t]/.test(this.#document.source.slice(lineStart, lineStart + 1)) || line === 0;
    });
  }

  #endOfLines(start: number): number {
    const text = (this.#text ??= this.#document.source.toString());
    const { character: column } = this.#document.source.positionAt(start);
    let last = lineEnd(text, start);
    for (let at = nextLineStart(text, last); at < text.length;) {
      const end = lineEnd(text, at);
      const content = text.slice(at, end).search(/[^ \t]/);
      if (content >= 0 && content <= column) break;
      last = end;
      at = nextLineStart(text, end);
    }
    return last;
  }
}
