import { parsed, quoted, refused, type Parsed } from './parsed';

/** T-shirt sizes, smallest first. */
export const sizes = ['XS', 'S', 'M', 'L', 'XL'] as const;
export type Size = (typeof sizes)[number];

const words: Readonly<Record<string, Size>> = {
  extrasmall: 'XS',
  xsmall: 'XS',
  tiny: 'XS',
  small: 'S',
  medium: 'M',
  med: 'M',
  mid: 'M',
  large: 'L',
  big: 'L',
  extralarge: 'XL',
  xlarge: 'XL',
  huge: 'XL',
  xxl: 'XL',
  xxs: 'XS',
};

/** The size, or undefined where the text is not exactly one. */
export function readSize(text: string): Size | undefined {
  return sizes.find((size) => size === text);
}

/** A T-shirt size: `XS`, `S`, `M`, `L`, `XL`. */
export function parseSize(text: string): Parsed<Size> {
  const size = readSize(text);
  if (size) return parsed(size);
  const word = text
    .slice(0, 40)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const meant = readSize(word.toUpperCase()) ?? (Object.hasOwn(words, word) ? words[word] : undefined);
  return refused(`${quoted(text)} is not a size. The sizes are ${sizes.join(', ')}.`, {
    candidates: meant ? [meant] : [],
  });
}
