import type { SyntaxDocument } from '../../syntax/document';
import { isAbsent, type Node, type ScalarNode } from '../../syntax/tree';
import { quoted } from '../../plan/scalars/parsed';
import type { Place } from '../../text/sourceText';

/** A plain text that ends before a `#` without a blank after it. */
export interface CutText {
  /** From the `#` to the end of its line. */
  readonly comment: Place;
  /** The text and the comment together, as offsets in the piece. */
  readonly text: readonly [number, number];
  /** What is lost, without backticks around it. */
  readonly lost: string;
}

/** The plain texts of a file that a comment cuts, in source order. */
export function cutTexts({ pieces }: SyntaxDocument): readonly CutText[] {
  return pieces.flatMap(({ piece, tree }) => {
    const suspects = tree.comments.filter(({ start, end }) =>
      /^#(?!throughline-)[^\s#!]/.test(piece.text.slice(start, end)),
    );
    if (suspects.length === 0) return [];
    const texts: ScalarNode[] = [];
    collectTexts(tree.root, texts);
    const byEnd = new Map(texts.map((text) => [text.end, text]));
    return suspects.flatMap(({ start, end }): readonly CutText[] => {
      const before = piece.text.slice(0, start).replace(/[ \t]+$/, '').length;
      const text = byEnd.get(before);
      if (!text || before === start) return [];
      const last = start + piece.text.slice(start, end).trimEnd().length;
      const lost = quoted(piece.text.slice(start, last)).slice(1, -1);
      return [{ comment: { piece, start, end: last }, text: [text.start, last], lost }];
    });
  });
}

/** Plain texts that stand as values or as entries of lists: the key of an entry is cut by no comment. */
function collectTexts(node: Node | undefined, into: ScalarNode[]): void {
  if (!node || node.kind === 'alias') return;
  if (node.kind === 'scalar') {
    if (node.style === 'plain' && !isAbsent(node)) into.push(node);
  } else if (node.kind === 'seq') {
    for (const item of node.items) collectTexts(item, into);
  } else {
    for (const { value } of node.pairs) collectTexts(value, into);
  }
}
