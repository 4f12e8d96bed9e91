import { byComments } from '../syntax/byComments';
import type { SyntaxDocument } from '../syntax/document';
import { lineEnd, nextLineStart } from '../text/lines';
import type { Place, SourceText } from '../text/sourceText';
import { nearestName } from './structure/nearestProperty';

/** A comment that silences rules: `# throughline-disable-next-line missing-goal -- agreed with the sponsor`. */
export interface Directive {
  /** The whole file, or the next line that is neither blank nor a comment. */
  readonly scope: 'file' | 'next-line';
  /** The whole comment. */
  readonly at: Place;
  readonly rules: readonly NamedRule[];
  /** What stands after `--`; undefined where nothing does, or only what asks for it. */
  readonly reason: string | undefined;
  /** The line that is meant, from 0; undefined for a whole file, or where no line follows. */
  readonly line: number | undefined;
}

/** A rule that a directive names. */
export interface NamedRule {
  readonly id: string;
  readonly at: Place;
}

/** The beginning of a comment that looks like a directive and is none. */
export interface MisspeltDirective {
  readonly written: string;
  readonly at: Place;
  /** The one that is meant; undefined where that is not plain. */
  readonly nearest: string | undefined;
}

const keywords = ['throughline-disable', 'throughline-disable-next-line'] as const;

/** Stands for a reason that somebody has still to write. */
export const reasonPlaceholder = 'TODO: say why';

const form = /^#\s*throughline-disable(-next-line)?(?![\w-])([^\r\n]*)$/;

/** The first word of a comment; `throughline disable` and `throughline: disable` are one. */
const firstWord = /^#\s*((?:throughline[\s:]+(?=disable))?[a-z][\w-]*)/i;

const written = byComments(({ piece, tree }): readonly Place[] =>
  tree.comments
    .filter(({ start, end }) => form.test(piece.text.slice(start, end)))
    .map(({ start, end }) => ({ piece, start, end })),
);

/** The directives of a file, in source order. */
export function directivesOf(document: SyntaxDocument): readonly Directive[] {
  return written(document).flatMap((at): readonly Directive[] => {
    const { piece, start } = at;
    const match = form.exec(piece.text.slice(start, at.end));
    if (!match) return [];
    const [comment, nextLine, rest = ''] = match;
    const bodyStart = start + comment.length - rest.length;
    const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
    const list = dashes ? rest.slice(0, dashes.index) : rest;
    const rules = [...list.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
      const from = bodyStart + index;
      return { id, at: { piece, start: from, end: from + id.length } };
    });
    const reason = dashes ? reasonIn(rest.slice(dashes.index + dashes[0].length)) : undefined;
    const line = nextLine ? followingLine(document.source, at) : undefined;
    return [{ scope: nextLine ? 'next-line' : 'file', at, rules, reason, line }];
  });
}

function reasonIn(text: string): string | undefined {
  const reason = text.trim();
  return reason === '' || reason === reasonPlaceholder ? undefined : reason;
}

/** The comments of a file that look like directives and silence nothing, in source order. */
export const misspeltDirectivesOf = byComments(({ piece, tree }): readonly MisspeltDirective[] =>
  tree.comments.flatMap(({ start, end }): readonly MisspeltDirective[] => {
    const comment = piece.text.slice(start, end);
    const [matched, first] = firstWord.exec(comment) ?? [];
    if (matched === undefined || first === undefined || form.test(comment)) return [];
    const word = first.toLowerCase().replace(/[\s:_]+/g, '-');
    const nearest = nearestName(word, keywords);
    if (nearest === undefined && !word.startsWith(keywords[0])) return [];
    const wordEnd = start + matched.length;
    return [{ written: first, at: { piece, start: wordEnd - first.length, end: wordEnd }, nearest }];
  }),
);

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
