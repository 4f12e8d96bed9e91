import { byComments } from '../../syntax/byComments';
import { isAbsent, type Node, type Pair, type ScalarNode } from '../../syntax/tree';
import { quoted } from '../../plan/scalars/parsed';
import { lineEnd } from '../../text/lines';
import type { Place } from '../../text/sourceText';

/** A plain text that ends before a `#` without a blank after it, or that is a comment from its start. */
export interface CutText {
  /** From the `#` to the end of its line. */
  readonly comment: Place;
  /** The text and the comment together, as offsets in the piece. */
  readonly text: readonly [number, number];
  /** What is lost, without backticks around it. */
  readonly lost: string;
}

/** The plain texts of a file that a comment cuts, in source order. */
export const cutTexts = byComments(({ piece, tree }): readonly CutText[] => {
  const suspects = tree.comments.filter(({ start, end }) =>
    /^#(?!throughline-)[^\s#!]/.test(piece.text.slice(start, end)),
  );
  if (suspects.length === 0) return [];
  const texts: ScalarNode[] = [];
  const titles: Pair[] = [];
  collectTexts(tree.root, texts, titles);
  const byEnd = new Map(texts.map((text) => [text.end, text]));
  const emptied = new Set(titles.flatMap((pair) => commentAsTitle(pair)?.start ?? []));
  return suspects.flatMap(({ start, end }): readonly CutText[] => {
    const before = piece.text.slice(0, start).replace(/[ \t]+$/, '').length;
    const text = emptied.has(start) ? { start } : byEnd.get(before);
    if (!text || before === start) return [];
    const last = start + piece.text.slice(start, end).trimEnd().length;
    const lost = quoted(piece.text.slice(start, last)).slice(1, -1);
    return [{ comment: { piece, start, end: last }, text: [text.start, last], lost }];
  });
});

/** The keys whose text everybody expects to be read: one that is a comment was hardly meant as one. */
const titleKeys: ReadonlySet<string | undefined> = new Set(['title', 'name', 'product', 'project']);

/** Where a comment without a blank after its `#` stands in the place of a title: `title: #12 Payment API`. */
export function commentAsTitle(pair: Pair): Place | undefined {
  const { key, value } = pair;
  if (key.kind !== 'scalar' || !titleKeys.has(key.text) || (value && !isAbsent(value))) return undefined;
  const { piece, end } = key;
  const blanks = /^[ \t]*:[ \t]+(?=#(?!throughline-)[^\s#!])/.exec(piece.text.slice(end, end + 200))?.[0];
  if (blanks === undefined) return undefined;
  const start = end + blanks.length;
  return { piece, start, end: lineEnd(piece.text, start) };
}

/** Plain texts that stand as values or as entries of lists: the key of an entry is cut by no comment. */
function collectTexts(node: Node | undefined, into: ScalarNode[], titles: Pair[]): void {
  if (!node || node.kind === 'alias') return;
  if (node.kind === 'scalar') {
    if (node.style === 'plain' && !isAbsent(node)) into.push(node);
  } else if (node.kind === 'seq') {
    for (const item of node.items) collectTexts(item, into, titles);
  } else {
    for (const pair of node.pairs) {
      titles.push(pair);
      collectTexts(pair.value, into, titles);
    }
  }
}
