import type { Editor, PlanEdit } from '../../edit/editor';
import type { PlanFile } from '../../plan/planFile';
import { idFrom, isId } from '../../plan/scalars';
import { schemaAt } from '../../schema/lookup';
import { keyText, resolved, type MapNode, type Node, type ScalarNode, type SeqNode } from '../../syntax/tree';
import { wordsOf } from '../links/naming';
import { nodeAt } from '../links/written';

/** Longer ids nobody wants to type; they are cut at a word. */
const longestId = 40;

/** Some text of the list and what stands in its place, as offsets in its piece. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The change that makes of a list the map that its place takes, each entry under an id that is made of its `id`, its
 * title or itself. Undefined where that is not certain to work.
 */
export function entriesOfList(file: PlanFile, path: readonly string[], edit: Editor): PlanEdit | undefined {
  const keyKind = schemaAt(file.kind, path)?.keyKind;
  const list = resolved(nodeAt(file, path));
  const isReference = keyKind?.reference === 'person';
  if (list?.kind !== 'seq' || !(keyKind?.defines !== undefined || isReference)) return undefined;
  const taken = new Set<string>();
  const changes: Change[] = [];
  for (const item of list.items) {
    const entry = item.piece === list.piece ? entryOf(list, item, isReference) : undefined;
    if (!entry || taken.has(entry.id.toLowerCase())) return undefined;
    taken.add(entry.id.toLowerCase());
    changes.push(...entry.changes);
  }
  if (list.flow) {
    changes.push({ start: list.start, end: list.start + 1, text: '{ ' });
    changes.push({ start: list.end - 1, end: list.end, text: ' }' });
  }
  const { piece } = list;
  return edit.combine(...changes.map(({ start, end, text }) => edit.replace({ piece, start, end }, text)));
}

interface Entry {
  readonly id: string;
  readonly changes: readonly Change[];
}

function entryOf(list: SeqNode, item: Node, isReference: boolean): Entry | undefined {
  const from = list.flow ? item.start : dashBefore(item);
  if (from === undefined || item.kind === 'alias' || item.anchor !== undefined || item.tag !== undefined) {
    return undefined;
  }
  if (item.kind === 'scalar') return textEntry(item, from, isReference);
  return item.kind === 'map' && !isReference ? mapEntry(item, from) : undefined;
}

/** A text is the title of the entry; one that is an id has its words for a title, a person stands for themselves. */
function textEntry({ text, style, start, end }: ScalarNode, from: number, isReference: boolean): Entry | undefined {
  if (style === 'literal' || style === 'folded') return undefined;
  if (isReference) return isId(text) ? { id: text, changes: [{ start: from, end, text: `${text}: {}` }] } : undefined;
  const id = idOf(text);
  if (id === undefined) return undefined;
  if (id === text) return { id, changes: [{ start: from, end, text: `${id}: ${wordsOf(id)}` }] };
  return { id, changes: [{ start: from, end: start, text: `${id}: ` }] };
}

function mapEntry(map: MapNode, from: number): Entry | undefined {
  const [first, second] = map.pairs;
  if (!first) return undefined;
  const text = (key: string): string | undefined => {
    const value = map.pairs.find((pair) => keyText(pair) === key)?.value;
    return value?.kind === 'scalar' ? value.text : undefined;
  };
  const own = text('id');
  const id = own !== undefined && isId(own) ? own : idOf(text('title') ?? text('name') ?? '');
  if (id === undefined) return undefined;
  // The id moves before the entry; where it stands elsewhere, whoever wrote it will see to it.
  const rest = own === id && keyText(first) === 'id' && second ? second.key : first.key;
  if (map.flow) {
    const dropped = rest === first.key ? [] : [{ start: first.key.start, end: rest.start, text: '' }];
    return { id, changes: [{ start: from, end: map.start, text: `${id}: ` }, ...dropped] };
  }
  const source = map.piece.text;
  const line = lineStart(source, map.start);
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  return {
    id,
    changes: [{ start: from, end: rest.start, text: `${id}:${newLine}${' '.repeat(map.start - line)}` }],
  };
}

/** Where the dash of a block list stands, alone before its entry on the same line. */
function dashBefore({ piece, start }: Node): number | undefined {
  const before = /^ *(- +)$/.exec(piece.text.slice(lineStart(piece.text, start), start))?.[1];
  return before === undefined ? undefined : start - before.length;
}

function idOf(title: string): string | undefined {
  const id = idFrom(title.toLowerCase());
  if (id === undefined || id.length <= longestId) return id;
  const cut = id.slice(0, longestId + 1).replace(/[-._][^-._]*$/, '');
  return isId(cut) ? cut : undefined;
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}
