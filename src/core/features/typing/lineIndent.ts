import type { SpanEdit } from '../../edit/applyEdits';

/**
 * The edit that turns what stands between two offsets of one line, blanks and dashes, into something else; undefined
 * where it is that already.
 */
export function rewritten(text: string, start: number, end: number, wanted: string): SpanEdit | undefined {
  const written = text.slice(start, end);
  let same = 0;
  while (same < written.length && written[same] === wanted[same]) same++;
  if (same === written.length && same === wanted.length) return undefined;
  return { span: { start: start + same, end }, newText: wanted.slice(same) };
}
