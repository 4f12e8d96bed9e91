import type { SoundEntries } from './soundEntries';
import { schemaAt, type FileKind, type SchemaNode } from '../../schema/lookup';
import { isAbsent, keyText, placeOf, resolved, type MapNode, type Pair } from '../../syntax/tree';
import type { Mistake } from './mistake';
import { nearestProperty } from './nearestProperty';
import { isOwnKey } from './ownKey';
import { entriesOf, siteOfPair, type Site } from './site';
import { holdsNothingHidden } from './wholeData';
import { entityWords } from './words';

/** What is wrong with the unknown keys of a map, and which properties they stand for. */
export interface UnknownProperties {
  readonly mistakes: readonly Mistake[];
  readonly meant: ReadonlySet<string>;
}

/** @param pairs those of the map whose keys the schema does not have */
export function unknownProperties(
  site: Site,
  map: MapNode,
  schema: SchemaNode,
  pairs: readonly Pair[],
  kind: FileKind,
): UnknownProperties {
  const mistakes: Mistake[] = [];
  const meant = new Set<string>();
  const present = new Set(map.members.map(keyText));
  const open = schema.propertyNames.filter((name) => !present.has(name));
  const rest = new Set(pairs);
  for (const pair of pairs) {
    if (!rest.delete(pair)) continue;
    const comma = cutByComma(site, map, pair, rest, kind);
    if (comma) {
      for (const other of comma.others) rest.delete(other);
      mistakes.push(mistake(site, pair, commaMessage(pair, schema), null, comma.quote));
      continue;
    }
    const nearest = nearestProperty(keyText(pair) ?? '', open);
    const colon = nearest === undefined ? cutByColon(map, pair, schema) : undefined;
    const stands = colon ? schema.shorthand : nearest;
    if (stands !== undefined) meant.add(stands);
    const message = colon ? colonMessage(pair, schema) : unknownMessage(pair, schema, nearest);
    mistakes.push(mistake(site, pair, message, nearest ?? null, colon ?? null));
  }
  return { mistakes, meant };
}

type Quote = readonly [number, number];

function mistake(site: Site, pair: Pair, message: string, nearest: string | null, quote: Quote | null): Mistake {
  const path = [...site.path, keyText(pair) ?? ''];
  return { rule: 'unknown-property', report: { at: placeOf(pair.key), message, data: { path, nearest, quote } } };
}

function unknownMessage(pair: Pair, schema: SchemaNode, nearest: string | undefined): string {
  const said = `${shownKey(pair)} is not a property of ${entityWords(schema)}.`;
  if (nearest !== undefined) return `${said} Did you mean \`${nearest}\`?`;
  // What has a title is an entry, and indented too much or too little.
  const value = resolved(pair.value);
  const isEntry = value?.kind === 'map' && value.members.some((member) => keyText(member) === 'title');
  if (isEntry) return `${said} If it is an entry, indent it like the others; else begin it with \`x-\`.`;
  return `${said} Remove it, or begin it with \`x-\` to keep it as your own.`;
}

function commaMessage(pair: Pair, schema: SchemaNode): string {
  return (
    `${shownKey(pair)} is not a property of ${entityWords(schema)}: ` +
    'inside braces the comma before it ends the text. Put the whole text in quotes.'
  );
}

function colonMessage(pair: Pair, schema: SchemaNode): string {
  return (
    `${shownKey(pair)} is not a property of ${entityWords(schema)}: ` +
    'the colon after it makes it a key. Put the whole text in quotes.'
  );
}

function shownKey(pair: Pair): string {
  return `\`${(keyText(pair) ?? '').replace(/\s+/g, ' ').slice(0, 60)}\``;
}

/**
 * The text that a comma inside braces has cut: `{ title: Pay, then ship }` has a key `then ship` without a value, right
 * after a plain text.
 */
function cutByComma(
  site: Site,
  map: MapNode,
  pair: Pair,
  unknown: ReadonlySet<Pair>,
  kind: FileKind,
): { readonly quote: Quote; readonly others: readonly Pair[] } | undefined {
  if (!map.flow || !isBareWord(pair)) return undefined;
  const at = map.pairs.indexOf(pair);
  const before = map.pairs[at - 1];
  const text = resolved(before?.value);
  if (!before || text?.kind !== 'scalar' || text.style !== 'plain' || isAbsent(text)) return undefined;
  const name = keyText(before);
  if (name === undefined || schemaAt(kind, [...site.path, name])?.scalar !== 'text') return undefined;
  const others: Pair[] = [];
  for (const next of map.pairs.slice(at + 1)) {
    if (!unknown.has(next) || !isBareWord(next)) break;
    others.push(next);
  }
  return { quote: [text.start, (others.at(-1) ?? pair).key.end], others };
}

/** A key in braces that has neither a colon nor a value. */
function isBareWord({ key, value }: Pair): boolean {
  if (key.kind !== 'scalar' || key.style !== 'plain') return false;
  const node = resolved(value);
  return node === undefined || (node.kind === 'scalar' && node.start === node.end && node.start === key.end);
}

/** The text that a colon has made a key and a value of, where an entry may be a text: `- Use one provider: half the fees`. */
function cutByColon(map: MapNode, pair: Pair, { shorthand }: SchemaNode): Quote | undefined {
  // A property is one word in small letters: anything else was hardly meant to be one.
  if (shorthand === undefined || !/\s|^\p{Lu}/u.test(keyText(pair) ?? '')) return undefined;
  return textOfPair(map, pair);
}

/** From the key to the value of the only pair of a map, where both are plain and on one line, as a text may be. */
export function textOfPair(map: MapNode, pair: Pair): Quote | undefined {
  const { key } = pair;
  const value = pair.value;
  if (map.pairs.length !== 1 || key.kind !== 'scalar' || key.style !== 'plain' || value?.kind !== 'scalar') {
    return undefined;
  }
  const end = Math.max(value.end, key.end);
  const source = map.piece.text.slice(key.start, end);
  if (value.style !== 'plain' || isAbsent(value) || value.anchor !== undefined || value.tag !== undefined) {
    return undefined;
  }
  // Braces say that a map is meant; in brackets a colon makes one by mistake.
  if (/[\r\n]/.test(source) || map.piece.text[map.start] === '{') return undefined;
  return [key.start, end];
}

/**
 * The keys without a value that the schema does not have: validators do not see them. By their maps.
 *
 * @param sound entries that need not be looked at
 */
export function emptyUnknownKeys(
  root: Site,
  kind: FileKind,
  sound: SoundEntries,
): ReadonlyMap<MapNode, EmptyUnknownKeys> {
  const found = new Map<MapNode, EmptyUnknownKeys>();
  collectEmptyKeys(root, kind, sound, found);
  return found;
}

export interface EmptyUnknownKeys {
  readonly site: Site;
  readonly schema: SchemaNode;
  readonly keys: readonly string[];
}

function collectEmptyKeys(site: Site, kind: FileKind, sound: SoundEntries, into: Map<MapNode, EmptyUnknownKeys>): void {
  const { node, path } = site;
  if (node.kind === 'seq') for (const entry of entriesOf(site)) collectEmptyKeys(entry, kind, sound, into);
  if (node.kind !== 'map' || into.has(node)) return;
  const empty = new Set<string>();
  for (const pair of sound.others(path, node)) {
    if (holdsNothingHidden(path, pair)) continue;
    const key = keyText(pair);
    if (key === undefined || isOwnKey(kind, path, key)) continue;
    const value = siteOfPair(site, pair);
    if (value) {
      if (value.node.kind !== 'scalar' && schemaAt(kind, value.path)) collectEmptyKeys(value, kind, sound, into);
    } else empty.add(key);
  }
  if (empty.size === 0) return;
  const schema = schemaAt(kind, path);
  if (!schema || schema.keyKind !== undefined || schema.propertyNames.length === 0) return;
  const keys = [...empty].filter((key) => !schema.propertyNames.includes(key));
  if (keys.length > 0) into.set(node, { site, schema, keys });
}
