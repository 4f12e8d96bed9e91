import type { SyntaxDocument } from '../syntax/document';
import { isAbsent, keyText, resolved, scalarValue, type MapNode, type Node, type Pair } from '../syntax/tree';
import type { EditValue } from './planEdit';

/**
 * What a place has to mean after an edit: what a node meant before (undefined: nothing), a value as it was asked for,
 * or a collection of such.
 */
export type Expected =
  | undefined
  | Node
  | { readonly kind: 'written'; readonly value: EditValue }
  | { readonly kind: 'items'; readonly items: readonly Expected[] }
  | { readonly kind: 'members'; readonly members: readonly ExpectedMember[] };

export interface ExpectedMember {
  readonly key: string | undefined;
  readonly value: Expected;
}

/** A value as it was asked for. */
export function written(value: EditValue): Expected {
  return { kind: 'written', value };
}

/** The members of a map as they are. */
export function membersOf(map: MapNode): readonly ExpectedMember[] {
  return map.members.map((pair: Pair) => ({ key: keyText(pair), value: pair.value }));
}

/** A map with one member set, or added at its end. */
export function withMember(map: MapNode, key: string, value: Expected): Expected {
  const members = [...membersOf(map)];
  const at = members.findIndex((member) => member.key === key);
  members.splice(at < 0 ? members.length : at, at < 0 ? 0 : 1, { key, value });
  return { kind: 'members', members };
}

/** The whole tree with what stands at `path` put in place of what stood there. */
export function withValueAt(root: Node | undefined, path: readonly string[], value: Expected): Expected {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const node = resolved(root);
  if (node?.kind === 'map') {
    const inner = node.members.find((pair) => keyText(pair) === first)?.value;
    return withMember(node, first, withValueAt(inner, rest, value));
  }
  if (node?.kind === 'seq') {
    const items = node.items.map((item, at) => (String(at) === first ? withValueAt(item, rest, value) : item));
    return { kind: 'items', items };
  }
  // A single value that stands for a list of one.
  return withValueAt(root, rest, value);
}

/** Whether a document says what is expected, and has no problem that the one before did not have. */
export function isAsExpected(before: SyntaxDocument, after: SyntaxDocument, expected: Expected): boolean {
  return hasNoNewProblem(before, after) && means(after.root, expected);
}

/** Whether every problem of `after` was one before. */
export function hasNoNewProblem(before: SyntaxDocument, after: SyntaxDocument): boolean {
  const known = before.problems.map(({ message }) => message);
  return after.problems.every(({ message }) => {
    const at = known.indexOf(message);
    if (at >= 0) known.splice(at, 1);
    return at >= 0;
  });
}

function means(node: Node | undefined, expected: Expected): boolean {
  if (expected === undefined) return isAbsent(node);
  if (expected.kind === 'written') return says(node, expected.value);
  const value = resolved(node);
  if (expected.kind === 'items') {
    return value?.kind === 'seq' && matches(value.items, expected.items, means);
  }
  if (expected.kind === 'members') return value?.kind === 'map' && membersMean(value, expected.members);
  return sameMeaning(expected, node);
}

function says(node: Node | undefined, value: EditValue): boolean {
  const target = resolved(node);
  if (typeof value === 'string') return target?.kind === 'scalar' && target.text === value && !isAbsent(target);
  if (isList(value)) return target?.kind === 'seq' && matches(target.items, value, says);
  const members = Object.entries(value).map(([key, inner]) => ({ key, value: written(inner) }));
  return target?.kind === 'map' && membersMean(target, members);
}

/** Members compare by key, in whatever order: a property that is put in its usual place changes the order alone. */
function membersMean(map: MapNode, members: readonly ExpectedMember[]): boolean {
  if (map.members.length !== members.length) return false;
  const left = new Map<string | undefined, ExpectedMember[]>();
  for (const member of members) {
    const same = left.get(member.key);
    if (same) same.push(member);
    else left.set(member.key, [member]);
  }
  return map.members.every((pair) => {
    const member = left.get(keyText(pair))?.shift();
    return member !== undefined && means(pair.value, member.value);
  });
}

function sameMeaning(before: Node | undefined, after: Node | undefined): boolean {
  const one = resolved(before);
  const other = resolved(after);
  // What an edit does not touch keeps its identity, which makes this fast on a large file.
  if (one === other) return true;
  if (isAbsent(one) && isAbsent(other)) return true;
  if (one?.kind === 'scalar' && other?.kind === 'scalar') {
    return one.text === other.text && Object.is(scalarValue(one), scalarValue(other)) && one.tag === other.tag;
  }
  if (one?.kind === 'seq' && other?.kind === 'seq') return matches(one.items, other.items, sameMeaning);
  return one?.kind === 'map' && other?.kind === 'map' && membersMean(other, membersOf(one));
}

function matches<A, B>(some: readonly A[], others: readonly B[], match: (one: A, other: B) => boolean): boolean {
  return some.length === others.length && some.every((one, at) => match(one, others[at] as B));
}

export function isList(value: EditValue): value is readonly string[] {
  return Array.isArray(value);
}
