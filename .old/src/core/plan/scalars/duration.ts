import { decimalReadings, plainDecimal, scaled } from './decimal';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';

export type DurationUnit = 'h' | 'd' | 'w' | 'mo';

/** A length of time. Working time: what a day or a week comes to is for the calendar to say. */
export interface Duration {
  /** In `unit`; never negative, but for the lag of a dependency. */
  readonly amount: number;
  readonly unit: DurationUnit;
  /** Whether it passes on free days too (`6ed`). */
  readonly elapsed: boolean;
}

/**
 * A hundred years, in working time and in elapsed time. Nobody plans more, and a slip of a few digits must not have
 * the schedule walk through a million days.
 */
const longest: Readonly<Record<'working' | 'elapsed', Readonly<Record<DurationUnit, number>>>> = {
  working: { h: 200_000, d: 25_000, w: 5_200, mo: 1_200 },
  elapsed: { h: 876_000, d: 36_500, w: 5_200, mo: 1_200 },
};

const shape = new RegExp(`^(${plainDecimal})(e)?(h|d|w|mo)$`);

function readAnyDuration(text: string): Duration | undefined {
  const match = shape.exec(text);
  const amount = Number(match?.[1]);
  if (!match || !Number.isFinite(amount)) return undefined;
  return { amount, unit: match[3] as DurationUnit, elapsed: match[2] !== undefined };
}

function isTooLong({ amount, unit, elapsed }: Duration): boolean {
  return amount > longest[elapsed ? 'elapsed' : 'working'][unit];
}

/** The duration, or undefined where the text is not one exactly as the format writes it. */
export function readDuration(text: string): Duration | undefined {
  const duration = readAnyDuration(text);
  return duration && !isTooLong(duration) ? duration : undefined;
}

function isDuration(text: string): boolean {
  return readDuration(text) !== undefined;
}

const unitWords: Readonly<Record<string, DurationUnit>> = {
  h: 'h',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  std: 'h',
  d: 'd',
  day: 'd',
  days: 'd',
  pd: 'd',
  md: 'd',
  w: 'w',
  wk: 'w',
  wks: 'w',
  week: 'w',
  weeks: 'w',
  mo: 'mo',
  mos: 'mo',
  mon: 'mo',
  mons: 'mo',
  mth: 'mo',
  mths: 'mo',
  month: 'mo',
  months: 'mo',
};

/** The unit that a word stands for: `d` for `days`; undefined for any other word. */
export function durationUnitNamed(word: string): DurationUnit | undefined {
  const name = word.toLowerCase();
  return Object.hasOwn(unitWords, name) ? unitWords[name] : undefined;
}

function withUnit(amount: string, word: string, elapsed: boolean): string[] {
  const unit = durationUnitNamed(word);
  const mark = elapsed ? 'e' : '';
  if (unit) return [`${amount}${mark}${unit}`];
  const prefixed = /^e(.+)$/i.exec(word);
  if (prefixed && !elapsed) return withUnit(amount, prefixed[1] ?? '', true);
  if (/^(?:y|yr|yrs|year|years)$/i.test(word)) return [`${String(Number(amount) * 12)}${mark}mo`];
  const inMonths = [`${amount}${mark}mo`];
  if (!/^(?:m|min|mins|minute|minutes)$/i.test(word)) return [];
  // Quarters of an hour come out even; what does not is left to the author to round.
  const hours = Number(amount) / 60;
  const inHours = Number.isInteger(hours * 4) ? [`${String(hours)}${mark}h`] : [];
  if (word === 'M') return inMonths;
  return word === 'm' ? (Number(amount) >= 15 ? [...inHours, ...inMonths] : [...inMonths, ...inHours]) : inHours;
}

/** Durations in the format's own form, best first, that a text may stand for: `5 days`, `2 wks`, `1,5d`, `P5D`. */
function durationReadings(text: string): string[] {
  const line = text.normalize('NFKC').trim();
  const iso = /^P(T?)(\d+(?:\.\d+)?)([HDWM])$/i.exec(line);
  if (iso) {
    const unit = iso[3]?.toUpperCase() === 'M' ? (iso[1] ? 'min' : 'mo') : (iso[3] ?? '');
    return withUnit(iso[2] ?? '', unit, false);
  }
  const match = /^\+?([\d.,][\d.,\s'’_]*)(?<!\s)[\s-]*((?:[a-z]+[\s-]+){0,2})([a-z]+)\.?$/i.exec(line);
  if (!match) return [];
  const [, number = '', qualifiers = '', word = ''] = match;
  const kind = qualifiers.toLowerCase().replace(/[\s-]+$/, '');
  if (!/^(?:|elapsed|calendar|working|work|business|person|man|ideal)$/.test(kind)) return [];
  const elapsed = kind === 'elapsed' || kind === 'calendar';
  return decimalReadings(number.trim()).flatMap((amount) => withUnit(scaled(amount, 0), word, elapsed));
}

/** How a scalar that has the form of a duration speaks of itself. */
interface Naming {
  /** With its article: `a duration`. */
  readonly what: string;
  readonly form: string;
}

const durationNaming: Naming = {
  what: 'a duration',
  form: 'Write a number and a unit without a blank between them: 6h, 3d, 2w, 1.5mo, or 6ed for elapsed days.',
};

/** Why a text is no duration, under the name of the scalar that it was meant for. */
export function refusedDuration(text: string, { what, form }: Naming = durationNaming): ReturnType<typeof refused> {
  const absent = refusedOutright(text, what, '5d', isDuration);
  if (absent) return absent;
  if (text.length > longestRewritable) return refused(`${quoted(text)} is not ${what}. ${form}`);
  const refusal = {
    candidates: [text.trim(), ...durationReadings(text)],
    accepts: isDuration,
  };
  const duration = readAnyDuration(text);
  if (duration) return refused(`${quoted(text)} is longer than a hundred years. ${form}`);
  if (/^[-−]\s*\d/.test(text)) return refused(`${quoted(text)} is negative. ${form}`);
  const bare = /^\s*(\d+(?:[.,]\d+)?)\s*$/.exec(text)?.[1]?.replace(',', '.');
  if (bare !== undefined) {
    return refused(
      `${quoted(text)} lacks its unit. Write ${bare}h for hours, ${bare}d for days, ${bare}w for weeks or ${bare}mo for months.`,
    );
  }
  if (/^\s*\d+(?:\.\d+)?\s*m\s*$/.test(text)) {
    return refused(
      `${quoted(text)} may be months or minutes. Months are \`mo\`, and minutes are parts of an hour: 1.5mo, 0.5h.`,
      refusal,
    );
  }
  if (/^(?:\d+(?:\.\d+)?\s*(?:h|d|w|mo)(?![a-z])[\s,]*){2,}$/.test(text)) {
    return refused(`${quoted(text)} has several units, and ${what} has one. Write the sum in the smallest: 1.5d, 36h.`);
  }
  return refused(`${quoted(text)} is not ${what}. ${form}`, refusal);
}

/** Working time, or elapsed time with an `e` before the unit: `6h`, `3d`, `2w`, `1.5mo`, `6ed`. */
export function parseDuration(text: string): Parsed<Duration> {
  const duration = readDuration(text);
  return duration ? parsed(duration) : refusedDuration(text);
}

const unitNames: Readonly<Record<DurationUnit, string>> = { h: 'hour', d: 'day', w: 'week', mo: 'month' };

/** The duration as a message writes it: `3 days`, `1 month`, `6 elapsed days`. */
export function formatDuration({ amount, unit, elapsed }: Duration): string {
  return `${String(amount)} ${elapsed ? 'elapsed ' : ''}${unitNames[unit]}${amount === 1 ? '' : 's'}`;
}

/** A number without an exponent, with at most six decimals: `Number` alone would write `1e-7` or `0.30000000000000004`. */
export function writeAmount(amount: number): string {
  return amount.toFixed(6).replace(/\.?0+$/, '');
}

/** The duration as a plan writes it: `3d`, `6ed`. */
export function writeDuration({ amount, unit, elapsed }: Duration): string {
  return `${writeAmount(amount)}${elapsed ? 'e' : ''}${unit}`;
}
