import type { Piece, Place } from '../text/sourceText';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

interface NodeBase {
  readonly piece: Piece;
  /** Relative to the piece, quotes and brackets included; anchors and tags are not. */
  readonly start: number;
  readonly end: number;
  readonly anchor?: string;
  /** As written: `!!str`, `!local`, `!<uri>`. */
  readonly tag?: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** The decoded text: folded, unescaped. Empty for an empty value, which stands right after its colon or dash. */
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** What the alias stands for; absent where there is no such anchor, or it may not be followed. */
  readonly target?: Node;
}

export interface SeqNode extends NodeBase {
  readonly kind: 'seq';
  readonly flow: boolean;
  readonly items: readonly Node[];
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly flow: boolean;
  /** The piece that the map ends in, where it spans several. */
  readonly last?: Piece;
  /** As written, in source order, keys that repeat and `<<` included. */
  readonly pairs: readonly Pair[];
  /** What the map holds: its pairs but `<<`, then those that `<<` merges into it. The same array where there is no `<<`. */
  readonly members: readonly Pair[];
}

export interface Pair {
  readonly key: Node;
  /** Absent only where the source was so broken that no value could be made out. */
  readonly value?: Node;
}

export type Node = ScalarNode | AliasNode | SeqNode | MapNode;

/** The node that an alias stands for, any other node itself; undefined for an alias that leads nowhere. */
export function resolved(node: Node | undefined): Exclude<Node, AliasNode> | undefined {
  let at = node;
  while (at?.kind === 'alias') at = at.target;
  return at;
}

/** The source text of a key; undefined for a key that is a collection or an alias to one. */
export function keyText(pair: Pair): string | undefined {
  const key = resolved(pair.key);
  return key?.kind === 'scalar' ? key.text : undefined;
}

/**
 * What stands for an entry at the top of a file, for whoever keeps something by it: an edit elsewhere leaves it. It is
 * the piece of the entry where that holds nothing else, for pairs are others once nodes have been let go of.
 *
 * @param entry a pair of a map that is the value of a key of the root
 */
export function keyOfEntry(entry: Pair): Pair | Piece {
  const { piece } = entry.key;
  return piece.isEntry ? piece : entry;
}

/** The members of large maps by their keys. Nodes never change, so that what is kept for one stays true. */
const membersByKey = new WeakMap<MapNode, ReadonlyMap<string, Pair>>();

/** A smaller map is read through as fast as it is looked up in. */
const largeMap = 32;

/** The member of this key; of several, the first. */
export function member(map: MapNode, key: string): Pair | undefined {
  if (map.members.length < largeMap) return map.members.find((pair) => keyText(pair) === key);
  const byKey = membersByKey.get(map) ?? indexed(map);
  membersByKey.set(map, byKey);
  return byKey.get(key);
}

function indexed({ members }: MapNode): ReadonlyMap<string, Pair> {
  const byKey = new Map<string, Pair>();
  for (const pair of members) {
    const key = keyText(pair);
    if (key !== undefined && !byKey.has(key)) byKey.set(key, pair);
  }
  return byKey;
}

/** The node that a path of keys and indices leads to, through aliases too; undefined where it leads nowhere. */
export function nodeAt(root: Node | undefined, path: readonly string[]): Node | undefined {
  let at = root;
  for (const step of path) {
    const node = resolved(at);
    if (node?.kind === 'map') at = member(node, step)?.value;
    else if (node?.kind === 'seq') at = node.items[Number(step)];
    else return undefined;
  }
  return at;
}

/** Where a node stands: an object of its own, because places move with words that are exchanged, and nodes never change. */
export function placeOf(node: Node): Place {
  const { piece, start, end } = node;
  return node.kind === 'map' && node.last ? { piece, start, end, last: node.last } : { piece, start, end };
}

/** From the key to the end of the value. */
export function placeOfPair(pair: Pair): Place {
  const { piece, start } = pair.key;
  const ending = pair.value ?? pair.key;
  const last = ending.kind === 'map' && ending.last ? ending.last : ending.piece;
  return last === piece ? { piece, start, end: ending.end } : { piece, start, end: ending.end, last };
}

/** Whether a scalar is written as nothing at all (`goal:`), `~` or `null`: an absent value. */
export function isAbsent(node: Node | undefined): boolean {
  const value = resolved(node);
  if (value === undefined) return true;
  if (value.kind !== 'scalar' || value.style !== 'plain' || isString(value)) return false;
  const { text } = value;
  return text === '' || text === '~' || text === 'null' || text === 'Null' || text === 'NULL';
}

function isString(node: ScalarNode): boolean {
  return node.tag === '!!str' || node.tag === '!';
}

/**
 * The value of a scalar by YAML 1.2's core schema: null, boolean, number or text.
 * Quoted and block scalars, and those tagged `!!str`, are text.
 */
export function scalarValue(node: ScalarNode): null | boolean | number | string {
  const { text } = node;
  if (node.style !== 'plain' || isString(node)) return text;
  if (isAbsent(node)) return null;
  // Nearly all texts are told from what is none by how they begin.
  if (!startsOfOthers.includes(text.charAt(0))) return text;
  if (text === 'true' || text === 'True' || text === 'TRUE') return true;
  if (text === 'false' || text === 'False' || text === 'FALSE') return false;
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
  if (text.startsWith('0') && /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/.test(text)) return Number(text);
  if (text === '.nan' || text === '.NaN' || text === '.NAN') return NaN;
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return text;
}

/** What a plain number or boolean begins with. */
const startsOfOthers = '+-.0123456789tTfF';
