import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import type { PublicHolidays } from '../core/analysis/calendar';

/**
 * The years for which the data mean anything: the laws in them are those of our time, and the calendars of the moon are
 * tables or approximations that were made for it.
 */
const firstYear = 1970;
const lastYear = 2099;

const hoursPerDay = 24;

/** A run of whole days, from midnight, in hours since 1970 as a clock on the spot counts them. */
interface HourSpan {
  readonly start: number;
  readonly end: number;
}

const countries = new Map<string, Holidays | undefined>();
const years = new Map<string, readonly HourSpan[]>();

/**
 * The public holidays that `date-holidays` knows, whole days only: work goes on in the morning of a Christmas Eve that
 * is free from noon. Its other types (bank, school, optional, observance) are days on which people work.
 */
export const publicHolidays: PublicHolidays = (country, region, year) => {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) return [];
  // A holiday of several days may have begun in the year before.
  const days = [...spansOf(country, region, year - 1), ...spansOf(country, region, year)].flatMap(wholeDays);
  return [...new Set(days)]
    .map((day) => new Temporal.PlainDate(1970, 1, 1).add({ days: day }))
    .filter((date) => date.year === year);
};

function spansOf(country: string, region: string | undefined, year: number): readonly HourSpan[] {
  const key = `${country} ${region ?? ''} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const found = placeOf(country, region)?.getHolidays(year) ?? [];
  const spans = found.filter(({ type }) => type === 'public').flatMap(hourSpan);
  years.set(key, spans);
  return spans;
}

/** The rules of a place; of the whole country where the region is not known, undefined where the country is not. */
function placeOf(country: string, region: string | undefined): Holidays | undefined {
  const key = `${country} ${region ?? ''}`;
  if (!countries.has(key)) countries.set(key, rulesOf(country, region));
  return countries.get(key);
}

function rulesOf(country: string, region: string | undefined): Holidays | undefined {
  const types: ['public'] = ['public'];
  const holidays = new Holidays();
  if (!Object.hasOwn(holidays.getCountries(), country)) return undefined;
  const parts = region?.trim().toUpperCase().split('-') ?? [];
  // People write the whole code of ISO 3166-2 too: DE-BY.
  const [state = '', area = ''] = parts[0] === country && parts.length > 1 ? parts.slice(1) : parts;
  if (!isNamed(state, holidays.getStates(country))) return new Holidays(country, { types });
  return isNamed(area, holidays.getRegions(country, state))
    ? new Holidays(country, state, area, { types })
    : new Holidays(country, state, { types });
}

/** @param names undefined where there are none, whatever the types of the package say */
function isNamed(id: string, names: Readonly<Record<string, string>> | undefined): boolean {
  return names !== undefined && Object.hasOwn(names, id);
}

/**
 * From the text, which is the local date and time of the place, and the length. The instants depend on the time zone of
 * this process for some calendars.
 */
function hourSpan({ date, start, end }: { date: string; start: Date; end: Date }): HourSpan[] {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2})/.exec(date);
  if (!match) return [];
  const days = Temporal.PlainDate.from('1970-01-01').until(match[1] ?? '', { largestUnit: 'day' }).days;
  const from = days * hoursPerDay + Number(match[2]) + Number(match[3]) / 60;
  // Summer time makes a day an hour shorter or longer.
  const length = Math.round((end.getTime() - start.getTime()) / 3_600_000);
  return [{ start: from, end: from + (length % hoursPerDay === hoursPerDay - 1 ? length + 1 : length) }];
}

/** The days that lie within a span as a whole, counted from 1 January 1970. */
function wholeDays({ start, end }: HourSpan): readonly number[] {
  const first = Math.ceil(start / hoursPerDay);
  const count = Math.max(0, Math.floor(end / hoursPerDay) - first);
  return Array.from({ length: count }, (_, index) => first + index);
}
