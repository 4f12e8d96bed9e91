import { sectionOf } from '../syntax/splice';
import type { CutPiece, SyntaxDocument } from '../syntax/syntaxDocument';
import { isAbsent, keyText, placeOf, type MapNode, type Pair } from '../syntax/tree';
import type { Piece, Place } from '../text/sourceText';
import { bindEntryLike, bindProperty } from './bind';
import type { ReferenceSite } from './binding';
import { fieldOf, type AnyEntity, type Field } from './entity';
import { keepEntry, knownEntry, type KnownEntry } from './knownEntries';
import { placesOfRoot } from './places';
import { hasIdBesideTitle, rootEntity, type PlanFile } from './planFile';
import { isSameButWords } from './sameFacts';
import { entityShapeOf } from './shape';

/** One entry of which nothing but words has changed, and where they stand. */
export interface Rewording {
  readonly uri: string;
  /** What it was written in, and what it is written in now. */
  readonly pieces: readonly Piece[];
  /** The words that it has others for. */
  readonly words: readonly string[];
}

/** What is of one version of a file and what takes its place, object by object. */
interface Exchange {
  readonly before: object;
  readonly after: object;
}

interface PieceChange {
  readonly before: CutPiece;
  readonly after: CutPiece;
  readonly index: number;
}

/**
 * Takes in a new version of a file that says the same in other words: titles, descriptions, comments. The file and all
 * of its entities stay the objects that they are, and get the new words and places. So whatever has been worked out of
 * them, dates, costs, progress, still holds, and what it refers to says what it says now.
 *
 * It is the one place that changes what else never changes. Whoever keeps words or copies of places has to ask again.
 *
 * @returns what has been reworded; undefined, with nothing changed, where the file says anything else than it did
 */
export function reworded(file: PlanFile, document: SyntaxDocument): readonly Rewording[] | undefined {
  const changes = pieceChanges(file, document);
  const exchanges: Exchange[] = [];
  const kept: (readonly [Pair, Pair])[] = [];
  const rewordings: Rewording[] = [];
  for (const change of changes ?? []) {
    const words: string[] = [];
    const found = exchangesOf(file, document, change, words);
    if (!found) return undefined;
    exchanges.push(...found.exchanges);
    if (found.kept) kept.push(found.kept);
    rewordings.push({ uri: file.uri, pieces: [change.before.piece, change.after.piece], words });
  }
  if (!changes || !file.root || document.root?.kind !== 'map') return undefined;
  for (const { before, after } of exchanges) adopt(before, after);
  for (const [before, after] of kept) keepEntry(before, after);
  moveRoot(file.root, document.root);
  (file as { document: SyntaxDocument }).document = document;
  return rewordings;
}

/** The pieces that differ; undefined where anything but entries that stay where they are has changed. */
function pieceChanges(file: PlanFile, document: SyntaxDocument): readonly PieceChange[] | undefined {
  const { document: earlier, root, kind } = file;
  if (kind === 'settings' || !root || earlier.linked || document.linked) return undefined;
  // Text that cannot be read may be anything: what it hides is found out by whoever looks at all of it.
  if (earlier.problems.length + document.problems.length > 0) return undefined;
  if (earlier.pieces.length !== document.pieces.length || document.root?.kind !== 'map') return undefined;
  const changes: PieceChange[] = [];
  for (let index = 0; index < document.pieces.length; index++) {
    const [before, after] = [earlier.pieces[index], document.pieces[index]];
    if (before === after || !before || !after) continue;
    if (before.role !== after.role || before.inside !== after.inside) return undefined;
    changes.push({ before, after, index });
  }
  return changes;
}

interface Found {
  readonly exchanges: readonly Exchange[];
  readonly kept?: readonly [Pair, Pair];
}

const nothing: Found = { exchanges: [] };

function exchangesOf(
  file: PlanFile,
  document: SyntaxDocument,
  { before, after, index }: PieceChange,
  words: string[],
): Found | undefined {
  const [pair, other] = [onlyPair(before), onlyPair(after)];
  // Before the content there are comments.
  if (after.role === 'prologue') return nothing;
  if (!pair || !other || keyText(pair) === undefined || keyText(pair) !== keyText(other)) return undefined;
  if (after.role === 'head') return nothing;
  if (after.role === 'top') return ofProperty(file, pair, other, words);
  const section = after.role === 'entry' ? sectionOf(document, index) : undefined;
  const earlier = section && topPair(file.document, section.at);
  const whole = section && topPair(document, section.at);
  const name = whole && keyText(whole);
  if (!earlier || !whole || name === undefined || name !== keyText(earlier)) return undefined;
  const known = knownEntry(pair);
  return known?.section === name ? ofEntry(known, pair, other, words) : ofProperty(file, earlier, whole, words);
}

function onlyPair({ tree: { root } }: CutPiece): Pair | undefined {
  return root?.kind === 'map' && root.pairs.length === 1 ? root.pairs[0] : undefined;
}

function topPair({ root }: SyntaxDocument, at: number): Pair | undefined {
  return root?.kind === 'map' ? root.pairs[at] : undefined;
}

/** An entry that means something by itself. */
function ofEntry({ shape, binding }: KnownEntry, before: Pair, after: Pair, words: string[]): Found | undefined {
  if (!before.value || !after.value || !isSameButWords(shape.value, before.value, after.value, words)) return undefined;
  const fresh = bindEntryLike(before, after);
  if (!fresh || binding.problems.length + fresh.problems.length > 0) return undefined;
  const exchanges = exchangesOfSites(binding.references, fresh.references);
  const entities = { before: binding.entity, after: fresh.entity };
  return exchanges && { exchanges: [entities, ...exchanges], kept: [before, after] };
}

/** A whole property of the root. */
function ofProperty(file: PlanFile, before: Pair, after: Pair, words: string[]): Found | undefined {
  const shape = entityShapeOf(rootEntity[file.kind]);
  const name = keyText(after) ?? '';
  const range = file.referencesOf.get(name);
  if (!file.root || !before.value || !after.value || !range || name === titleOf(file)) return undefined;
  const own = shape.fields.get(name);
  if (!own && name.startsWith('x-')) return nothing;
  if (!isSameButWords(own ?? {}, before.value, after.value, words)) return undefined;
  const fresh = bindProperty(file.root, after, shape);
  const field = fieldOf(file.root, name);
  // What defines something is known by it in the whole plan, and is exchanged entry by entry.
  if (fresh.definitions.length + fresh.problems.length > 0 || hasProblemIn(file, before)) return undefined;
  const exchanges = exchangesOfSites(file.references.slice(...range), fresh.references);
  if (!field || !fresh.field) return field || fresh.field ? undefined : exchanges && { exchanges };
  // Of a key that is repeated the first counts.
  if (field.key.piece !== before.key.piece) return undefined;
  return exchanges && { exchanges: [{ before: field, after: fresh.field }, ...exchanges] };
}

/** The property that the id of a file may be made from. */
function titleOf(file: PlanFile): string | undefined {
  return hasIdBesideTitle(file) ? undefined : file.kind === 'roadmap' ? 'product' : 'project';
}

function hasProblemIn({ problems, document: { source } }: PlanFile, pair: Pair): boolean {
  if (problems.length === 0) return false;
  const span = pair.value && source.spanOf(placeOf(pair.value));
  return problems.some(({ at }) => {
    const start = source.spanOf(at)?.start ?? 0;
    return !span || (span.start <= start && start <= span.end);
  });
}

function exchangesOfSites(
  before: readonly ReferenceSite[],
  after: readonly ReferenceSite[],
): readonly Exchange[] | undefined {
  if (before.length !== after.length) return undefined;
  return before.flatMap((one, index) => {
    const other = after[index];
    return other ? [{ before: one, after: other }] : [];
  });
}

/** What leads from one entity to another one, which is exchanged by itself or stays. */
const links: ReadonlySet<string> = new Set(['by', 'within']);

/** Gives an object, and all that it is made of, what another one of the same make says. */
function adopt(before: object, after: object): void {
  const into = before as Record<string, unknown>;
  for (const [key, value] of Object.entries(after)) {
    const own = into[key];
    if (links.has(key) || own === value) continue;
    if (isMade(own) && isMade(value)) adopt(own, value);
    else into[key] = value;
  }
}

/** Whether a value is an object of the binder, and not a date, a piece or another thing of its own. */
function isMade(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

/** The places of the root and of its properties, some of which reach over all of their entries. */
function moveRoot(root: AnyEntity, map: MapNode): void {
  const { key, at } = placesOfRoot(map);
  move(root.key, key);
  move(root.at, at);
  const seen = new Set<string>();
  for (const pair of map.pairs) {
    const name = keyText(pair) ?? '';
    const field: Field<unknown> | undefined = fieldOf(root, name);
    // Of a key that is repeated the first counts.
    if (!field || !pair.value || isAbsent(pair.value) || seen.has(name)) continue;
    seen.add(name);
    move(field.key, placeOf(pair.key));
    move(field.at, placeOf(pair.value));
  }
}

function move(place: Place, to: Place): void {
  const into = place as { -readonly [K in keyof Place]: Place[K] };
  delete into.last;
  Object.assign(into, to);
}
