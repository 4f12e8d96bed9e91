import { firstDay, instantsPerDay, lastDay, type Availability, type EpochDay, type WorkingCalendar } from '../calendar';
import type { Booking } from '../schedule/scheduledWork';
import { qualifiedId } from '../schedule/workName';
import { daysPerWeek, mondayOf } from './isoWeek';
import { daysAsked, daysAskedBetween, WeekLoad, type WeekBooking } from './weekLoad';
import { workdaysOfAny } from './workedDays';

/** The days of full time that are asked of somebody, week after week without a gap. */
interface WeeklyDemand {
  readonly firstMonday: EpochDay;
  readonly all: Float64Array;
  readonly stated: Float64Array;
}

/**
 * Demand and capacity of a person, or the demand alone of a team, supplier or client, week by week over all projects.
 *
 * Projects may have days of different length, and half a day is half a day in each of them: shares of a day are what
 * adds up. They are given as minutes of the person's own day, which has the hours of their projects where these agree,
 * else those of the calendar that the plan shares.
 *
 * The capacity of a week has the days on which the person works for at least one of the projects that book them in it,
 * without their days off: work on a Saturday of a project with six days is not work beyond capacity. In a week without
 * bookings the days of all their projects count, and for somebody without any those of the shared calendar.
 */
export class PersonLoad {
  /** The minutes of this person's full day. */
  readonly minutesPerDay: number;
  /** False for teams, suppliers and clients, of whom no capacity is known. */
  readonly isLimited: boolean;
  readonly #calendars: readonly WorkingCalendar[];
  readonly #unordered: readonly Booking[];
  #bookings: readonly Booking[] | undefined;
  #demand: WeeklyDemand | undefined;
  #weeks: readonly WeekLoad[] | undefined;

  /**
   * @param id as the plan refers to people
   * @param availability by the calendar that the plan shares
   * @param bookings in any order
   */
  constructor(
    readonly id: string,
    private readonly availability: Availability,
    bookings: readonly Booking[],
  ) {
    this.#unordered = bookings;
    const calendars = [...new Set(bookings.map(({ calendar }) => calendar))];
    this.#calendars = calendars.length > 0 ? calendars : [availability.calendar];
    const [hours, others] = new Set(this.#calendars.map(({ minutesPerDay }) => minutesPerDay));
    this.minutesPerDay = hours === undefined || others !== undefined ? availability.calendar.minutesPerDay : hours;
    this.isLimited = availability.isLimited;
  }

  /** The weeks in which something is booked, in order. */
  get weeks(): readonly WeekLoad[] {
    return (this.#weeks ??= this.#bookedWeeks('all'));
  }

  /** Of these, those in which stated dates or work in progress ask for something. */
  get statedWeeks(): readonly WeekLoad[] {
    return this.#unordered.some(({ basis }) => basis === 'stated') ? this.#bookedWeeks('stated') : [];
  }

  /** All that is asked of this person, by its start. */
  get bookings(): readonly Booking[] {
    return (this.#bookings ??= [...this.#unordered].sort(byStart));
  }

  /** The week that a day is in, booked or not; undefined beyond the years of a plan. */
  week(day: EpochDay): WeekLoad | undefined {
    return day >= firstDay && day <= lastDay ? this.#load(mondayOf(day)) : undefined;
  }

  /** Every week from one day to another, booked or not; none beyond the years of a plan. */
  weeksBetween(first: EpochDay, last: EpochDay): readonly WeekLoad[] {
    const [from, to] = [Math.max(first, firstDay), Math.min(last, lastDay)];
    const weeks: WeekLoad[] = [];
    for (let monday = mondayOf(from); monday <= to; monday += daysPerWeek) weeks.push(this.#load(monday));
    return weeks;
  }

  /**
   * What is asked and what can be given from one day to another, both included, in minutes of the person's own day: of
   * weeks that begin before or end after that, their days within. Nothing of days beyond the years of a plan.
   */
  between(first: EpochDay, last: EpochDay): Pick<WeekLoad, 'demand' | 'capacity'> {
    const [from, to] = [Math.max(first, firstDay), Math.min(last, lastDay)];
    const asked = this.bookings.reduce((days, booking) => days + daysAskedBetween(booking, from, to), 0);
    let workdays = 0;
    for (let monday = mondayOf(from); this.isLimited && monday <= to; monday += daysPerWeek)
      workdays += this.#workdays(monday, Math.max(monday, from), Math.min(monday + daysPerWeek - 1, to));
    const { minutesPerDay, availability } = this;
    const capacity = this.isLimited ? workdays * minutesPerDay * availability.capacity : undefined;
    return { demand: asked * minutesPerDay, capacity };
  }

  #bookedWeeks(booked: 'all' | 'stated'): readonly WeekLoad[] {
    const { firstMonday, [booked]: days } = this.#weeklyDemand();
    const weeks: WeekLoad[] = [];
    for (let index = 0; index < days.length; index++)
      if (days[index] !== 0) weeks.push(this.#load(firstMonday + index * daysPerWeek));
    return weeks;
  }

  #weeklyDemand(): WeeklyDemand {
    return (this.#demand ??= weeklyDemand(this.bookings));
  }

  #load(monday: EpochDay): WeekLoad {
    const { firstMonday, all, stated } = this.#weeklyDemand();
    const index = (monday - firstMonday) / daysPerWeek;
    const inMinutes = this.minutesPerDay;
    const workdays = this.isLimited ? this.#workdays(monday, monday, monday + daysPerWeek - 1) : 0;
    return new WeekLoad(
      monday,
      (all[index] ?? 0) * inMinutes,
      (stated[index] ?? 0) * inMinutes,
      this.isLimited ? workdays * inMinutes * this.availability.capacity : undefined,
      this.#bookingsOfWeek,
    );
  }

  /** The days from `first` to `last`, of the week that begins on `monday`, on which this person works. */
  #workdays(monday: EpochDay, first: EpochDay, last: EpochDay): number {
    const { firstMonday, all } = this.#weeklyDemand();
    const isBooked = (all[(monday - firstMonday) / daysPerWeek] ?? 0) !== 0;
    if (this.#calendars.length === 1 || !isBooked) return workdaysOfAny(this.#calendars, first, last);
    const calendars = new Set(this.#bookingsOfWeek(monday).map(({ booking }) => booking.calendar));
    return workdaysOfAny([...calendars], first, last);
  }

  readonly #bookingsOfWeek = (monday: EpochDay): readonly WeekBooking[] => {
    const cells: WeekBooking[] = [];
    for (const booking of this.bookings) {
      if (booking.from >= (monday + daysPerWeek) * instantsPerDay) break;
      const days = daysAsked(booking, monday);
      if (days > 0) cells.push({ booking, minutes: days * this.minutesPerDay });
    }
    return cells;
  };
}

/** By start, then by what does not depend on the order of the files. */
function byStart(one: Booking, other: Booking): number {
  const difference = one.from - other.from || one.until - other.until;
  if (difference !== 0) return difference;
  const [left, right] = [qualifiedId(one.item, one.file), qualifiedId(other.item, other.file)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** @param bookings by their start */
function weeklyDemand(bookings: readonly Booking[]): WeeklyDemand {
  const mondayAt = (instant: number): EpochDay => mondayOf(Math.floor(instant / instantsPerDay));
  const firstMonday = mondayAt(bookings[0]?.from ?? 0);
  const end = bookings.reduce((last, { until }) => Math.max(last, until), firstMonday * instantsPerDay);
  const count = Math.ceil((end / instantsPerDay - firstMonday) / daysPerWeek);
  const [all, stated] = [new Float64Array(count), new Float64Array(count)];
  for (const booking of bookings) {
    const of = booking.basis === 'stated' ? stated : undefined;
    let monday = mondayAt(booking.from);
    for (; monday * instantsPerDay < booking.until; monday += daysPerWeek) {
      const index = (monday - firstMonday) / daysPerWeek;
      const days = daysAsked(booking, monday);
      all[index] = (all[index] ?? 0) + days;
      if (of) of[index] = (of[index] ?? 0) + days;
    }
  }
  return { firstMonday, all, stated };
}
