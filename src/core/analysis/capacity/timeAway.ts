import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { finishDay, startDay, type EpochDay, type WorkingCalendar } from '../calendar';
import type { Booking } from '../schedule/scheduledWork';

/** Somebody who is away on days on which stated work is to be done. */
export interface TimeAway {
  readonly item: Item;
  readonly file: ProjectFile;
  /** As the plan refers to people. */
  readonly person: string;
  /** The working days of the project, by its calendar, on which this person is to work on it; at least one. */
  readonly days: number;
  /** On how many of them this person has a day off, or a public holiday of their own country; at least one. */
  readonly daysOff: number;
  /** `daysOff` of `days`: from over 0 to 1. */
  readonly share: number;
  /** The days off that count, in order. Both ends included; free days of the project may lie in between. */
  readonly spans: readonly { readonly first: EpochDay; readonly last: EpochDay }[];
}

/**
 * For each item with stated dates or in progress and each person who is to do it, how much of it lies in their days off.
 * Where somebody is on the project only for a time, the days of their window count; of work in progress, what is left.
 * Whoever is always there is left out.
 *
 * @param stated the bookings of stated dates and work in progress
 * @param calendarOf the calendar of a project
 */
export function timeAway(
  stated: readonly Booking[],
  calendarOf: (file: ProjectFile) => WorkingCalendar,
): readonly TimeAway[] {
  const assignments = new Map<Item, Map<string, Booking[]>>();
  for (const booking of stated) {
    const { item, file, person, calendar } = booking;
    // Who has the calendar of the project itself is never away from it.
    if (calendar === calendarOf(file)) continue;
    const people = assignments.get(item) ?? new Map<string, Booking[]>();
    assignments.set(item, people);
    people.set(person, [...(people.get(person) ?? []), booking]);
  }
  return [...assignments.values()].flatMap((people) =>
    [...people.values()].flatMap((own) => timeAwayFrom(own, calendarOf) ?? []),
  );
}

/** @param bookings of one item and person, which never overlap */
function timeAwayFrom(
  bookings: readonly Booking[],
  calendarOf: (file: ProjectFile) => WorkingCalendar,
): TimeAway | undefined {
  const [booking] = bookings;
  if (!booking) return undefined;
  const { item, file, person, calendar } = booking;
  const project = calendarOf(file);
  let [days, daysOff] = [0, 0];
  const spans: TimeAway['spans'][number][] = [];
  for (const { from, until } of bookings) {
    const [first, last] = [startDay(from), finishDay(until)];
    if (first === undefined || last === undefined) continue;
    days += project.workdaysBetween(first, last);
    for (const span of calendar.daysOff(first, last)) {
      const off = project.workdaysBetween(span.first, span.last);
      if (off > 0) spans.push(span);
      daysOff += off;
    }
  }
  return daysOff > 0 ? { item, file, person, days, daysOff, share: daysOff / days, spans } : undefined;
}
