/**
 * Decimal numbers in texts. The format writes them with a point and without separators; people also write them as
 * they do at home, so there is a function that says which plain decimals such a text may stand for.
 */

/** Source of a pattern for an unsigned plain decimal: `12`, `12.50`. */
export const plainDecimal = '\\d+(?:\\.\\d+)?';

const magnitudes: Readonly<Record<string, number>> = {
  k: 3,
  tsd: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mm: 6,
  mio: 6,
  million: 6,
  b: 9,
  bn: 9,
  bio: 9,
  billion: 9,
};

/** The power of ten that a suffix such as `k`, `M` or `bn` stands for in an amount; undefined for any other text. */
export function magnitude(suffix: string): number | undefined {
  const word = suffix.toLowerCase().replace(/\.$/, '');
  return Object.hasOwn(magnitudes, word) ? magnitudes[word] : undefined;
}

/** Moves the point of a plain decimal `power` places to the right, in the text, so that nothing is rounded. */
export function scaled(decimal: string, power: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const moved = fraction.padEnd(power, '0');
  const rest = moved.slice(power).replace(/0+$/, '');
  const digits = (whole + moved.slice(0, power)).replace(/^0+(?=\d)/, '');
  return rest === '' ? digits : `${digits}.${rest}`;
}

/** Groups of three digits, or of two before the last three, as in India. */
const grouped = /^\d{1,3}(?:,\d{2,3})*,\d{3}$/;

/** Plain decimals that an unsigned number with commas and points may stand for, best first. */
function readingsOfPunctuation(number: string): string[] {
  const comma = number.lastIndexOf(',');
  const point = number.lastIndexOf('.');
  if (comma === -1 && point === -1) return [number];
  if (comma !== -1 && point !== -1) {
    const [separator, mark] = comma > point ? ['.', ','] : [',', '.'];
    const at = Math.max(comma, point);
    const whole = number.slice(0, at).replaceAll(separator, ',');
    return grouped.test(whole) && number.indexOf(mark) === at
      ? [`${whole.replaceAll(',', '')}.${number.slice(at + 1)}`]
      : [];
  }
  const mark = comma === -1 ? '.' : ',';
  const asCommas = number.replaceAll('.', ',');
  const whole = grouped.test(asCommas) ? [asCommas.replaceAll(',', '')] : [];
  if (number.indexOf(mark) !== number.lastIndexOf(mark)) return whole;
  const fraction = number.replace(',', '.');
  // `1,200` is a thousand two hundred to most people, `0,200` to nobody; `1.200` is what it says in this format.
  if (mark === '.') return [fraction, ...whole];
  return number.startsWith('0') ? [fraction] : [...whole, fraction];
}

/**
 * Plain decimals, best first, that an unsigned number may stand for when it is written with separators or a decimal
 * comma: `1,200.50`, `1.200,50`, `1 200`, `1'200`, `12,5`, `.5`. Empty for what is no number by any of these.
 */
export function decimalReadings(text: string): readonly string[] {
  const number = text.normalize('NFKC').replace(/(?<=\d)[\s'’_](?=\d)/g, '');
  if (!/^[\d.,]+$/.test(number)) return [];
  return readingsOfPunctuation(number)
    .map((decimal) => (decimal.startsWith('.') ? `0${decimal}` : decimal).replace(/\.$/, ''))
    .filter((decimal) => /^\d+(?:\.\d+)?$/.test(decimal));
}
