import type { Field, Located } from '../../plan/entity';
import type { Money } from '../../plan/scalars';

/** Where in a plan an amount stands: what it is the amount of. */
export type AmountSource = 'baseline' | 'total' | 'line' | 'contingency' | 'item' | 'rate' | 'profit-and-loss';

/** An amount of money, or a rate, as a plan states it. */
export interface WrittenAmount {
  /** As it is written: `500 USD`, `650 EUR/d`. */
  readonly text: string;
  readonly currency: string;
  readonly at: Located<unknown>['at'];
  readonly source: AmountSource;
}

/** Two amounts that cannot be added, since nothing says what the currency of one is worth in that of the other. */
export interface CurrencyClash {
  /** The amount that cannot be converted. */
  readonly amount: WrittenAmount;
  /** The amount that sets the currency in which everything is counted. */
  readonly base: WrittenAmount;
  /** Goes on after a title: "has amounts that cannot be added: 500 USD and 1000 EUR". */
  readonly why: string;
}

export function writtenMoney({ value, at }: Located<Money>, source: AmountSource): WrittenAmount {
  return { text: value.text, currency: value.currency, at, source };
}

/** The stated amounts of some properties; those that are absent are left out. */
export function writtenIn(
  fields: readonly (Field<Money> | undefined)[],
  source: AmountSource,
): readonly WrittenAmount[] {
  return fields.flatMap((field) => (field ? writtenMoney(field, source) : []));
}
