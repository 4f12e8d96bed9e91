import { distance } from 'fastest-levenshtein';
import { spelling } from '../plan/spelling';

/** Words that two titles share without being about the same thing. */
const emptyWords = new Set(
  ['a', 'an', 'and', 'as', 'at', 'be', 'by', 'every', 'for', 'from', 'in', 'into', 'is', 'it', 'more', 'new'].concat([
    'of',
    'on',
    'one',
    'or',
    'our',
    'the',
    'their',
    'to',
    'us',
    'we',
    'with',
  ]),
);

/** Letters that a word has to share with another one, at its beginning, for a quick look. */
const stem = 4;

/** What some texts are about, to find what else is: the goal of an item, the item that another one waits for. */
export class Topic {
  readonly #words: ReadonlySet<string>;
  readonly #stems: readonly string[];

  /** @param texts titles and descriptions */
  constructor(texts: readonly string[]) {
    this.#words = wordsIn(texts);
    this.#stems = [...this.#words].map((word) => word.slice(0, stem));
  }

  /** The share of words that the texts have in common with others, from 0 to 1, by the cosine of their sets of words. */
  likeness(others: readonly string[]): number {
    if (this.#words.size === 0) return 0;
    const words = wordsIn(others);
    if (words.size === 0) return 0;
    const common = [...this.#words].filter((word) => [...words].some((other) => sameStem(word, other))).length;
    return common / Math.sqrt(this.#words.size * words.size);
  }

  /** How many words texts may have in common: a quick look at many, which misses marks and slips. */
  wordsShared(...others: readonly string[]): number {
    const lower = others.map((each) => each.toLowerCase());
    return this.#stems.reduce((count, each) => (lower.some((text) => text.includes(each)) ? count + 1 : count), 0);
  }
}

function wordsIn(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => spelling(text.slice(0, 500)).split(/[^\p{L}\p{N}]+/u));
  return new Set(words.filter((word) => word.length > 1 && !emptyWords.has(word)));
}

/** `order` and `ordering`, `kitchen` and `kitchens`, and a letter that is out of place in a long word. */
function sameStem(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < stem) return false;
  return one.startsWith(other) || other.startsWith(one) || (shorter > 5 && distance(one, other) < 2);
}
