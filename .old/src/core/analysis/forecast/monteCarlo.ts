import { noInstant } from '../network/links';
import type { Forecast, ForecastOptions, ForecastProblem, ForecastTarget, TargetForecast } from './forecastProblem';
import { percentile, shareBy } from './percentile';
import { SimulatedLengths } from './simulatedLengths';
import { type SimulatedNetwork, simulatedNetwork } from './simulatedNetwork';
import { runsAtOnce, SimulatedRuns } from './simulatedRuns';

/** More takes minutes and changes no date. */
const mostRuns = 1_000_000;

/**
 * When the targets of a network are finished, if lengths are not certain: the network is run through many times, each
 * time with lengths drawn anew, and the finishes are counted (Van Slyke, "Monte Carlo methods and the PERT problem",
 * Operations Research 11, 1963). Lengths are drawn independently of each other.
 *
 * An activity is critical in a run if it is the last of its group to finish, or if a critical one starts when it does
 * because of it; where several are last or drive at once, all of them are. In plain time these are the activities that
 * criticalPath leaves no float, also through links into other groups. With several calendars they are more: a weekend
 * that only one of two activities has is float, but no reason to break off the path that leads to the finish. The path
 * ends at stated dates, since nothing that comes before moves them.
 *
 * O(runs × (activities + links)) and as many steps of the calendars. Never throws for numbers of any value: without a
 * whole number of runs from 1 up all is unknown.
 */
export function simulate(problem: ForecastProblem, options: ForecastOptions): Forecast {
  const { targets, criticality } = simulatedFinishes(problem, options);
  return {
    targets: targets.map(({ finishes, leftOut }, index) =>
      targetForecast(finishes.sort(), leftOut, problem.targets[index]?.limit),
    ),
    criticality,
  };
}

/** The finishes of a target in the order of the runs, for whoever puts targets of several simulations together. */
export interface SimulatedTarget {
  /** Empty where no activity of it is known. */
  readonly finishes: Float64Array;
  readonly leftOut: number;
}

/**
 * The runs of {@link simulate}. The same run of two problems with one seed has the same lengths for the same keys, so
 * that of two problems without a link between them a run of both is the run of each.
 */
export function simulatedFinishes(
  problem: ForecastProblem,
  { runs, seed, distribution }: ForecastOptions,
): { readonly targets: readonly SimulatedTarget[]; readonly criticality: Float64Array } {
  const { network, targets } = problem;
  const simulated = simulatedNetwork(network);
  const { activity, place } = simulated;
  const count = Number.isInteger(runs) && runs > 0 ? Math.min(runs, mostRuns) : 0;
  const lengths = new SimulatedLengths(
    Float64Array.from(activity, (index) => network.duration[index] ?? 0),
    Array.from(activity, (index) => problem.lengths[index]),
    Array.from(activity, (index) => problem.keys[index] ?? ''),
    seed,
    distribution,
  );
  const made = new SimulatedRuns(simulated, lengths);
  const members = targets.map((target) => placesOf(target, simulated));
  const finishes = members.map(({ length }) => new Float64Array(length > 0 ? count : 0));
  for (let done = 0; done < count; done += runsAtOnce) {
    const counted = Math.min(runsAtOnce, count - done);
    made.next(counted);
    members.forEach((places, target) => {
      if (places.length > 0) finishes[target]?.set(lastFinishes(places, made.finish).subarray(0, counted), done);
    });
  }
  return {
    targets: targets.map(({ activities }, index) => ({
      finishes: finishes[index] ?? new Float64Array(),
      leftOut: activities.length - (members[index]?.length ?? 0),
    })),
    criticality: Float64Array.from(place, (at) => (count > 0 ? (made.criticalRuns[at] ?? 0) / count : 0)),
  };
}

/** The places of the known activities of a target. */
function placesOf({ activities }: ForecastTarget, { place }: SimulatedNetwork): Int32Array {
  return Int32Array.from(activities, (index) => place[index] ?? -1).filter((at) => at >= 0);
}

/** The last finish of some places in each of the runs that were made at once. */
function lastFinishes(places: Int32Array, finish: Float64Array): Float64Array {
  const last = new Float64Array(runsAtOnce).fill(noInstant);
  for (const place of places) {
    for (let run = 0; run < runsAtOnce; run++) {
      const own = finish[place * runsAtOnce + run] ?? 0;
      if (own > (last[run] ?? 0)) last[run] = own;
    }
  }
  return last;
}

/** @param finishes ascending */
function targetForecast(finishes: Float64Array, leftOut: number, limit = NaN): TargetForecast {
  const [p50, p80, p95] = [percentile(finishes, 50), percentile(finishes, 80), percentile(finishes, 95)];
  const meetsLimit = shareBy(finishes, limit);
  return {
    finishes,
    ...(p50 !== undefined && { p50 }),
    ...(p80 !== undefined && { p80 }),
    ...(p95 !== undefined && { p95 }),
    ...(meetsLimit !== undefined && { meetsLimit }),
    leftOut,
  };
}
