import type { Temporal } from 'temporal-polyfill';

/**
 * The days on which the law of a country, or of one of its regions, has people stay at home. The host gives it, since
 * the data are large. The same question always gets the same answer.
 *
 * @param country ISO 3166-1 alpha-2, in capitals
 * @param region the second part of an ISO 3166-2 code; of one that is not known, the days of the whole country
 * @returns whole days of `year`, in any order; empty for a country that is not known
 */
export type PublicHolidays = (
  country: string,
  region: string | undefined,
  year: number,
) => readonly Temporal.PlainDate[];

/** For as long as no data are there, and for plans that name no country. */
export const noPublicHolidays: PublicHolidays = () => [];
