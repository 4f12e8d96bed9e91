import { isMerge } from '../syntax/link';
import { keyText, type MapNode, type Node, type Pair } from '../syntax/tree';
import { lineEnd, nextLineStart } from '../text/lines';
import type { Span } from '../text/span';
import type { EditedFile } from './editedFile';
import { blockEnd, isBlankLine, lineStart, ownCommentsAbove, startsLine } from './layout';

/**
 * The lines of each entry of a block map, with the comments right above it and the deeper ones below it, without the
 * line break at their end. Between them stand blank lines and nothing else.
 *
 * @returns undefined where lines cannot be told apart by entry: in braces, where a comment stands by itself between two
 *   entries, or on another column than their keys, where keys repeat or are merged in, or do not begin their lines
 */
export function stretchesOf(file: EditedFile, map: MapNode): readonly Span[] | undefined {
  const { pairs } = map;
  const names = new Set(pairs.map(keyText));
  if (map.flow || pairs.some(isMerge) || names.size < pairs.length || names.has(undefined)) return undefined;
  const { text } = file;
  const column = file.column(map);
  const stretches: Span[] = [];
  for (const pair of pairs) {
    const stretch = stretchOf(file, pair, column);
    const before = stretches.at(-1)?.end;
    if (!stretch || (before !== undefined && !isBlankFrom(text, before, stretch.start))) return undefined;
    stretches.push(stretch);
  }
  return stretches;
}

/** The lines of one entry of a block map, with its comments; undefined where its key does not begin its line. */
export function stretchOf(file: EditedFile, pair: Pair, column: number): Span | undefined {
  const { text } = file;
  const key = file.outerStart(pair.key);
  const line = lineStart(text, key);
  if (!startsLine(text, key) || (line > 0 && key - line !== column)) return undefined;
  const start = ownCommentsAbove(text, line, column);
  return { start, end: blockEnd(text, file.pairEnd(pair), column) };
}

/** Whether nothing in a tree is written elsewhere, or may be referred to from elsewhere. */
export function standsAlone(node: Node | undefined): boolean {
  if (!node) return true;
  const known = alone.get(node);
  if (known !== undefined) return known;
  const found = node.kind !== 'alias' && node.anchor === undefined && parts(node).every(standsAlone);
  alone.set(node, found);
  return found;
}

/** Nodes never change, so that what is kept for one stays true. */
const alone = new WeakMap<Node, boolean>();

function parts(node: Node): readonly (Node | undefined)[] {
  if (node.kind === 'seq') return node.items;
  return node.kind === 'map' ? node.pairs.flatMap(({ key, value }) => [key, value]) : [];
}

/** Whether there are only blank lines from the end of one line to the start of another. */
function isBlankFrom(text: string, end: number, start: number): boolean {
  for (let at = nextLineStart(text, end); at < start; at = nextLineStart(text, lineEnd(text, at))) {
    if (!isBlankLine(text, at)) return false;
  }
  return true;
}
