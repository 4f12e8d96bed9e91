import type { ProjectFile } from '../../plan/planFile';
import { calendarOf, epochDay, personCalendar, type WorkingCalendar } from '../calendar';
import type { PlanOnDay } from '../planOnDay';
import type { Booking } from '../schedule/scheduledWork';
import { overAllocationsOf, type OverAllocation, type OverAllocationOptions } from './overAllocation';
import { PersonLoad } from './personLoad';
import { timeAway, type TimeAway } from './timeAway';

/**
 * Demand against capacity for each person and week, over all projects of a plan. It does not change when the order of
 * the files does. The weeks of a person are worked out when they are first asked for.
 */
export class Capacity {
  /**
   * Everybody whom the plan defines or books, in the order of their ids. Teams, suppliers and clients have a demand and
   * no capacity.
   */
  readonly people: readonly PersonLoad[];
  readonly #byId: ReadonlyMap<string, PersonLoad>;
  readonly #calendars = new Map<ProjectFile, WorkingCalendar>();
  #timeAway: readonly TimeAway[] | undefined;

  /** @param bookings of the plan's schedule */
  constructor(
    private readonly planOnDay: PlanOnDay,
    private readonly bookings: readonly Booking[],
  ) {
    const { plan, publicHolidays } = planOnDay;
    const shared = calendarOf(plan, undefined, publicHolidays);
    const byPerson = new Map<string, Booking[]>(plan.people.ids.map((id) => [id, []]));
    for (const booking of bookings) {
      const known = byPerson.get(booking.person);
      if (known) known.push(booking);
      else byPerson.set(booking.person, [booking]);
    }
    this.people = [...byPerson]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, own]) => new PersonLoad(id, personCalendar(plan, id, shared), own));
    this.#byId = new Map(this.people.map((load) => [load.id, load]));
  }

  /** Of a person by id; undefined for somebody whom the plan neither defines nor books. */
  of(person: string): PersonLoad | undefined {
    return this.#byId.get(person);
  }

  /** Who is stated to do more than they can, and when: by person, then by week. */
  overAllocations(options: OverAllocationOptions = {}): readonly OverAllocation[] {
    const { limit = 1.1, from = epochDay(this.planOnDay.today), counts = () => true } = options;
    return this.people.flatMap((person) => overAllocationsOf(person, { limit, from, counts }));
  }

  /** Who is away while they are stated to work on something. */
  get timeAway(): readonly TimeAway[] {
    return (this.#timeAway ??= timeAway(this.bookings, (file) => this.#calendarOf(file)));
  }

  #calendarOf(file: ProjectFile): WorkingCalendar {
    const known = this.#calendars.get(file);
    if (known) return known;
    const calendar = calendarOf(this.planOnDay.plan, file, this.planOnDay.publicHolidays);
    this.#calendars.set(file, calendar);
    return calendar;
  }
}
