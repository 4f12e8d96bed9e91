import type { Instant } from '../calendar';
import { ConnectedParts } from './connectedParts';
import { finishForecast, type FinishForecast } from './finishForecast';
import type { ForecastOptions } from './forecastProblem';
import { simulationSteps, type SimulatedFinishes } from './monteCarlo';
import type { PlanProblem } from './planProblem';
import type { PlanTarget } from './planTargets';
import { runsAtOnce } from './simulatedRuns';

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
  /** The parts of which some runs are made. */
  readonly #begun = new Map<number, ReturnType<typeof simulationSteps>>();

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
    for (const part of this.#partsOf(key)) this.#simulate(part);
    return this.known(key);
  }

  /** The same, where nothing has to be simulated for it. */
  known(key: K): FinishForecast | undefined {
    return this.#pending.get(key)?.forecast;
  }

  /** How often an activity has to be run through before the forecast of a target is known; 0 for what is none. */
  activityRuns(key: K): number {
    const left = this.#partsOf(key).filter((part) => !this.#isSimulated.has(part));
    return left.reduce((sum, part) => sum + this.#activityRunsOf(part), 0);
  }

  /**
   * Works towards the forecast of a target, a step each time that it is asked for the next. Each step says how often an
   * activity was run through in it.
   */
  *steps(key: K): Generator<number, undefined, undefined> {
    for (const part of this.#partsOf(key)) {
      const { length } = this.#parts.activities(part);
      while (!this.#advance(part)) yield length * runsAtOnce;
    }
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

  #partsOf(key: K): readonly number[] {
    return [...(this.#pending.get(key)?.shares.keys() ?? [])];
  }

  #activityRunsOf(part: number): number {
    const { length } = this.#parts.activities(part);
    return length * partRuns(this.options.runs, length);
  }

  #simulate(part: number): void {
    while (!this.#advance(part));
  }

  /** Makes the next few runs through a part. @returns whether all are made */
  #advance(part: number): boolean {
    if (this.#isSimulated.has(part)) return true;
    const steps = this.#begun.get(part) ?? this.#begin(part);
    const step = steps.next();
    if (step.done !== true) return false;
    this.#begun.delete(part);
    this.#isSimulated.add(part);
    this.#finish(part, step.value);
    return true;
  }

  #begin(part: number): ReturnType<typeof simulationSteps> {
    const here = this.#inPart.get(part) ?? [];
    const { length } = this.#parts.activities(part);
    const targets = here.map(({ shares }) => ({ activities: shares.get(part) ?? [] }));
    const problem = { ...this.#parts.problemOf(part), targets };
    const steps = simulationSteps(problem, { ...this.options, runs: partRuns(this.options.runs, length) });
    this.#begun.set(part, steps);
    return steps;
  }

  #finish(part: number, { targets, criticality }: SimulatedFinishes): void {
    this.#parts.activities(part).forEach((activity, place) => {
      this.#criticality[activity] = criticality[place] ?? 0;
    });
    this.#inPart.get(part)?.forEach((pending, index) => {
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
