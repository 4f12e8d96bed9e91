import type { SpanEdit } from '../../edit/applyEdits';
import { columnOf, isBlankBetween } from '../../edit/layout';
import type { PlanFile } from '../../plan/planFile';
import type { Node, ScalarNode } from '../../syntax/tree';
import { lineEnd } from '../../text/lines';
import { finishedLine, type FinishedLine, type OpenList } from './finishedLine';
import { rewritten } from './lineIndent';
import { isNothing, openedEntry } from './openedEntry';

/**
 * What follows a line that was finished with Enter, where the new line is blank:
 *
 * - behind an element of a list the next dash, or the column of the keys where the element is a map;
 * - behind an empty dash nothing: it goes, and the line is back in the column of what holds the list;
 * - below a key that opens a map or a list the column of its entries, with a dash where a list has to follow and the
 *   file writes its lists in lines;
 * - below any other pair the column of its key.
 */
export function afterEnter(planFile: PlanFile, offset: number): SpanEdit | undefined {
  const { document } = planFile;
  const { source } = document;
  const position = source.positionAt(offset);
  if (position.line === 0) return undefined;
  const start = source.offsetAt({ line: position.line, character: 0 });
  const line = source.slice(start, source.offsetAt({ line: position.line, character: Number.MAX_SAFE_INTEGER }));
  if (line.trim() !== '') return undefined;
  const above = finishedLine(planFile, document, source.offsetAt({ line: position.line - 1, character: 0 }));
  if (!above) return undefined;
  const list = above.pair ? undefined : above.lists.at(-1);
  if (list && isEmptyDash(above, list)) return leftList(above, list, offset);
  const wanted = list ? nextElement(above, list) : belowPair(above, start);
  return wanted === undefined ? undefined : rewritten(above.file.text, start, offset, wanted);
}

/** Whether nothing stands in the line but the dash of a list. */
function isEmptyDash({ file, at, content, end, value }: FinishedLine, { column }: OpenList): boolean {
  if (content - at !== column || end !== content + 1) return false;
  return value !== undefined && isNothing(value) && isBlankBetween(file.text, end, lineEnd(file.text, end));
}

/** The second Enter: an element that nobody has written is none. */
function leftList({ file, at, steps, value }: FinishedLine, { list, column }: OpenList, offset: number): SpanEdit {
  const holder = steps.at(-2);
  const isLast = list.items.at(-1) === value;
  const isHeld = isLast && holder?.container?.kind === 'map' && 'pair' in holder;
  const wanted = isHeld ? columnOf(file.text, file.outerStart(holder.pair.key)) : column;
  return { span: { start: at + Math.min(wanted, column), end: offset }, newText: '' };
}

/** The indentation and dash of the element after one that stands in one line. */
function nextElement(line: FinishedLine, { column }: OpenList): string | undefined {
  const { at, content, value } = line;
  const isOwnDash = content - at === column && line.file.text[content] === '-';
  return isOwnDash && isFinished(line, value) ? `${' '.repeat(column)}- ` : undefined;
}

/** The indentation below a pair, with a dash where a list begins; undefined where that is the editor's to say. */
function belowPair(line: FinishedLine, start: number): string | undefined {
  const { file, pair, value, at, end } = line;
  const key = pair && file.outerStart(pair.key);
  if (key === undefined || key < at || key > end) return undefined;
  const column = columnOf(file.text, key);
  if (isFinished(line, value)) return ' '.repeat(column);
  const isOpen = file.text[end - 1] === ':' && (!value || isNothing(value) || file.span(value).start > start);
  if (!isOpen) return undefined;
  // In a map that begins behind a dash the editor keeps the column of the dash, where no key can stand.
  return openedEntry(line, column) ?? (line.content < key ? ' '.repeat(column) : undefined);
}

/** Whether a value has its whole text in the line: quotes and brackets are closed. */
function isFinished({ file, at, end }: FinishedLine, value: Node | undefined): boolean {
  if (!value || isNothing(value)) return false;
  const span = file.span(value);
  if (span.start < at || span.end > end || span.start === span.end) return false;
  const written = file.text.slice(span.start, span.end);
  if (value.kind === 'scalar') return isClosed(value, written);
  if (value.kind === 'alias') return true;
  return value.flow && written.endsWith(value.kind === 'map' ? '}' : ']');
}

function isClosed({ style }: ScalarNode, written: string): boolean {
  if (style === 'double') return /^"(?:[^"\\]|\\.)*"$/s.test(written);
  if (style === 'single') return /^'(?:[^']|'')*'$/s.test(written);
  return style === 'plain';
}
