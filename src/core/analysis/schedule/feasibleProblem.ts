import { atOnce, type Stepwise } from '../../stepwise';
import { firstDay, instantsPerDay, type Instant, type WorkingCalendar } from '../calendar';
import { unknownReason, type NetworkDates } from '../network/activityNetwork';
import { noInstant } from '../network/links';
import type { PlacementProblem } from '../placement/placementProblem';
import type { Steps } from '../placement/timeline';
import { largestShare, type AllocationWindow, type Assignee } from './assignees';
import { inInstants } from './leafTiming';
import { frameOf, type PlanNetwork } from './planNetwork';
import { takesTime, type PlanNode } from './planNodes';
import type { PersonTime } from './personTime';
import { WorkShifts, type KnownShifts } from './workShift';
import { qualifiedId } from './workName';

/** Shares of full time are counted in these, so that they add up exactly. */
const unitsPerPerson = 1_000_000;

/** A share that somebody gives to an activity: one demand of the placement. */
export interface PlanDemand {
  readonly assignee: Assignee;
  readonly window: AllocationWindow;
  /** Of full time. */
  readonly share: number;
}

/** What may be known from an earlier version of a plan. */
export interface KnownBefore {
  readonly shifts: KnownShifts;
  /** All activities, first those that it had, in the order in which it had them placed. */
  readonly order: readonly number[];
}

/** The placement of a plan's activities within the time that people have, and what its numbers stand for. */
export interface FeasibleProblem {
  readonly problem: PlacementProblem;
  /** The people by the indices of the resources. */
  readonly people: readonly PersonTime[];
  /** By the indices of the demands; those of activity i are from `demands.first[i]` on. */
  readonly demands: readonly PlanDemand[];
  readonly shifts: KnownShifts;
}

/**
 * What is stated, finished or known to begin stays where the network has it; everything else is placed in the order of
 * least late finish, ties by qualified id. Teams, suppliers and clients have no limit, and who is not named no resource.
 *
 * @param before what an earlier version of the plan had: it changes nothing, and saves work
 */
export function feasibleProblem(
  plan: PlanNetwork,
  dates: NetworkDates,
  today: Instant,
  before?: KnownBefore,
): FeasibleProblem {
  return atOnce(findingProblem(plan, dates, today, before));
}

/** How many activities are read in one step. */
const activitiesPerStep = 256;

/** The same bit by bit. */
export function* findingProblem(
  plan: PlanNetwork,
  dates: NetworkDates,
  today: Instant,
  before?: KnownBefore,
): Stepwise<FeasibleProblem> {
  const reader = new ProblemReader(plan, dates, today, before);
  const { length } = plan.nodes;
  for (let from = 0; from < length; from += activitiesPerStep) {
    yield;
    reader.read(from, Math.min(from + activitiesPerStep, length));
  }
  yield;
  return reader.problem(priorities(plan, dates.lateFinish, before?.order));
}

/** Reads the activities of a network as a problem of placing them. */
class ProblemReader {
  readonly #crew: Crew;
  readonly #calendars: readonly WorkingCalendar[];
  readonly #groups: Int32Array | undefined;
  readonly #first: Int32Array;
  readonly #duration: Float64Array;
  readonly #effort: Float64Array;
  readonly #shift: Int32Array;
  readonly #fixedStart: Float64Array;
  readonly #fixedFinish: Float64Array;

  constructor(
    private readonly plan: PlanNetwork,
    private readonly dates: NetworkDates,
    private readonly today: Instant,
    before?: KnownBefore,
  ) {
    const { length } = plan.nodes;
    this.#crew = new Crew(new WorkShifts(before?.shifts));
    this.#calendars = plan.files.map(({ frame }) => frame.calendar);
    this.#groups = plan.activities.groups?.of;
    this.#first = new Int32Array(length + 1);
    this.#duration = new Float64Array(length);
    this.#effort = new Float64Array(length).fill(noInstant);
    this.#shift = new Int32Array(length).fill(-1);
    this.#fixedStart = new Float64Array(length).fill(noInstant);
    this.#fixedFinish = new Float64Array(length).fill(noInstant);
  }

  /** Reads the activities from one on and before another. */
  read(from: number, end: number): void {
    const { nodes } = this.plan;
    for (let index = from; index < end; index++) {
      const node = nodes[index];
      const calendar = this.#calendars[this.#groups?.[index] ?? 0];
      if (!node || !calendar || this.dates.unknown[index] !== unknownReason.known) this.#duration[index] = NaN;
      else this.#readKnown(index, node, calendar);
      this.#first[index + 1] = this.#crew.demands.length;
    }
  }

  #readKnown(index: number, node: PlanNode, calendar: WorkingCalendar): void {
    const earlyFinish = this.dates.earlyFinish[index] ?? noInstant;
    const isFixed = node.timing?.state === 'done' || node.fixedFinish !== noInstant;
    const start = restStart(node, this.dates.earlyStart[index] ?? noInstant, earlyFinish, this.today);
    this.#duration[index] = node.length;
    if (isFixed) this.#fixedFinish[index] = earlyFinish;
    if (isFixed || node.fixedStart !== noInstant) this.#fixedStart[index] = start;
    if (!node.isElapsed && node.length > 0) this.#shift[index] = this.#crew.shifts.ofCalendar(calendar);
    const isPlacedByEffort = this.#crew.book(node, calendar, start, earlyFinish);
    if (isPlacedByEffort) this.#effort[index] = (node.timing?.effort ?? 0) * unitsPerPerson;
  }

  /** @param priority of all activities, which all have been read */
  problem(priority: Float64Array): FeasibleProblem {
    const { nodes, activities, time } = this.plan;
    const { people, demands, shifts, resources, demandShifts, capacities } = this.#crew;
    return {
      people,
      demands,
      shifts: shifts.known,
      problem: {
        count: nodes.length,
        duration: this.#duration,
        effort: this.#effort,
        shift: this.#shift,
        shifts: shifts.known.shifts,
        links: activities.links,
        time,
        lagCalendar: activities.lagCalendar ?? new Int32Array(activities.links.from.length),
        firstOf: activities.firstOf ?? new Uint8Array(nodes.length),
        origin: activities.origin,
        release: activities.earliestStart ?? new Float64Array(nodes.length).fill(noInstant),
        fixedStart: this.#fixedStart,
        fixedFinish: this.#fixedFinish,
        priority,
        demands: {
          first: this.#first,
          resource: new Int32Array(resources),
          amount: Float64Array.from(demands, ({ share }) => Math.round(share * unitsPerPerson)),
          shift: new Int32Array(demandShifts),
        },
        resources: capacities,
      },
    };
  }
}

/** Where what is left of an activity begins: of work that has begun and has to end on a stated day, today. */
function restStart({ timing, fixedFinish }: PlanNode, start: Instant, finish: Instant, today: Instant): Instant {
  return timing?.state === 'begun' && fixedFinish !== noInstant && today < finish ? Math.max(start, today) : start;
}

/**
 * The order in which activities are placed where links leave a choice: a number for each, the smallest first.
 *
 * @param before the activities in an order that is probably much the same: to sort that takes hardly any time
 */
function priorities(
  plan: PlanNetwork,
  lateFinish: Float64Array,
  before: readonly number[] = plan.nodes.map((_, index) => index),
): Float64Array {
  const { nodes, files } = plan;
  // What ends with its project has the late finish of all that does: most of the order is that of the ids.
  const ids = files.flatMap((file) => file.ids);
  for (let index = ids.length; index < nodes.length; index++) {
    const work = nodes[index]?.work;
    ids.push(work ? qualifiedId(work, frameOf(plan, index).file) : '');
  }
  const order = [...before];
  order.sort((one, other) => {
    const difference = (lateFinish[one] ?? 0) - (lateFinish[other] ?? 0);
    // What is unknown has no late finish: the difference of two is NaN, and counts as none.
    if (difference < 0 || difference > 0) return difference;
    const [id, otherId] = [ids[one] ?? '', ids[other] ?? ''];
    if (id === otherId) return one - other;
    return id < otherId ? -1 : 1;
  });
  const priority = new Float64Array(nodes.length);
  order.forEach((index, place) => (priority[index] = place));
  return priority;
}

/**
 * By how much the shares of whoever does an activity come out smaller or larger where its length is written down: the
 * effort is spread over that, of stated dates over the days between them on which they are there. All of their shares
 * where no effort is stated.
 */
function spread(
  { timing }: PlanNode,
  calendar: WorkingCalendar,
  from: Instant,
  until: Instant,
  isStated: boolean,
): number {
  if (timing?.effort === undefined) return 1;
  const length = inInstants(calendar.between(from, until) ?? 0, calendar);
  const possible = timing.assignees.reduce(
    (sum, assignee) => sum + (isStated ? presence(assignee, from, until) : largestShare(assignee) * length),
    0,
  );
  return possible > 0 ? timing.effort / possible : 1;
}

/** The working time that somebody has between two instants, in person-instants. */
function presence({ availability: { calendar }, windows }: Assignee, from: Instant, until: Instant): number {
  return windows.reduce((sum, { first = -Infinity, last = Infinity, share }) => {
    const start = Math.max(from, first * instantsPerDay);
    const end = Math.min(until, (last + 1) * instantsPerDay);
    return start < end ? sum + share * inInstants(calendar.between(start, end) ?? 0, calendar) : sum;
  }, 0);
}

/** What an assignee asks for: a demand and its shift for each window. */
interface Role {
  readonly resource: number;
  readonly demands: readonly PlanDemand[];
  readonly shifts: readonly number[];
}

/** Stated dates may ask for more than anybody has, and are honoured; what is placed could then never be. */
function shareOf({ assignee, window }: Omit<PlanDemand, 'share'>, part: number, isStated: boolean): number {
  const { isLimited, capacity } = assignee.availability;
  return Math.min(window.share * part, isLimited && !isStated ? capacity : Infinity);
}

/** Who takes part, found while the activities are read. */
class Crew {
  readonly people: PersonTime[] = [];
  readonly capacities: Steps[] = [];
  readonly demands: PlanDemand[] = [];
  readonly resources: number[] = [];
  readonly demandShifts: number[] = [];
  readonly #resourceOf = new Map<string, number>();
  readonly #roles = new Map<Assignee, Role>();

  constructor(readonly shifts: WorkShifts) {}

  /**
   * Takes in who does an activity from one instant to another, as far as these are known.
   *
   * @param calendar that of its project
   * @returns whether it takes as long as they need for its effort, and not the length that is written down
   */
  book(node: PlanNode, calendar: WorkingCalendar, from: Instant, until: Instant): boolean {
    if (!takesTime(node)) return false;
    const { timing } = node;
    const isSpread = timing.isFixedLength || node.fixedFinish !== noInstant;
    const isStated = node.fixedStart !== noInstant || node.fixedFinish !== noInstant;
    const part = isSpread ? spread(node, calendar, from, until, isStated) : 1;
    const isWhole = !isSpread && !isStated;
    for (const assignee of timing.assignees) {
      const { resource, demands, shifts } = this.#roleOf(assignee);
      for (const [at, demand] of demands.entries()) {
        this.demands.push(isWhole ? demand : { ...demand, share: shareOf(demand, part, isStated) });
        this.resources.push(resource);
        this.demandShifts.push(shifts[at] ?? -1);
      }
    }
    return !isSpread && timing.assignees.length > 0;
  }

  /** Many activities have the same assignees, of whom each asks the same unless dates are written down. */
  #roleOf(assignee: Assignee): Role {
    const known = this.#roles.get(assignee);
    if (known) return known;
    const { windows, availability } = assignee;
    const role = {
      resource: this.#resource(assignee),
      demands: windows.map((window) => ({ assignee, window, share: shareOf({ assignee, window }, 1, false) })),
      shifts: windows.map((window) => this.shifts.numberOf(availability.calendar, window)),
    };
    this.#roles.set(assignee, role);
    return role;
  }

  #resource(person: PersonTime): number {
    const { id, availability } = person;
    const known = this.#resourceOf.get(id);
    if (known !== undefined) return known;
    const amount = availability.isLimited ? Math.round(availability.capacity * unitsPerPerson) : Infinity;
    const index = this.people.push(person) - 1;
    this.capacities.push({ from: Float64Array.of(firstDay * instantsPerDay), amount: Float64Array.of(amount) });
    this.#resourceOf.set(id, index);
    return index;
  }
}
