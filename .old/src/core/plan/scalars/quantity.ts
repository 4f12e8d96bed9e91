import { currenciesMeant } from './currency';
import { magnitude, plainDecimal } from './decimal';
import { writeAmount } from './duration';
import { numberReadings, readNumber } from './number';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';

/** A measured number. Two quantities can be compared where their units are the same. */
export interface Quantity {
  readonly value: number;
  /** `%`, `s`, `active users`, `/5`; absent for a plain count. */
  readonly unit?: string;
}

/**
 * The unit begins with a letter, a sign of a currency, a percent or degree sign or the slash of "4.5/5": never with
 * what could go on with the number, as in `18,000`, `2026-09` or `10:30`.
 */
const shape = new RegExp(`^([-+]?${plainDecimal}(?:[eE][-+]?\\d+)?)(\\s*)([\\p{L}\\p{Sc}%‰°/].*)$`, 'su');

/** A magnitude that is stuck to its number: `18k users` are eighteen thousand, not 18 of some unit. */
const magnitudeUnit = /^(?:k|K|M|mn|mio|bn|B|million|thousand|billion)(?=$|[\s.])/;

function readQuantity(text: string): Quantity | undefined {
  const plain = readNumber(text);
  if (plain !== undefined) return { value: plain };
  const match = shape.exec(text);
  const value = Number(match?.[1]);
  // `0x1G` is a slip in a hexadecimal number, and not naught of "x1G".
  if (!match || !Number.isFinite(value) || /^[-+]?0[xo]/.test(text)) return undefined;
  const unit = (match[3] ?? '').replace(/\s+/g, ' ').trim();
  const isMagnitude = magnitudeUnit.test(unit) && (match[2] === '' || /^(?:million|thousand|billion)/.test(unit));
  return isMagnitude ? undefined : { value: value === 0 ? 0 : value, unit };
}

function isQuantity(text: string): boolean {
  return readQuantity(text) !== undefined;
}

/** The number and the unit as people write them: bounds before, separators and magnitudes in it, a currency in front. */
const written =
  /^(?:[<>=≤≥~≈]+|about|under|over|at (?:least|most))?\s*([$€£¥₹]?)\s*([-+−]?[\d.,](?:[\d.,\s'’_]*[\d.,])?)(.*)$/isu;

function quantityReadings(text: string): string[] {
  const match = written.exec(text.normalize('NFKC').trim());
  if (!match) return [];
  const [, sign = '', number = '', tail = ''] = match;
  const currency = currenciesMeant(sign)[0] ?? '';
  if (currency !== '' && tail.trim() !== '' && magnitude(tail.trim()) === undefined) return [];
  const scale = /^\s*(k|m|mn|mio|bn|b|million|thousand|billion)(?=$|[\s.])\.?\s*(.*)$/is.exec(tail);
  const magnified = scale && !/^\s+(?:k|m|b)\b/i.test(tail) ? numberReadings(`${number}${scale[1] ?? ''}`) : [];
  const withUnit = (reading: string, unit: string): string =>
    `${reading}${/^[%‰°]/.test(unit) ? '' : ' '}${unit}`.trim();
  const unit = tail.trim() || currency;
  const restOfScale = (scale?.[2] ?? '').trim() || currency;
  return [
    ...magnified.map((reading) => withUnit(reading, restOfScale)),
    ...(currency !== '' && scale ? [] : numberReadings(number)).map((reading) => withUnit(reading, unit)),
  ];
}

/** A number with an optional unit, for measures of success: `62%`, `4.2 s`, `18000 users`, `3`, `-12`. */
export function parseQuantity(text: string): Parsed<Quantity> {
  const quantity = text.length > longestRewritable ? undefined : readQuantity(text);
  if (quantity) return parsed(quantity);
  const absent = refusedOutright(text, 'a quantity', '18000 users', isQuantity);
  if (absent) return absent;
  const message = `${quoted(text)} is not a quantity. Write a number without separators, then the unit if there is one: 62%, 4.2 s, 18000 users, 3.`;
  if (text.length > longestRewritable) return refused(message);
  return refused(message, {
    candidates: [text.trim(), ...quantityReadings(text)],
    accepts: isQuantity,
  });
}

/** The quantity as a message writes it: `62%`, `4.2 s`, `18000 users`, `4.5/5`. */
export function formatQuantity({ value, unit }: Quantity): string {
  if (unit === undefined) return writeAmount(value);
  return `${writeAmount(value)}${/^[%‰°/]/.test(unit) ? '' : ' '}${unit}`;
}
