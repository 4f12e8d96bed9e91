import { distance } from 'fastest-levenshtein';

/** Something that a text might have meant. */
export interface Candidate {
  /** What would be written for it. */
  readonly text: string;
  /** The id alone, without a qualifier. */
  readonly id: string;
  readonly title?: string | undefined;
}

/** Longer texts are no ids, and comparing them costs too much. */
const longestComparable = 120;

/** A candidate with the spellings by which it is known. */
interface Known<C> {
  readonly candidate: C;
  readonly spellings: readonly Spelling[];
}

interface Spelling {
  readonly text: string;
  readonly words: readonly string[];
}

/** What a text might have meant: prepared once, asked often. */
export class Candidates<C extends Candidate = Candidate> {
  readonly #known: readonly Known<C>[];

  constructor(candidates: readonly C[]) {
    this.#known = candidates.map((candidate) => {
      const { text, id, title = '' } = candidate;
      const spellings = [...new Set([text, id, title].map(spelling))].filter((each) => each !== '');
      return { candidate, spellings: spellings.map(spelt) };
    });
  }

  /**
   * The candidates that a text resembles, best first: the same word in another case, a title in place of an id, a few
   * letters apart, a part of a longer id.
   *
   * @param limit how many are given at most
   */
  nearest(text: string, limit = 3): readonly C[] {
    const wanted = spelt(text.length > longestComparable ? '' : spelling(text));
    if (wanted.text === '') return [];
    const near = this.#known.flatMap(({ candidate, spellings }) => {
      const far = Math.min(...spellings.map((each) => apart(wanted, each)));
      return far < Infinity ? [{ candidate, far }] : [];
    });
    near.sort((one, other) => one.far - other.far);
    return near.slice(0, limit).map(({ candidate }) => candidate);
  }
}

function spelt(text: string): Spelling {
  return { text, words: text.split('-') };
}

/** Whether only case, blanks or marks tell two texts apart. */
export function sameSpelling(one: string, other: string): boolean {
  return spelling(one) === spelling(other);
}

/** The spelling in which names are compared. */
export function spelling(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_./-]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** How far two spellings are apart, 0 for the same; infinite where they have nothing to do with each other. */
function apart(one: Spelling, other: Spelling): number {
  if (one.text === other.text) return 0;
  const shorter = Math.min(one.text.length, other.text.length);
  const longer = Math.max(one.text.length, other.text.length);
  if (shorter < 3 || longer > longestComparable) return Infinity;
  // A third of the letters may differ, and a short word is never taken for another short one.
  const allowed = Math.max(1, Math.floor(shorter / 3));
  const letters = longer - shorter > allowed ? Infinity : slips(one.text, other.text);
  if (letters <= allowed) return letters / longer;
  const [part, whole] = one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words];
  return part.every((word) => whole.includes(word)) ? 1 : Infinity;
}

/** Letters between two words, where two neighbours that changed places count as one. */
function slips(one: string, other: string): number {
  const count = distance(one, other);
  if (count !== 2 || one.length !== other.length) return count;
  const at = Array.from({ length: one.length }).findIndex((_, index) => one[index] !== other[index]);
  return one[at] === other[at + 1] && one[at + 1] === other[at] ? 1 : count;
}
