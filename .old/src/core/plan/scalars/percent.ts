import { decimalReadings, scaled } from './decimal';
import { writeAmount } from './duration';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';

const shape = /^(100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%$/;
const form = 'Write a number from 0 to 100 and the sign: 60%.';

/** Percent from 0 to 100, or undefined where the text is not one exactly as the format writes it. */
export function readPercent(text: string): number | undefined {
  const match = shape.exec(text);
  return match ? Number(match[1]) : undefined;
}

function isPercent(text: string): boolean {
  return readPercent(text) !== undefined;
}

function percentReadings(text: string): string[] {
  const match = /^\+?([\d.,][\d.,\s]*?)\s*(%|percent|per cent|pct|pc|prozent)?\.?$/i.exec(
    text.normalize('NFKC').trim(),
  );
  if (!match) return [];
  const [, number = '', sign] = match;
  return decimalReadings(number).flatMap((decimal) => {
    // Without a sign, 0.6 is a share far more often than it is six thousandths.
    const isShare = sign === undefined && decimal.includes('.') && Number(decimal) < 1;
    if (isShare) return [`${writeAmount(Number(decimal) * 100)}%`, `${decimal}%`];
    // And 1 may be the whole as well as a hundredth of it.
    const isWhole = sign === undefined && Number(decimal) === 1;
    return [`${scaled(decimal, 0)}%`, ...(isWhole ? ['100%'] : [])];
  });
}

/** A percentage, as the number before its sign: 60 for `60%`. From 0 to 100, decimals allowed. */
export function parsePercent(text: string): Parsed<number> {
  const percent = text.length > longestRewritable ? undefined : readPercent(text);
  if (percent !== undefined) return parsed(percent);
  const absent = refusedOutright(text, 'a percentage', '60%', isPercent);
  if (absent) return absent;
  if (text.length > longestRewritable) return refused(`${quoted(text)} is not a percentage. ${form}`);
  const number = /^\s*([-−]?)\s*(\d+(?:[.,]\d+)?)\s*%?\s*$/.exec(text);
  if (number && Number(number[2]?.replace(',', '.')) > 100)
    return refused(`${quoted(text)} is more than 100%. ${form}`);
  if (number && number[1] !== '') return refused(`${quoted(text)} is less than 0%. ${form}`);
  const refusal = {
    candidates: [text.trim(), ...percentReadings(text)],
    accepts: isPercent,
  };
  if (number && !text.includes('%')) return refused(`${quoted(text)} lacks its sign. ${form}`, refusal);
  return refused(`${quoted(text)} is not a percentage. ${form}`, refusal);
}

/** The percentage, as a message and a plan write it: `60%`, `12.5%`. */
export function formatPercent(percent: number): string {
  return `${writeAmount(percent)}%`;
}
