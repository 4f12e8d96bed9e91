/** The scalars of the format, by the names that the schemas give them (`x-scalar`). */
import type { Temporal } from 'temporal-polyfill';
import { parseAreaChange, type AreaChange } from './area-change';
import { parseBoolean } from './boolean';
import { parseEmail } from './contact';
import { parseCountry } from './country';
import { parseCurrency } from './currency';
import { parseDate } from './date';
import { parseDateRange, type DateRange } from './date-range';
import { parseDependency, type Dependency } from './dependency';
import { parseDuration, type Duration } from './duration';
import { parseEstimate } from './estimate';
import { parseId } from './id';
import { parseImpact, type Impact } from './impact';
import { parseMoney, type Money } from './money';
import { parseNumber } from './number';
import { parsed, type Parsed } from './parsed';
import { parsePercent } from './percent';
import { parsePeriod, type Period } from './period';
import { parseProbability, type Probability } from './probability';
import { parseQuantity, type Quantity } from './quantity';
import { parseRate, type Rate } from './rate';
import { parseSize, type Size } from './size';

/** What each scalar is read into. */
export interface ScalarValues {
  readonly text: string;
  /** A URL or a path, as it is written: nothing is ever fetched. */
  readonly link: string;
  readonly id: string;
  readonly date: Temporal.PlainDate;
  readonly period: Period;
  readonly 'date-range': DateRange;
  readonly duration: Duration;
  readonly estimate: Duration;
  readonly size: Size;
  readonly dependency: Dependency;
  readonly money: Money;
  readonly rate: Rate;
  readonly percent: number;
  readonly quantity: Quantity;
  readonly impact: Impact;
  readonly number: number;
  readonly 'area-change': AreaChange;
  readonly boolean: boolean;
  readonly probability: Probability;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly email: string;
  /** A pattern of paths, as it is written. */
  readonly glob: string;
}

export type ScalarName = keyof ScalarValues;

/** One parser for each scalar: the source text of a plain or quoted scalar in, its value or what is wrong with it out. */
export const scalarParsers: { readonly [K in ScalarName]: (text: string) => Parsed<ScalarValues[K]> } = {
  text: parsed,
  link: parsed,
  id: parseId,
  date: parseDate,
  period: parsePeriod,
  'date-range': parseDateRange,
  duration: parseDuration,
  estimate: parseEstimate,
  size: parseSize,
  dependency: parseDependency,
  money: parseMoney,
  rate: parseRate,
  percent: parsePercent,
  quantity: parseQuantity,
  impact: parseImpact,
  number: parseNumber,
  'area-change': parseAreaChange,
  boolean: parseBoolean,
  probability: parseProbability,
  country: parseCountry,
  currency: parseCurrency,
  email: parseEmail,
  glob: parsed,
};

/** Scalars of which a plan has few and writes them again and again. */
const repeating: ReadonlySet<ScalarName> = new Set<ScalarName>([
  'date',
  'period',
  'duration',
  'estimate',
  'size',
  'money',
  'rate',
  'percent',
  'probability',
]);

/** A longer text is a part of its file to the engine, which would stay in memory with it. */
const longestKept = 12;

/** So many texts of a scalar are remembered. */
const mostKept = 2000;

const readings = new Map<ScalarName, Map<string, Parsed<unknown>>>();

/** What a text is read into as a scalar: of equal texts mostly the same object. */
export function parsedScalar(scalar: ScalarName, text: string): Parsed<unknown> {
  if (text.length > longestKept || !repeating.has(scalar)) return scalarParsers[scalar](text);
  const kept = readings.get(scalar) ?? new Map<string, Parsed<unknown>>();
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const fresh = scalarParsers[scalar](text);
  kept.set(text, fresh);
  readings.set(scalar, kept);
  return fresh;
}

export function isScalarName(name: string): name is ScalarName {
  return Object.hasOwn(scalarParsers, name);
}

export type { AreaChange } from './area-change';
export { formatDate, writeDate } from './calendar';
export { formatDateRange, writeDateRange, type DateRange } from './date-range';
export {
  dependencyTypes,
  formatLag,
  writeDependency,
  type Dependency,
  type DependencyType,
  type Lag,
} from './dependency';
export { formatDuration, writeDuration, type Duration, type DurationUnit } from './duration';
export { idFrom, isId } from './id';
export { formatImpact, type Impact } from './impact';
export { formatMoney, writeMoney, type Money } from './money';
export type { Parsed, ScalarProblem, TextSpan } from './parsed';
export { formatPercent } from './percent';
export { formatPeriod, readPeriod, type Period, type PeriodUnit } from './period';
export { probabilityLevels, type Probability } from './probability';
export { formatQuantity, type Quantity } from './quantity';
export { formatRate, writeRate, type Rate } from './rate';
export { sizes, type Size } from './size';
