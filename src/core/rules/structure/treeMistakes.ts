import { schemaAt, type FileKind } from '../../schema/lookup';
import { isAbsent, keyText, placeOf, resolved, type MapNode, type Node, type Pair } from '../../syntax/tree';
import type { Place } from '../../text/sourceText';
import { missingFromEmpty } from './missingProperty';
import type { Mistake } from './mistake';
import { isOwnKey } from './ownKey';
import { entriesOf, siteOfPair, type Site } from './site';
import type { SoundEntries } from './soundEntries';
import { holdsNothingHidden } from './wholeData';
import { valueWords } from './words';

/** The tags of YAML's core schema, which say what a value is anyway. */
const coreTags =
  /^(?:!|!!(?:str|int|float|bool|null|map|seq)|!<tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)>)$/;

/**
 * What the plain data of a file does not show: tags that nobody knows, keys that are no texts, entries without anything
 * in them.
 *
 * @param closed pairs and values that are wrong themselves: nothing inside them is looked at
 * @param sound entries that need not be looked at
 */
export function* treeMistakes(
  site: Site,
  kind: FileKind,
  closed: ReadonlySet<unknown>,
  sound: SoundEntries,
): Generator<Mistake> {
  yield* tagOf(site.node, site.path);
  if (closed.has(site.node)) return;
  if (site.node.kind === 'seq') {
    for (const entry of entriesOf(site)) yield* treeMistakes(entry, kind, closed, sound);
  } else if (site.node.kind === 'map') {
    for (const pair of sound.others(site.path, site.node))
      if (!holdsNothingHidden(site.path, pair)) yield* inPair(site, pair, kind, closed, sound);
  }
}

function* inPair(
  site: Site,
  pair: Pair,
  kind: FileKind,
  closed: ReadonlySet<unknown>,
  sound: SoundEntries,
): Generator<Mistake> {
  const key = keyText(pair);
  if (key === undefined) {
    yield* complexKey(pair, site.path);
    return;
  }
  if (isOwnKey(kind, site.path, key) || closed.has(pair)) return;
  const path = [...site.path, key];
  yield* tagOf(pair.key, path);
  const value = siteOfPair(site, pair);
  if (value) yield* treeMistakes(value, kind, closed, sound);
  else yield* emptyEntry(site, pair, path, kind);
}

/** An entry under an id that says nothing at all, where it has to say something. */
function* emptyEntry(site: Site, pair: Pair, path: readonly string[], kind: FileKind): Generator<Mistake> {
  if (pair.value) yield* tagOf(pair.value, path);
  const schema = schemaAt(kind, path);
  const isEntry = schemaAt(kind, site.path)?.keyKind !== undefined;
  if (!schema || !isEntry || schema.required.length === 0 || !isAbsent(pair.value)) return;
  if (site.node.kind === 'map' && !repeatedKeys(site.node).has(path.at(-1) ?? '')) {
    yield missingFromEmpty(path, pair.key, schema);
  }
}

const repeated = new WeakMap<MapNode, ReadonlySet<string>>();

/** The keys that stand in a map more than once. */
function repeatedKeys(map: MapNode): ReadonlySet<string> {
  const known = repeated.get(map);
  if (known) return known;
  const keys = map.members.flatMap((pair) => keyText(pair) ?? []);
  const seen = new Set<string>();
  const found = new Set(keys.filter((key) => seen.has(key) || !seen.add(key)));
  repeated.set(map, found);
  return found;
}

function* complexKey({ key }: Pair, path: readonly string[]): Generator<Mistake> {
  const node = resolved(key);
  const what = node ? valueWords(node) : 'an alias that leads nowhere';
  yield wrongType(placeOf(key), `A key is a text, and this one is ${what}. Write a plain key.`, path, null);
}

function* tagOf(node: Node, path: readonly string[]): Generator<Mistake> {
  const { tag } = node;
  if (tag === undefined || coreTags.test(tag)) return;
  const message = `A plan file knows no tag \`${tag}\`. Leave it out.`;
  yield wrongType(placeOfTag(node, tag), message, path, tag);
}

function wrongType(at: Place, message: string, path: readonly string[], tag: string | null): Mistake {
  const span: readonly [number, number] = [at.start, at.end];
  return { rule: 'wrong-type', report: { at, message, data: { path, rewrites: [], span, quote: null, tag } } };
}

/** A tag stands before its value; with nothing after it, behind where the value would stand. */
function placeOfTag(node: Node, tag: string): Place {
  const { text } = node.piece;
  const before = text.lastIndexOf(tag, node.start);
  const after = text.indexOf(tag, node.start);
  const start = before >= 0 && /^[\s&\w!.-]*$/.test(text.slice(before + tag.length, node.start)) ? before : after;
  return start < 0 ? placeOf(node) : { piece: node.piece, start, end: start + tag.length };
}
