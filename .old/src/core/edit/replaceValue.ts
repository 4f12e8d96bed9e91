import { isAbsent, scalarValue, type Node } from '../syntax/tree';
import { lineEnd } from '../text/lines';
import type { SpanEdit } from './applyEdits';
import type { EditValue } from './planEdit';
import type { Draft, EditedFile, Target } from './editedFile';
import { isList, withValueAt, written } from './expected';
import { columnOf, isBlankChar, lineAbove, lineStart } from './layout';
import { scalarText } from './scalarText';
import { blockText, flowText, type ValueText } from './valueText';

/** Puts another scalar in the place of the scalar, the alias or the absent value at a path. */
export function scalarDrafts(file: EditedFile, path: readonly string[], value: string): readonly Draft[] {
  const target = file.locate(path);
  if (!target || target.steps.length === 0) return [];
  const { node } = target;
  if (node && node.kind !== 'scalar' && node.kind !== 'alias') return [];
  return replacementDrafts(file, target, value);
}

/** Puts another value in the place of whatever stands at a target. */
export function replacementDrafts(file: EditedFile, target: Target, value: EditValue): readonly Draft[] {
  const edits = replacement(file, target, newText(file, target, value));
  return edits ? [{ edits, expected: withValueAt(file.root, target.path, written(value)) }] : [];
}

/** The value in the style of the one that it replaces. */
function newText(file: EditedFile, target: Target, value: EditValue): ValueText {
  const { node, flow, shape } = target;
  const isDouble = node?.kind === 'scalar' && node.style === 'double';
  if (typeof value === 'string' && (flow || isDouble || !value.includes('\n'))) {
    return { inline: scalarLike(file, target, value), below: [] };
  }
  const keepsBrackets = node?.kind === (isList(value) ? 'seq' : 'map') && node.flow;
  if (flow || keepsBrackets) return { inline: flowText(file, value, shape), below: [] };
  const place = { column: columnOfOwner(file, target), key: target.path.at(-1) ?? '', shape };
  if (isList(value) && value.length > 0 && node?.kind === 'seq') {
    const dash = ' '.repeat(file.column(node));
    const context = file.scalarContext(false, shape?.item);
    return { inline: '', below: value.map((item) => `${dash}- ${scalarText(item, context)}`) };
  }
  return blockText(file, value, place);
}

function scalarLike(file: EditedFile, { node, flow, shape }: Target, value: string): string {
  const context = file.scalarContext(flow, shape);
  if (node?.kind !== 'scalar') return scalarText(value, context);
  // Who has written a number plain where a text is meant has decided on that.
  const plainNumber = node.style === 'plain' && !isAbsent(node) && typeof scalarValue(node) !== 'string';
  return scalarText(value, plainNumber ? { ...context, text: false } : context, node.style);
}

/** The column of the key or dash whose value stands at the target. */
function columnOfOwner(file: EditedFile, { steps }: Target): number {
  const owner = steps.filter(({ container }) => container !== undefined).at(-1)?.container;
  return owner ? file.column(owner) : 0;
}

/** The edits that put a text in the place of the value at the target; undefined where there is no room for it. */
export function replacement(file: EditedFile, target: Target, text: ValueText): readonly SpanEdit[] | undefined {
  const { node } = target;
  const span = node && file.span(node);
  if (!node || !span || span.start === span.end) return insertion(file, target, text);
  const opener = openerEnd(file, target);
  if (opener !== undefined && lineEnd(file.text, opener) < span.start) return replacedBelow(file, opener, span, text);
  return replacedInline(file, node, text);
}

/** The end of the colon or the dash that the value stands behind; undefined where there is none. */
function openerEnd(file: EditedFile, { steps }: Target): number | undefined {
  const step = steps.at(-1);
  if (!step?.container) return undefined;
  if ('pair' in step) return file.afterColon(step.pair);
  return step.container.flow ? undefined : dashOf(file, step.node, file.column(step.container)) + 1;
}

/** The offset of the dash of an element of a block list whose dashes stand in `column`. */
export function dashOf(file: EditedFile, item: Node, column: number): number {
  const { text } = file;
  let at = file.outerStart(item);
  do at--;
  while (at > 0 && !(text[at] === '-' && /\s|^$/.test(text[at + 1] ?? '') && columnOf(text, at) === column));
  return at;
}

function insertion(file: EditedFile, target: Target, { inline, below }: ValueText): readonly SpanEdit[] | undefined {
  const opener = openerEnd(file, target);
  const step = target.steps.at(-1);
  if (opener === undefined) {
    // A key of a flow map without a colon: `{ a, b }`.
    if (!step?.container || !('pair' in step) || below.length > 0) return undefined;
    return [insert(file.span(step.pair.key).end, `: ${inline}`)];
  }
  const at = Math.max(opener, target.node ? file.span(target.node).end : opener);
  const edits = inline === '' ? [] : [insert(at, isBlankChar(file.text[at - 1]) ? inline : ` ${inline}`)];
  return below.length === 0 ? edits : [...edits, insert(lineEnd(file.text, at), linesAfter(file, below))];
}

function replacedInline(file: EditedFile, node: Node, { inline, below }: ValueText): readonly SpanEdit[] {
  const { text } = file;
  const { start, end } = file.span(node);
  const isBlock = node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
  let head = end;
  if (isBlock) for (head = start; /\S/.test(text[head] ?? '');) head++;
  let from = start;
  if (inline === '') while (isBlankChar(text[from - 1])) from--;
  const first = { span: { start: from, end: head }, newText: inline };
  const lines = linesAfter(file, below);
  if (isBlock) {
    const body = lineEnd(text, start);
    return [first, { span: { start: body, end: Math.max(body, end) }, newText: lines }];
  }
  return lines === '' ? [first] : [first, insert(lineEnd(text, end), lines)];
}

function replacedBelow(
  file: EditedFile,
  opener: number,
  { start, end }: { readonly start: number; readonly end: number },
  { inline, below }: ValueText,
): readonly SpanEdit[] {
  const { text } = file;
  const line = lineStart(text, start);
  const above = lineEnd(text, lineAbove(text, line) ?? line);
  const body = { span: { start: above, end }, newText: linesAfter(file, below) };
  return inline === '' ? [body] : [insert(opener, ` ${inline}`), body];
}

/** The lines as they stand behind the end of another one. */
export function linesAfter(file: EditedFile, lines: readonly string[]): string {
  return lines.map((line) => file.style.eol + line).join('');
}

export function insert(at: number, newText: string): SpanEdit {
  return { span: { start: at, end: at }, newText };
}
