import type { EntityShape } from '../plan/shape';
import { isMerge } from '../syntax/link';
import { isAbsent, keyText, resolved, type MapNode, type Node, type Pair } from '../syntax/tree';
import { lineEnd, nextLineStart } from '../text/lines';
import type { Span } from '../text/span';
import type { SpanEdit } from './applyEdits';
import { childShape, type Draft, type EditedFile, type Target } from './editedFile';
import type { EditValue } from './planEdit';
import { withMember, withValueAt, written, type Expected } from './expected';
import {
  blockEnd,
  columnOf,
  firstCommentAbove,
  isBlankLine,
  lineStart,
  mostNeighbours,
  standApart,
  startsLine,
} from './layout';
import { insert, linesAfter, replacement, replacementDrafts } from './replaceValue';
import { entryText, flowEntry, flowText, mapLines } from './valueText';

/** A key and its value, and where a map gets them. */
export interface NewPair {
  readonly key: string;
  readonly value: EditValue;
  /** `usual`: where the format's order has it, among the properties that are there. */
  readonly position: 'usual' | 'first' | 'last';
}

/** Sets a property of the map, the short form or the absent value at `path`. */
export function propertyDrafts(
  file: EditedFile,
  path: readonly string[],
  key: string,
  value: EditValue,
): readonly Draft[] {
  const existing = file.locate([...path, key]);
  if (existing?.steps.at(-1)?.container?.kind === 'map') return replacementDrafts(file, existing, value);
  return newPairDrafts(file, path, { key, value, position: 'usual' });
}

/** Adds an entry to the map at `path`; makes that map, and those that hold it, where they are missing. */
export function entryDrafts(
  file: EditedFile,
  path: readonly string[],
  id: string,
  value: EditValue,
  position: 'first' | 'last',
): readonly Draft[] {
  if (file.locate(path)) {
    return file.locate([...path, id]) ? [] : newPairDrafts(file, path, { key: id, value, position });
  }
  const key = path.at(-1);
  if (key === undefined) return newPairDrafts(file, path, { key: id, value, position });
  const holder = path.slice(0, -1);
  const map = { [id]: value };
  return file.locate(holder) ? propertyDrafts(file, holder, key, map) : entryDrafts(file, holder, key, map, 'last');
}

/** The entity that a map at a place is, also where a list of them may stand. */
function entityOf(shape: Target['shape']): EntityShape | undefined {
  return shape?.entity ?? shape?.item?.entity;
}

function newPairDrafts(file: EditedFile, path: readonly string[], pair: NewPair): readonly Draft[] {
  const target = file.locate(path);
  if (!target) return [];
  const { node } = target;
  const draft = (edits: readonly SpanEdit[] | undefined, inner: Expected): readonly Draft[] =>
    edits ? [{ edits, expected: withValueAt(file.root, path, inner) }] : [];
  if (node?.kind === 'map' && (node.pairs.length > 0 || node.flow)) {
    if (node.pairs.some((present) => keyText(present) === pair.key)) return [];
    const inner = withMember(node, pair.key, written(pair.value));
    if (node.flow && node.pairs.length === 0 && !target.flow && path.length > 0) {
      return draft(replacement(file, target, onlyPair(file, target, pair)), inner);
    }
    const after =
      node.flow || pair.position !== 'usual' ? [predecessor(node, target, pair)] : candidates(node, target, pair);
    return after.flatMap((previous) =>
      draft(
        node.flow ? intoFlow(file, target, node, pair, previous) : intoBlock(file, target, node, pair, previous),
        inner,
      ),
    );
  }
  const only: Expected = { kind: 'members', members: [{ key: pair.key, value: written(pair.value) }] };
  if (isAbsent(node)) {
    return draft(
      path.length === 0 ? intoEmptyFile(file, pair) : replacement(file, target, onlyPair(file, target, pair)),
      only,
    );
  }
  return node ? shortFormDrafts(file, target, node, pair, draft) : [];
}

/** After which pairs the new one may go, the best first: where the usual place does not do, the end may. */
function candidates(map: MapNode, target: Target, pair: NewPair): readonly (Pair | undefined)[] {
  const usual = predecessor(map, target, pair);
  const last = map.pairs.at(-1);
  return usual === last ? [usual] : [usual, last];
}

/** The pair after which a new one goes; undefined where it goes before all. */
function predecessor(map: MapNode, { shape }: Target, { key, position }: NewPair): Pair | undefined {
  if (position === 'first') return undefined;
  const names = [...(entityOf(shape)?.fields.keys() ?? [])];
  const rank = names.indexOf(key);
  if (position === 'last' || rank < 0) return map.pairs.at(-1);
  let best: Pair | undefined;
  let bestRank = -1;
  for (const pair of map.pairs) {
    const own = names.indexOf(keyText(pair) ?? '');
    if (own < rank && own > bestRank) [best, bestRank] = [pair, own];
    // What is merged comes first, by custom.
    else if (bestRank < 0 && isMerge(pair)) best = pair;
  }
  return best;
}

function intoFlow(
  file: EditedFile,
  { shape }: Target,
  map: MapNode,
  { key, value }: NewPair,
  after: Pair | undefined,
): readonly SpanEdit[] {
  const entry = flowEntry(file, key, value, childShape(shape, key));
  const first = map.pairs[0]?.key;
  if (after) return [insert(file.pairEnd(after), `, ${entry}`)];
  if (first) return [insert(file.outerStart(first), `${entry}, `)];
  const { start, end } = file.span(map);
  const pad = file.style.padded ? ' ' : '';
  return [{ span: { start: start + 1, end: end - 1 }, newText: pad + entry + pad }];
}

function intoBlock(
  file: EditedFile,
  { shape, path }: Target,
  map: MapNode,
  { key, value }: NewPair,
  after: Pair | undefined,
): readonly SpanEdit[] | undefined {
  const first = map.pairs[0];
  if (!first) return undefined;
  const { text, style } = file;
  const column = file.column(map);
  const sibling = resolved((after ?? first).value);
  const braces = sibling?.kind === 'map' && sibling.flow;
  const entry = entryText(file, key, value, { column, key, shape: childShape(shape, key), braces });
  const lines = [entry.inline, ...entry.below];
  const apart = hasBlankLines(file, map) && (lines.length > 1 || isLong(file, after ?? first));
  const indent = indentation(file, first, column);
  if (after) {
    const at = blockEnd(text, file.pairEnd(after), column);
    return [insert(at, (apart ? style.eol : '') + style.eol + indent + lines.join(style.eol))];
  }
  const start = file.outerStart(first.key);
  const gap = apart ? style.eol : '';
  // The comments above a file's first key are about the file; those above another first key are about that key.
  const at = path.length > 0 && startsLine(text, start) ? firstCommentAbove(text, lineStart(text, start)) : start;
  if (at === start) return [insert(start, lines.join(style.eol) + style.eol + gap + ' '.repeat(column))];
  return [insert(at, indent + lines.join(style.eol) + style.eol + gap)];
}

/** What stands before the keys of a block map: a copy, so that whatever indents them does so again. */
function indentation(file: EditedFile, first: Pair, column: number): string {
  const start = file.outerStart(first.key);
  return startsLine(file.text, start) && column > 0
    ? file.text.slice(lineStart(file.text, start), start)
    : ' '.repeat(column);
}

/** Whether blank lines stand between the entries of a map, where they have several lines. */
export function hasBlankLines(file: EditedFile, map: MapNode): boolean {
  const spans = map.pairs.slice(0, mostNeighbours).map((pair) => pairSpan(file, pair));
  return standApart(file.text, spans, file.column(map));
}

/** Whether a pair takes more than one line. */
function isLong(file: EditedFile, pair: Pair): boolean {
  const { start, end } = pairSpan(file, pair);
  return lineEnd(file.text, start) < end;
}

function pairSpan(file: EditedFile, pair: Pair): Span {
  return { start: file.span(pair.key).start, end: file.pairEnd(pair) };
}

/** The pair as the only content of a value that was absent or `{}`. */
function onlyPair(
  file: EditedFile,
  target: Target,
  { key, value }: NewPair,
): { inline: string; below: readonly string[] } {
  const { flow, shape, steps } = target;
  if (flow) return { inline: flowText(file, { [key]: value }, shape), below: [] };
  const step = steps.at(-1);
  const column = step?.container ? file.column(step.container) : 0;
  if (step?.container?.kind === 'seq') {
    // On the line of its dash.
    const [first = '', ...rest] = mapLines(file, { [key]: value }, column + 2, shape);
    return { inline: first.trimStart(), below: rest };
  }
  return { inline: '', below: mapLines(file, { [key]: value }, column + file.style.indent, shape) };
}

function intoEmptyFile(file: EditedFile, { key, value }: NewPair): readonly SpanEdit[] {
  const { text, style } = file;
  const { inline, below } = entryText(file, key, value, { column: 0, key, shape: childShape(file.shapeAt([]), key) });
  const opening = text === '' || /[\r\n]$|^\ufeff$/.test(text) ? '' : style.eol;
  return [insert(text.length, `${opening}${inline}${linesAfter(file, below)}${style.eol}`)];
}

/** Writes an entry that is a bare text (or an alias to one) as a map with that text under the property it stands for. */
function shortFormDrafts(
  file: EditedFile,
  target: Target,
  node: Node,
  pair: NewPair,
  draft: (edits: readonly SpanEdit[] | undefined, inner: Expected) => readonly Draft[],
): readonly Draft[] {
  const short = entityOf(target.shape)?.shorthand;
  if (short === undefined || resolved(node)?.kind !== 'scalar') return [];
  if (short === pair.key) return typeof pair.value === 'string' ? replacementDrafts(file, target, pair.value) : [];
  const members = [
    { key: short, value: node },
    { key: pair.key, value: written(pair.value) },
  ];
  return draft(expanded(file, target, node, short, pair), { kind: 'members', members });
}

function expanded(
  file: EditedFile,
  target: Target,
  node: Node,
  short: string,
  { key, value }: NewPair,
): readonly SpanEdit[] | undefined {
  const { flow, shape, steps } = target;
  const { text, style } = file;
  const container = steps.at(-1)?.container;
  const start = file.outerStart(node);
  const { end } = file.span(node);
  const inner = childShape(shape, key);
  const names = [...(entityOf(shape)?.fields.keys() ?? [])];
  const before = names.includes(key) && names.indexOf(key) < names.indexOf(short);
  if (flow) {
    const entry = flowEntry(file, key, value, inner);
    const pad = style.padded ? ' ' : '';
    const [head, tail] = before ? [`${entry}, `, ''] : ['', `, ${entry}`];
    return [insert(start, `{${pad}${head}${short}: `), insert(end, `${tail}${pad}}`)];
  }
  if (!container || lineEnd(text, start) !== lineEnd(text, lastOpener(text, start))) return undefined;
  const column = container.kind === 'seq' ? columnOf(text, start) : file.column(container) + style.indent;
  const indent = ' '.repeat(column);
  const entry = entryText(file, key, value, { column, key, shape: inner });
  const lines = [indent + entry.inline, ...entry.below];
  const shortLine = `${indent}${short}: `;
  const opening = before ? [...lines, shortLine] : [shortLine];
  const head =
    container.kind === 'seq'
      ? insert(start, opening.join(style.eol).trimStart())
      : { span: { start: lastOpener(text, start), end: start }, newText: linesAfter(file, opening) };
  return [head, ...deeper(file, start, end), ...(before ? [] : [insert(lineEnd(text, end), linesAfter(file, lines))])];
}

/** Where the blanks before an offset start. */
function lastOpener(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** Indents the lines of a value after its first one step deeper, as they now belong to a deeper key. */
function deeper(file: EditedFile, start: number, end: number): readonly SpanEdit[] {
  const { text, style } = file;
  const edits: SpanEdit[] = [];
  for (let at = nextLineStart(text, lineEnd(text, start)); at < end; at = nextLineStart(text, lineEnd(text, at))) {
    if (!isBlankLine(text, at)) edits.push(insert(at, ' '.repeat(style.indent)));
  }
  return edits;
}
