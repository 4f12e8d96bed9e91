import { createEditor } from '../../edit/editor';
import type { PlanFile } from '../../plan/planFile';
import type { Span } from '../../text/span';
import { cursorAt, type Step } from '../cursor';
import { contentOffset } from '../entries';
import type { PlanState } from '../planState';
import type { RefactoringClient, RefactoringPlace } from './refactoring';

/** The place of a selection (absolute offsets) of a file. */
export function placeAt(state: PlanState, file: PlanFile, span: Span, client: RefactoringClient): RefactoringPlace {
  const selection = withoutBlanks(file, span);
  const first = stepsAt(file, selection.start);
  const last = selection.end > selection.start ? stepsAt(file, selection.end) : first;
  const apart = first.findIndex((step, at) => step.value !== last[at]?.value || step.pair !== last[at]?.pair);
  const steps = apart < 0 ? first : first.slice(0, apart);
  return { state, file, selection, steps, edit: createEditor((uri) => state.plan.files.get(uri)?.document), client };
}

/** The blanks and the comment of a line belong to what stands on it. */
function stepsAt(file: PlanFile, offset: number): readonly Step[] {
  return cursorAt(file, contentOffset(file.document, offset)).steps;
}

function withoutBlanks({ document: { source } }: PlanFile, { start, end }: Span): Span {
  const text = source.slice(start, end);
  const blank = /^\s*/.exec(text)?.[0].length ?? 0;
  // Where nothing but blanks is selected, it counts as the cursor.
  if (blank === text.length) return { start, end: start };
  return { start: start + blank, end: end - (text.length - text.trimEnd().length) };
}
