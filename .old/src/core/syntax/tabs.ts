import type { SyntaxProblem } from './problem';
import type { Node, Pair } from './tree';

/** The columns that a tab may lead to a multiple of: as terminals show it, and as editors do. */
export const tabStops = [8, 4, 2] as const;

/** A text whose tabs in indentation are spaces, and the way back to the offsets of the original. */
export interface ExpandedTabs {
  readonly text: string;
  /** The first tab that indents a line, in the original. */
  readonly first: { readonly start: number; readonly end: number };
  /** The offset in the original for one in `text`. */
  readonly original: (offset: number) => number;
}

/**
 * Expands the tabs that indent content; undefined where there are none. YAML does not allow them, but their meaning is
 * clear.
 *
 * @param tabStop the columns that a tab leads to a multiple of
 */
export function expandTabs(text: string, tabStop: number): ExpandedTabs | undefined {
  const indents = [...text.matchAll(/^ *\t[ \t]*(?=[^ \t\r\n])/gm)];
  const [head] = indents;
  if (!head) return undefined;
  let expanded = '';
  let from = 0;
  /** Offsets right after each indentation: in the expanded text and in the original. */
  const marks: { readonly expanded: number; readonly original: number }[] = [];
  for (const { 0: blanks, index } of indents) {
    expanded += text.slice(from, index);
    let column = 0;
    for (const blank of blanks) column = blank === '\t' ? column - (column % tabStop) + tabStop : column + 1;
    expanded += ' '.repeat(column);
    from = index + blanks.length;
    marks.push({ expanded: expanded.length, original: from });
  }
  const start = head.index + head[0].indexOf('\t');
  return {
    text: expanded + text.slice(from),
    first: { start, end: head.index + head[0].length },
    original: (offset) => {
      const next = firstAfter(marks, offset);
      const [before, after] = [marks[next - 1], marks[next]];
      const plain = before ? before.original + offset - before.expanded : offset;
      // An offset inside an indentation stands for the end of it.
      return after ? Math.min(plain, after.original) : plain;
    },
  };
}

/** The index of the first mark behind an offset, or their count. */
function firstAfter(marks: readonly { readonly expanded: number }[], offset: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.expanded ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tree with every offset replaced. */
export function movedNode(node: Node, move: (offset: number) => number): Node {
  const span = { start: move(node.start), end: move(node.end) };
  if (node.kind === 'seq') return { ...node, ...span, items: node.items.map((item) => movedNode(item, move)) };
  if (node.kind !== 'map') return { ...node, ...span };
  const pairs = node.pairs.map(({ key, value }): Pair => ({
    key: movedNode(key, move),
    ...(value ? { value: movedNode(value, move) } : {}),
  }));
  return { ...node, ...span, pairs, members: pairs };
}

/** The problem with every offset replaced. */
export function movedProblem(problem: SyntaxProblem, move: (offset: number) => number): SyntaxProblem {
  const place = (at: SyntaxProblem['at']): SyntaxProblem['at'] => ({ ...at, start: move(at.start), end: move(at.end) });
  return {
    ...problem,
    at: place(problem.at),
    ...(problem.quote ? { quote: place(problem.quote) } : {}),
    ...(problem.clouds ? { clouds: place(problem.clouds) } : {}),
  };
}
