import type { ReferenceSite } from './bind';
import type { PlanFile } from './planFile';

/**
 * The references of each file that lead to nothing, or to more than one thing. Whether they do follows from what all
 * files define and from nothing else, so it is kept until they define other names: an edit keeps most references of its
 * file, and those are not looked up again.
 */
export class LostReferences {
  readonly #known = new Map<PlanFile, readonly ReferenceSite[]>();
  #leading = new WeakSet<ReferenceSite>();

  /** @param isLost whether a reference of the file is one of them */
  of(file: PlanFile, isLost: (site: ReferenceSite) => boolean): readonly ReferenceSite[] {
    const known = this.#known.get(file);
    if (known) return known;
    const lost = file.references.filter((site) => {
      if (this.#leading.has(site)) return false;
      const isOne = isLost(site);
      if (!isOne) this.#leading.add(site);
      return isOne;
    });
    this.#known.set(file, lost);
    return lost;
  }

  /** To be called when another version takes the place of a file. */
  drop(file: PlanFile): void {
    this.#known.delete(file);
  }

  /** To be called when files define other names. */
  clear(): void {
    this.#known.clear();
    this.#leading = new WeakSet();
  }
}
