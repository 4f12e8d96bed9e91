import type { Temporal } from 'temporal-polyfill';
import { epochDay, instantsPerDay, type EpochDay } from '../calendar';
import type { PersonLoad } from './personLoad';
import type { Booking } from '../schedule/scheduledWork';

/** What is asked of somebody in one calendar month. All times are working minutes of the person's own day. */
export interface MonthLoad {
  /** The first day of the month. */
  readonly month: Temporal.PlainDate;
  readonly demand: number;
  /** What this person can give; undefined for teams, suppliers and clients. */
  readonly capacity: number | undefined;
  /** What asks for it, by its start. */
  readonly bookings: readonly Booking[];
}

/** The month that a day is in. */
export function monthLoad(load: PersonLoad, day: Temporal.PlainDate): MonthLoad {
  const month = day.with({ day: 1 });
  const [first, last] = [epochDay(month), epochDay(day.with({ day: day.daysInMonth }))];
  const asked = load.between(first, last);
  return { month, ...asked, bookings: load.bookings.filter((booking) => touches(booking, first, last)) };
}

function touches({ from, until, share }: Booking, first: EpochDay, last: EpochDay): boolean {
  return share > 0 && from < (last + 1) * instantsPerDay && until > first * instantsPerDay;
}
