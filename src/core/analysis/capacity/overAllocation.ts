import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import type { EpochDay } from '../calendar';
import type { Booking } from '../schedule/scheduledWork';
import { daysPerWeek } from './isoWeek';
import type { PersonLoad } from './personLoad';
import type { WeekBooking, WeekLoad } from './weekLoad';

/** Shares such as a third do not add up to exactly one. */
const roundingError = 1e-9;

export interface OverAllocationOptions {
  /** Up to which ratio of demand to capacity a week is all right; 1.1 where not given. */
  readonly limit?: number;
  /** Weeks that end before this day are left out; today where not given, since what is over cannot be put right. */
  readonly from?: EpochDay;
}

/**
 * Weeks in a row in which stated dates and work in progress ask for more than a person can give. All times are working
 * minutes of the person's own day.
 */
export interface OverAllocation {
  readonly person: PersonLoad;
  /** In order, at least one: by how much is `stated` of each against its `capacity`. */
  readonly weeks: readonly WeekLoad[];
  /** Of all these weeks. */
  readonly stated: number;
  readonly capacity: number;
  /** What is booked in these weeks by stated dates and work in progress, by its start. */
  readonly items: readonly { readonly item: Item; readonly file: ProjectFile; readonly minutes: number }[];
  /** The assignment that starts it: in the order of their starts, the one with which the first week is too full. */
  readonly assignment: Booking;
}

/**
 * The runs of a person's weeks that ask for too much. A week in which this person works on no day does not end a run.
 * None for teams, suppliers and clients.
 */
export function overAllocationsOf(person: PersonLoad, limit: number, from: EpochDay): readonly OverAllocation[] {
  const runs: WeekLoad[][] = [];
  for (const week of person.weeks) {
    if (week.monday + daysPerWeek <= from || !isOver(week.stated, week, limit)) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isNextWorkingWeek(person, last.monday, week.monday)) run.push(week);
    else runs.push([week]);
  }
  return runs.flatMap((weeks) => overAllocation(person, weeks, limit) ?? []);
}

function isOver(minutes: number, { capacity = Infinity }: WeekLoad, limit: number): boolean {
  return minutes > capacity * limit * (1 + roundingError);
}

function isNextWorkingWeek(person: PersonLoad, last: EpochDay, next: EpochDay): boolean {
  let monday = last + daysPerWeek;
  while (monday < next && person.week(monday)?.capacity === 0) monday += daysPerWeek;
  return monday === next;
}

function overAllocation(person: PersonLoad, weeks: readonly WeekLoad[], limit: number): OverAllocation | undefined {
  const assignment = weeks[0] && tooMuch(weeks[0], limit);
  if (!assignment) return undefined;
  const items = new Map<Item, { item: Item; file: ProjectFile; minutes: number }>();
  let [stated, capacity] = [0, 0];
  for (const week of weeks) {
    stated += week.stated;
    capacity += week.capacity ?? 0;
    for (const { booking, minutes } of statedIn(week)) {
      const known = items.get(booking.item);
      if (known) known.minutes += minutes;
      else items.set(booking.item, { item: booking.item, file: booking.file, minutes });
    }
  }
  return { person, weeks, stated, capacity, items: [...items.values()], assignment };
}

/** The booking with which a week is too full. */
function tooMuch(week: WeekLoad, limit: number): Booking | undefined {
  let sum = 0;
  return statedIn(week).find(({ minutes }) => isOver((sum += minutes), week, limit))?.booking;
}

function statedIn({ bookings }: WeekLoad): readonly WeekBooking[] {
  return bookings.filter(({ booking }) => booking.basis === 'stated');
}
