/** Which days are worked, and arithmetic in working time. */
export { Availability, personCalendar } from './availability';
export { namesCountry } from './countries';
export {
  dateOf,
  endOf,
  epochDay,
  finishDate,
  finishDay,
  firstDay,
  instantsPerDay,
  lastDay,
  startDate,
  startDay,
  startOf,
  startOfYear,
  weekdayOf,
  yearOf,
  type EpochDay,
  type Instant,
} from './instant';
export { calendarOf, standardCalendar } from './projectCalendar';
export { noPublicHolidays, type PublicHolidays } from './publicHolidays';
export { WorkingCalendar, type CalendarParts, type DayRange, type HolidayPlace } from './workingCalendar';
