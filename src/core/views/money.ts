import { Temporal } from 'temporal-polyfill';
import type { Figure } from '../analysis/cost/figure';
import { majorUnits } from '../analysis/cost/majorUnits';
import { productMoney, type Earnings, type PeriodMoney, type ProductMoney } from '../analysis/cost/productMoney';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { RoadmapFile } from '../plan/planFile';
import { formatMoney } from '../plan/scalars';
import { known } from './known';
import type { Fact } from './model';
import type { Amounts, MoneyCell, MoneyLine, MoneyPeriod, MoneyView } from './moneyModel';
import { entryOf, textOf } from './naming';
import { percentText, sentenceCase } from './texts';

/** The profit and loss of a product. Periods are never added up, because they may overlap. */
export function moneyView(analysis: PlanAnalysis, roadmap: RoadmapFile): MoneyView {
  const fields = roadmap.root?.fields;
  const money = productMoney(roadmap);
  const periods = byTime(money.periods);
  const statement = new Statement(periods, money.currency ?? '');
  return known({
    view: 'money' as const,
    file: 'roadmap' as const,
    entry: { uri: roadmap.uri, path: [] },
    title: textOf(fields?.product) ?? '',
    purpose: textOf(fields?.vision),
    facts: moneyFacts(analysis, periods, statement.lines, money.currency ?? ''),
    currency: money.currency,
    hint: hintOf(money),
    periods: periods.map((each) => periodOf(analysis, each, money.currency ?? '')),
    lines: statement.lines,
  });
}

/** The first to end first, of those that end together the shorter; what names no period stands last. */
function byTime(periods: readonly PeriodMoney[]): readonly PeriodMoney[] {
  return [...periods].sort((one, other) => {
    if (!one.period || !other.period) return Number(!one.period) - Number(!other.period);
    const end = Temporal.PlainDate.compare(one.period.last, other.period.last);
    return end || Temporal.PlainDate.compare(other.period.first, one.period.first);
  });
}

function hintOf({ clashes, currency }: ProductMoney): string | undefined {
  const [first] = clashes;
  if (!first || currency === undefined) return undefined;
  const amounts = clashes.length === 1 ? '1 amount is' : `${String(clashes.length)} amounts are`;
  return `${amounts} not in ${currency}, and nothing says what they are worth in it: what they belong to is left out.`;
}

function isNow({ period }: PeriodMoney, today: Temporal.PlainDate): boolean {
  if (!period) return false;
  return Temporal.PlainDate.compare(period.first, today) <= 0 && Temporal.PlainDate.compare(today, period.last) <= 0;
}

function periodOf({ today }: PlanAnalysis, money: PeriodMoney, currency: string): MoneyPeriod {
  return known({
    entry: entryOf(money.entry),
    title: money.period?.text ?? money.entry.id,
    isNow: isNow(money, today) || undefined,
    actual: money.actual && amountsOf(money.actual, currency),
    forecast: money.forecast && amountsOf(money.forecast, currency),
  });
}

function amountsOf({ revenue, cost, profit }: Earnings, currency: string): Amounts {
  const amount = ({ value }: Figure): number | undefined =>
    value === undefined ? undefined : majorUnits(value, currency);
  return known({ revenue: amount(revenue), cost: amount(cost), profit: amount(profit) });
}

/** What a line is: how its figure is read from a period, and how it is written. */
interface LineKind {
  readonly kind: MoneyLine['kind'];
  readonly title: string;
  readonly of: (earnings: Earnings) => number | undefined;
  readonly text: (value: number) => string;
  /** How a difference is written, where that is not the same. */
  readonly differenceText?: (value: number) => string;
  /** More of it is worse. */
  readonly isCost?: boolean;
}

/** The lines of a profit and loss statement. */
class Statement {
  readonly lines: readonly MoneyLine[];

  constructor(
    private readonly periods: readonly PeriodMoney[],
    private readonly currency: string,
  ) {
    this.lines = this.#kinds()
      .map((line) => ({ kind: line.kind, title: line.title, cells: periods.map((period) => cellOf(line, period)) }))
      .filter(({ cells }) => cells.some(({ text }) => text !== ''));
  }

  /** `428,000` of minor units, without the code of the currency. */
  #amount(minor: number): string {
    return formatMoney({ minor, currency: this.currency }).slice(0, -this.currency.length).trim().replace('-', '−');
  }

  #kinds(): readonly LineKind[] {
    const text = (minor: number): string => this.#amount(minor);
    const parts = new Set(
      this.periods.flatMap(({ forecast, actual }) =>
        [forecast, actual].flatMap((earnings) => (earnings?.costs ?? []).flatMap(({ title }) => title ?? [])),
      ),
    );
    return [
      { kind: 'revenue', title: 'Revenue', of: ({ revenue }) => revenue.value, text },
      ...[...parts].map((part): LineKind => ({
        kind: 'part',
        title: sentenceCase(part),
        of: ({ costs }) => costs.find(({ title }) => title === part)?.amount.value,
        text,
        isCost: true,
      })),
      { kind: 'cost', title: 'Cost', of: ({ cost }) => cost.value, text, isCost: true },
      { kind: 'profit', title: 'Profit', of: ({ profit }) => profit.value, text },
      {
        kind: 'margin',
        title: 'Margin',
        of: ({ margin }) => margin.value,
        text: marginText,
        differenceText: pointsText,
      },
      { kind: 'units', title: 'Units', of: ({ units }) => units, text: unitsText },
    ];
  }
}

function marginText(share: number): string {
  return percentText(share).replace('-', '−');
}

/** A difference of two shares in percentage points: `2 pt`. */
function pointsText(difference: number): string {
  return `${String(Math.round(difference * 100))} pt`;
}

function unitsText(units: number): string {
  // Of a difference no more digits than somebody has written.
  const [whole = '', fraction] = String(Number(units.toPrecision(12))).split('.');
  const grouped = whole.includes('e') ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return (fraction === undefined ? grouped : `${grouped}.${fraction}`).replace('-', '−');
}

function cellOf(
  { of, text, kind, isCost = false, differenceText = text }: LineKind,
  { actual, forecast }: PeriodMoney,
): MoneyCell {
  const [came, expected] = [actual && of(actual), forecast && of(forecast)];
  const value = came ?? expected;
  if (value === undefined) return { text: '' };
  const difference = came !== undefined && expected !== undefined ? came - expected : undefined;
  // A difference that is too small to be seen in the text is none.
  const shown = difference === undefined ? '' : differenceText(Math.abs(difference));
  const isShown = difference !== undefined && /[1-9]/.test(shown);
  return known({
    text: text(value),
    basis: came === undefined ? ('forecast' as const) : ('actual' as const),
    difference: isShown ? `${difference > 0 ? '+' : '−'}${shown}` : undefined,
    worse: (isShown && difference > 0 === isCost) || undefined,
    loss: ((kind === 'profit' || kind === 'margin') && value < 0) || undefined,
  });
}

/** How the last period went, and how the one that it is now is expected to go. */
function moneyFacts(
  { today }: PlanAnalysis,
  periods: readonly PeriodMoney[],
  lines: readonly MoneyLine[],
  currency: string,
): readonly Fact[] {
  const cell = (kind: MoneyLine['kind'], period: PeriodMoney): MoneyCell | undefined =>
    lines.find((line) => line.kind === kind)?.cells[periods.indexOf(period)];
  const last = periods.filter(({ actual }) => actual?.profit.value !== undefined).at(-1);
  const now = periods.find((period) => period !== last && isNow(period, today));
  return [last, now].flatMap((period): readonly Fact[] => {
    const profit = period && cell('profit', period);
    if (!period || !profit?.text) return [];
    const title = period.period?.text ?? period.entry.id;
    const margin = cell('margin', period)?.text;
    const expected = profit.basis === 'forecast' ? 'expected' : undefined;
    const against = profit.difference === undefined ? undefined : `${profit.difference} against the forecast`;
    const state = profit.loss ? ('off-track' as const) : profit.worse ? ('at-risk' as const) : undefined;
    return [
      known({
        label: `${profit.loss ? 'Loss' : 'Profit'}, ${title}`,
        value: `${profit.text} ${currency}`,
        note: [expected, against].filter((part) => part !== undefined).join(', ') || undefined,
        state,
        entry: entryOf(period.entry),
      }),
      ...(margin ? [known({ label: `Margin, ${title}`, value: margin, note: expected })] : []),
    ];
  });
}
