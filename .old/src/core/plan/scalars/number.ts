import { decimalReadings, magnitude, scaled } from './decimal';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';

/** Source of a pattern for a decimal number of YAML 1.2 (core schema), exponents included. */
const yamlDecimal = '[-+]?(?:\\.\\d+|\\d+(?:\\.\\d*)?)(?:[eE][-+]?\\d+)?';

const decimal = new RegExp(`^${yamlDecimal}$`);
const otherBase = /^0(?:x[\dA-Fa-f]+|o[0-7]+)$/;

/** The finite number, or undefined where the text is not a number of YAML 1.2. */
export function readNumber(text: string): number | undefined {
  if (!decimal.test(text) && !otherBase.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? (Object.is(number, -0) ? 0 : number) : undefined;
}

function isNumber(text: string): boolean {
  return readNumber(text) !== undefined;
}

/** Plain decimals, best first, that a signed number with separators or a magnitude may stand for: `18,000`, `1.5M`. */
export function numberReadings(text: string): string[] {
  const match = /^([-+−]?)\s*([\d.,](?:[\d.,\s'’_]*[\d.,])?)\s*([a-z]*\.?)$/i.exec(text.normalize('NFKC').trim());
  if (!match) return [];
  const [, sign = '', number = '', suffix = ''] = match;
  const power = suffix === '' ? 0 : magnitude(suffix);
  if (power === undefined) return [];
  const minus = /[-−]/.test(sign) ? '-' : '';
  return decimalReadings(number).map((reading) => `${minus}${power === 0 ? reading : scaled(reading, power)}`);
}

/** A number: `3`, `0.25`, `18000`. */
export function parseNumber(text: string): Parsed<number> {
  const number = text.length > longestRewritable ? undefined : readNumber(text);
  if (number !== undefined) return parsed(number);
  const absent = refusedOutright(text, 'a number', '18000', isNumber);
  if (absent) return absent;
  const message = `${quoted(text)} is not a number. Write digits without separators, with a point before decimals: 18000, 0.25.`;
  if (text.length > longestRewritable) return refused(message);
  return refused(message, {
    candidates: [text.trim(), ...numberReadings(text)],
    accepts: isNumber,
  });
}
