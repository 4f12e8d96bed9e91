import type { Instant } from '../calendar';
import { ConnectedParts } from './connectedParts';
import { finishForecast, type FinishForecast } from './finishForecast';
import type { ForecastOptions } from './forecastProblem';
import { simulatedFinishes } from './monteCarlo';
import type { PlanProblem } from './planProblem';
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
  /** The parts that it stands in, with its activities there. */
  readonly shares: ReadonlyMap<number, readonly number[]>;
  /** Its last finish so far in each run. */
  finishes: Float64Array | undefined;
  leftOut: number;
  left: number;
  forecast: FinishForecast | undefined;
}

/**
 * The runs through a plan, part by part: each part is simulated when something in it is first asked for, with all
 * targets that have a share in it. The same run of two parts is one run of both, since nothing connects them: in it, what
 * stands in several parts finishes with the last of its shares.
 *
 * @typeParam K what targets are known by
 */
export class PlanSimulation<K> {
  readonly #parts: ConnectedParts;
  readonly #pending = new Map<K, Pending>();
  readonly #inPart = new Map<number, Pending[]>();
  readonly #criticality: Float64Array;
  readonly #isSimulated = new Set<number>();

  /** @param today the first instant of the day, before whose first work nothing that is open is finished */
  constructor(
    private readonly problem: PlanProblem,
    targets: ReadonlyMap<K, PlanTarget>,
    private readonly today: Instant,
    private readonly options: ForecastOptions,
  ) {
    this.#parts = new ConnectedParts(problem);
    this.#criticality = new Float64Array(problem.network.count);
    for (const [key, target] of targets) this.#pending.set(key, this.#pendingOf(target));
  }

  /** When a target is finished; undefined for what is none, and where nothing of it is known. */
  forecast(key: K): FinishForecast | undefined {
    const pending = this.#pending.get(key);
    for (const part of pending?.shares.keys() ?? []) this.#simulate(part);
    return pending?.forecast;
  }

  /** The criticality index of an activity; undefined for one that is unknown. */
  criticality(activity: number): number | undefined {
    if (Number.isNaN(this.problem.network.duration[activity] ?? NaN)) return undefined;
    this.#simulate(this.#parts.of(activity));
    return this.#criticality[activity];
  }

  #pendingOf(target: PlanTarget): Pending {
    const shares = new Map<number, number[]>();
    for (const activity of target.activities) {
      const part = this.#parts.of(activity);
      const place = this.#parts.placeOf(activity);
      const share = shares.get(part);
      if (share) share.push(place);
      else shares.set(part, [place]);
    }
    const pending = { target, shares, finishes: undefined, leftOut: 0, left: shares.size, forecast: undefined };
    for (const part of shares.keys()) {
      const others = this.#inPart.get(part);
      if (others) others.push(pending);
      else this.#inPart.set(part, [pending]);
    }
    return pending;
  }

  #simulate(part: number): void {
    if (this.#isSimulated.has(part)) return;
    this.#isSimulated.add(part);
    const here = this.#inPart.get(part) ?? [];
    const activities = this.#parts.activities(part);
    const runs = partRuns(this.options.runs, activities.length);
    const { targets, criticality } = simulatedFinishes(
      {
        ...this.#parts.problemOf(part),
        targets: here.map(({ shares }) => ({ activities: shares.get(part) ?? [] })),
      },
      { ...this.options, runs },
    );
    activities.forEach((activity, place) => {
      this.#criticality[activity] = criticality[place] ?? 0;
    });
    here.forEach((pending, index) => {
      const simulated = targets[index];
      if (simulated) this.#take(pending, simulated.finishes, simulated.leftOut);
    });
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

/** The later finish of each run; of as many runs as both have. */
function lastOf(one: Float64Array | undefined, other: Float64Array): Float64Array {
  if (!one) return other;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return shorter.map((finish, run) => Math.max(finish, longer[run] ?? finish));
}
