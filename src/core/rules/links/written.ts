import type { AnyEntity } from '../../plan/entity';
import type { PlanFile } from '../../plan/planFile';
import { shapeOf } from '../../plan/shape';
import {
  isAbsent,
  keyText,
  member,
  nodeAt as descendant,
  resolved,
  type MapNode,
  type Node,
  type Pair,
} from '../../syntax/tree';
import { nearestProperty } from '../structure/nearestProperty';
import { TreeAnswers } from '../structure/treeAnswers';

/** The node of a file that a path of keys and indices leads to; undefined where it leads nowhere. */
export function nodeAt({ document }: PlanFile, path: readonly string[]): Node | undefined {
  return descendant(document.root, path);
}

/**
 * The path of a value in a property that takes one value or a list: of the only value, that of the property.
 *
 * @param text the value, or what stands before its first blank: the reference of a dependency with a type or a lag
 */
export function pathOfValue(
  file: PlanFile,
  path: readonly string[],
  property: string,
  text: string,
): readonly string[] | undefined {
  const inner = [...path, property];
  const node = resolved(nodeAt(file, inner));
  if (node?.kind === 'scalar') return isReferenceTo(node, text) ? inner : undefined;
  if (node?.kind !== 'seq') return undefined;
  const index = node.items.findIndex((item) => isReferenceTo(item, text));
  if (index < 0) return undefined;
  return node.items.length === 1 ? inner : [...inner, String(index)];
}

function isReferenceTo(node: Node, text: string): boolean {
  const written = textOf(node);
  return written === text || written?.split(/\s/, 1)[0] === text;
}

/**
 * Whether a property says anything, be it broken or its key misspelt: then the rule of the broken thing speaks, and none
 * that finds the property missing. An empty list says nothing.
 *
 * @param kind what stands at the path: `item`, `project`
 */
export function states(file: PlanFile, path: readonly string[], kind: string, property: string): boolean {
  return statesAny(file, path, kind, [property]);
}

/** Whether one of several properties says anything; see {@link states}. */
export function statesAny(
  file: PlanFile,
  path: readonly string[],
  kind: string,
  properties: readonly string[],
): boolean {
  if (path.length < 2) return says(nearKeys(file, path), kind, properties);
  const question = `${kind} ${properties.join(' ')}\0${path.join('\0')}`;
  return stated.of(file.document, question, () => says(statedKeys(file, path), kind, properties));
}

const stated = new TreeAnswers<boolean>();

/** The keys of the map at a path that have something said of them, those included that cannot be read. */
function statedKeys(file: PlanFile, path: readonly string[]): readonly string[] {
  const node = resolved(nodeAt(file, path));
  return node?.kind === 'map' ? keysOf(node, {}) : [];
}

/** Those of an entity that are none of its fields: misspelt ones, and those with a value that their place does not take. */
export function unreadKeysOf(file: PlanFile, { path, fields }: AnyEntity): readonly string[] {
  const node = resolved(nodeAt(file, path));
  return node?.kind === 'map' ? keysOf(node, fields) : [];
}

/** The same of the root, or of a map right below it, for which more than one rule asks. */
export function nearKeys(file: PlanFile, path: readonly string[]): readonly string[] {
  return near.of(file.document, path.join(), () => statedKeys(file, path));
}

const near = new TreeAnswers<readonly string[]>();

/** Whether one of these keys is a property, or a slip for it. */
export function says(keys: readonly string[], kind: string, properties: readonly string[]): boolean {
  return keys.some((key) => properties.some((property) => key === property || isSlipFor(key, kind, property)));
}

/**
 * The items of a file that name a goal or a feature, be it broken, or hold such an item: by their paths, steps apart by
 * a zero character. The source is asked and not the entities, because what is of the wrong type is absent from those.
 */
export function linkedPaths(file: PlanFile): ReadonlySet<string> {
  return linkedIn.of(file.document, '', () => readLinkedPaths(file));
}

const linkedIn = new TreeAnswers<ReadonlySet<string>>();

function readLinkedPaths(file: PlanFile): ReadonlySet<string> {
  const linked = new Set<string>();
  const anyIn = (node: Node | undefined, path: readonly string[]): boolean => {
    const items = resolved(node);
    return items?.kind === 'map' && items.members.filter((pair) => isLinked(pair, path)).length > 0;
  };
  const isLinked = (pair: Pair, path: readonly string[]): boolean => {
    const item = resolved(pair.value);
    const inner = [...path, keyText(pair) ?? ''];
    // What was dropped gives the project no goal.
    if (item?.kind === 'map' && textOf(member(item, 'status')?.value) === 'dropped') return false;
    const own = item?.kind === 'map' && says(keysOf(item, {}), 'item', links);
    const holds = item?.kind === 'map' && anyIn(member(item, 'items')?.value, [...inner, 'items']);
    if (own || holds) linked.add(inner.join('\0'));
    return own || holds;
  };
  anyIn(nodeAt(file, ['items']), ['items']);
  return linked;
}

/** Whether an entry says nothing at all, or is of a kind that it cannot be: it has a finding for that already. */
export function isHollow(file: PlanFile, entity: AnyEntity): boolean {
  if (Object.keys(entity.fields).length > 0) return false;
  return hollow.of(file.document, entity.path.join('\0'), () => {
    const node = resolved(nodeAt(file, entity.path));
    return node === undefined || isAbsent(node) || node.kind === 'seq';
  });
}

const hollow = new TreeAnswers<boolean>();

const links = ['goal', 'feature'];

/** @param known keys that are left out */
function keysOf({ members }: MapNode, known: object): readonly string[] {
  const keys: string[] = [];
  for (const pair of members) {
    const key = keyText(pair);
    if (key !== undefined && !Object.hasOwn(known, key) && isStated(pair.value)) keys.push(key);
  }
  return keys;
}

function isSlipFor(key: string, kind: string, property: string): boolean {
  const known = shapeOf(kind)?.entity?.fields;
  if (!known || known.has(key) || key.startsWith('x-')) return false;
  return nearestProperty(key, [...known.keys()]) === property;
}

function textOf(node: Node | undefined): string | undefined {
  const value = resolved(node);
  return value?.kind === 'scalar' ? value.text : undefined;
}

function isStated(node: Node | undefined): boolean {
  const value = resolved(node);
  return value !== undefined && !isAbsent(value) && !(value.kind === 'seq' && value.items.length === 0);
}
