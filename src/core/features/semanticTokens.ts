import { SemanticTokenTypes, type SemanticTokens } from 'vscode-languageserver-types';
import { probabilityLevels } from '../plan/scalars';
import type { ScalarShape } from '../plan/shape';
import type { PlanState } from './planState';
import { placeOf } from '../syntax/tree';
import { tokenTypes, type TokenType } from './semanticTokensLegend';
import { lineEnd, nextLineStart } from '../text/lines';
import type { Place, SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { visitScalars } from './writtenScalars';

/** What is aimed at looks alike, as does what is done for it, and who does it. */
const typeOfKind: Readonly<Record<string, TokenType>> = {
  goal: SemanticTokenTypes.class,
  'key-result': SemanticTokenTypes.class,
  feature: SemanticTokenTypes.class,
  release: SemanticTokenTypes.class,
  idea: SemanticTokenTypes.class,
  program: SemanticTokenTypes.class,
  theme: SemanticTokenTypes.class,
  customer: SemanticTokenTypes.class,
  item: SemanticTokenTypes.function,
  milestone: SemanticTokenTypes.function,
  work: SemanticTokenTypes.function,
  person: SemanticTokenTypes.variable,
  role: SemanticTokenTypes.type,
  area: SemanticTokenTypes.namespace,
  rule: SemanticTokenTypes.property,
};

interface Token extends Span {
  readonly type: TokenType;
  readonly declaration: boolean;
}

/**
 * The ids, references, roles and enumerated values of a file, or of a span of it in absolute offsets, in the relative
 * form of the Language Server Protocol. They follow from the file alone, so that an edit elsewhere changes nothing.
 *
 * @returns undefined for a file of no plan
 */
export function semanticTokens({ plan }: PlanState, uri: string, span?: Span): SemanticTokens | undefined {
  const file = plan.files.get(uri);
  if (!file) return undefined;
  const { source } = file.document;
  const wanted = span ?? { start: 0, end: source.length };
  const tokens = new Map<number, Token>();
  const add = (at: Place, type: TokenType, declaration = false): void => {
    const place = source.spanOf(at);
    if (!place || place.end <= place.start || place.end < wanted.start || place.start > wanted.end) return;
    // What several aliases lead to is still written once.
    if (!tokens.has(place.start)) tokens.set(place.start, { ...place, type, declaration });
  };
  for (const { key, kind } of file.definitions) add(key, typeOfKind[kind] ?? SemanticTokenTypes.property, true);
  for (const { at, reference } of file.references) {
    add(at, typeOfKind[reference.to] ?? SemanticTokenTypes.property);
  }
  visitScalars(
    file,
    (node, shape) => {
      if (isNamed(node.text, shape)) add(placeOf(node), SemanticTokenTypes.enumMember);
    },
    wanted,
  );
  return { data: encoded(source, [...tokens.values()]) };
}

function isNamed(text: string, shape: ScalarShape | undefined): boolean {
  if (shape?.scalar === 'probability') return Object.hasOwn(probabilityLevels, text);
  return shape?.values?.includes(text) ?? false;
}

function encoded(source: SourceText, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0, end: 0 };
  for (const token of [...tokens].sort((one, other) => one.start - other.start)) {
    if (token.start < before.end) continue;
    for (const part of lineParts(source, token)) {
      const { line, character } = source.positionAt(part.start);
      const column = line === before.line ? character - before.character : character;
      data.push(line - before.line, column, part.end - part.start, tokenTypes.indexOf(token.type));
      data.push(token.declaration ? 1 : 0);
      before = { line, character, end: token.end };
    }
  }
  return data;
}

/** A token may not span lines: a text of several is one token for each, without the indentation. */
function lineParts(source: SourceText, token: Token): readonly Span[] {
  const text = source.slice(token.start, token.end);
  const parts: Span[] = [];
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const start = at + (/^[ \t]*/.exec(text.slice(at, end))?.[0].length ?? 0);
    if (end > start) parts.push({ start: token.start + start, end: token.start + end });
    at = Math.max(nextLineStart(text, end), at + 1);
  }
  return parts;
}
