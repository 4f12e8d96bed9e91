import type { EntryPath, Fact, ViewBase } from './model';

/** The profit and loss of a product by period, what it came to beside what was expected. */
export interface MoneyView extends ViewBase {
  readonly view: 'money';
  readonly file: 'roadmap';
  /** The vision. */
  readonly purpose?: string | undefined;
  /** At most five. */
  readonly facts: readonly Fact[];
  /** ISO 4217; what all amounts are in. */
  readonly currency?: string | undefined;
  /** What is left out, and why. */
  readonly hint?: string | undefined;
  /** By time: the first to end first. Periods may overlap, as a year and its quarters do. */
  readonly periods: readonly MoneyPeriod[];
  /** The lines of the statement: revenue, each kind of cost, cost, profit, margin, units. */
  readonly lines: readonly MoneyLine[];
}

export interface MoneyPeriod {
  readonly entry: EntryPath;
  /** `'2026-Q3'` */
  readonly title: string;
  /** Today is in it. */
  readonly isNow?: boolean | undefined;
  /** What it came to, and what was expected; amounts in the currency's major units, as numbers to draw. */
  readonly actual?: Amounts | undefined;
  readonly forecast?: Amounts | undefined;
}

/** What is not known is left out. */
export interface Amounts {
  readonly revenue?: number | undefined;
  readonly cost?: number | undefined;
  readonly profit?: number | undefined;
}

export interface MoneyLine {
  /** `part`: a kind of cost. */
  readonly kind: 'revenue' | 'part' | 'cost' | 'profit' | 'margin' | 'units';
  readonly title: string;
  /** One for each period. */
  readonly cells: readonly MoneyCell[];
}

/** What a line came to in a period, else what is expected of it. */
export interface MoneyCell {
  /** `'428,000'`, `'13 %'`; empty where nothing is known. */
  readonly text: string;
  readonly basis?: 'actual' | 'forecast' | undefined;
  /** Against the forecast, where both are known: `'+18,000'`, `'−3 %'`. */
  readonly difference?: string | undefined;
  /** The difference is for the worse: less revenue or profit, more cost. */
  readonly worse?: boolean | undefined;
  /** Below 0. */
  readonly loss?: boolean | undefined;
}
