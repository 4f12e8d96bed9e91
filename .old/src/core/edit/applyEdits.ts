import type { SyntaxDocument } from '../syntax/document';
import { editDocument } from '../syntax/document';
import type { Span } from '../text/span';

/** One replacement in a text: `span` in UTF-16 offsets of the text before any of the edits. */
export interface SpanEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text after all edits. Several insertions at one offset keep the order in which they are given.
 *
 * @returns undefined where two edits overlap or one lies outside the text, so that which of them counts is unclear
 */
export function applyEdits(text: string, edits: readonly SpanEdit[]): string | undefined {
  const sorted = sortedEdits(edits);
  if (!sorted) return undefined;
  let result = '';
  let at = 0;
  for (const { span, newText } of sorted) {
    if (span.end > text.length) return undefined;
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The edits by where they stand; undefined where two of them overlap. */
export function sortedEdits<E extends SpanEdit>(edits: readonly E[]): readonly E[] | undefined {
  const sorted = [...edits].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  let end = 0;
  for (const { span } of sorted) {
    if (span.start < end || span.end < span.start) return undefined;
    end = span.end;
  }
  return sorted;
}

/** The document after edits that do not overlap; only the pieces that they touch are read anew. */
export function documentAfter(document: SyntaxDocument, edits: readonly SpanEdit[]): SyntaxDocument | undefined {
  const sorted = sortedEdits(edits);
  if (!sorted || (sorted.at(-1)?.span.end ?? 0) > document.source.length) return undefined;
  // From the last to the first, so that each still finds its offsets.
  const changes = sorted.map(({ span, newText }) => ({ range: document.source.rangeAt(span), text: newText }));
  return editDocument(document, changes.reverse());
}
