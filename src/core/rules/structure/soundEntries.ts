import type { FileKind } from '../../plan/fileKind';
import type { PlanFile } from '../../plan/planFile';
import { keyOfEntry, type MapNode, type Pair } from '../../syntax/tree';
import type { Piece } from '../../text/sourceText';
import type { Site } from './site';

/** The entries about which there is nothing to say, by the kind of the file and the section that they stand in. */
const known = new Map<string, WeakSet<Pair | Piece>>();

/**
 * The entries at the top of a file about which there is nothing to say: an entry that an edit did not touch need not be
 * read again to know that. What there is to say of the others may depend on what stands around them.
 */
export class SoundEntries {
  readonly #kind: FileKind;
  readonly #sections = new Map<string, WeakSet<Pair | Piece>>();
  /** Where anchors and aliases link entries, none is sound by itself. */
  readonly #isLinked: boolean;
  readonly #read: { readonly section: string; readonly entries: readonly Site[] }[] = [];
  /** The pairs that have to be read, by the maps of the sections: more than one reader asks for them. */
  readonly #others = new Map<MapNode, readonly Pair[]>();
  readonly #doubtful = new Set<string>();
  #isOpen = false;

  constructor({ kind, document }: PlanFile) {
    this.#kind = kind;
    this.#isLinked = document.linked;
  }

  /**
   * The pairs of a map that have to be read: of a section those that are not known to be sound, of any other map all.
   *
   * @param path to the map
   */
  others([section, ...below]: readonly string[], map: MapNode): readonly Pair[] {
    if (section === undefined || below.length > 0) return map.members;
    const known = this.#others.get(map);
    if (known) return known;
    const sound = this.#of(section);
    const others = map.members.filter((pair) => !sound.has(keyOfEntry(pair)));
    this.#others.set(map, others);
    return others;
  }

  /** Tells of entries that have been read. */
  read(section: string, entries: readonly Site[]): void {
    this.#read.push({ section, entries });
  }

  /** Tells that there is something to say of a place, which may be anywhere in an entry. */
  doubt([section, entry]: readonly string[]): void {
    if (section === undefined) this.#isOpen = true;
    else if (entry !== undefined) this.#doubtful.add(`${section}\0${entry}`);
  }

  /** To be called when all has been said: what has been read, and nothing was said of, is sound from then on. */
  settle(): void {
    // Of some places it is not known what they belong to.
    if (this.#isLinked || this.#isOpen) return;
    for (const { section, entries } of this.#read) {
      const sound = this.#of(section);
      for (const { pair, path } of entries)
        if (pair && !this.#doubtful.has(path.join('\0'))) sound.add(keyOfEntry(pair));
    }
  }

  #of(section: string): WeakSet<Pair | Piece> {
    const own = this.#sections.get(section);
    if (own) return own;
    const key = `${this.#kind} ${section}`;
    const sound = known.get(key) ?? new WeakSet<Pair | Piece>();
    known.set(key, sound);
    this.#sections.set(section, sound);
    return sound;
  }
}
