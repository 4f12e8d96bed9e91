import { CompletionItemKind } from 'vscode-languageserver-types';
import { freeId } from '../../plan/freeId';
import type { NamedKind } from '../../plan/plan';
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
  const typed = typedId(context, template);
  const id = typed ?? { stop: 1, text: newId(context, kind, template) };
  return [candidate(template, mapEntry(context, kind, id, place.column, place.flow), typed ?? place.typed)];
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
  if (flow) return [id, ': { ', ...joined(fields, ', '), ' }'];
  const indent = `\n${' '.repeat(column + context.style.indent)}`;
  return [id, `:${indent}`, ...joined(fields, indent)];
}

/**
 * An entry of a list, without its dash.
 *
 * @param column of its keys
 */
export function listEntry(context: PlaceContext, kind: string, column: number, flow: boolean): Snippet {
  const fields = templateOf(kind)?.fields(context) ?? [];
  return flow ? ['{ ', ...joined(fields, ', '), ' }'] : joined(fields, `\n${' '.repeat(column)}`);
}

function joined(fields: readonly TemplateField[], separator: string): Snippet {
  return fields.flatMap(({ key, value }, index): Snippet => {
    const head = `${index > 0 ? separator : ''}${key}: `;
    // The id of an entry is the first stop.
    return [head, typeof value === 'string' ? value : { stop: index + 2, ...value }];
  });
}

/** What is typed, where it may be the id of the new entry rather than a word for it. */
function typedId({ place }: PlaceContext, { noun }: Template): string | undefined {
  const typed = place.typed.trim();
  if (!isId(typed) || `new ${noun}`.startsWith(typed.toLowerCase()) || noun.startsWith(typed.toLowerCase())) {
    return undefined;
  }
  return place.present.has(typed) ? undefined : typed;
}

/** An id that nothing of the kind has yet. */
export function newId({ state, file, place }: PlaceContext, kind: string, { noun }: Template): string {
  const { plan } = state;
  const id = `new-${noun.replaceAll(' ', '-')}`;
  if (kind === 'item' || kind === 'milestone') return freeId(id, [...plan.work(file).keys(), ...place.present]);
  const others = namedKinds.has(kind) ? plan.all(kind as NamedKind).map((entity) => entity.id) : [];
  return freeId(id, [...others, ...place.present]);
}

const namedKinds: ReadonlySet<string> = new Set<NamedKind>([
  'goal',
  'feature',
  'release',
  'theme',
  'customer',
  'program',
  'person',
  'role',
]);
