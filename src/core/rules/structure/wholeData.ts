import { isAbsent, type Node, type Pair } from '../../syntax/tree';

/**
 * Whether there is nothing in a pair that validators do not see. A whole section is not looked through for that: every
 * edit makes another one of it, and nearly all of its entries are known to be sound (see `SoundEntries`).
 *
 * @param path to the map that the pair stands in
 */
export function holdsNothingHidden(path: readonly string[], pair: Pair): boolean {
  return path.length > 0 && isWholeData(pair);
}

/**
 * Whether the plain data of a pair, which is what validators see, is all that the pair holds: there is no tag in it, no
 * alias, no key that is no text, and nothing without a value.
 */
function isWholeData({ key, value }: Pair): boolean {
  return key.kind === 'scalar' && key.tag === undefined && value !== undefined && isWholeValue(value);
}

function isWholeValue(node: Node): boolean {
  if (node.tag !== undefined || node.kind === 'alias') return false;
  if (node.kind === 'scalar') return !isAbsent(node);
  return node.kind === 'seq' ? node.items.every(isWholeValue) : node.members.every(isWholeData);
}
