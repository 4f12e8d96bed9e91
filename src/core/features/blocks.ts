import type { EditedFile } from '../edit/editedFile';
import { columnOf, startsLine } from '../edit/layout';
import type { CutPiece } from '../syntax/document';
import type { Node } from '../syntax/tree';
import { nextLineStart } from '../text/lines';
import type { Place } from '../text/sourceText';

/**
 * Where an element of a block list starts: with its dash. Where a comment stands between the two, or the text is too
 * broken to have a dash, it starts with itself.
 */
export function itemStart(file: EditedFile, item: Node): number {
  const start = file.outerStart(item);
  let at = start - 1;
  while (at >= 0 && /\s/.test(file.text[at] ?? '')) at--;
  return file.text[at] === '-' ? at : start;
}

/** Comments on lines of their own, right below each other and equally indented: from the first to the last of each run. */
export function commentRuns({ piece, tree }: CutPiece): readonly Place[] {
  const runs: Place[] = [];
  let run: { start: number; end: number; column: number } | undefined;
  for (const { start, end } of tree.comments) {
    if (!startsLine(piece.text, start)) continue;
    const column = columnOf(piece.text, start);
    const follows = run?.column === column && nextLineStart(piece.text, run.end) === start - column;
    if (run && !follows) runs.push({ piece, start: run.start, end: run.end });
    run = { start: run && follows ? run.start : start, end, column };
  }
  if (run) runs.push({ piece, start: run.start, end: run.end });
  return runs;
}
