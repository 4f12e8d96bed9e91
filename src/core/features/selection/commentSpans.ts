import type { SyntaxDocument } from '../../syntax/document';
import type { Span } from '../../text/span';
import { commentRuns } from '../blocks';

/**
 * The run of comment lines that holds an absolute offset, the comment, and its text without the number sign; empty
 * outside of comments. From the outermost to the innermost.
 */
export function commentSpans({ source, pieces }: SyntaxDocument, offset: number): readonly Span[] {
  const index = source.indexAt(offset);
  const cut = pieces[index];
  const base = source.startOf(index);
  const holds = ({ start, end }: Span): boolean => base + start <= offset && offset <= base + end;
  const comment = cut?.tree.comments.find(holds);
  if (!cut || !comment) return [];
  const run = commentRuns(cut).find(holds) ?? comment;
  const sign = /^#+\s*/.exec(cut.piece.text.slice(comment.start, comment.end))?.[0].length ?? 0;
  const text = { start: comment.start + sign, end: comment.end };
  return [run, comment, text].filter(holds).map(({ start, end }) => ({ start: base + start, end: base + end }));
}
