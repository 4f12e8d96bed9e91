import type { SyntaxDocument } from '../syntax/document';
import { keyText, type MapNode } from '../syntax/tree';
import { documentAfter, type SpanEdit } from './applyEdits';
import { editedFile, type EditedFile } from './editedFile';
import { isAsExpected } from './expected';
import { standsAlone, stretchesOf } from './stretches';

/**
 * Puts the entries of a block map in another order. Their comments go with them; the blank lines between the places of
 * the entries stay where they are.
 *
 * @param keys all keys of the map, each once
 * @returns undefined where {@link canReorder} says no, or these are not its keys
 */
export function reordered(
  file: EditedFile,
  path: readonly string[],
  keys: readonly string[],
): readonly SpanEdit[] | undefined {
  const map = movableMap(file, path);
  if (!map) return undefined;
  const stretches = stretchesOf(file, map);
  if (keys.length !== stretches?.length) return undefined;
  const places = new Map(map.pairs.map((pair, at) => [keyText(pair), stretches[at]]));
  const edits: SpanEdit[] = [];
  for (const [at, span] of stretches.entries()) {
    const from = places.get(keys[at]);
    if (!from) return undefined;
    if (from !== span) edits.push({ span, newText: file.text.slice(from.start, from.end) });
  }
  const after = new Set(keys).size === keys.length ? documentAfter(file.document, edits) : undefined;
  if (!after || !isAsExpected(file.document, after, file.root)) return undefined;
  const now = editedFile(after).locate(path)?.node;
  return now?.kind === 'map' && now.pairs.every((pair, at) => keyText(pair) === keys[at]) ? edits : undefined;
}

/** Whether the entries of the map at a path can change their places: see {@link stretchesOf} and {@link standsAlone}. */
export function canReorder(document: SyntaxDocument, path: readonly string[]): boolean {
  const file = editedFile(document);
  const map = movableMap(file, path);
  return map !== undefined && stretchesOf(file, map) !== undefined;
}

function movableMap(file: EditedFile, path: readonly string[]): MapNode | undefined {
  const node = file.locate(path)?.node;
  return node?.kind === 'map' && standsAlone(node) ? node : undefined;
}
