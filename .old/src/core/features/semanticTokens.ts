import { SemanticTokenModifiers, SemanticTokenTypes, type SemanticTokens } from 'vscode-languageserver-types';
import type { PlanFile } from '../plan/planFile';
import { probabilityLevels, sizes } from '../plan/scalars';
import { entityShapeOf, type ScalarShape, type ValueShape } from '../plan/shape';
import type { PlanState } from './planState';
import { isMerge } from '../syntax/link';
import { keyText, placeOf, placeOfPair, type MapNode, type Node, type ScalarNode } from '../syntax/tree';
import { lineEnd, nextLineStart } from '../text/lines';
import type { Place, SourceText } from '../text/sourceText';
import type { Span } from '../text/span';

/** Standard types, so that every colour theme has a colour for them. */
const tokenTypes = [
  SemanticTokenTypes.class,
  SemanticTokenTypes.function,
  SemanticTokenTypes.variable,
  SemanticTokenTypes.type,
  SemanticTokenTypes.namespace,
  SemanticTokenTypes.property,
  SemanticTokenTypes.enumMember,
] as const;
type TokenType = (typeof tokenTypes)[number];

/** What the numbers of the tokens stand for, as the server announces it. */
export const semanticTokensLegend = {
  tokenTypes: [...tokenTypes] as string[],
  tokenModifiers: [SemanticTokenModifiers.declaration] as string[],
};

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
  new Enumerations(source, wanted, (at) => {
    add(at, SemanticTokenTypes.enumMember);
  }).file(file);
  return { data: encoded(source, [...tokens.values()]) };
}

/** Finds the values that the format names, by the shape of the places where they stand. */
class Enumerations {
  constructor(
    private readonly source: SourceText,
    private readonly wanted: Span,
    private readonly found: (at: Place) => void,
  ) {}

  file({ kind, document, root }: PlanFile): void {
    if (!root) return;
    const entity = entityShapeOf(({ roadmap: 'product', project: 'project', settings: 'settings' } as const)[kind]);
    this.#node(document.root, { entity });
  }

  /** Reads what is written: an alias is no text of its own. Nesting is limited by the parser, so recursion is. */
  #node(node: Node | undefined, shape: ValueShape): void {
    if (!node || node.kind === 'alias' || this.#isElsewhere(placeOf(node))) return;
    if (node.kind === 'scalar') this.#scalar(node, shape);
    else if (node.kind === 'seq') for (const item of node.items) this.#node(item, shape.item ?? {});
    else this.#map(node, shape);
  }

  #map(map: MapNode, shape: ValueShape): void {
    const entity = shape.entity ?? shape.item?.entity;
    for (const pair of map.pairs) {
      if (this.#isElsewhere(placeOfPair(pair))) continue;
      const name = keyText(pair);
      if (isMerge(pair)) {
        this.#node(pair.value, shape);
      } else if (shape.map) {
        if (shape.map.keyScalar === 'size' && pair.key.kind === 'scalar') this.#scalar(pair.key, sizeShape);
        this.#node(pair.value, shape.map.value);
      } else if (name !== undefined) {
        this.#node(pair.value, entity?.fields.get(name) ?? {});
      }
    }
  }

  #scalar(node: ScalarNode, { scalar, item }: ValueShape): void {
    if (isNamed(node.text, scalar ?? item?.scalar)) this.found(placeOf(node));
  }

  #isElsewhere(at: Place): boolean {
    const span = this.source.spanOf(at);
    return !span || span.end < this.wanted.start || span.start > this.wanted.end;
  }
}

const sizeShape: ValueShape = { scalar: { values: sizes, anyScalar: false } };

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
