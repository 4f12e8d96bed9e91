import { isAbsent, type Node, type Pair } from '../../syntax/tree';

/**
 * Whether the plain data of a pair, which is what validators see, is all that the pair holds: there is no tag in it, no
 * alias, no key that is no text, and nothing without a value.
 */
export function isWholeData({ key, value }: Pair): boolean {
  return key.kind === 'scalar' && key.tag === undefined && value !== undefined && isWholeValue(value);
}

function isWholeValue(node: Node): boolean {
  if (node.tag !== undefined || node.kind === 'alias') return false;
  if (node.kind === 'scalar') return !isAbsent(node);
  return node.kind === 'seq' ? node.items.every(isWholeValue) : node.members.every(isWholeData);
}
