import { documentAfter, type SpanEdit } from '../../edit/applyEdits';
import { columnOf } from '../../edit/layout';
import type { PlanFile } from '../../plan/planFile';
import type { SourceText } from '../../text/sourceText';
import { finishedLine, type FinishedLine } from './finishedLine';
import { rewritten } from './lineIndent';
import { isNothing, openedList } from './openedEntry';

/**
 * Moves the dash that begins a line into the column of the list that it goes on with, or of the one that may begin below
 * the key above it. A dash that fits where it is stays there, and so does one in a text.
 */
export function afterDash(planFile: PlanFile, offset: number): SpanEdit | undefined {
  const { document } = planFile;
  const { source } = document;
  const { line, character } = source.positionAt(offset);
  if (!/^[ \t]*-\s*$/.test(lineText(source, line)) || source.slice(offset - 1, offset) !== '-') return undefined;
  // What stands above is read as it was before the dash, which may well have broken it.
  const before = documentAfter(document, [{ span: { start: offset - 1, end: offset }, newText: '' }]);
  const above = before && finishedLine(planFile, before, contentAbove(source, line));
  if (!above) return undefined;
  const column = character - 1;
  const wanted = nearest(columnsBelow(above, column), column);
  return wanted === undefined
    ? undefined
    : rewritten(above.file.text, offset - character, offset - 1, ' '.repeat(wanted));
}

/** The start of the next line above that is neither blank nor a comment; of the first line where there is none. */
function contentAbove(source: SourceText, line: number): number {
  let above = line - 1;
  while (above > 0 && /^\s*(?:#|$)/.test(lineText(source, above))) above--;
  return source.offsetAt({ line: above, character: 0 });
}

function lineText(source: SourceText, line: number): string {
  const end = source.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  return source.slice(source.offsetAt({ line, character: 0 }), end);
}

/** The columns in which a dash may stand below a line, from the outermost list to the innermost; none inside a text. */
function columnsBelow(line: FinishedLine, column: number): readonly number[] {
  const { file, pair, value, lists } = line;
  const columns = lists.map((list) => list.column);
  const key = pair && columnOf(file.text, file.outerStart(pair.key));
  const opened = key === undefined ? undefined : openedList(line, key);
  if (opened !== undefined) return [...columns, opened];
  const isText = value !== undefined && !isNothing(value) && column > (key ?? columns.at(-1) ?? 0);
  return isText ? [] : columns;
}

/** Of several that are as near, the last. */
function nearest(columns: readonly number[], column: number): number | undefined {
  let best: number | undefined;
  for (const one of columns) {
    if (best === undefined || Math.abs(one - column) <= Math.abs(best - column)) best = one;
  }
  return best;
}
