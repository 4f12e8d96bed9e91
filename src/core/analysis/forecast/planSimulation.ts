import type { Instant } from '../calendar';
import type { SchedulePart } from '../schedule/schedulePart';
import { ConnectedParts, type ConnectedPart } from './connectedParts';
import { finishForecast, type FinishForecast } from './finishForecast';
import type { ForecastOptions } from './forecastProblem';
import { simulationSteps, type SimulatedFinishes } from './monteCarlo';
import { planProblem } from './planProblem';
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
  /** The connected parts of which some runs are made. */
  readonly #begun = new Map<ConnectedPart, ReturnType<typeof simulationSteps>>();
  /** Of those that have been simulated, by the places of the activities. */
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
    for (const part of this.#partsOf(key)) this.#simulate(part);
    return this.known(key);
  }

  /** The same, where nothing has to be simulated for it. */
  known(key: K): FinishForecast | undefined {
    return this.#pending.get(key)?.forecast;
  }

  /** How often an activity has to be run through before the forecast of a target is known; 0 for what is none. */
  activityRuns(key: K): number {
    const left = this.#partsOf(key).filter((part) => !this.#criticality.has(part));
    return left.reduce((sum, part) => sum + part.size * this.#runsOf(part), 0);
  }

  /**
   * Works towards the forecast of a target, a step each time that it is asked for the next. Each step says how often an
   * activity was run through in it.
   */
  *steps(key: K): Generator<number, undefined, undefined> {
    for (const part of this.#partsOf(key)) {
      while (!this.#advance(part)) yield part.size * runsAtOnce;
    }
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

  /** The connected parts that a target stands in. */
  #partsOf(key: K): readonly ConnectedPart[] {
    const pending = this.#pending.get(key);
    for (const part of pending?.target.activities.keys() ?? []) this.#open(part);
    return [...(pending?.shares.keys() ?? [])];
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

  #runsOf(part: ConnectedPart): number {
    return partRuns(this.options.runs, part.size);
  }

  /** @returns the criticality of each activity, by its place */
  #simulate(part: ConnectedPart): Float64Array {
    for (;;) {
      const criticality = this.#advance(part);
      if (criticality) return criticality;
    }
  }

  /** Makes the next few runs through a part. @returns what `#simulate` does, once all are made */
  #advance(part: ConnectedPart): Float64Array | undefined {
    const known = this.#criticality.get(part);
    if (known) return known;
    const steps = this.#begun.get(part) ?? this.#begin(part);
    const step = steps.next();
    if (step.done !== true) return undefined;
    this.#begun.delete(part);
    this.#finish(part, step.value);
    return step.value.criticality;
  }

  #begin(part: ConnectedPart): ReturnType<typeof simulationSteps> {
    const here = this.#inPart.get(part) ?? [];
    const targets = here.map(({ shares }) => ({ activities: shares.get(part) ?? [] }));
    const problem = { ...part.problem(), targets };
    const steps = simulationSteps(problem, { ...this.options, runs: this.#runsOf(part) });
    this.#begun.set(part, steps);
    return steps;
  }

  #finish(part: ConnectedPart, { targets, criticality }: SimulatedFinishes): void {
    this.#criticality.set(part, criticality);
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
