import type { Located } from '../../plan/entity';
import type { Money } from '../../plan/scalars';
import { minorDigits } from '../../plan/scalars/currency';
import { unknownFigure, wholeAmount, type Figure } from './figure';
import { writtenMoney, type AmountSource, type CurrencyClash, type WrittenAmount } from './writtenAmount';

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
