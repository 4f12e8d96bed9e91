import type { ReferenceSite } from '../plan/binding';
import type { AnyEntity } from '../plan/entity';
import type { PlanFile } from '../plan/planFile';
import { schemaAt, type SchemaNode } from '../schema/lookup';
import type { SyntaxDocument } from '../syntax/document';
import { isMerge } from '../syntax/link';
import {
  keyText,
  placeOf,
  placeOfPair,
  type AliasNode,
  type MapNode,
  type Node,
  type Pair,
  type ScalarNode,
} from '../syntax/tree';
import type { Place, SourceText } from '../text/sourceText';

/** One level on the way from the root of a file to a place in it: a key with its value, or an entry of a list. */
export interface Step {
  /** The keys (in a list: the index) that lead here. */
  readonly path: readonly string[];
  /** Absent for an entry of a list. */
  readonly pair?: Pair;
  readonly value: Node | undefined;
}

/** A word of the file that an offset touches: a key, a text, or an alias to something. */
export interface Word {
  readonly node: ScalarNode | AliasNode;
  readonly isKey: boolean;
  /** Leads to the value; for a key, to the value that it is the key of. */
  readonly path: readonly string[];
}

/** What stands at an offset of a file. */
export interface Cursor {
  /** From the root to the innermost pair or list entry that holds the offset. Empty outside all of them. */
  readonly steps: readonly Step[];
  readonly word: Word | undefined;
}

/**
 * Finds what stands at an absolute offset. The end of a word belongs to it. Works on whatever tree the parser could
 * make out of a broken file.
 */
export function cursorAt(
  { document }: { readonly document: Pick<SyntaxDocument, 'source' | 'root'> },
  offset: number,
): Cursor {
  const steps: Step[] = [];
  const word = descend(document.source, document.root, offset, [], steps);
  return { steps, word };
}

/** What the format says of the value that a word is, or is the key of. */
export function schemaOf(file: PlanFile, { path }: Pick<Word, 'path'>): SchemaNode | undefined {
  return schemaAt(file.kind, path);
}

/** The reference that is written at an offset of a word; for an alias, the one that it stands for here. */
export function referenceAt(file: PlanFile, { node }: Word, offset: number): ReferenceSite | undefined {
  const sites = sitesIn(file, node, ({ at, alias }) => alias ?? at);
  if (node.kind === 'alias') return sites[0];
  const { source } = file.document;
  // A text of which only aliases make something, as below a key of the user's own, is what they make of it.
  const written = sites.length > 0 ? sites : sitesIn(file, node, ({ at }) => at);
  return written.find(({ at }) => holds(source, at, offset));
}

/** The references of a file whose places are within a word. */
function sitesIn(
  { references, document: { source } }: PlanFile,
  node: ScalarNode | AliasNode,
  placeIn: (site: ReferenceSite) => Place,
): readonly ReferenceSite[] {
  const isIn = (site: ReferenceSite): boolean => within(placeIn(site), node);
  const start = source.spanOf(placeOf(node))?.start ?? 0;
  const from = firstFrom(references, (site) => (source.spanOf(placeIn(site))?.start ?? 0) >= start);
  let to = from;
  for (let site = references[to]; site && isIn(site); site = references[++to]);
  // They stand in the order of the text, but for what is merged in from elsewhere.
  return to > from ? references.slice(from, to) : references.filter(isIn);
}

/** The index of the first for which something holds, where it holds for all that come after it. */
function firstFrom<T>(sorted: readonly T[], holdsFor: (one: T) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = sorted[middle];
    if (one === undefined || holdsFor(one)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The entity that a key defines; undefined for any other word, and for the later one of two equal keys. */
export function definitionAt(file: PlanFile, { node, isKey }: Word): AnyEntity | undefined {
  if (!isKey) return undefined;
  return file.definitions.find(({ key }) => key.piece === node.piece && key.start === node.start);
}

/** The innermost entity with an id that holds the value at a path; undefined where none does. */
export function holderOf(file: PlanFile, path: readonly string[]): AnyEntity | undefined {
  let innermost: AnyEntity | undefined;
  for (const entity of file.definitions) {
    const { length } = entity.path;
    const isDeeper = length <= path.length && length > (innermost?.path.length ?? -1);
    if (isDeeper && entity.path.every((segment, index) => segment === path[index])) innermost = entity;
  }
  return innermost;
}

function within(inner: Place, outer: ScalarNode | AliasNode): boolean {
  return inner.piece === outer.piece && inner.start >= outer.start && inner.end <= outer.end;
}

function holds(source: SourceText, place: Place, offset: number): boolean {
  const span = source.spanOf(place);
  return span !== undefined && span.start <= offset && offset <= span.end;
}

/** Adds the steps below `node` to `steps`. Nesting is limited by the parser, so recursion is. */
function descend(
  source: SourceText,
  node: Node | undefined,
  offset: number,
  path: readonly string[],
  steps: Step[],
): Word | undefined {
  if (!node || !holds(source, placeOf(node), offset)) return undefined;
  if (node.kind === 'scalar' || node.kind === 'alias') return { node, isKey: false, path };
  if (node.kind === 'seq') {
    const index = node.items.findIndex((item) => holds(source, placeOf(item), offset));
    const item = node.items[index];
    if (!item) return undefined;
    const inner = [...path, String(index)];
    steps.push({ path: inner, value: item });
    return descend(source, item, offset, inner, steps);
  }
  const pair = node.pairs.find((each) => holds(source, placeOfPair(each), offset));
  return pair && descendPair(source, pair, offset, path, steps);
}

function descendPair(
  source: SourceText,
  pair: Pair,
  offset: number,
  path: readonly string[],
  steps: Step[],
): Word | undefined {
  if (isMerge(pair)) return descendMerged(source, pair.value, offset, path, steps);
  const name = keyText(pair);
  if (name === undefined) return undefined;
  const inner = [...path, name];
  steps.push({ path: inner, pair, value: pair.value });
  const { key } = pair;
  if ((key.kind === 'scalar' || key.kind === 'alias') && holds(source, placeOf(key), offset))
    return { node: key, isKey: true, path: inner };
  return descend(source, pair.value, offset, inner, steps);
}

/** What is merged in, as one map or a list of them, stands for keys of the map that it is merged into. */
function descendMerged(
  source: SourceText,
  value: Node | undefined,
  offset: number,
  path: readonly string[],
  steps: Step[],
): Word | undefined {
  const maps = value?.kind === 'seq' ? value.items : [value];
  const merged = maps.find((each) => isMergeable(each) && holds(source, placeOf(each), offset));
  return descend(source, merged, offset, path, steps);
}

function isMergeable(node: Node | undefined): node is MapNode | AliasNode {
  return node?.kind === 'map' || node?.kind === 'alias';
}
