import type { HolidaySource } from './holidaySource';

/** The public holidays, in Node: the bundle stands beside that of the server and of the command line. */
export const nodeHolidays: HolidaySource = async () => (await import('./publicHolidays')).publicHolidays;
