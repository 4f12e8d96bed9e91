import type { CurrencyClash } from './writtenAmount';

/** Why a figure is not known. */
export interface UnknownFigure {
  readonly kind:
    /** The plan does not say what it follows from. */
    | 'not-stated'
    /** Amounts in several currencies, without the rate between them. */
    | 'cannot-be-added'
    /** An amount that makes no sense below zero. */
    | 'negative'
    /** A quotient by nothing. */
    | 'no-divisor'
    /** More than can be counted exactly, 2^53 minor units. */
    | 'too-large';
  /** The reason as a phrase that goes on after the title: "has neither a budget nor work that costs anything". */
  readonly why: string;
  /** What `cannot-be-added`. */
  readonly clash?: CurrencyClash;
}

/** A figure, or why it is not known. Amounts of money are integers of minor units of one currency; ratios any number. */
export type Figure =
  | { readonly value: number; readonly unknown?: undefined }
  | { readonly value?: undefined; readonly unknown: UnknownFigure };

export function unknownFigure(kind: UnknownFigure['kind'], why: string): Figure {
  return { unknown: { kind, why } };
}

/**
 * Money as a whole number of minor units, rounded half away from zero. Too large where that would not be exact.
 *
 * @param value in minor units, whole or not
 */
export function wholeAmount(value: number): Figure {
  if (Number.isInteger(value)) return safeAmount(value);
  const size = Math.abs(value);
  // What is a half on paper may come out a hair below it in binary: 100 × 1.005.
  const rounded = Math.round(size + Math.min(size * 2 ** -50, 0.001));
  return safeAmount(value < 0 ? -rounded : rounded);
}

function safeAmount(value: number): Figure {
  // Not `-0`, which texts tell apart from 0.
  if (Number.isSafeInteger(value)) return { value: value + 0 };
  return { unknown: tooLarge };
}

const tooLarge: UnknownFigure = {
  kind: 'too-large',
  why: 'has amounts that are too large to be counted exactly',
};

/** What follows from some figures; where one of them is not known, that is why. */
export function derived(of: readonly Figure[], from: (...values: readonly number[]) => Figure): Figure {
  const values: number[] = [];
  for (const figure of of) {
    if (figure.unknown) return figure;
    values.push(figure.value);
  }
  return from(...values);
}

/** The sum of two amounts. */
export function sumOf(one: Figure, other: Figure): Figure {
  return derived([one, other], (first = 0, second = 0) => safeAmount(first + second));
}

/** One amount less another. */
export function differenceOf(one: Figure, other: Figure): Figure {
  return derived([one, other], (first = 0, second = 0) => safeAmount(first - second));
}

/** Adds up amounts. Where one of them is not known, the sum is not, for the reason of the first. */
export class AmountSum {
  #value = 0;
  #unknown: UnknownFigure | undefined;
  #count = 0;

  /** How many amounts there are, known or not. */
  get count(): number {
    return this.#count;
  }

  /** @param amount undefined: there is none, and nothing is added */
  add(amount: Figure | undefined): void {
    if (amount) this.#add(amount.value ?? 0, amount.unknown, 1);
  }

  addSum(other: AmountSum): void {
    if (other.#count > 0) this.#add(other.#value, other.#unknown, other.#count);
  }

  /** @param otherwise why there is no sum where there was nothing to add */
  total(otherwise: string): Figure {
    if (this.#count === 0) return unknownFigure('not-stated', otherwise);
    return this.#unknown ? { unknown: this.#unknown } : { value: this.#value };
  }

  #add(value: number, unknown: UnknownFigure | undefined, count: number): void {
    this.#value += value;
    this.#count += count;
    this.#unknown ??= unknown ?? (Number.isSafeInteger(this.#value) ? undefined : tooLarge);
  }
}
