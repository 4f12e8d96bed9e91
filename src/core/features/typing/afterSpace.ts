import type { SpanEdit } from '../../edit/applyEdits';
import type { PlanFile } from '../../plan/planFile';
import { schemaAt } from '../../schema/lookup';
import { cursorAt } from '../cursor';

/**
 * Takes back a dash that was typed behind one that was there already: who presses Enter in a list, and then types a dash
 * out of habit, means one. The format has no list of lists.
 */
export function afterSpace(planFile: PlanFile, offset: number): SpanEdit | undefined {
  const { kind, document } = planFile;
  const { source } = document;
  const { line } = source.positionAt(offset);
  const start = source.offsetAt({ line, character: 0 });
  // Asked after every blank in the file: most have their answer here.
  if (!/^\ufeff? *- - $/.test(source.slice(start, offset))) return undefined;
  const end = source.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  if (source.slice(offset, end).trim() !== '') return undefined;
  const [outer, inner] = cursorAt(planFile, offset - 1).steps.slice(-2);
  const isListInList = outer && inner && !outer.pair && !inner.pair;
  if (!isListInList || schemaAt(kind, outer.path) === undefined) return undefined;
  return { span: { start: offset - 2, end: offset }, newText: '' };
}
