import { startOfYear, weekdayOf, yearOf, type EpochDay } from '../calendar';

export const daysPerWeek = 7;

/** The Monday of the week that a day is in. */
export function mondayOf(day: EpochDay): EpochDay {
  return day - weekdayOf(day) + 1;
}

/** The name of a week by its Monday, `2026-W36`. A week belongs to the year that its Thursday is in (ISO 8601). */
export function weekName(monday: EpochDay): string {
  const thursday = monday + 3;
  const year = yearOf(thursday);
  const number = Math.floor((thursday - startOfYear(year)) / daysPerWeek) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
