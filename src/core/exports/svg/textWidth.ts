/**
 * About how wide a text is in a sans-serif font, in pixels: whoever opens the drawing may have another font than whoever
 * wrote it, so that only an estimate is possible. It is rather too wide than too narrow.
 *
 * @param size of the font, in pixels
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems * size;
}

/** A text that takes at most so many pixels, with an ellipsis where something is cut off. */
export function fitted(text: string, width: number, size: number): string {
  const whole = text.replaceAll(/\s+/g, ' ').trim();
  if (textWidth(whole, size) <= width) return whole;
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(whole)].map(
    ({ segment }) => segment,
  );
  let used = widthOf('…') * size;
  let kept = '';
  for (const character of characters) {
    used += textWidth(character, size);
    if (used > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** In parts of the font size. */
function widthOf(character: string): number {
  if (/[ijlI.,:;'|!()[\] ]/.test(character)) return 0.32;
  if (/[mwMW@%]/.test(character)) return 0.9;
  if (/[A-Z]/.test(character)) return 0.68;
  if (/\p{M}|\u200d/u.test(character)) return 0;
  if (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(character))
    return 1.05;
  return 0.57;
}
