import { schemaAt } from '../../schema/lookup';
import { keyText, type MapNode, type Node, type SeqNode } from '../../syntax/tree';
import type { FinishedLine } from './finishedLine';

/**
 * How the first entry below a key begins, where nothing stands behind it: as the entries that are there already, else by
 * what the format takes and by the style of the file.
 *
 * @param column of the key
 * @returns indentation, with a dash where a list has to follow; undefined where nothing has to be below the key
 */
export function openedEntry(line: FinishedLine, column: number): string | undefined {
  const { file, value } = line;
  if (value && isBlock(value)) return ' '.repeat(file.column(value)) + (value.kind === 'seq' ? '- ' : '');
  if (value && !isNothing(value)) return undefined;
  const shape = file.shapeAt(line.path);
  if (shape?.item && !shape.map && !isUsuallyOne(line)) {
    return isInBrackets(line) ? undefined : `${' '.repeat(column + file.style.listIndent)}- `;
  }
  return (shape?.map ?? shape?.entity) ? ' '.repeat(column + file.style.indent) : undefined;
}

/** The column in which the dashes of a list below a key stand, whether or not it has to be a list; else undefined. */
export function openedList({ file, value, path }: FinishedLine, column: number): number | undefined {
  if (value?.kind === 'seq' && isBlock(value)) return file.column(value);
  if (value && !isNothing(value)) return undefined;
  return file.shapeAt(path)?.item ? column + file.style.listIndent : undefined;
}

/** Whether one map is what a key that somebody has chosen holds, though a list of them may stand there too. */
function isUsuallyOne({ file, kind, path }: FinishedLine): boolean {
  const isMember = schemaAt(kind, path.slice(0, -1))?.keyKind !== undefined;
  return isMember && file.shapeAt(path)?.item?.entity !== undefined;
}

/** Whether the file writes lists such as this one in brackets; lists of entries never are. */
function isInBrackets({ file, path, pair }: FinishedLine): boolean {
  return !file.shapeAt(path)?.item?.entity && file.style.flowLists((pair && keyText(pair)) ?? '');
}

function isBlock(node: Node): node is MapNode | SeqNode {
  return (node.kind === 'map' || node.kind === 'seq') && !node.flow;
}

/** Whether nothing is written where a value could stand. */
export function isNothing(node: Node): boolean {
  return node.kind === 'scalar' && node.start === node.end && node.anchor === undefined && node.tag === undefined;
}
