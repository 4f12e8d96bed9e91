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

/**
 * The candidates that a text resembles, best first: the same word in another case, a title in place of an id, a few
 * letters apart, a part of a longer id.
 *
 * @param limit how many are given at most
 */
export function nearest<C extends Candidate>(text: string, candidates: readonly C[], limit = 3): readonly C[] {
  if (text.length > longestComparable) return [];
  const wanted = spelling(text);
  if (wanted === '') return [];
  const near = candidates.flatMap((candidate) => {
    const far = Math.min(
      apart(wanted, spelling(candidate.text)),
      apart(wanted, spelling(candidate.id)),
      candidate.title === undefined ? Infinity : apart(wanted, spelling(candidate.title)),
    );
    return far < Infinity ? [{ candidate, far }] : [];
  });
  return near
    .sort((one, other) => one.far - other.far)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
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
function apart(one: string, other: string): number {
  if (one === other) return 0;
  if (other.length > longestComparable) return Infinity;
  const letters = slips(one, other);
  const shorter = Math.min(one.length, other.length);
  // A third of the letters may differ, and a short word is never taken for another short one.
  if (letters <= Math.max(1, Math.floor(shorter / 3)) && shorter > 2) return letters / Math.max(one.length, 1);
  const [words, others] = [one.split('-'), other.split('-')];
  const [part, whole] = words.length <= others.length ? [words, others] : [others, words];
  return part.join('').length > 2 && part.every((word) => whole.includes(word)) ? 1 : Infinity;
}

/** Letters between two words, where two neighbours that changed places count as one. */
function slips(one: string, other: string): number {
  const count = distance(one, other);
  if (count !== 2 || one.length !== other.length) return count;
  const at = Array.from({ length: one.length }).findIndex((_, index) => one[index] !== other[index]);
  return one[at] === other[at + 1] && one[at + 1] === other[at] ? 1 : count;
}
