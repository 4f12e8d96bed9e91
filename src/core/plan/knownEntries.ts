import { keyOfEntry, type Pair } from '../syntax/tree';
import type { Piece } from '../text/sourceText';
import type { Binding } from './binding';
import type { MapShape } from './shape';

/** An entry at the top of a file, as it has been read. */
export interface KnownEntry {
  readonly shape: MapShape;
  /** The key of the root that the entry stands below. */
  readonly section: string;
  readonly binding: Binding;
}

/**
 * What the entries at the top of files have been read as. An entry never changes, and is in no other file: an edit
 * elsewhere keeps it, and what it means with it, and so does letting go of its nodes.
 */
const known = new WeakMap<Pair | Piece, KnownEntry>();

/**
 * What is kept of an entry at the top of a file: the same objects for as long as the file has it.
 *
 * @returns undefined where nothing is kept of it: it stands in a file that was never read, or below a key whose entries
 *   mean something only together
 */
export function knownEntry(pair: Pair): KnownEntry | undefined {
  return known.get(keyOfEntry(pair));
}

/** Keeps what an entry has been read as. */
export function knowEntry(pair: Pair, entry: KnownEntry): void {
  known.set(keyOfEntry(pair), entry);
}

/** From now on, another version of an entry means what is kept of this one. */
export function keepEntry(before: Pair, after: Pair): void {
  const kept = knownEntry(before);
  if (kept) knowEntry(after, kept);
}
