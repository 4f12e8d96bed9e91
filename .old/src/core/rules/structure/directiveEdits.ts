import type { SyntaxDocument } from '../../syntax/document';
import { nextLineStart } from '../../text/lines';
import type { Place } from '../../text/sourceText';
import { directivesOf, type Directive } from '../directives';

/**
 * What takes a rule out of the directive that names it, or the whole directive where it names no other. A comment that
 * is alone on its line goes with its line.
 *
 * @param at the rule, or the whole directive
 */
export function withoutRules(document: SyntaxDocument, at: Place): { at: Place; newText: string } | undefined {
  const directive = directivesOf(document).find((one) => one.at.piece === at.piece && contains(one.at, at));
  if (!directive) return undefined;
  const rest = directive.rules.filter((named) => named.at.start !== at.start);
  if (rest.length === 0 || rest.length === directive.rules.length) return { at: wholeComment(directive), newText: '' };
  const [first, last] = [directive.rules[0], directive.rules.at(-1)];
  if (!first || !last) return undefined;
  const separator = directive.at.piece.text.slice(first.at.start, last.at.end).includes(',') ? ', ' : ' ';
  return {
    at: { piece: at.piece, start: first.at.start, end: last.at.end },
    newText: rest.map(({ id }) => id).join(separator),
  };
}

function contains(outer: Place, inner: Place): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function wholeComment({ at }: Directive): Place {
  const { text } = at.piece;
  let start = at.start;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  const aloneOnLine = start === 0 || /[\n\r\uFEFF]/.test(text[start - 1] ?? '');
  return { piece: at.piece, start, end: aloneOnLine ? nextLineStart(text, at.end) : at.end };
}
