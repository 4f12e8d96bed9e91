import type { PublicHolidays } from '../core/analysis/calendar';

/** Loads the public holidays of all countries, which are a bundle of their own. */
export type HolidaySource = () => Promise<PublicHolidays>;
