import type { Plan } from '../../plan/plan';
import type { EpochDay, Instant } from './instant';
import { internedCalendar } from './interned';
import { spanOf } from './projectCalendar';
import type { HolidayPlace, WorkingCalendar } from './workingCalendar';

/**
 * When somebody can work, and how much of a day. Immutable. Every method takes O(log n) for n days off.
 */
export class Availability {
  constructor(
    /** The days on which there is any work: the project's, without days off, with the person's own public holidays. */
    readonly calendar: WorkingCalendar,
    /** The share of full time, from 0 to 1. */
    readonly capacity: number,
    /** False for teams, suppliers and clients: they take any amount of work at once, on the days that they work. */
    readonly isLimited: boolean,
  ) {}

  /** The minutes that this person can work on a day; 0 on a free one. */
  minutesOn(day: EpochDay): number {
    return this.calendar.isWorkday(day) ? this.calendar.minutesPerDay * this.capacity : 0;
  }

  /** The minutes that this person can work in all the days from `first` to `last`, both included. */
  minutesWithin(first: EpochDay, last: EpochDay): number {
    return this.calendar.workdaysBetween(first, last) * this.calendar.minutesPerDay * this.capacity;
  }

  /** The same from one instant to another; negative where `to` is the earlier, undefined beyond the years of a plan. */
  between(from: Instant, to: Instant): number | undefined {
    const minutes = this.calendar.between(from, to);
    return minutes === undefined ? undefined : minutes * this.capacity;
  }
}

/**
 * When a person can work on a project: on the days of its calendar, but for those `away`; where the person names a
 * `country`, its public holidays stand in the place of the project's. Somebody whom the plan does not define works full
 * time by the project's calendar.
 */
export function personCalendar(plan: Plan, personId: string, projectCalendar: WorkingCalendar): Availability {
  const { kind, capacity, country } = plan.people.fields(personId);
  // Days off of several files are put together, as all lists are.
  const away = plan.people.definitions(personId).flatMap(({ fields }) => fields.away?.value ?? []);
  const { parts } = projectCalendar;
  const place = personPlace(country?.value, parts.place);
  const isOwn = away.length > 0 || place !== parts.place;
  const calendar = isOwn
    ? internedCalendar({ ...parts, place, holidays: [...parts.holidays, ...away.map(({ value }) => spanOf(value))] })
    : projectCalendar;
  const isLimited = kind === undefined || kind.value === 'person';
  return new Availability(calendar, isLimited ? (capacity?.value ?? 100) / 100 : 1, isLimited);
}

/** Whoever lives in the project's country is taken to live in its region: people have no key for one. */
function personPlace(country: string | undefined, place: HolidayPlace | undefined): HolidayPlace | undefined {
  return country === undefined || country === place?.country ? place : { country };
}
