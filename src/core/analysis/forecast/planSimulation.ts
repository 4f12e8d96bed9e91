import type { Instant } from '../calendar';
import type { SchedulePart } from '../schedule/schedulePart';
import { ConnectedParts, type ConnectedPart } from './connectedParts';
import { finishForecast, type FinishForecast } from './finishForecast';
import type { ForecastOptions } from './forecastProblem';
import { simulatedFinishes } from './monteCarlo';
import { planProblem } from './planProblem';
import type { PlanTarget } from './planTargets';

const mostActivityRuns = 20_000_000;
const fewestRuns = 1000;

/**
 * How many runs a part of a plan gets where so many are wanted: fewer with many activities, so that most take a few
 * seconds, but never so few that the 95th percentile would rest on some runs alone.
 */
export function partRuns(wanted: number, activities: number): number {
  return Math.min(wanted, Math.max(fewestRuns, Math.floor(mostActivityRuns / Math.max(1, activities))));
}

/** A target, and what is known of it from the parts that have been simulated. */
interface Pending {
  readonly target: PlanTarget;
  /** Where it stands: its activities in each connected part, as far as the parts of the schedule have been opened. */
  readonly shares: Map<ConnectedPart, number[]>;
  /** How many parts are still to be opened or simulated. */
  left: number;
  /** Its last finish so far in each run. */
  finishes: Float64Array | undefined;
  leftOut: number;
  forecast: FinishForecast | undefined;
}

/**
 * The runs through a plan, part by part: each part is simulated when something in it is first asked for, with all
 * targets that have a share in it. The same run of two parts is one run of both, since nothing connects them: in it, what
 * stands in several parts finishes with the last of its shares.
 *
 * The parts of a schedule are connected by whoever works in them, and opened one by one. In each, the order in which
 * people do things connects less: see {@link ConnectedParts}.
 *
 * @typeParam K what targets are known by
 */
export class PlanSimulation<K> {
  readonly #pending = new Map<K, Pending>();
  readonly #inSchedule = new Map<SchedulePart, Pending[]>();
  readonly #inPart = new Map<ConnectedPart, Pending[]>();
  readonly #opened = new Map<SchedulePart, ConnectedParts>();
  /** Of what has been simulated, by the places of the activities. */
  readonly #criticality = new Map<ConnectedPart, Float64Array>();

  /** @param today the first instant of the day, before whose first work nothing that is open is finished */
  constructor(
    targets: ReadonlyMap<K, PlanTarget>,
    private readonly today: Instant,
    private readonly options: ForecastOptions,
  ) {
    for (const [key, target] of targets) {
      const { size: left } = target.activities;
      const pending = { target, shares: new Map(), left, finishes: undefined, leftOut: 0, forecast: undefined };
      this.#pending.set(key, pending);
      for (const part of target.activities.keys()) addTo(this.#inSchedule, part, pending);
    }
  }

  /** When a target is finished; undefined for what is none, and where nothing of it is known. */
  forecast(key: K): FinishForecast | undefined {
    const pending = this.#pending.get(key);
    for (const part of pending?.target.activities.keys() ?? []) this.#open(part);
    for (const part of pending?.shares.keys() ?? []) this.#simulate(part);
    return pending?.forecast;
  }

  /**
   * The criticality index of an activity; undefined for one that is unknown.
   *
   * @param activity its index in the part
   */
  criticality(part: SchedulePart, activity: number): number | undefined {
    const parts = this.#open(part);
    const connected = parts.isKnown(activity) ? parts.of(activity) : undefined;
    return connected && this.#simulate(connected)[connected.placeOf(activity)];
  }

  #open(part: SchedulePart): ConnectedParts {
    const known = this.#opened.get(part);
    if (known) return known;
    const parts = new ConnectedParts(planProblem(part.numbers));
    this.#opened.set(part, parts);
    for (const pending of this.#inSchedule.get(part) ?? []) {
      pending.left--;
      for (const activity of pending.target.activities.get(part) ?? []) {
        const connected = parts.of(activity);
        if (!connected) continue;
        const share = pending.shares.get(connected);
        if (share) share.push(connected.placeOf(activity));
        else {
          pending.shares.set(connected, [connected.placeOf(activity)]);
          pending.left++;
          addTo(this.#inPart, connected, pending);
        }
      }
    }
    return parts;
  }

  /** @returns the criticality of each activity, by its place */
  #simulate(part: ConnectedPart): Float64Array {
    const known = this.#criticality.get(part);
    if (known) return known;
    const here = this.#inPart.get(part) ?? [];
    const runs = partRuns(this.options.runs, part.size);
    const problem = part.problem();
    const simulated = simulatedFinishes(
      { ...problem, targets: here.map(({ shares }) => ({ activities: shares.get(part) ?? [] })) },
      { ...this.options, runs },
    );
    this.#criticality.set(part, simulated.criticality);
    here.forEach((pending, index) => {
      const target = simulated.targets[index];
      if (target) this.#take(pending, target.finishes, target.leftOut);
    });
    return simulated.criticality;
  }

  #take(pending: Pending, finishes: Float64Array, leftOut: number): void {
    pending.leftOut += leftOut;
    pending.left--;
    if (finishes.length > 0) pending.finishes = lastOf(pending.finishes, finishes);
    if (pending.left > 0 || !pending.finishes) return;
    const { limit, isOpen } = pending.target;
    const earliest = isOpen ? this.today + 1 : -Infinity;
    const all = pending.finishes.map((finish) => Math.max(finish, earliest));
    pending.forecast = finishForecast(all, limit, pending.leftOut);
    pending.finishes = undefined;
  }
}

function addTo<K>(lists: Map<K, Pending[]>, key: K, pending: Pending): void {
  const list = lists.get(key);
  if (list) list.push(pending);
  else lists.set(key, [pending]);
}

/** The later finish of each run; of as many runs as both have. */
function lastOf(one: Float64Array | undefined, other: Float64Array): Float64Array {
  if (!one) return other;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return shorter.map((finish, run) => Math.max(finish, longer[run] ?? finish));
}
