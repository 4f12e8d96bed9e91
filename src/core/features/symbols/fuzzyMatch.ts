/**
 * How well a text fits a word that somebody types to find it: all of it, its beginning, the beginning of a word in it,
 * any part of it, or its letters in their order with others between them; that is also how much they count.
 *
 * @param word in lower case, not empty
 * @param text in lower case
 * @returns more for a better fit; undefined where the letters are not all there
 */
export function fuzzyScore(word: string, text: string): number | undefined {
  const at = text.indexOf(word);
  if (at < 0) return subsequenceScore(word, text);
  // Of two texts that fit alike, the one that says less besides.
  const rest = Math.min(100, text.length - word.length);
  if (at === 0) return (rest === 0 ? 1000 : 800) - rest;
  return (startsWord(text, at) || text.includes(` ${word}`) ? 600 : 400) - rest;
}

/** Letters that begin a word or follow one another count more, and those between them less. */
function subsequenceScore(word: string, text: string): number | undefined {
  let score = 0;
  let last = -1;
  for (let letter = 0; letter < word.length; letter++) {
    const at = text.indexOf(word.charAt(letter), last + 1);
    if (at < 0) return undefined;
    if (startsWord(text, at)) score += 8;
    else if (at === last + 1) score += 5;
    else score -= Math.min(3, at - last - 1);
    last = at;
  }
  return Math.max(1, Math.min(290, 100 + score));
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s._/:()-]/.test(text.charAt(at - 1));
}
