import type { Field, Located } from '../../plan/entity';
import type { Money } from '../../plan/scalars';
import { minorDigits } from '../../plan/scalars/currency';
import { unknownFigure, wholeAmount, type Figure } from './figure';

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

/**
 * Brings amounts into one currency. Immutable.
 *
 * An amount is rounded once, half away from zero, to a minor unit of that currency; those of other currencies may be
 * smaller or larger (100 cents a dollar, none a yen), which the conversion counts in.
 */
export class Exchange {
  constructor(
    /** What sets the currency; undefined where there is no money at all. */
    readonly base: WrittenAmount | undefined,
    /** What one unit of another currency is worth in that of the base. What is not above 0 counts as not written. */
    private readonly rates: ReadonlyMap<string, number> = new Map(),
  ) {}

  /** ISO 4217; undefined where there is no money at all. */
  get currency(): string | undefined {
    return this.base?.currency;
  }

  /** A stated amount in minor units of the currency. */
  amount(field: Located<Money>, source: AmountSource): Figure {
    return this.converted(field.value.minor, writtenMoney(field, source));
  }

  /** @param minor minor units of the currency in which `written` is, whole or not */
  converted(minor: number, written: WrittenAmount): Figure {
    const value = this.unrounded(minor, written.currency);
    if (value !== undefined) return wholeAmount(value);
    const clash = this.clash(written);
    return clash
      ? { unknown: { kind: 'cannot-be-added', why: clash.why, clash } }
      : unknownFigure('not-stated', 'has no currency to count in');
  }

  /** The same in minor units of the base's currency, before it is rounded; undefined without a rate. */
  unrounded(minor: number, currency: string): number | undefined {
    if (!this.base) return undefined;
    if (currency === this.base.currency) return minor;
    const rate = this.rates.get(currency);
    if (rate === undefined || !isRate(rate)) return undefined;
    const digits = minorDigits(this.base.currency) - minorDigits(currency);
    // A power of ten below 1 is not exact in binary: it is divided by instead.
    return digits < 0 ? (minor * rate) / 10 ** -digits : minor * rate * 10 ** digits;
  }

  /** What an amount clashes with; undefined where it can be converted. */
  clash(amount: WrittenAmount): CurrencyClash | undefined {
    const { base } = this;
    if (!base || this.unrounded(0, amount.currency) !== undefined) return undefined;
    const why = `has amounts that cannot be added: ${amount.text} and ${base.text}`;
    return { amount, base, why };
  }
}

function isRate(rate: number): boolean {
  return Number.isFinite(rate) && rate > 0;
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

/**
 * The amount whose currency everything is counted in: the first, but none whose currency has an exchange rate (other
 * than 1), for that is another one than the budget's by what the rate means.
 */
export function baseAmount(
  amounts: readonly WrittenAmount[],
  rates: ReadonlyMap<string, number>,
): WrittenAmount | undefined {
  return amounts.find(({ currency }) => (rates.get(currency) ?? 1) === 1) ?? amounts[0];
}
