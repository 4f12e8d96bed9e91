import type { ReferenceSite } from './binding';
import type { PlanFile } from './planFile';
import type { ReferringSites } from './referringSites';

type References = readonly ReferenceSite[];

/** What was found in the version of a file that was looked at last. */
interface Looked {
  readonly file: Pick<PlanFile, 'references' | 'referencesOf'>;
  readonly lost: References;
  /** Whether no file has defined other names since. */
  isCurrent: boolean;
}

/**
 * The references of each file that lead to nothing, or to more than one thing. Whether one does follows from what all
 * files define by its name, so it is looked up again only where something of that name has come or gone: an edit keeps
 * most references of its file, and gives few things another name.
 */
export class LostReferences {
  /** By the URI of the file. */
  readonly #looked = new Map<string, Looked>();
  /** What has come or gone since those files were looked at that are not current. */
  #names = new Set<string>();

  constructor(private readonly sites: ReferringSites) {}

  /** @param isLost whether a reference of the file is one of them */
  of(file: PlanFile, isLost: (site: ReferenceSite) => boolean): References {
    const before = this.#looked.get(file.uri);
    if (before?.isCurrent && before.file.references === file.references) return before.lost;
    const again = before && !before.isCurrent ? this.sites.naming(file, this.#names) : [];
    const { references, referencesOf } = file;
    const lost = lostAmong(file, before, again, isLost);
    this.#looked.set(file.uri, { file: { references, referencesOf }, lost, isCurrent: true });
    return lost;
  }

  /** To be called when things of these names have come or gone. */
  rename(names: Iterable<string>): void {
    const looked = [...this.#looked.values()];
    if (looked.every(({ isCurrent }) => isCurrent)) this.#names = new Set();
    for (const name of names) this.#names.add(name);
    for (const one of looked) one.isCurrent = false;
  }

  /** To be called when any reference may lead elsewhere. */
  clear(): void {
    this.#looked.clear();
  }
}

/**
 * The lost references of a file, of which those that stood in another version of it as well are not looked at.
 *
 * @param before that version; of each property of the root most references are the same, in the same order
 * @param again the places of those that are looked at all the same
 */
function lostAmong(
  file: PlanFile,
  before: Looked | undefined,
  again: readonly number[],
  isLost: (site: ReferenceSite) => boolean,
): References {
  const { references, referencesOf } = file;
  if (!before) return references.filter(isLost);
  const isKnown = new Uint8Array(references.length);
  if (before.file.references === references) isKnown.fill(1);
  else
    for (const [property, range] of referencesOf) {
      const other = before.file.referencesOf.get(property);
      if (other) markShared(isKnown, references, range, before.file.references, other);
    }
  for (const at of again) isKnown[at] = 0;
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
