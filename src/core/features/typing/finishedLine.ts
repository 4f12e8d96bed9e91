import { EditedFile, type Step } from '../../edit/editedFile';
import { firstNonBlank } from '../../edit/layout';
import type { PlanFile } from '../../plan/planFile';
import type { SyntaxDocument } from '../../syntax/document';
import type { Node, Pair, SeqNode } from '../../syntax/tree';
import { lineEnd } from '../../text/lines';
import { cursorAt } from '../cursor';

/** A block list that a line is in. */
export interface OpenList {
  readonly list: SeqNode;
  /** Of its dashes. */
  readonly column: number;
}

/** A line of block style below which something is typed, by the innermost thing that stands in it. */
export interface FinishedLine {
  readonly file: EditedFile;
  readonly kind: PlanFile['kind'];
  /** Where the line starts, its content starts, and its content ends: before blanks and a comment. */
  readonly at: number;
  readonly content: number;
  readonly end: number;
  /** The keys (and indices) that lead to the value. */
  readonly path: readonly string[];
  readonly value: Node | undefined;
  /** The key that the value stands behind; undefined for an element of a list. */
  readonly pair: Pair | undefined;
  /** From the root to the innermost. */
  readonly steps: readonly Step[];
  /** The lists that hold what stands in the line, the innermost last. */
  readonly lists: readonly OpenList[];
}

/**
 * What stands in the line that starts at an absolute offset.
 *
 * @returns undefined for a line without content, inside brackets, and where what was read is not surely what is written
 */
export function finishedLine({ kind }: PlanFile, document: SyntaxDocument, at: number): FinishedLine | undefined {
  const file = new EditedFile(document);
  const { text } = file;
  const content = firstNonBlank(text, at, lineEnd(text, at));
  const end = contentEnd(document, text, at);
  if (end <= content || isBroken(document, content, end)) return undefined;
  const step = cursorAt({ document }, end).steps.at(-1);
  const target = step && file.locate(step.path);
  // Of two equal keys, and of what is merged in, the path leads elsewhere.
  if (!target || target.flow || target.node !== step.value) return undefined;
  const lists = target.steps.flatMap(({ container }): readonly OpenList[] =>
    container?.kind === 'seq' ? [{ list: container, column: file.column(container) }] : [],
  );
  const { path, pair, value } = step;
  return { file, kind, at, content, end, path, pair, value, steps: target.steps, lists };
}

/** Whether something in a line could not be read: a quote that is still open may go on below. */
function isBroken({ source, problems }: SyntaxDocument, content: number, end: number): boolean {
  return problems.some(({ at }) => {
    const span = source.spanOf(at);
    return span !== undefined && span.start < end && content < span.end;
  });
}

/** The end of what stands in a line: before the blanks at its end, and before its comment. */
function contentEnd({ source, pieces }: SyntaxDocument, text: string, at: number): number {
  const index = source.indexAt(at);
  const base = source.startOf(index);
  const lineStop = lineEnd(text, at);
  const comment = pieces[index]?.tree.comments.find(({ start }) => base + start >= at && base + start <= lineStop);
  let end = comment ? base + comment.start : lineStop;
  while (end > at && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}
