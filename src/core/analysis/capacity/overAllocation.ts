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
  /** Which of the bookings of stated dates and work in progress count; all of them where not given. */
  readonly counts?: (booking: Booking) => boolean;
}

/**
 * Weeks in a row in which stated dates and work in progress ask for more than a person can give. All times are working
 * minutes of the person's own day.
 */
export interface OverAllocation {
  readonly person: PersonLoad;
  /** In order, at least one. */
  readonly weeks: readonly WeekLoad[];
  /** What the bookings that count ask for in all these weeks, against the `capacity` of all of them. */
  readonly stated: number;
  readonly capacity: number;
  /** What is booked in these weeks by stated dates and work in progress, by its start. */
  readonly items: readonly { readonly item: Item; readonly file: ProjectFile; readonly minutes: number }[];
  /** The assignment that starts it: in the order of their starts, the one with which the first week is too full. */
  readonly assignment: Booking;
}

/** The same with all defaults filled in. */
type Limits = Required<OverAllocationOptions>;

/**
 * The runs of a person's weeks that ask for too much. A week in which this person works on no day does not end a run.
 * None for teams, suppliers and clients.
 */
export function overAllocationsOf(person: PersonLoad, limits: Limits): readonly OverAllocation[] {
  const runs: WeekLoad[][] = [];
  for (const week of person.statedWeeks) {
    if (week.monday + daysPerWeek <= limits.from || !isTooFull(week, limits)) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isNextWorkingWeek(person, last.monday, week.monday)) run.push(week);
    else runs.push([week]);
  }
  return runs.flatMap((weeks) => overAllocation(person, weeks, limits) ?? []);
}

function isTooFull(week: WeekLoad, limits: Limits): boolean {
  // The sum of all is known; which bookings are behind it is looked up only where it is too much.
  return isOver(week.stated, week, limits) && tooMuch(week, limits) !== undefined;
}

function isOver(minutes: number, { capacity = Infinity }: WeekLoad, { limit }: Limits): boolean {
  return minutes > capacity * limit * (1 + roundingError);
}

function isNextWorkingWeek(person: PersonLoad, last: EpochDay, next: EpochDay): boolean {
  let monday = last + daysPerWeek;
  while (monday < next && person.week(monday)?.capacity === 0) monday += daysPerWeek;
  return monday === next;
}

function overAllocation(person: PersonLoad, weeks: readonly WeekLoad[], limits: Limits): OverAllocation | undefined {
  const assignment = weeks[0] && tooMuch(weeks[0], limits);
  if (!assignment) return undefined;
  const items = new Map<Item, { item: Item; file: ProjectFile; minutes: number }>();
  let [stated, capacity] = [0, 0];
  for (const week of weeks) {
    capacity += week.capacity ?? 0;
    for (const { booking, minutes } of statedIn(week, limits)) {
      stated += minutes;
      const known = items.get(booking.item);
      if (known) known.minutes += minutes;
      else items.set(booking.item, { item: booking.item, file: booking.file, minutes });
    }
  }
  return { person, weeks, stated, capacity, items: [...items.values()], assignment };
}

/** The booking with which a week is too full. */
function tooMuch(week: WeekLoad, limits: Limits): Booking | undefined {
  let sum = 0;
  return statedIn(week, limits).find(({ minutes }) => isOver((sum += minutes), week, limits))?.booking;
}

function statedIn({ bookings }: WeekLoad, { counts }: Limits): readonly WeekBooking[] {
  return bookings.filter(({ booking }) => booking.basis === 'stated' && counts(booking));
}
