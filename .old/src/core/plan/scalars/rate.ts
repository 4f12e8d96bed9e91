import { durationUnitNamed, type DurationUnit } from './duration';
import { formatMoney, moneyReadings, parseMoney, readMoney, writeMoney, type Money } from './money';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';

/** What a unit of somebody's working time costs. */
export interface Rate {
  readonly money: Money;
  readonly per: DurationUnit;
}

const shape = /^([^/]+)\/(h|d|w|mo)$/;

function readRate(text: string): Rate | undefined {
  const match = shape.exec(text);
  const money = match && readMoney(match[1] ?? '');
  return money && money.minor >= 0 ? { money, per: match[2] as DurationUnit } : undefined;
}

function isRate(text: string): boolean {
  return readRate(text) !== undefined;
}

const form = 'Write money, a slash and a unit of time: 650 EUR/d, 80 USD/h.';

/** The two sides of `650 EUR / day`, `€80 per hour`, `EUR 650 a day`, `80 USD hourly`. */
const separated = /^(.+?)(?:\s*\/\s*|\s+(?:per|a|an|each|p\.?)\s+|\s*-\s*per\s*-\s*)(\p{L}{1,10})\.?$/isu;
const adverbs: Readonly<Record<string, string>> = { hourly: 'h', daily: 'd', weekly: 'w', monthly: 'mo' };

function rateReadings(text: string): string[] {
  const line = text.normalize('NFKC').trim();
  const adverb = /^(.+?)\s+(hourly|daily|weekly|monthly)$/is.exec(line);
  const match = adverb ?? separated.exec(line);
  if (!match) return [];
  const [, amount = '', word = ''] = match;
  const per = adverb ? adverbs[word.toLowerCase()] : durationUnitNamed(word);
  if (per === undefined) return [];
  const amounts = readMoney(amount) ? [amount] : moneyReadings(amount);
  return amounts.map((money) => `${money}/${per}`);
}

/** Money per working time: `650 EUR/d`, `80 USD/h`. */
export function parseRate(text: string): Parsed<Rate> {
  const rate = text.length > longestRewritable ? undefined : readRate(text);
  if (rate) return parsed(rate);
  const absent = refusedOutright(text, 'a rate', '650 EUR/d', isRate);
  if (absent) return absent;
  if (text.length > longestRewritable) return refused(`${quoted(text)} is not a rate. ${form}`);
  const refusal = { candidates: rateReadings(text), accepts: isRate };
  if (readMoney(text.trim())) return refused(`${quoted(text)} lacks its unit of time. ${form}`);
  const match = shape.exec(text);
  if (match) {
    const amount = match[1] ?? '';
    const money = parseMoney(amount);
    if (money.ok) return refused(`${quoted(text)} is negative. ${form}`);
    if (/^[\d.,\s]+$/.test(amount))
      return refused(`${quoted(text)} lacks its currency. ${form}`, { span: { start: 0, end: amount.length } });
    const { message, span = { start: 0, end: amount.length }, suggestions = [] } = money.problem;
    const nearer = suggestions.map((suggestion) => `${suggestion}/${match[2] ?? ''}`);
    return refused(message, { ...refusal, span, candidates: [...nearer, ...refusal.candidates] });
  }
  if (/(?:\/|per\s+)(?:y|yr|year|annum|a)$/i.test(text.trim())) {
    return refused(
      `${quoted(text)} is a rate for a year. Write it for an hour, a day, a week or a month: 650 EUR/d, 5000 EUR/mo.`,
    );
  }
  return refused(`${quoted(text)} is not a rate. ${form}`, refusal);
}

const unitNames: Readonly<Record<DurationUnit, string>> = { h: 'an hour', d: 'a day', w: 'a week', mo: 'a month' };

/** The rate as a message writes it: `650 EUR a day`. */
export function formatRate({ money, per }: Rate): string {
  return `${formatMoney(money)} ${unitNames[per]}`;
}

/** The rate as a plan writes it: `650 EUR/d`. */
export function writeRate({ money, per }: Rate): string {
  return `${writeMoney(money)}/${per}`;
}
