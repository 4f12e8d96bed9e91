import type { Range } from 'vscode-languageserver-types';
import type { PlanFile } from '../plan/planFile';
import { schemaAt } from '../schema/lookup';
import type { EntryPath } from '../plan/entryPath';
import type { PlanState } from './planState';
import type { SyntaxDocument } from '../syntax/document';
import { keyText, placeOf, placeOfPair, resolved, type Node } from '../syntax/tree';
import { lineEnd } from '../text/lines';
import type { Place } from '../text/sourceText';
import { cursorAt, type Step } from './cursor';

/** Where an entry stands: all of it, and the key to select. */
export interface EntryRanges {
  readonly range: Range;
  readonly selection: Range;
}

/**
 * The innermost entry that holds an absolute offset: an entity, or an entry of a map or list. The blanks and the
 * comment of a line belong to what stands on it. Elsewhere it is the file itself; undefined for a file of no plan.
 */
export function entryAt({ plan }: PlanState, uri: string, offset: number): EntryPath | undefined {
  const file = plan.files.get(uri);
  if (!file) return undefined;
  const { steps } = cursorAt(file, contentOffset(file.document, offset));
  const entry = [...steps].reverse().find((step) => isEntry(file, step));
  return { uri, path: entry?.path ?? [] };
}

interface Places {
  readonly all: Place;
  readonly key: Place;
}

/** Where an entry stands now; undefined where it is gone. */
export function locateEntry({ plan }: PlanState, { uri, path }: EntryPath): EntryRanges | undefined {
  const document = plan.files.get(uri)?.document;
  if (!document) return undefined;
  const { source } = document;
  if (path.length === 0) {
    const key = plan.files.get(uri)?.root?.key;
    const range = source.rangeAt({ start: 0, end: source.length });
    return { range, selection: (key && source.rangeOf(key)) ?? { start: range.start, end: range.start } };
  }
  const found = placesAt(document.root, path);
  const range = found && source.rangeOf(found.all);
  const selection = found && source.rangeOf(found.key);
  return range && selection && { range, selection };
}

function isEntry({ kind }: PlanFile, { path, pair, value }: Step): boolean {
  const schema = schemaAt(kind, path);
  const isMap = resolved(value)?.kind === 'map';
  if (schema?.entity !== undefined && (isMap || schema.shorthand !== undefined || !pair)) return true;
  const holder = schemaAt(kind, path.slice(0, -1));
  return pair !== undefined && holder?.keyKind !== undefined && !holder.propertyNames.includes(path.at(-1) ?? '');
}

/** The nearest offset of the same line at which something is written; the offset itself on a line without. */
function contentOffset({ source, pieces }: SyntaxDocument, offset: number): number {
  const index = source.indexAt(offset);
  const cut = pieces[index];
  if (!cut) return offset;
  const { text } = cut.piece;
  const base = source.startOf(index);
  const at = Math.min(Math.max(0, offset - base), text.length);
  let start = at;
  while (start > 0 && !/[\r\n]/.test(text[start - 1] ?? '')) start--;
  const end = lineEnd(text, at);
  const comment = cut.tree.comments.find((span) => span.start >= start && span.start < end);
  const line = text.slice(start, comment?.start ?? end);
  const first = /^\ufeff?[ \t]*(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0;
  const last = line.trimEnd().length;
  if (last === 0 || line.trim() === '') return offset;
  return base + Math.min(Math.max(at, start + Math.min(first, last)), start + last);
}

/** Where the pair or list entry at a path stands. Of keys that repeat, the first below which all of the path is found. */
function placesAt(node: Node | undefined, path: readonly string[]): Places | undefined {
  const [segment, ...rest] = path;
  if (segment === undefined) return undefined;
  const value = resolved(node);
  if (value?.kind === 'map') {
    for (const pair of value.members) {
      if (keyText(pair) !== segment) continue;
      const found = rest.length > 0 ? placesAt(pair.value, rest) : { all: placeOfPair(pair), key: placeOf(pair.key) };
      if (found) return found;
    }
    return undefined;
  }
  const item = value?.kind === 'seq' && /^\d+$/.test(segment) ? value.items[Number(segment)] : undefined;
  if (!item || rest.length > 0) return placesAt(item, rest);
  const first = item.kind === 'map' ? item.pairs[0]?.key : undefined;
  return { all: placeOf(item), key: placeOf(first ?? item) };
}
