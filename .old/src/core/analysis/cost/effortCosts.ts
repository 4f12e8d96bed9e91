import type { Item } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { WorkingCalendar } from '../calendar';
import { statedEffort, type SizeScale } from '../effort';
import { largestShare, type Assignee, type Assignees } from '../schedule/assignees';
import type { Exchange } from './exchange';
import type { WrittenAmount } from './writtenAmount';
import { wholeAmount, type Figure } from './figure';
import { writtenRate } from './projectAmounts';

/** Who does the items of a project, each worked out once. */
export class ItemAssignees implements Pick<Assignees, 'of'> {
  readonly #known = new Map<Item, readonly Assignee[]>();

  constructor(private readonly assignees: Assignees) {}

  of(item: Item): readonly Assignee[] {
    const known = this.#known.get(item);
    if (known) return known;
    const assignees = this.assignees.of(item);
    this.#known.set(item, assignees);
    return assignees;
  }
}

/** What a minute of somebody's work costs: `minor` in the currency of `written`, for each `minutes`. */
interface PersonRate {
  readonly written: WrittenAmount;
  readonly minor: number;
  readonly minutes: number;
}

/** What effort costs in one project, by the rates of the people who do it. */
export class EffortCosts {
  readonly #rates = new Map<string, PersonRate | undefined>();

  constructor(
    private readonly plan: Plan,
    private readonly assignees: Pick<Assignees, 'of'>,
    private readonly calendar: WorkingCalendar,
    private readonly sizes: SizeScale,
    private readonly exchange: Exchange,
  ) {}

  /**
   * What people are paid for on an item without children, in person-minutes: the effort that it states, else the time
   * that its assignees spend on it, their shares of full time over its working length. A delivery that just takes its
   * elapsed time is nobody's work.
   *
   * @returns undefined where neither is known
   */
  effort(item: Item): number | undefined {
    const stated = this.statedEffort(item);
    if (stated !== undefined) return stated;
    const assignees = this.assignees.of(item);
    const length = assignees.length === 0 ? undefined : workingLength(item, this.calendar);
    if (length === undefined) return undefined;
    return length * assignees.reduce((sum, assignee) => sum + largestShare(assignee), 0);
  }

  /** The effort that an item states by its estimate or size, in person-minutes. */
  statedEffort(item: Item): number | undefined {
    return statedEffort(item, this.sizes, this.calendar);
  }

  /** The effort that has gone into an item so far, in person-minutes. */
  spent({ fields: { spent } }: Item): number | undefined {
    return spent && this.calendar.minutes(spent.value);
  }

  /**
   * What an effort on an item costs, in minor units of the project's currency, rounded once: it is split over the
   * assignees in proportion to their shares of full time, evenly where none has any. Whoever has no rate costs nothing.
   *
   * @param minutes of person-time
   * @returns undefined where nobody who does the item has a rate
   */
  cost(item: Item, minutes: number): Figure | undefined {
    const assignees = this.assignees.of(item);
    const shares = assignees.map(largestShare);
    const all = shares.reduce((sum, share) => sum + share, 0);
    let cost: number | undefined;
    for (const [index, { id }] of assignees.entries()) {
      const rate = this.#rate(id);
      if (!rate) continue;
      const share = all > 0 ? (shares[index] ?? 0) / all : 1 / assignees.length;
      const part = this.exchange.unrounded((minutes * share * rate.minor) / rate.minutes, rate.written.currency);
      if (part === undefined) return this.exchange.converted(0, rate.written);
      cost = (cost ?? 0) + part;
    }
    if (cost === undefined) return undefined;
    return wholeAmount(cost);
  }

  #rate(person: string): PersonRate | undefined {
    if (!this.#rates.has(person)) this.#rates.set(person, this.#statedRate(person));
    return this.#rates.get(person);
  }

  #statedRate(person: string): PersonRate | undefined {
    const { rate } = this.plan.people.fields(person);
    if (!rate) return undefined;
    const { money, per } = rate.value;
    const minutes = this.calendar.minutes({ amount: 1, unit: per, elapsed: false });
    return { written: writtenRate(rate), minor: money.minor, minutes };
  }
}

/** Of both stated dates (of a missing one the actual), else the `duration`; in working minutes. */
function workingLength({ fields }: Item, calendar: WorkingCalendar): number | undefined {
  const first = (fields.start ?? fields.started)?.value;
  const last = (fields.end ?? fields.finished)?.value;
  const days = first && last ? calendar.workdays(first, last) : 0;
  if (days > 0) return days * calendar.minutesPerDay;
  const duration = fields.duration?.value;
  return duration && !duration.elapsed ? calendar.minutes(duration) : undefined;
}
