import { isAbsent, type Node, type SeqNode } from '../syntax/tree';
import { lineEnd, nextLineStart } from '../text/lines';
import type { SpanEdit } from './applyEdits';
import { childShape, type Draft, type EditedFile, type Target } from './editedFile';
import type { EditValue } from './planEdit';
import { isList, withValueAt, written } from './expected';
import { propertyDrafts } from './insertPair';
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
import { insert, linesAfter, replacementDrafts } from './replaceValue';
import { canBePlain, scalarText } from './scalarText';
import { flowText, mapLines } from './valueText';

/** Adds a value to the list at a path: to its end, also of the single value or the absent value there, or to its head. */
export function itemDrafts(
  file: EditedFile,
  path: readonly string[],
  value: EditValue,
  position: 'first' | 'last' = 'last',
): readonly Draft[] {
  const key = path.at(-1);
  if (key === undefined) return [];
  const target = file.locate(path);
  if (position === 'first') return target?.node ? headDrafts(file, target, target.node, value) : [];
  // A list of one is written as its value.
  if (!target) return propertyDrafts(file, path.slice(0, -1), key, value);
  const { node, shape } = target;
  if (!node || isAbsent(node)) return replacementDrafts(file, target, value);
  // Where the format is known, only what it lets be a list becomes one.
  if (shape && !shape.item && node.kind !== 'seq') return [];
  const edits = node.kind === 'seq' ? intoList(file, target, node, value) : intoNewList(file, target, node, value);
  if (!edits) return [];
  const items = [...(node.kind === 'seq' ? node.items : [node]), written(value)];
  return [{ edits, expected: withValueAt(file.root, path, { kind: 'items', items }) }];
}

function intoList(file: EditedFile, { shape }: Target, seq: SeqNode, value: EditValue): readonly SpanEdit[] {
  const inner = childShape(shape, '0');
  const last = seq.items.at(-1);
  if (seq.flow) {
    const text = flowText(file, value, inner);
    if (last) return [insert(file.span(last).end, `, ${text}`)];
    const { start, end } = file.span(seq);
    return [{ span: { start: start + 1, end: end - 1 }, newText: text }];
  }
  const column = file.column(seq);
  const braces = last?.kind === 'map' && last.flow;
  const at = blockEnd(file.text, last ? file.span(last).end : file.span(seq).end, column);
  const lines = dashLines(file, value, column, inner, braces);
  return [insert(at, (isSetApart(file, seq, lines) ? file.style.eol : '') + linesAfter(file, lines))];
}

/** As the first of a list that has others: what stands for a list of one, and a list without any, have no order yet. */
function headDrafts(file: EditedFile, { path, shape }: Target, node: Node, value: EditValue): readonly Draft[] {
  if (node.kind !== 'seq' || !node.items[0]) return [];
  const edit = atHead(file, node, node.items[0], value, childShape(shape, '0'));
  const items = [written(value), ...node.items];
  return edit ? [{ edits: [edit], expected: withValueAt(file.root, path, { kind: 'items', items }) }] : [];
}

function atHead(
  file: EditedFile,
  seq: SeqNode,
  first: Node,
  value: EditValue,
  shape: Target['shape'],
): SpanEdit | undefined {
  if (seq.flow) return insert(file.outerStart(first), `${flowText(file, value, shape)}, `);
  const { text, style } = file;
  const { start } = file.span(seq);
  // A list that begins behind the dash of another one.
  if (!startsLine(text, start)) return undefined;
  const lines = dashLines(file, value, file.column(seq), shape, first.kind === 'map' && first.flow);
  const gap = isSetApart(file, seq, lines) ? style.eol : '';
  // The comments above an element are about it.
  return insert(firstCommentAbove(text, lineStart(text, start)), lines.join(style.eol) + style.eol + gap);
}

/** Whether a blank line parts these lines of a new element from the others, as those are from each other. */
function isSetApart(file: EditedFile, seq: SeqNode, lines: readonly string[]): boolean {
  const spans = seq.items.slice(0, mostNeighbours).map((item) => file.span(item));
  return lines.length > 1 && standApart(file.text, spans, file.column(seq));
}

/** The lines of an element of a block list whose dashes stand in `column`. */
function dashLines(
  file: EditedFile,
  value: EditValue,
  column: number,
  shape: Target['shape'],
  braces: boolean,
): readonly string[] {
  const dash = `${' '.repeat(column)}- `;
  if (typeof value === 'string') return [dash + scalarText(value, file.scalarContext(false, shape))];
  if (braces || isList(value) || Object.keys(value).length === 0) return [dash + flowText(file, value, shape)];
  const [first = '', ...rest] = mapLines(file, value, column + 2, shape);
  return [dash + first.trimStart(), ...rest];
}

/** The single value and the new one, as a list: of texts in brackets on their line, of maps with a dash for each. */
function intoNewList(file: EditedFile, target: Target, node: Node, value: EditValue): readonly SpanEdit[] | undefined {
  const { text } = file;
  const { flow, shape, steps } = target;
  const inner = shape?.item;
  const start = file.outerStart(node);
  const { end } = file.span(node);
  if (flow || (node.kind !== 'map' && typeof value === 'string')) {
    const added = `, ${flowText(file, value, inner)}]`;
    if (node.kind !== 'scalar') return [insert(start, '['), insert(end, added)];
    const written = node.style === 'plain' && canBePlain(node.text, { flow: true, text: false });
    if (written || node.style === 'single' || node.style === 'double') return [insert(start, '['), insert(end, added)];
    if (lineEnd(text, start) < end) return undefined;
    const first = scalarText(node.text, { ...file.scalarContext(true, inner), text: false });
    return [{ span: { start, end }, newText: `[${first}${added}` }];
  }
  const container = steps.at(-1)?.container;
  if (container?.kind !== 'map') return undefined;
  const onOwnLine = startsLine(text, start);
  const column = onOwnLine ? columnOf(text, start) : file.column(container) + file.style.listIndent;
  const braces = node.kind === 'map' && node.flow;
  const lines = linesAfter(file, dashLines(file, value, column, inner, braces));
  const after = insert(blockEnd(text, end, file.column(container)), lines);
  const dash = `${' '.repeat(column)}- `;
  if (onOwnLine) return [insert(start, '- '), ...shifted(file, start, end), after];
  // A value of several lines would have to be indented anew.
  if (lineEnd(text, start) < end) return undefined;
  let before = start;
  while (text[before - 1] === ' ' || text[before - 1] === '\t') before--;
  return [{ span: { start: before, end: start }, newText: linesAfter(file, [dash]) }, after];
}

/** Moves the lines of a block map after its first one to the right of the dash. */
function shifted(file: EditedFile, start: number, end: number): readonly SpanEdit[] {
  const { text } = file;
  const edits: SpanEdit[] = [];
  for (let at = nextLineStart(text, lineEnd(text, start)); at < end; at = nextLineStart(text, lineEnd(text, at))) {
    if (!isBlankLine(text, at)) edits.push(insert(lineStart(text, at), '  '));
  }
  return edits;
}
