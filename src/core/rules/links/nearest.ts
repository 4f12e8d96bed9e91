import { distance } from 'fastest-levenshtein';
import { spelling } from '../../plan/spelling';

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

/** How a thing of a plan is read as a candidate. Most of them resemble nothing, and of these little is asked. */
export interface CandidateReading<E, C extends Candidate> {
  readonly id: (thing: E) => string;
  readonly title: (thing: E) => string | undefined;
  /** What may stand before its id where it is written; empty where nothing does. */
  readonly qualifier: (thing: E) => string;
  /** Undefined where nothing can be written for it. */
  readonly candidate: (thing: E) => C | undefined;
}

/** What a text might have meant. */
export class Candidates<C extends Candidate = Candidate, E = C> {
  /** @param reading of the things that are no candidates yet */
  constructor(
    private readonly things: readonly E[],
    private readonly reading: CandidateReading<E, C>,
  ) {}

  static of<C extends Candidate>(candidates: readonly C[]): Candidates<C> {
    return new Candidates<C>(candidates, {
      id: ({ id }) => id,
      title: ({ title }) => title,
      qualifier: ({ text, id }) => (text === id ? '' : text),
      candidate: (candidate) => candidate,
    });
  }

  /**
   * The candidates that a text resembles, best first: the same word in another case, a title in place of an id, a few
   * letters apart, a part of a longer id.
   *
   * @param limit how many are given at most
   */
  nearest(text: string, limit = 3): readonly C[] {
    const wanted = new Wanted(text.length > longestComparable ? '' : spelling(text));
    if (wanted.text === '') return [];
    const near: { readonly candidate: C; readonly far: number }[] = [];
    for (const thing of this.things) {
      const one = this.#resembling(wanted, thing);
      if (one) near.push(one);
    }
    near.sort((one, other) => one.far - other.far);
    return near.slice(0, limit).map(({ candidate }) => candidate);
  }

  #resembling(wanted: Wanted, thing: E): { readonly candidate: C; readonly far: number } | undefined {
    const { reading } = this;
    const [id, title, qualifier] = [reading.id(thing), reading.title(thing) ?? '', reading.qualifier(thing)];
    const own = Math.min(wanted.from(id), wanted.from(title));
    if (own === Infinity && (qualifier === '' || !wanted.mayResemble(lettersOf(qualifier) | lettersOf(id))))
      return undefined;
    const candidate = reading.candidate(thing);
    if (!candidate) return undefined;
    const far = candidate.text === id ? own : Math.min(own, wanted.from(candidate.text));
    return far < Infinity ? { candidate, far } : undefined;
  }
}

/** A text that something else may resemble. */
class Wanted {
  readonly #words: readonly string[];
  readonly #letters: number;
  /** How many letters may differ at most. */
  readonly #slips: number;

  /** @param text as it is spelt */
  constructor(readonly text: string) {
    this.#words = text.split('-');
    this.#letters = lettersOf(text);
    this.#slips = allowedIn(text.length);
  }

  /** How far a text is from this one, 0 for the same; infinite where they have nothing to do with each other. */
  from(text: string): number {
    const letters = lettersOf(text);
    if (!this.mayResemble(letters)) return Infinity;
    const other = spelling(text);
    return other === '' ? Infinity : this.#apart(other, letters);
  }

  /**
   * Whether a text of these letters may be anything but infinitely far. A slip takes away one letter and brings another
   * one at most; else all words of one of the two are in the other.
   */
  mayResemble(letters: number): boolean {
    if (this.#mayHoldWords(letters)) return true;
    return countOf(this.#letters ^ letters) <= 2 * this.#slips;
  }

  /** Whether all words of one of the two may be in the other. */
  #mayHoldWords(letters: number): boolean {
    if (letters === anyLetters || this.#letters === anyLetters) return true;
    return (this.#letters & ~letters) === 0 || (letters & ~this.#letters) === 0;
  }

  #apart(other: string, letters: number): number {
    const { text } = this;
    if (text === other) return 0;
    const shorter = Math.min(text.length, other.length);
    const longer = Math.max(text.length, other.length);
    if (shorter < 3 || longer > longestComparable) return Infinity;
    const allowed = allowedIn(shorter);
    const count = longer - shorter > allowed ? Infinity : slips(text, other);
    if (count <= allowed) return count / longer;
    if (!this.#mayHoldWords(letters)) return Infinity;
    const words = other.split('-');
    const [part, whole] = this.#words.length <= words.length ? [this.#words, words] : [words, this.#words];
    return part.every((word) => whole.includes(word)) ? 1 : Infinity;
  }
}

/** A third of the letters may differ, and a short word is never taken for another short one. */
function allowedIn(length: number): number {
  return Math.max(1, Math.floor(length / 3));
}

/** What stands for all letters, where some of a text are none of the alphabet: spelt without marks they may be any. */
const anyLetters = -1;

/** Which letters and digits a text has, whatever its case, as one bit for each letter and for two digits. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) return anyLetters;
    const letter = (code | 0x20) - 0x61;
    if (letter >= 0 && letter < 26) letters |= 1 << letter;
    else if (code >= 0x30 && code <= 0x39) letters |= 1 << (26 + ((code - 0x30) >> 1));
  }
  return letters;
}

/** How many bits are set. */
function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Letters between two words, where two neighbours that changed places count as one. */
function slips(one: string, other: string): number {
  const count = distance(one, other);
  if (count !== 2 || one.length !== other.length) return count;
  const at = Array.from({ length: one.length }).findIndex((_, index) => one[index] !== other[index]);
  return one[at] === other[at + 1] && one[at + 1] === other[at] ? 1 : count;
}
