import { spliced } from '../spliced';
import { keyOfEntry, keyText, type MapNode, type Pair } from '../syntax/tree';
import { Piece } from '../text/sourceText';
import type { Binding, Findings } from './binding';
import type { AnyEntity } from './entity';
import type { MapShape } from './shape';

/**
 * The entries of a section at the top of a file as they have been read, each by itself. What another version of the
 * section has in common with it at its beginning and at its end is taken over in one piece.
 */
export interface SectionBinding extends Findings {
  /** The pieces of the entries, in source order. */
  readonly keys: readonly Piece[];
  readonly entities: readonly AnyEntity[];
  /** How much of each is found in the entries before one; at the end, in all. */
  readonly countsBefore: Readonly<Record<keyof Findings, Int32Array>>;
}

type Entries = Pick<SectionBinding, 'keys'> & { readonly bindings: readonly Binding[] };

/**
 * Reads a section whose entries are entities, each in a piece of its own, and each with another id.
 *
 * @param earlier another version of it
 * @param bindingOf what an entry says
 * @returns undefined where an entry is none of these; then it has to be read without an earlier version
 */
export function bindSection(
  { members }: MapNode,
  shape: MapShape,
  earlier: SectionBinding | undefined,
  bindingOf: (pair: Pair, id: string) => Binding | undefined,
): SectionBinding | undefined {
  const known = earlier ?? nothing;
  const { keys } = known;
  const grown = members.length - keys.length;
  const isKept = (at: number, before: number): boolean => {
    const pair = members[at];
    return pair !== undefined && keyOfEntry(pair) === keys[before];
  };
  let start = 0;
  while (start < keys.length && isKept(start, start)) start++;
  let end = keys.length;
  while (end > start && end + grown > start && isKept(end + grown - 1, end - 1)) end--;
  const fresh = piecesById(members.slice(start, end + grown), shape);
  if (!fresh || isTaken(fresh.byId, known.entities, start, end)) return undefined;
  const bindings: Binding[] = [];
  for (const [id, pair] of fresh.byId) {
    const binding = bindingOf(pair, id);
    if (!binding) return undefined;
    bindings.push(binding);
  }
  return exchanged(known, start, end, { keys: fresh.keys, bindings });
}

const none = new Int32Array(1);
const nothing: SectionBinding = {
  keys: [],
  entities: [],
  references: [],
  definitions: [],
  problems: [],
  countsBefore: { references: none, definitions: none, problems: none },
};

/** Entries by their ids; undefined where one does not count, has no piece of its own, or two have one id. */
function piecesById(
  pairs: readonly Pair[],
  shape: MapShape,
): { readonly keys: readonly Piece[]; readonly byId: ReadonlyMap<string, Pair> } | undefined {
  const byId = new Map<string, Pair>();
  const keys: Piece[] = [];
  for (const pair of pairs) {
    const id = keyText(pair);
    const key = keyOfEntry(pair);
    // Without a kind that is defined, `x-` marks a key of the user's own.
    if (id === undefined || byId.has(id) || (shape.defines === undefined && id.startsWith('x-'))) return undefined;
    // Pairs are nodes, which a file that is in no editor lets go of.
    if (!(key instanceof Piece)) return undefined;
    byId.set(id, pair);
    keys.push(key);
  }
  return { keys, byId };
}

/** Whether one of some entries has the id of another one that stays, before a place or from another one on. */
function isTaken(fresh: ReadonlyMap<string, Pair>, all: readonly AnyEntity[], start: number, end: number): boolean {
  const ids = new Set(fresh.keys());
  for (let at = start; at < end; at++) ids.delete(all[at]?.id ?? '');
  // Mostly an entry has the id of the one that it takes the place of.
  if (ids.size === 0) return false;
  for (let at = 0; at < all.length; at = at + 1 === start ? end : at + 1) if (ids.has(all[at]?.id ?? '')) return true;
  return false;
}

/** The section with other entries in the place of those from one on and before another. */
function exchanged(before: SectionBinding, start: number, end: number, fresh: Entries): SectionBinding {
  const { keys, entities, countsBefore } = before;
  const { bindings } = fresh;
  const exchangedIn = <K extends keyof Findings>(kind: K): Findings[K] => {
    const counts = countsBefore[kind];
    const found: readonly unknown[] = bindings.flatMap((binding): readonly unknown[] => binding[kind]);
    return spliced<unknown>(before[kind], counts[start] ?? 0, counts[end] ?? 0, found) as Findings[K];
  };
  const countsIn = (kind: keyof Findings): Int32Array =>
    countsWith(
      countsBefore[kind],
      start,
      end,
      bindings.map((binding) => binding[kind].length),
    );
  return {
    keys: spliced(keys, start, end, fresh.keys),
    entities: spliced(
      entities,
      start,
      end,
      bindings.map(({ entity }) => entity),
    ),
    references: exchangedIn('references'),
    definitions: exchangedIn('definitions'),
    problems: exchangedIn('problems'),
    countsBefore: {
      references: countsIn('references'),
      definitions: countsIn('definitions'),
      problems: countsIn('problems'),
    },
  };
}

function countsWith(before: Int32Array, start: number, end: number, fresh: readonly number[]): Int32Array {
  const counts = new Int32Array(before.length - (end - start) + fresh.length);
  counts.set(before.subarray(0, start + 1));
  fresh.forEach((count, index) => {
    counts[start + index + 1] = (counts[start + index] ?? 0) + count;
  });
  const moved = (counts[start + fresh.length] ?? 0) - (before[end] ?? 0);
  for (let at = end + 1; at < before.length; at++) counts[at - end + start + fresh.length] = (before[at] ?? 0) + moved;
  return counts;
}
