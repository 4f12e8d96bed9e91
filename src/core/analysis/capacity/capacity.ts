import type { ProjectFile } from '../../plan/planFile';
import { calendarOf, epochDay, personCalendar, type WorkingCalendar } from '../calendar';
import type { PlanOnDay } from '../planOnDay';
import type { Booked, Booking } from '../schedule/scheduledWork';
import { overAllocationsOf, type OverAllocation, type OverAllocationOptions } from './overAllocation';
import { PersonLoad } from './personLoad';
import { timeAway, type TimeAway } from './timeAway';

/**
 * Demand against capacity for each person and week, over all projects of a plan. It does not change when the order of
 * the files does. The weeks of a person are worked out when they are first asked for.
 */
export class Capacity {
  #people: ReadonlyMap<string, PersonLoad> | undefined;
  readonly #calendars = new Map<ProjectFile, WorkingCalendar>();
  #timeAway: readonly TimeAway[] | undefined;

  /** @param booked as the plan's schedule has it; all of it is not asked for before it is needed */
  constructor(
    private readonly planOnDay: PlanOnDay,
    private readonly booked: Booked,
  ) {}

  /**
   * Everybody whom the plan defines or books, in the order of their ids. Teams, suppliers and clients have a demand and
   * no capacity.
   */
  get people(): readonly PersonLoad[] {
    return [...this.#loads.values()];
  }

  get #loads(): ReadonlyMap<string, PersonLoad> {
    return (this.#people ??= this.#readLoads());
  }

  #readLoads(): ReadonlyMap<string, PersonLoad> {
    const { plan, publicHolidays } = this.planOnDay;
    const shared = calendarOf(plan, undefined, publicHolidays);
    const byPerson = new Map<string, Booking[]>(plan.people.ids.map((id) => [id, []]));
    for (const booking of this.booked.bookings) {
      const known = byPerson.get(booking.person);
      if (known) known.push(booking);
      else byPerson.set(booking.person, [booking]);
    }
    const inOrder = [...byPerson].sort(([one], [other]) => (one < other ? -1 : 1));
    return new Map(inOrder.map(([id, own]) => [id, new PersonLoad(id, personCalendar(plan, id, shared), own)]));
  }

  /** Of a person by id; undefined for somebody whom the plan neither defines nor books. */
  of(person: string): PersonLoad | undefined {
    return this.#loads.get(person);
  }

  /** Who is stated to do more than they can, and when: by person, then by week. */
  overAllocations(options: OverAllocationOptions = {}): readonly OverAllocation[] {
    const { limit = 1.1, from = epochDay(this.planOnDay.today), counts = () => true } = options;
    const asked = new Set(this.booked.statedBookings.map(({ person }) => person));
    const people = asked.size > 0 ? this.people.filter(({ id }) => asked.has(id)) : [];
    return people.flatMap((person) => overAllocationsOf(person, { limit, from, counts }));
  }

  /** Who is away while they are stated to work on something. */
  get timeAway(): readonly TimeAway[] {
    return (this.#timeAway ??= timeAway(this.booked.statedBookings, (file) => this.#calendarOf(file)));
  }

  #calendarOf(file: ProjectFile): WorkingCalendar {
    const known = this.#calendars.get(file);
    if (known) return known;
    const calendar = calendarOf(this.planOnDay.plan, file, this.planOnDay.publicHolidays);
    this.#calendars.set(file, calendar);
    return calendar;
  }
}
