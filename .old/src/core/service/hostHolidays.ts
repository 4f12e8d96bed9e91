import { namesCountry, noPublicHolidays, type PublicHolidays } from '../analysis/calendar';
import type { Plan } from '../plan/plan';
import type { PlanHost } from './planHost';

/** The public holidays, asked of the host once: when a plan first names a country. */
export class HostHolidays {
  #given = noPublicHolidays;
  #asked = false;

  constructor(private readonly host: Pick<PlanHost, 'holidays'>) {}

  /** None until the host has given them. Without them only free days are missing. */
  get current(): PublicHolidays {
    return this.#given;
  }

  /** @returns what ends when they are there, or cannot be had; undefined where there is nothing to ask for any more */
  askFor(plans: readonly Plan[]): Promise<void> | undefined {
    if (this.#asked || !plans.some(namesCountry)) return undefined;
    this.#asked = true;
    return this.host.holidays().then(
      (given) => void (this.#given = given),
      () => undefined,
    );
  }
}
