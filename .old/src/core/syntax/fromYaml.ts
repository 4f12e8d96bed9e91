import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, ParsedNode, Scalar, YAMLError } from 'yaml';
import { firstContent } from './contentLine';
import type { Part } from './fromEvents';
import { keyColon } from './lineShape';
import { cannotStart } from './mendedLine';
import { colonInText, type SyntaxProblem } from './problem';
import type { Node, Pair, ScalarStyle } from './tree';

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

export interface RecoveredTree {
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Reads what can be read of a part that `js-yaml` rejects, with the recovery of `yaml`. It must not nest deeper than
 * a recursive parser can follow.
 */
export function treeFromYaml(part: Part): RecoveredTree {
  const document = parseDocument(part.text, {
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
    // Values are resolved by what the plan expects of them, not by the parser.
    schema: 'failsafe',
  });
  const problems = document.errors
    .filter((error) => error.code !== 'MULTIPLE_DOCS')
    .map((error) => problemOf(part, error));
  return { root: document.contents ? nodeOf(part, document.contents) : undefined, problems };
}

function problemOf(part: Part, error: YAMLError): SyntaxProblem {
  const start = Math.min(error.pos[0], part.text.length);
  const end = Math.min(Math.max(error.pos[1], start), part.text.length);
  const at = { piece: part.piece, start: part.base + start, end: part.base + end };
  const written = part.text.slice(start, end);
  if (error.code === 'BLOCK_IN_FLOW' && /:(?:\s|$)/.test(written)) {
    return { at, message: colonInText, plain: true, quote: at };
  }
  const misindented = error.code === 'BAD_INDENT' && written === ' ' ? firstContent(part.text, start) : undefined;
  if (misindented) {
    const colon = keyColon(part.text, misindented.content, misindented.end);
    const line = { start: part.base + misindented.content, end: part.base + (colon < 0 ? misindented.end : colon) };
    // Where one line belongs is as unclear as where the others do.
    const clouds = { piece: part.piece, start: part.base, end: part.base + part.text.length };
    return { at: { piece: part.piece, ...line }, message: sentence(error, written), plain: true, clouds };
  }
  return { at, message: sentence(error, written), plain: true };
}

/** What the error says, for somebody who does not know the terms of the YAML specification. */
function sentence(error: YAMLError, written: string): string {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'A tab cannot be used to indent YAML: use spaces.';
    case 'BAD_INDENT':
      return error.message.startsWith('Flow')
        ? 'A list or map in brackets is not closed: add the missing `]` or `}`, or indent its last line.'
        : 'This line is indented differently from the lines it belongs with.';
    case 'MISSING_CHAR':
      if (error.message.includes('quote')) return 'This text is not closed: add the missing quote at its end.';
      return 'A key needs a colon after it: `key: value`.';
    case 'BAD_DQ_ESCAPE':
      return 'A backslash in double quotes starts an escape, and this one does not exist: write `\\\\`, or use single quotes.';
    case 'BAD_ALIAS':
      return 'An alias or anchor needs a name: `*name` or `&name`.';
    case 'BAD_SCALAR_START':
      return cannotStart(written);
    case 'BLOCK_IN_FLOW':
      return 'Inside brackets everything is written with commas, not with lines of its own.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'This cannot be a key: a key stands on one line, followed by a colon and its value.';
    case 'MULTIPLE_ANCHORS':
      return 'One value can have one anchor only.';
    case 'MULTIPLE_TAGS':
      return 'One value can have one tag only.';
    case 'TAG_RESOLVE_FAILED':
      return `\`${written}\` is not a tag that can be read.`;
    default:
      return written.trim() === ''
        ? 'This cannot be read as YAML here.'
        : `\`${shortened(written)}\` cannot stand here.`;
  }
}

function shortened(text: string): string {
  const line = text.trim().split(/[\r\n]/, 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function nodeOf(part: Part, node: ParsedNode): Node {
  const span = { piece: part.piece, start: part.base + node.range[0], end: part.base + node.range[1] };
  if (isAlias(node)) return { kind: 'alias', ...span, name: (node as Alias).source };
  const props = {
    ...(node.anchor ? { anchor: node.anchor } : {}),
    ...(node.tag ? { tag: node.tag.replace(/^tag:yaml\.org,2002:/, '!!') } : {}),
  };
  if (isScalar(node)) {
    const scalar = node as Scalar;
    const text = scalar.source ?? '';
    return { kind: 'scalar', ...span, text, style: styles[scalar.type ?? 'PLAIN'] ?? 'plain', ...props };
  }
  const flow = node.flow === true;
  if (isSeq(node)) {
    // The list of an ordered map (`!!omap`) holds bare pairs.
    const items = node.items.map((item) => (isPair(item) ? pairMap(part, item as ParsedPair) : nodeOf(part, item)));
    return { kind: 'seq', ...span, flow, items, ...props };
  }
  const pairs: Pair[] = isMap(node) ? node.items.map((pair) => pairOf(part, pair)) : [];
  return { kind: 'map', ...span, flow, pairs, members: pairs, ...props };
}

type ParsedPair = ParsedMap['items'][number];
type ParsedMap = Extract<ParsedNode, { items: { key: unknown }[] }>;

function pairOf(part: Part, { key, value }: ParsedPair): Pair {
  return value ? { key: nodeOf(part, key), value: nodeOf(part, value) } : { key: nodeOf(part, key) };
}

function pairMap(part: Part, parsed: ParsedPair): Node {
  const pairs = [pairOf(part, parsed)];
  const { piece, start, end } = pairs[0]?.key ?? { piece: part.piece, start: part.base, end: part.base };
  return { kind: 'map', piece, start, end: pairs[0]?.value?.end ?? end, flow: false, pairs, members: pairs };
}
