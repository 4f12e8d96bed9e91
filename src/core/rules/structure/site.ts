import { isAbsent, keyText, resolved, type AliasNode, type MapNode, type Node, type Pair } from '../../syntax/tree';

/** A value in the tree of a file, and how one gets there. */
export interface Site {
  /** The value; what an alias stands for in place of the alias. */
  readonly node: Exclude<Node, AliasNode>;
  /** The keys, and for the entries of lists the indices, from the root of the file. */
  readonly path: readonly string[];
  /** The pair whose value it is; absent for the entry of a list and for the root. */
  readonly pair?: Pair;
  /** The map or list that it stands in; absent for the root. */
  readonly parent?: Site;
}

/** The value of a key: of a key that is repeated, the first that has one, as for the validators. */
export function valueAt(parent: Site, key: string): Site | undefined {
  if (parent.node.kind !== 'map') return undefined;
  const pair = parent.node.members.find((member) => keyText(member) === key && !isAbsent(member.value));
  return pair && siteOfPair(parent, pair);
}

/** So few pairs are looked up one by one. */
const few = 32;

/**
 * The values of a map, each key once: of a key that is repeated, the first that has one.
 *
 * @param pairs those to look at, all of them where this is absent
 */
export function valuesOf(parent: Site, pairs?: readonly Pair[]): readonly Site[] {
  if (parent.node.kind !== 'map') return [];
  const { members } = parent.node;
  if (pairs && pairs.length < Math.min(few, members.length)) {
    return pairs.flatMap((pair) => {
      const site = siteOfPair(parent, pair);
      const key = keyText(pair);
      const first = site && members.find((member) => keyText(member) === key && !isAbsent(member.value));
      return site && first === pair ? [site] : [];
    });
  }
  const byKey = new Map<string, Site>();
  for (const pair of members) {
    const key = keyText(pair);
    const site = key === undefined || byKey.has(key) ? undefined : siteOfPair(parent, pair);
    if (key !== undefined && site) byKey.set(key, site);
  }
  const wanted = pairs && new Set(pairs);
  return [...byKey.values()].filter(({ pair }) => !wanted || (pair && wanted.has(pair)));
}

/** The value of a pair of a map; undefined for a key without a value. */
export function siteOfPair(parent: Site, pair: Pair): Site | undefined {
  const key = keyText(pair);
  const node = resolved(pair.value);
  if (key === undefined || !node || isAbsent(node)) return undefined;
  return { node, path: [...parent.path, key], pair, parent };
}

/** The entries of a list that have a value. Their paths count those without one, which validators do not see. */
export function entriesOf(parent: Site): readonly Site[] {
  if (parent.node.kind !== 'seq') return [];
  return parent.node.items.flatMap((item, index): readonly Site[] => {
    const node = resolved(item);
    return !node || isAbsent(node) ? [] : [{ node, path: [...parent.path, String(index)], parent }];
  });
}

/** The value at a path as validators count: from `from`, by keys and by indices of the entries that have a value. */
export function siteAt(from: Site, path: readonly string[]): Site | undefined {
  let site: Site | undefined = from;
  for (const segment of path) {
    if (!site) return undefined;
    site = site.node.kind === 'seq' ? entriesOf(site)[Number(segment)] : valueAt(site, segment);
  }
  return site;
}

/** The pair of a key in a map. */
export function pairOf(map: MapNode, key: string): Pair | undefined {
  return (
    map.members.find((pair) => keyText(pair) === key && !isAbsent(pair.value)) ??
    map.members.find((pair) => keyText(pair) === key)
  );
}

/** The nearest key above a value: its own, or that of the list that it is an entry of. */
export function keyOf(site: Site): string | undefined {
  for (let at: Site | undefined = site; at; at = at.parent) {
    if (at.pair) return keyText(at.pair);
  }
  return undefined;
}
