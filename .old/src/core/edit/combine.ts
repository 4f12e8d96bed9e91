import type { SyntaxDocument } from '../syntax/document';
import { keyText, type Node } from '../syntax/tree';
import { documentAfter } from './applyEdits';
import type { FileEdit, PlanEdit } from './planEdit';
import { hasNoNewProblem } from './expected';

/** See {@link Editor.combine}. */
export function combined(
  edits: readonly (PlanEdit | undefined)[],
  documents: (uri: string) => SyntaxDocument | undefined,
): PlanEdit | undefined {
  const known = edits.filter((edit) => edit !== undefined);
  if (known.length < edits.length) return undefined;
  const [only] = known;
  if (only && known.length === 1) return only;
  const creates = known.flatMap((edit) => edit.creates ?? []);
  if (new Set(creates.map(({ uri }) => uri)).size < creates.length) return undefined;
  const all = known.flatMap((edit) => edit.edits);
  if (!mayShareOffsets(known)) return undefined;
  for (const uri of new Set(all.map((edit) => edit.uri))) {
    const document = documents(uri);
    const own = all.filter((edit) => edit.uri === uri);
    const after = document && documentAfter(document, own);
    if (!after || !hasNoNewProblem(document, after)) return undefined;
    if (repeatedKeys(after.root) > repeatedKeys(document.root)) return undefined;
  }
  return { edits: all, ...(creates.length > 0 ? { creates } : {}) };
}

/**
 * Whether where two edits insert at one offset, each adds something of its own: whole lines, or the next entry of a
 * list. Two that both fill an absent value, or put brackets around one, do not know of each other.
 */
function mayShareOffsets(edits: readonly PlanEdit[]): boolean {
  const inserted = new Map<string, FileEdit>();
  return edits.every((plan) => {
    const own = plan.edits.filter(({ span }) => span.start === span.end);
    const fits = own.every((edit) => {
      const other = inserted.get(offsetOf(edit));
      return !other || (isAddition(edit) && isAddition(other));
    });
    for (const edit of own) inserted.set(offsetOf(edit), edit);
    return fits;
  });
}

function offsetOf({ uri, span }: FileEdit): string {
  return `${String(span.start)} ${uri}`;
}

function isAddition({ newText }: FileEdit): boolean {
  return /^(?:[\r\n]|, [^}\]]*$)/.test(newText) || /[\r\n]$/.test(newText);
}

/** How many keys of a tree stand in their map already. */
function repeatedKeys(node: Node | undefined): number {
  if (node?.kind === 'seq') return sum(node.items.map(repeatedKeys));
  if (node?.kind !== 'map') return 0;
  const names = node.pairs.map(keyText).filter((name) => name !== undefined);
  return names.length - new Set(names).size + sum(node.pairs.map(({ value }) => repeatedKeys(value)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
