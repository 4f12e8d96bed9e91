import type { ProfitAndLoss, ProfitAndLossFigures } from '../../plan/generated/entities';
import type { RoadmapFile } from '../../plan/planFile';
import type { Money, Period } from '../../plan/scalars';
import { readPeriod } from '../../plan/scalars/period';
import type { Field, Located } from '../../plan/entity';
import { Exchange } from './exchange';
import { writtenMoney, type CurrencyClash, type WrittenAmount } from './writtenAmount';
import { AmountSum, derived, differenceOf, unknownFigure, type Figure } from './figure';

/** What a product brings in and costs, in minor units of the currency of its first amount. */
export interface ProductMoney {
  /** ISO 4217; undefined where the roadmap has no profit and loss. */
  readonly currency: string | undefined;
  /** In the order of the file. Periods may overlap, as a year and its quarters do: they are not added up. */
  readonly periods: readonly PeriodMoney[];
  /** The amounts in other currencies: a roadmap has no exchange rates. */
  readonly clashes: readonly CurrencyClash[];
}

export interface PeriodMoney {
  readonly entry: ProfitAndLoss;
  /** Undefined where the key of the entry is no period. */
  readonly period: Period | undefined;
  readonly forecast: Earnings | undefined;
  readonly actual: Earnings | undefined;
}

export interface Earnings {
  readonly revenue: Figure;
  /** The sum of `costs`. */
  readonly cost: Figure;
  /** Each kind of cost by its title; where the roadmap states one sum, that alone without a title. */
  readonly costs: readonly { readonly title: string | undefined; readonly amount: Figure }[];
  /** Revenue − cost. */
  readonly profit: Figure;
  /** Profit / revenue, as a ratio; undefined without revenue above 0. */
  readonly margin: Figure;
  readonly units: number | undefined;
}

interface StatedCost {
  readonly title: string | undefined;
  readonly money: Located<Money>;
}

export function productMoney({ root }: RoadmapFile): ProductMoney {
  const entries = root?.fields.profit_and_loss?.value ?? [];
  const amounts = entries.flatMap(({ fields }) => [...amountsOf(fields.forecast), ...amountsOf(fields.actual)]);
  const exchange = new Exchange(amounts[0]);
  return {
    currency: exchange.currency,
    periods: entries.map((entry) => ({
      entry,
      period: readPeriod(entry.id),
      forecast: earnings(entry.fields.forecast, exchange),
      actual: earnings(entry.fields.actual, exchange),
    })),
    clashes: amounts.flatMap((amount) => exchange.clash(amount) ?? []),
  };
}

function amountsOf(figures: Field<ProfitAndLossFigures> | undefined): readonly WrittenAmount[] {
  if (!figures) return [];
  const { revenue } = figures.value.fields;
  const all = [...(revenue ? [revenue] : []), ...costsOf(figures.value).map(({ money }) => money)];
  return all.map((money) => writtenMoney(money, 'profit-and-loss'));
}

function earnings(figures: Field<ProfitAndLossFigures> | undefined, exchange: Exchange): Earnings | undefined {
  if (!figures) return undefined;
  const { revenue: stated, units } = figures.value.fields;
  const revenue = stated ? exchange.amount(stated, 'profit-and-loss') : unknownFigure('not-stated', 'has no revenue');
  const costs = costsOf(figures.value).map(({ title, money }) => ({
    title,
    amount: exchange.amount(money, 'profit-and-loss'),
  }));
  const sum = new AmountSum();
  for (const { amount } of costs) sum.add(amount);
  const cost = sum.total('has no cost');
  const profit = differenceOf(revenue, cost);
  return { revenue, cost, costs, profit, margin: marginOf(profit, revenue), units: units?.value };
}

function marginOf(profit: Figure, revenue: Figure): Figure {
  return derived([profit, revenue], (gain = 0, whole = 0) =>
    whole > 0 ? { value: gain / whole } : unknownFigure('no-divisor', 'has no revenue'),
  );
}

/** The costs that are stated: one sum, or one for each kind. */
function costsOf({ fields: { cost } }: ProfitAndLossFigures): readonly StatedCost[] {
  if (!cost) return [];
  if (isMoney(cost.value)) return [{ title: undefined, money: { value: cost.value, at: cost.at } }];
  return cost.value.flatMap(({ key, value }) => (value ? [{ title: key.value, money: { value, at: key.at } }] : []));
}

function isMoney(cost: NonNullable<ProfitAndLossFigures['fields']['cost']>['value']): cost is Money {
  return 'minor' in cost;
}
