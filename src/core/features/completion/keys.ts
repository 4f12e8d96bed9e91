import { CompletionItemKind } from 'vscode-languageserver-types';
import { keySource } from '../../edit/scalarText';
import type { ReferenceKind } from '../../plan/reference';
import { ruleById } from '../../rules/registry';
import { schemaAt, type SchemaNode } from '../../schema/lookup';
import { keyCard } from '../cards/keyCard';
import type { Candidate, PlaceContext } from './candidate';
import { entryCandidates, listEntry, mapEntry, newId } from './entries';
import { fileCandidates } from './files';
import { periodCandidates } from './periods';
import { currencyCandidates } from './quantities';
import { namedCandidates } from './references';
import type { Snippet } from './snippet';
import { templateOf } from './templates';
import { usualForm } from './usualForm';

/** What may be the key at a place: the properties that are not there yet, a new entry, what the keys of the map refer to. */
export function keyCandidates(context: PlaceContext): readonly Candidate[] {
  const { place } = context;
  const { schema, path } = place;
  const properties = path.length === 0 ? [...fileCandidates(context), ...propertyKeys(context)] : propertyKeys(context);
  if (schema.propertyNames.length > 0) return properties;
  const { keyKind } = schema;
  if (keyKind?.defines !== undefined) return entryCandidates(context, keyKind.defines);
  if (keyKind?.reference !== undefined) {
    return namedCandidates(context, keyKind.reference as ReferenceKind).map((each) => asKey(context, each));
  }
  if (keyKind?.scalar === 'period') return periodCandidates(context).map((each) => asKey(context, each));
  if (keyKind?.scalar === 'currency') return currencyCandidates(context).map((each) => asKey(context, each));
  return path[0] === 'options' && path.length === 2 ? optionKeys(context) : [];
}

/** The properties of the entity at a place: the required ones first, then in the order in which they are usually written. */
function propertyKeys(context: PlaceContext): readonly Candidate[] {
  const { file, place } = context;
  const { required, propertyNames } = place.schema;
  const missing = propertyNames.filter((name) => !place.present.has(name));
  const isRequired = (name: string): boolean => required.includes(name);
  const ordered = [...missing.filter(isRequired), ...missing.filter((name) => !isRequired(name))];
  return ordered.flatMap((name) => {
    const schema = schemaAt(file.kind, [...place.path, name]);
    // What stands on the lines below a key is a map or a list.
    if (!schema || (place.follows === 'lines' && usualForm(schema) === 'scalar')) return [];
    return [
      {
        label: name,
        kind: CompletionItemKind.Property,
        insert: keyWith(context, name, schema, [...place.path, name]),
        title: isRequired(name) ? 'required' : undefined,
        detail: isRequired(name) ? `${schema.title}, required` : schema.title,
        documentation: keyCard(name, schema),
        words: [schema.title],
        again: place.follows === 'nothing' && asksAgain(schema),
      },
    ];
  });
}

/** A candidate for a name as the key of an entry whose value the format describes. */
function asKey(context: PlaceContext, candidate: Candidate): Candidate {
  const { file, place, style } = context;
  const path = [...place.path, '*'];
  const schema = schemaAt(file.kind, path);
  const key = keySource(candidate.label, { flow: place.flow, quote: style.quote });
  if (!schema || place.quote) return candidate;
  const insert = keyWith(context, key, schema, path);
  return { ...candidate, insert, again: place.follows === 'nothing' && asksAgain(schema) };
}

/** A key with what follows it in the form in which its value is usually written; alone where something follows already. */
export function keyWith(context: PlaceContext, key: string, schema: SchemaNode, path: readonly string[]): Snippet {
  const { place, style } = context;
  if (place.follows === 'colon' || place.quote) return [key];
  if (place.follows === 'lines') return [`${key}:`];
  const form = usualForm(schema);
  if (form === 'scalar') return [`${key}: `, ...onlyValue(schema)];
  if (place.flow) return form === 'list' ? [`${key}: [`, { stop: 1 }, ']'] : [`${key}: { `, { stop: 1 }, ' }'];
  if (form === 'list') return [`${key}:`, ...listBelow(context, key, path)];
  const column = place.column + style.indent;
  return [`${key}:\n${' '.repeat(column)}`, ...firstEntry(context, schema, column)];
}

/** Where the format has one value only, it is written at once. */
function onlyValue({ values, isClosed }: SchemaNode): Snippet {
  return isClosed && values.length === 1 ? [String(values[0]?.value)] : [];
}

function listBelow(context: PlaceContext, key: string, path: readonly string[]): Snippet {
  const { file, place, style } = context;
  const item = schemaAt(file.kind, [...path, '0']);
  const dash = `\n${' '.repeat(place.column + style.listIndent)}- `;
  if (item?.entity !== undefined && templateOf(item.entity)) {
    return [dash, ...listEntry(context, item.entity, place.column + style.listIndent + 2, false)];
  }
  return style.flowLists(key) ? [' [', { stop: 1 }, ']'] : [dash];
}

/** The first entry of a map whose entries have ids. */
function firstEntry(context: PlaceContext, { keyKind }: SchemaNode, column: number): Snippet {
  const kind = keyKind?.defines;
  const template = kind === undefined ? undefined : templateOf(kind);
  if (kind === undefined || !template) return [];
  return mapEntry(context, kind, { stop: 1, text: newId(context, kind, template) }, column, false);
}

const freeScalars: ReadonlySet<string> = new Set(['text', 'link', 'id', 'number', 'email', 'glob', 'quantity']);

/** Whether there is something to choose from for the value of a key. */
function asksAgain(schema: SchemaNode): boolean {
  const { values, reference, scalar, keyKind, isClosed } = schema;
  const form = usualForm(schema);
  if (form === 'map') return keyKind?.defines === undefined;
  if (form === 'list') return reference !== undefined || values.length > 0;
  if (isClosed && values.length === 1) return false;
  return values.length > 0 || reference !== undefined || (scalar !== undefined && !freeScalars.has(scalar));
}

/** The options of a rule, which the schema leaves open. */
function optionKeys({ place }: PlaceContext): readonly Candidate[] {
  const { options = {} } = ruleById(place.path[1] ?? '') ?? {};
  return Object.entries(options).flatMap(([name, option]) => {
    if (place.present.has(name)) return [];
    const { description, default: value } = option as { readonly description: string; readonly default: unknown };
    const alone = place.follows === 'colon' || place.quote !== undefined;
    return [
      {
        label: name,
        kind: CompletionItemKind.Property,
        insert: alone ? [name] : [`${name}: `, { stop: 1, text: String(value) }],
        detail: description,
      },
    ];
  });
}
