import type { Person } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import { personCalendar, type Availability, type WorkingCalendar } from '../calendar';

/** Somebody as the schedule of a project knows them. */
export interface PersonTime {
  /** As the plan refers to people. */
  readonly id: string;
  /** What people are told. */
  readonly name: string;
  /** On the days of the project's calendar. */
  readonly availability: Availability;
}

/** The same with what it was read from. */
export interface ReadPerson extends PersonTime {
  definitions: readonly Person[];
}

/** The people of a plan for its projects, each read once for all that work by the same calendar. */
export class PeopleTimes {
  readonly #known = new Map<WorkingCalendar, Map<string, ReadPerson>>();

  constructor(private readonly plan: Plan) {}

  /** Also of somebody whom the plan does not define. */
  of(id: string, calendar: WorkingCalendar): ReadPerson {
    const people = this.#known.get(calendar) ?? new Map<string, ReadPerson>();
    this.#known.set(calendar, people);
    const known = people.get(id);
    if (known) return known;
    const person = {
      id,
      name: this.plan.people.name(id),
      availability: personCalendar(this.plan, id, calendar),
      definitions: this.plan.people.definitions(id),
    };
    people.set(id, person);
    return person;
  }

  /**
   * Whether somebody who was read from another version of the plan would be read as the same today. What comes of the
   * same definitions is not compared.
   */
  isStill(person: ReadPerson, calendar: WorkingCalendar): boolean {
    const definitions = this.plan.people.definitions(person.id);
    if (isSameList(definitions, person.definitions)) return true;
    const now = this.of(person.id, calendar);
    const [{ availability: one }, { availability: other }] = [now, person];
    const isSame =
      now.name === person.name &&
      one.calendar === other.calendar &&
      one.capacity === other.capacity &&
      one.isLimited === other.isLimited;
    // Entities of a version that is gone are not held on to.
    if (isSame) person.definitions = definitions;
    return isSame;
  }
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((entry, at) => entry === other[at]);
}
