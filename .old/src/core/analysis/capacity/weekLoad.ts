import { instantsPerDay, type EpochDay } from '../calendar';
import type { Booking } from '../schedule/scheduledWork';
import { daysPerWeek, weekName } from './isoWeek';
import { workedDays } from './workedDays';

/** What a booking asks for in one week. */
export interface WeekBooking {
  readonly booking: Booking;
  /** Working minutes of the person's own day. */
  readonly minutes: number;
}

/**
 * What is asked of somebody in one week, Monday to Sunday. All times are working minutes of the person's own day.
 * A plan has more of these than anybody reads to the end: what is behind the sums is worked out when it is asked for.
 */
export class WeekLoad {
  constructor(
    readonly monday: EpochDay,
    /** Of all bookings. */
    readonly demand: number,
    /** Of the bookings that stated dates and work in progress hold, whatever is placed around them. */
    readonly stated: number,
    /** What this person can give; undefined for teams, suppliers and clients. */
    readonly capacity: number | undefined,
    private readonly bookingsOfWeek: (monday: EpochDay) => readonly WeekBooking[],
  ) {}

  /** `2026-W36`, by ISO 8601. */
  get week(): string {
    return weekName(this.monday);
  }

  /** `demand` to `capacity`: 1 is fully booked. Undefined where there is no capacity, or nothing of it. */
  get ratio(): number | undefined {
    return this.capacity === undefined || this.capacity === 0 ? undefined : this.demand / this.capacity;
  }

  /** By their start; several of one item where part of it is done, or its shares change. */
  get bookings(): readonly WeekBooking[] {
    return this.bookingsOfWeek(this.monday);
  }
}

/** The days of full time that a booking asks for in a week. */
export function daysAsked({ from, until, share, calendar }: Booking, monday: EpochDay): number {
  const [start, end] = [monday * instantsPerDay, (monday + daysPerWeek) * instantsPerDay];
  const [first, last] = [Math.max(from, start), Math.min(until, end)];
  return first < last ? workedDays(calendar, first, last) * share : 0;
}
