import { isAbsent, keyText, type MapNode, type SeqNode } from '../syntax/tree';
import { lineEnd, nextLineStart } from '../text/lines';
import type { Span } from '../text/span';
import type { SpanEdit } from './applyEdits';
import type { Draft, EditedFile, Step, Target } from './editedFile';
import { membersOf, withValueAt, type Expected } from './expected';
import { blockEnd, firstNonBlank, isBlankChar, isBlankLine, lineAbove, lineStart, startsLine } from './layout';
import { dashOf } from './replaceValue';

/** Removes what stands at a path, with its comments; and what holds it, where nothing else is left in that. */
export function removalDrafts(file: EditedFile, path: readonly string[]): readonly Draft[] {
  const target = file.locate(path);
  const step = target?.steps.at(-1);
  if (!target || !step) return [];
  const { container } = step;
  const isOnly = !container || sizeOf(container) === 1;
  // The key of an empty list or map goes too, but the root stays.
  if (isOnly && path.length > 1) return removalDrafts(file, path.slice(0, -1));
  if (!container) return [];
  const edits = container.flow ? fromFlow(file, step) : fromBlock(file, target, step);
  return edits ? [{ edits, expected: withValueAt(file.root, path.slice(0, -1), without(container, step)) }] : [];
}

function sizeOf(container: MapNode | SeqNode): number {
  return container.kind === 'map' ? container.pairs.length : container.items.length;
}

function without(container: MapNode | SeqNode, step: Step): Expected {
  if (container.kind === 'seq') {
    return { kind: 'items', items: container.items.filter((_item, at) => !('index' in step) || at !== step.index) };
  }
  if (container.pairs.length === 1) return undefined;
  const members = [...membersOf(container)];
  const key = 'pair' in step ? keyText(step.pair) : undefined;
  members.splice(
    members.findIndex((member) => member.key === key),
    1,
  );
  return { kind: 'members', members };
}

/** The spans of the entries of a collection, keys, anchors and tags included. */
function entrySpan(file: EditedFile, container: MapNode | SeqNode, at: number): Span | undefined {
  if (container.kind === 'map') {
    const pair = container.pairs[at];
    return pair && { start: file.outerStart(pair.key), end: endOfPair(file, container, at) };
  }
  const item = container.items[at];
  if (!item) return undefined;
  const start = container.flow ? file.outerStart(item) : dashOf(file, item, file.column(container));
  return { start, end: Math.max(start + (container.flow ? 0 : 1), file.span(item).end) };
}

/** A value that is nothing ends with its colon. */
function endOfPair(file: EditedFile, map: MapNode, at: number): number {
  const pair = map.pairs[at];
  if (!pair) return file.span(map).end;
  return isAbsent(pair.value) ? Math.max(file.afterColon(pair) ?? 0, file.pairEnd(pair)) : file.pairEnd(pair);
}

function indexOf(container: MapNode | SeqNode, step: Step): number {
  if (container.kind === 'map') return 'pair' in step ? container.pairs.indexOf(step.pair) : -1;
  return 'index' in step ? step.index : -1;
}

function fromFlow(file: EditedFile, step: Step): readonly SpanEdit[] | undefined {
  const { container } = step;
  if (!container) return undefined;
  const at = indexOf(container, step);
  const own = entrySpan(file, container, at);
  const next = entrySpan(file, container, at + 1);
  const previous = entrySpan(file, container, at - 1);
  if (!own) return undefined;
  const { text } = file;
  if (next) {
    if (!text.slice(own.end, next.start).includes('#')) return [cutOut(own.start, next.start)];
    return [cutOut(startsLine(text, own.start) ? lineStart(text, own.start) : own.start, afterComma(text, own))];
  }
  if (previous && !text.slice(previous.end, own.start).includes('#')) return [cutOut(previous.end, own.end)];
  // A comment on what stands before stays, and so does its comma: YAML lets a list end in one.
  let start = own.start;
  while (isBlankChar(text[start - 1])) start--;
  return [cutOut(start, own.end)];
}

/** The end of what belongs to an entry of several lines in brackets: its comma, its comment and its line break. */
function afterComma(text: string, own: Span): number {
  const comma = text.indexOf(',', own.end);
  const end = lineEnd(text, comma);
  const content = firstNonBlank(text, comma + 1, end);
  if (content < end && text[content] !== '#') return content;
  return startsLine(text, own.start) ? nextLineStart(text, end) : end;
}

function fromBlock(file: EditedFile, { path }: Target, step: Step): readonly SpanEdit[] | undefined {
  const { container } = step;
  if (!container) return undefined;
  const at = indexOf(container, step);
  const own = entrySpan(file, container, at);
  if (!own) return undefined;
  const { text } = file;
  const column = file.column(container);
  const end = blockEnd(text, own.end, column);
  const next = entrySpan(file, container, at + 1);
  if (!startsLine(text, own.start)) return next && [fromSharedLine(text, own, end, next)];
  const keepsHeader = path.length === 1 && at === 0;
  const line = lineStart(text, own.start);
  const start = keepsHeader ? Math.max(line, bomLength(text)) : ownCommentsAbove(text, line, own.start - line);
  return [wholeLines(text, start, end)];
}

/** The first entry of a list element shares the line of the dash, which the next one then takes over. */
function fromSharedLine(text: string, own: Span, end: number, next: Span): SpanEdit {
  if (!text.slice(end, next.start).includes('#')) return cutOut(own.start, next.start);
  let start = own.start;
  while (isBlankChar(text[start - 1])) start--;
  return cutOut(start, end);
}

/** The start of the comment lines right above an entry that are indented as it is, directives for the file excepted. */
function ownCommentsAbove(text: string, line: number, indent: number): number {
  let first = line;
  for (let at = lineAbove(text, line); at !== undefined; at = lineAbove(text, at)) {
    const end = lineEnd(text, at);
    const content = firstNonBlank(text, at, end);
    if (text[content] !== '#' || content - at !== indent) break;
    if (/^#\s*throughline-disable(?!-next-line)/.test(text.slice(content, end))) break;
    first = at;
  }
  return first;
}

/** Whole lines, with one of the two runs of blank lines that would meet where they stood. */
function wholeLines(text: string, start: number, lastLineEnd: number): SpanEdit {
  let end = nextLineStart(text, lastLineEnd);
  let from = start;
  const above = lineAbove(text, start);
  const blankAbove = above === undefined || isBlankLine(text, above);
  if (blankAbove) {
    while (isBlankLine(text, end)) end = nextLineStart(text, lineEnd(text, end));
  }
  if (end >= text.length) {
    for (let at = above; at !== undefined && isBlankLine(text, at); at = lineAbove(text, at)) from = at;
    // A file without a line break at its end has none then either.
    const before = lineAbove(text, from);
    if (before !== undefined && !/[\r\n]$/.test(text)) from = lineEnd(text, before);
  }
  return cutOut(from, end);
}

function bomLength(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function cutOut(start: number, end: number): SpanEdit {
  return { span: { start, end }, newText: '' };
}
