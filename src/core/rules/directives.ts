import type { SyntaxDocument } from '../syntax/document';
import { lineEnd, nextLineStart } from '../text/lines';
import type { Place, SourceText } from '../text/sourceText';

/** A comment that silences rules: `# throughline-disable-next-line missing-goal -- agreed with the sponsor`. */
export interface Directive {
  /** The whole file, or the next line that is neither blank nor a comment. */
  readonly scope: 'file' | 'next-line';
  /** The whole comment. */
  readonly at: Place;
  readonly rules: readonly NamedRule[];
  /** What stands after `--`; undefined where nothing does. */
  readonly reason: string | undefined;
  /** The line that is meant, from 0; undefined for a whole file, or where no line follows. */
  readonly line: number | undefined;
}

/** A rule that a directive names. */
export interface NamedRule {
  readonly id: string;
  readonly at: Place;
}

const form = /^#\s*throughline-disable(-next-line)?(?![\w-])([^\r\n]*)$/;

/** The directives of a file, in source order. */
export function directivesOf({ pieces, source }: SyntaxDocument): readonly Directive[] {
  return pieces.flatMap(({ piece, tree }) =>
    tree.comments.flatMap((span): readonly Directive[] => {
      const match = form.exec(piece.text.slice(span.start, span.end));
      if (!match) return [];
      const [comment, nextLine, rest = ''] = match;
      const at = { piece, ...span };
      const bodyStart = span.start + comment.length - rest.length;
      const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
      const list = dashes ? rest.slice(0, dashes.index) : rest;
      const rules = [...list.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
        const start = bodyStart + index;
        return { id, at: { piece, start, end: start + id.length } };
      });
      const reason = dashes ? rest.slice(dashes.index + dashes[0].length).trim() || undefined : undefined;
      const line = nextLine ? followingLine(source, at) : undefined;
      return [{ scope: nextLine ? 'next-line' : 'file', at, rules, reason, line }];
    }),
  );
}

/** The next line after a comment that is neither blank nor a comment. */
function followingLine(source: SourceText, at: Place): number | undefined {
  const start = source.spanOf(at)?.end;
  if (start === undefined) return undefined;
  let index = source.indexAt(start);
  let offset = start - source.startOf(index);
  for (; index < source.pieces.length; index++, offset = 0) {
    const text = source.pieces[index]?.text ?? '';
    // The rest of the comment's own line is no line that follows.
    let from = offset > 0 ? nextLineStart(text, lineEnd(text, offset)) : 0;
    while (from < text.length) {
      const end = lineEnd(text, from);
      if (/^\s*[^\s#]/.test(text.slice(from, end))) return source.positionAt(source.startOf(index) + from).line;
      from = nextLineStart(text, end);
    }
  }
  return undefined;
}
