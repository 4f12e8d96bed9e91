import { spelling } from '../links/nearest';

/** What an entry of a scope often leaves out, and a title has: it changes nothing about what is meant. */
const articles = new Set(['a', 'an', 'the', 'our', 'any']);

/** What a title begins with to say that a thing is done, where an entry of a scope names the thing alone. */
const doing = new Set(
  ['add', 'build', 'create', 'deliver', 'design', 'develop', 'implement', 'introduce', 'launch'].concat([
    'make',
    'offer',
    'prepare',
    'provide',
    'support',
    'write',
  ]),
);

/** Longer texts are no titles. */
const longest = 300;

/**
 * What a text says in words that can be compared, so that “Build the mobile apps” and “Mobile app” are the same: without
 * case, accents, punctuation, what stands in brackets, articles, English plurals, and a first word that only says that
 * the thing is done. The order and every other word stay: “no”, “to” and “from” make another thing of it.
 *
 * @returns empty for a text without letters and digits
 */
export function plainWords(text: string): string {
  const outside = text.slice(0, longest).replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  const words = spelling(outside)
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '' && !articles.has(word));
  const [first = '', ...rest] = words;
  const things = rest.length > 0 && doing.has(first) ? rest : words;
  return things.map(singular).join(' ');
}

/** Without the ending of an English plural. What only looks like one loses it on both sides. */
function singular(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word) || word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<=x|z|ch|sh|ss)es$|s$/, '');
}
