import { CompletionItemKind } from 'vscode-languageserver-types';
import { freeId } from '../../plan/freeId';
import type { AnyEntity } from '../../plan/entity';
import { isNamedKind } from '../../plan/namedThings';
import { isId } from '../../plan/scalars';
import type { Candidate, PlaceContext } from './candidate';
import { templateOf, type Template, type TemplateField } from './templates';
import type { Snippet } from './snippet';

/** A new entry of the map or list at the cursor, in the style of what stands beside it. */
export function entryCandidates(context: PlaceContext, kind: string): readonly Candidate[] {
  const { place } = context;
  const template = templateOf(kind);
  if (!template || place.follows === 'colon' || place.quote) return [];
  if (place.kind === 'value') return [candidate(template, listEntry(context, kind, place.column, place.flow), '')];
  if (place.follows === 'lines') return [];
  const typed = place.typed.trim();
  const id = typedId(context, template) ?? { stop: 1, text: newId(context, kind, template) };
  return [candidate(template, mapEntry(context, kind, id, place.column, place.flow), typed)];
}

function candidate({ noun }: Template, insert: Snippet, typed: string): Candidate {
  const label = `New ${noun}…`;
  return {
    label,
    kind: CompletionItemKind.Snippet,
    insert,
    detail: typed === '' ? `A new ${noun}` : `A new ${noun} \`${typed}\``,
    words: [noun, typed],
    passing: typed !== '',
  };
}

/**
 * An entry of a map: its id, then a property a line; in brackets on the same line.
 *
 * @param column of the id
 */
export function mapEntry(
  context: PlaceContext,
  kind: string,
  id: Snippet[number],
  column: number,
  flow: boolean,
): Snippet {
  const fields = templateOf(kind)?.fields(context) ?? [];
  const first = typeof id === 'string' ? 1 : id.stop + 1;
  if (flow) return [id, ': { ', ...joined(fields, ', ', first), ' }'];
  const indent = `\n${' '.repeat(column + context.style.indent)}`;
  return [id, `:${indent}`, ...joined(fields, indent, first)];
}

/**
 * An entry of a list, without its dash.
 *
 * @param column of its keys
 */
export function listEntry(context: PlaceContext, kind: string, column: number, flow: boolean): Snippet {
  const fields = templateOf(kind)?.fields(context) ?? [];
  return flow ? ['{ ', ...joined(fields, ', ', 1), ' }'] : joined(fields, `\n${' '.repeat(column)}`, 1);
}

/** @param first the number of the first stop */
function joined(fields: readonly TemplateField[], separator: string, first: number): Snippet {
  let stop = first;
  return fields.flatMap(({ key, value }, index): Snippet => {
    const head = `${index > 0 ? separator : ''}${key}: `;
    return [head, typeof value === 'string' ? value : { stop: stop++, ...value }];
  });
}

/** The id that is typed, where the word is none for the entry itself. One that has to go on is filled in. */
function typedId({ place }: PlaceContext, { noun }: Template): Snippet[number] | undefined {
  const typed = place.typed.trim();
  const isWord = `new ${noun}`.startsWith(typed.toLowerCase()) || noun.startsWith(typed.toLowerCase());
  if (isWord || place.present.has(typed)) return undefined;
  if (isId(typed)) return typed;
  return /[-._]$/.test(typed) && isId(`${typed}1`) ? { stop: 1, text: `${typed}1` } : undefined;
}

/** An id that nothing of the kind has yet. */
export function newId({ state, file, place }: PlaceContext, kind: string, { noun }: Template): string {
  const id = `new-${noun.replaceAll(' ', '-')}`;
  const others = isNamedKind(kind) ? state.plan.all(kind) : file.definitions.filter(sharesIds(kind));
  return freeId(id, [...others.map((entity) => entity.id), ...place.present]);
}

/** Items and milestones share one space of names in a file; other kinds are unique in their map. */
function sharesIds(kind: string): (entity: AnyEntity) => boolean {
  const isWork = kind === 'item' || kind === 'milestone';
  return (entity) => isWork && (entity.kind === 'item' || entity.kind === 'milestone');
}
