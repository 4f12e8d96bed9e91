import type { DateRange, EntryPath, Fact, IsoDate, ProjectViewBase, Share } from './model';

/** The money of a project: its lines, and planned value, earned value and actual cost over time. */
export interface BudgetView extends ProjectViewBase {
  readonly view: 'budget';
  /** At most five. */
  readonly facts: readonly Fact[];
  /** Left out where no curve can be drawn. */
  readonly chart?: ValueChart | undefined;
  readonly lines: readonly BudgetLineRow[];
  /** The sum of the lines, and what is set aside beside them. */
  readonly sums: readonly BudgetLineRow[];
  /** What the lines and the total have to do with each other: `'The total is the sum of the lines'`. */
  readonly reconciliation?: Remark | undefined;
  /** Earned value, each with what it says in plain words. */
  readonly figures: readonly ValueFigure[];
  /** Why figures are missing, each once: `'No cost performance: the project has cost nothing so far'`. */
  readonly remarks: readonly string[];
}

export interface Remark {
  readonly text: string;
  /** It asks for a look. */
  readonly isWarning?: boolean | undefined;
}

export interface BudgetLineRow {
  readonly entry?: EntryPath | undefined;
  readonly title: string;
  readonly category?: string | undefined;
  /** `'12,000 EUR'`; left out where it is not stated. */
  readonly planned?: string | undefined;
  readonly spent?: string | undefined;
  /** What is spent of what was planned, from 0 up. */
  readonly share?: Share | undefined;
  /** `'9,500 EUR left'`, `'2,500 EUR over'` */
  readonly rest?: string | undefined;
  readonly isOver?: boolean | undefined;
}

/** Amounts over time, all in units of one currency. */
export interface ValueChart {
  readonly currency: string;
  /** The days that the chart holds. */
  readonly window: DateRange;
  readonly today: IsoDate;
  /** Planned value at the end of some days, from the first to the last. It never falls. */
  readonly planned: readonly ValuePoint[];
  /** What was earned and spent by today. */
  readonly earned?: ValueNow | undefined;
  readonly actual?: ValueNow | undefined;
  /** Budget at completion. */
  readonly budget?: ValueNow | undefined;
  /** Estimate at completion, on the day on which the work is going to end. */
  readonly estimate?: (ValueNow & { readonly date: IsoDate }) | undefined;
}

export interface ValuePoint {
  readonly date: IsoDate;
  readonly value: number;
}

export interface ValueNow {
  readonly value: number;
  /** `'58,080 EUR'` */
  readonly text: string;
}

export interface ValueFigure {
  /** `'CPI'` */
  readonly name: string;
  /** `'Cost performance'` */
  readonly title: string;
  /** `'1.39'`, `'16,280 EUR'` */
  readonly value: string;
  /** `'What is done cost less than planned'` */
  readonly meaning: string;
  readonly isBad?: boolean | undefined;
}
