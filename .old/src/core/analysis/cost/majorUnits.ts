import { minorDigits } from '../../plan/scalars/currency';

/**
 * An amount as people and JSON write it: 120050 cents are 1200.5 EUR, 1200 yen 1200 JPY. Exact for amounts of up to 15
 * digits: the quotient is the binary number next to the decimal one, and is written as that.
 *
 * @param minor whole minor units of the currency
 */
export function majorUnits(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}
