import type { ReferenceSite } from './binding';
import type { PlanFile } from './planFile';

type References = readonly ReferenceSite[];

/** What was found in the version of a file that another one has taken the place of. */
interface Earlier {
  readonly file: Pick<PlanFile, 'references' | 'referencesOf'>;
  readonly lost: References;
}

/**
 * The references of each file that lead to nothing, or to more than one thing. Whether they do follows from what all
 * files define and from nothing else, so it is kept until they define other names: an edit keeps most references of its
 * file, and those are not looked up again.
 */
export class LostReferences {
  readonly #known = new Map<PlanFile, References>();
  readonly #earlier = new Map<string, Earlier>();

  /** @param isLost whether a reference of the file is one of them */
  of(file: PlanFile, isLost: (site: ReferenceSite) => boolean): References {
    const known = this.#known.get(file);
    if (known) return known;
    const lost = lostAmong(file, this.#earlier.get(file.uri), isLost);
    this.#earlier.delete(file.uri);
    this.#known.set(file, lost);
    return lost;
  }

  /** To be called when another version takes the place of a file. */
  drop(file: PlanFile): void {
    const { references, referencesOf } = file;
    const lost = this.#known.get(file);
    if (lost) this.#earlier.set(file.uri, { file: { references, referencesOf }, lost });
    this.#known.delete(file);
  }

  /** To be called when files define other names. */
  clear(): void {
    this.#known.clear();
    this.#earlier.clear();
  }
}

/**
 * The lost references of a file, of which those that stood in another version of it as well are not looked at.
 *
 * @param before that version; of each property of the root most references are the same, in the same order
 */
function lostAmong(file: PlanFile, before: Earlier | undefined, isLost: (site: ReferenceSite) => boolean): References {
  const { references, referencesOf } = file;
  if (!before) return references.filter(isLost);
  const isKnown = new Uint8Array(references.length);
  for (const [property, range] of referencesOf) {
    const other = before.file.referencesOf.get(property);
    if (other) markShared(isKnown, references, range, before.file.references, other);
  }
  const wereLost = new Set(before.lost);
  const lost: ReferenceSite[] = [];
  for (let at = 0; at < references.length; at++) {
    // Mostly none was lost.
    if (isKnown[at] === 1 && wereLost.size === 0) continue;
    const site = references[at];
    if (site && (isKnown[at] === 1 ? wereLost.has(site) : isLost(site))) lost.push(site);
  }
  return lost;
}

type Range = readonly [from: number, to: number];

/** Marks the references that two ranges have in common at their beginnings and at their ends. */
function markShared(marks: Uint8Array, now: References, range: Range, before: References, other: Range): void {
  let [[from, to], [fromBefore, toBefore]] = [range, other];
  for (; from < to && fromBefore < toBefore && now[from] === before[fromBefore]; from++, fromBefore++) marks[from] = 1;
  for (; to > from && toBefore > fromBefore && now[to - 1] === before[toBefore - 1]; to--, toBefore--)
    marks[to - 1] = 1;
}
