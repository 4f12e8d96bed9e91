import { isAbsent, resolved, type MapNode, type Node, type Pair } from '../syntax/tree';
import { lineEnd, nextLineStart } from '../text/lines';
import type { SpanEdit } from './applyEdits';
import { childShape, entityOf, type Draft, type EditedFile, type Target } from './editedFile';
import { withValueAt, written, type ExpectedMember } from './expected';
import type { NewPair } from './insertPair';
import { columnOf, isBlankLine } from './layout';
import { insert, linesAfter, replacementDrafts } from './replaceValue';
import { scalarText } from './scalarText';
import { entryText, flowEntry } from './valueText';

/**
 * Writes an entry that is a bare text (or an alias to one) as a map with that text under the property it stands for, and
 * with one property more.
 */
export function withPairDrafts(file: EditedFile, target: Target, node: Node, pair: NewPair): readonly Draft[] {
  const short = shorthandOf(target, node);
  if (short === undefined) return [];
  if (short === pair.key) return typeof pair.value === 'string' ? replacementDrafts(file, target, pair.value) : [];
  const edits = expanded(file, target, node, short, pair);
  return draft(file, target, edits, [
    { key: short, value: node },
    { key: pair.key, value: written(pair.value) },
  ]);
}

/** Writes an entry that is a bare text as a map with nothing but that text, in braces where its neighbours have them. */
export function fullFormDrafts(file: EditedFile, path: readonly string[]): readonly Draft[] {
  const target = file.locate(path);
  const node = target?.node;
  const short = node && shorthandOf(target, node);
  if (!target || !node || short === undefined) return [];
  const drafts = (edits: readonly SpanEdit[] | undefined): readonly Draft[] =>
    draft(file, target, edits, [{ key: short, value: node }]);
  const braces = !target.flow && hasNeighbourInBraces(target) ? inBraces(file, target, node, short) : [];
  return [...braces.flatMap(drafts), ...drafts(expanded(file, target, node, short))];
}

/** The property that the text at a place stands for; undefined where it stands for none. */
function shorthandOf({ shape }: Target, node: Node): string | undefined {
  return resolved(node)?.kind === 'scalar' && !isAbsent(node) ? entityOf(shape)?.shorthand : undefined;
}

function draft(
  file: EditedFile,
  { path }: Target,
  edits: readonly SpanEdit[] | undefined,
  members: readonly ExpectedMember[],
): readonly Draft[] {
  return edits ? [{ edits, expected: withValueAt(file.root, path, { kind: 'members', members }) }] : [];
}

/** Whether the nearest entry that is a map (of those before it, else of those after it) is one in braces. */
function hasNeighbourInBraces({ steps }: Target): boolean {
  const step = steps.at(-1);
  if (step?.container?.kind !== 'map' || !('pair' in step)) return false;
  const { pairs } = step.container;
  const at = pairs.indexOf(step.pair);
  const nearest = [...pairs.slice(0, at).reverse(), ...pairs.slice(at + 1)].map(mapOf).find((map) => map !== undefined);
  return nearest?.flow ?? false;
}

function mapOf({ value }: Pair): MapNode | undefined {
  return value?.kind === 'map' ? value : undefined;
}

/** On one line: with the text as it is written, and where it may not stand so in braces, in quotes. */
function inBraces(file: EditedFile, { shape }: Target, node: Node, short: string): readonly (readonly SpanEdit[])[] {
  const start = file.outerStart(node);
  const { end } = file.span(node);
  if (node.kind !== 'scalar' || lineEnd(file.text, start) < end) return [];
  const pad = file.style.padded ? ' ' : '';
  const [head, tail] = [`{${pad}${short}: `, `${pad}}`];
  const verbatim = [insert(start, head), insert(end, tail)];
  if (node.style !== 'plain' || node.anchor !== undefined || node.tag !== undefined) return [verbatim];
  const text = scalarText(node.text, file.scalarContext(true, childShape(shape, short)));
  return [verbatim, [{ span: { start, end }, newText: head + text + tail }]];
}

/** The edits that put the text under its property, and one more pair where the usual order has it. */
function expanded(
  file: EditedFile,
  { flow, shape, steps }: Target,
  node: Node,
  short: string,
  pair?: NewPair,
): readonly SpanEdit[] | undefined {
  const { text, style } = file;
  const container = steps.at(-1)?.container;
  const start = file.outerStart(node);
  const { end } = file.span(node);
  const isBefore = pair !== undefined && comesBefore(shape, pair.key, short);
  if (flow) {
    const entry = pair && flowEntry(file, pair.key, pair.value, childShape(shape, pair.key));
    const pad = style.padded ? ' ' : '';
    const [head, tail] = entry === undefined ? ['', ''] : isBefore ? [`${entry}, `, ''] : ['', `, ${entry}`];
    return [insert(start, `{${pad}${head}${short}: `), insert(end, `${tail}${pad}}`)];
  }
  if (!container || lineEnd(text, start) !== lineEnd(text, blanksBefore(text, start))) return undefined;
  const column = container.kind === 'seq' ? columnOf(text, start) : file.column(container) + style.indent;
  const lines = pair ? pairLines(file, pair, column, shape) : [];
  const shortLine = `${' '.repeat(column)}${short}: `;
  const opening = isBefore ? [...lines, shortLine] : [shortLine];
  const head =
    container.kind === 'seq'
      ? insert(start, opening.join(style.eol).trimStart())
      : { span: { start: blanksBefore(text, start), end: start }, newText: linesAfter(file, opening) };
  const after = isBefore || lines.length === 0 ? [] : [insert(lineEnd(text, end), linesAfter(file, lines))];
  return [head, ...deeper(file, start, end), ...after];
}

/** Whether the format has one property before another one. */
function comesBefore(shape: Target['shape'], key: string, other: string): boolean {
  const names = [...(entityOf(shape)?.fields.keys() ?? [])];
  return names.includes(key) && names.indexOf(key) < names.indexOf(other);
}

function pairLines(
  file: EditedFile,
  { key, value }: NewPair,
  column: number,
  shape: Target['shape'],
): readonly string[] {
  const { inline, below } = entryText(file, key, value, { column, key, shape: childShape(shape, key) });
  return [' '.repeat(column) + inline, ...below];
}

/** Where the blanks before an offset start. */
function blanksBefore(text: string, offset: number): number {
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
