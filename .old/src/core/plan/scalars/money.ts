import { currenciesMeant, isCurrency, minorDigits, nearestCurrency, withdrawnCurrency } from './currency';
import { decimalReadings, magnitude, plainDecimal, scaled } from './decimal';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed, type TextSpan } from './parsed';

export interface Money {
  /** Integer, in minor units of the currency: cents for EUR, yen for JPY. Always a safe integer. */
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
  /** As it is written in the plan. */
  readonly text: string;
}

const shape = new RegExp(`^(-?)(${plainDecimal})\\s+([A-Z]{3})$`);

type ReadMoney = Money | { readonly wrong: string; readonly span: TextSpan; readonly candidates: readonly string[] };

/** Reads a text of the form `120000 EUR`; undefined for any other form, and what is wrong with one that has it. */
function readShaped(text: string): ReadMoney | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, sign = '', decimal = '', currency = ''] = match;
  const amountSpan = { start: 0, end: sign.length + decimal.length };
  if (!isCurrency(currency)) {
    const old = withdrawnCurrency(currency);
    const nearest = old ? undefined : nearestCurrency(currency);
    return {
      wrong: old
        ? `\`${currency}\` was ${old}, which no longer exists.`
        : `\`${currency}\` is not a currency of ISO 4217.`,
      span: { start: text.length - 3, end: text.length },
      candidates: nearest ? [`${sign}${decimal} ${nearest}`] : [],
    };
  }
  const digits = minorDigits(currency);
  const [whole = '', fraction = ''] = decimal.split('.');
  if (fraction.length > digits) {
    const most = digits === 0 ? 'none' : `at most ${String(digits)}`;
    const zeros = /^0+$/.test(fraction.slice(digits))
      ? [digits === 0 ? whole : `${whole}.${fraction.slice(0, digits)}`]
      : [];
    return {
      wrong: `\`${decimal}\` has more decimals than ${currency} has, which is ${most}.`,
      span: amountSpan,
      // `1.200 EUR` is a thousand two hundred in half of Europe.
      candidates: [...decimalReadings(decimal).filter((reading) => !reading.includes('.')), ...zeros].map(
        (reading) => `${sign}${reading} ${currency}`,
      ),
    };
  }
  const units = Number(whole + fraction.padEnd(digits, '0'));
  if (!Number.isSafeInteger(units))
    return {
      wrong: `\`${decimal.slice(0, 30)}…\` is more than can be counted exactly.`,
      span: amountSpan,
      candidates: [],
    };
  return { minor: sign === '-' && units !== 0 ? -units : units, currency, text };
}

/** The money, or undefined where the text is not an amount exactly as the format writes it. */
export function readMoney(text: string): Money | undefined {
  const money = readShaped(text);
  return money && 'minor' in money ? money : undefined;
}

function isMoney(text: string): boolean {
  return readMoney(text) !== undefined;
}

/** What follows the number: a magnitude, a currency, both, or neither. */
function currencyAndPower(
  before: string,
  after: string,
): { readonly currencies: readonly string[]; readonly power: number } | undefined {
  const whole = currenciesMeant(before === '' ? after : before);
  if (whole.length > 0 && (before === '' || after === '')) return { currencies: whole, power: 0 };
  const match = /^(k|tsd\.?|thousand|mio\.?|million|mn|mm|m|bn|bio|billion|b|t)\s*(.*)$/is.exec(after);
  if (!match) return undefined;
  const [, word = '', rest = ''] = match;
  // German books count in TEUR, thousands of euros.
  const power = word.toLowerCase() === 't' ? 3 : magnitude(word);
  const currencies = before === '' ? currenciesMeant(rest) : rest === '' ? whole : [];
  return power === undefined || currencies.length === 0 ? undefined : { currencies, power };
}

const written = /^([^\d+.−-]*)([-+−]?)([^\d.,]*)([\d.,](?:[\d.,'’_\s]*[\d.,])?)(.*)$/s;

/** Amounts in the format's own form, best first, that a text may stand for: `€1,200`, `EUR 1200`, `1.5M USD`, `1200eur`. */
export function moneyReadings(text: string): string[] {
  const match = written.exec(text.normalize('NFKC').trim());
  if (!match) return [];
  const [, before = '', sign = '', between = '', number = '', after = ''] = match;
  // A dash after the number is how some write an amount without cents: `1200,- EUR`.
  const tail = after.replace(/^[-–—]+/, '').trim();
  const meant = currencyAndPower(`${before.trim()}${between.trim()}`, tail);
  if (!meant) return [];
  const minus = /[-−]/.test(sign) ? '-' : '';
  return decimalReadings(number.trim().replace(/[.,]$/, '')).flatMap((decimal) =>
    meant.currencies.map((currency) => {
      const amount = meant.power === 0 ? decimal : scaled(decimal, meant.power);
      return `${minus}${amount} ${currency}`;
    }),
  );
}

const form = 'Write the amount without separators, a blank, and the code of the currency: 120000 EUR.';

/** An amount and the code of its currency: `120000 EUR`, `99.50 USD`, `-500 EUR`. */
export function parseMoney(text: string): Parsed<Money> {
  const money = text.length > longestRewritable ? undefined : readShaped(text);
  if (money && 'minor' in money) return parsed(money);
  const absent = refusedOutright(text, 'an amount of money', '120000 EUR', isMoney);
  if (absent) return absent;
  if (text.length > longestRewritable) return refused(`${quoted(text)} is not an amount of money. ${form}`);
  if (money)
    return refused(`${money.wrong} ${form}`, { span: money.span, candidates: money.candidates, accepts: isMoney });
  if (/^\s*-?[\d.,'\s]*\d\s*$/.test(text)) return refused(`${quoted(text)} lacks its currency. ${form}`);
  return refused(`${quoted(text)} is not an amount of money. ${form}`, {
    candidates: [text.trim(), ...moneyReadings(text)],
    accepts: isMoney,
  });
}

/** Whole part with a comma at each thousand, and the decimals, or none where they are zero. */
function formatAmount(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const units = String(Math.abs(Math.round(minor))).padStart(digits + 1, '0');
  const whole = units.slice(0, units.length - digits).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = digits === 0 ? '' : units.slice(-digits);
  return `${minor < 0 ? '-' : ''}${whole}${/^0*$/.test(fraction) ? '' : `.${fraction}`}`;
}

/** The amount as a message writes it: `1,200 EUR`, `1,200.50 EUR`. A fraction of a minor unit is rounded. */
export function formatMoney({ minor, currency }: Pick<Money, 'minor' | 'currency'>): string {
  return `${formatAmount(minor, currency)} ${currency}`;
}

/** The amount as a plan writes it: `1200 EUR`, `1200.50 EUR`. */
export function writeMoney(money: Pick<Money, 'minor' | 'currency'>): string {
  return formatMoney(money).replaceAll(',', '');
}
