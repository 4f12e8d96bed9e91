import type { Placement, PlacementProblem } from '../../../../src/core/analysis/placement/placementProblem';
import { TimeSteps } from '../../../../src/core/analysis/network/timeArithmetic';

/** What is wrong with a schedule, found period by period and without anything of what made it. */
export function violations(
  problem: PlacementProblem,
  { start, finish }: Pick<Placement, 'start' | 'finish'>,
): string[] {
  const placed = [...start.keys()].filter((activity) => isPlaced(start, activity));
  return [
    ...brokenLinks(problem, start, finish),
    ...placed.flatMap((activity) => wrongLength(problem, activity, start, finish)),
    ...overloads(problem, start, finish),
  ];
}

interface Demand {
  readonly resource: number;
  readonly amount: number;
  readonly shift: number;
}

const isPlaced = (start: Float64Array, activity: number): boolean => Number.isFinite(start[activity]);

/** The capacity of a resource in a period: that of the last step that begins by then. */
export function capacityIn({ resources }: PlacementProblem, resource: number, period: number): number {
  const { from, amount } = resources[resource]!;
  return amount[from.findLastIndex((instant) => instant <= period)] ?? 0;
}

export function demandsOf({ demands }: PlacementProblem, activity: number): Demand[] {
  const places = [...demands.resource.keys()].slice(demands.first[activity], demands.first[activity + 1]);
  return places
    .map((at) => ({ resource: demands.resource[at]!, amount: demands.amount[at]!, shift: demands.shift?.[at] ?? -1 }))
    .filter(({ amount }) => amount > 0);
}

export function isOnDuty({ shifts = [] }: PlacementProblem, shift: number, period: number): boolean {
  return shift === -1 || shifts[shift]!.nextOn(period) === period;
}

function isEffort({ effort }: PlacementProblem, activity: number): boolean {
  return (effort?.[activity] ?? NaN) >= 0;
}

export function lengthOf(problem: PlacementProblem, activity: number): number {
  return (isEffort(problem, activity) ? problem.effort! : problem.duration)[activity]!;
}

/** Whether any date of an activity is stated. */
export function isStated({ fixedStart, fixedFinish }: PlacementProblem, activity: number): boolean {
  return Number.isFinite(fixedStart?.[activity]) || Number.isFinite(fixedFinish?.[activity]);
}

function hasBothStated({ fixedStart, fixedFinish }: PlacementProblem, activity: number): boolean {
  return Number.isFinite(fixedStart?.[activity]) && Number.isFinite(fixedFinish?.[activity]);
}

/** Whether an activity that has begun and not finished goes on in a period. */
export function runs(problem: PlacementProblem, activity: number, period: number): boolean {
  if (hasBothStated(problem, activity)) return true;
  if (!isEffort(problem, activity)) return isOnDuty(problem, problem.shift?.[activity] ?? -1, period);
  return demandsOf(problem, activity).some(({ shift }) => isOnDuty(problem, shift, period));
}

/** When an activity finishes that starts in a period, counted one by one. */
export function finishFrom(problem: PlacementProblem, activity: number, start: number): number {
  let finish = start;
  let left = lengthOf(problem, activity);
  for (let period = start; left > 1e-9 && period < 1000; period++) {
    if (!runs(problem, activity, period)) continue;
    const rate = !isEffort(problem, activity)
      ? 1
      : demandsOf(problem, activity).reduce(
          (sum, { amount, shift }) => sum + (isOnDuty(problem, shift, period) ? amount : 0),
          0,
        );
    if (finish === start) finish = period;
    if (left >= rate / 2) finish = period + 1;
    left -= rate;
  }
  return finish;
}

function brokenLinks(problem: PlacementProblem, start: Float64Array, finish: Float64Array): string[] {
  const { links, firstOf, time, lagCalendar } = problem;
  const steps = new TimeSteps(time);
  const kept = [...links.from.keys()].map((link) => {
    const [from, to, type] = [links.from[link]!, links.to[link]!, links.type[link]!];
    if (!isPlaced(start, from) || !isPlaced(start, to) || isStated(problem, to)) return undefined;
    const base = (type & 1 ? start : finish)[from]!;
    const earliest = steps.later(lagCalendar?.[link] ?? 0, base, links.lag[link]!);
    if ((type & 2) === 0) return start[to]! >= earliest;
    for (let period = finish[to]!; period < earliest; period++) {
      if (lengthOf(problem, to) === 0 || runs(problem, to, period)) return false;
    }
    return true;
  });
  return [...start.keys()].flatMap((activity) => {
    const own = kept.filter((_, link) => links.to[link] === activity).filter((isKept) => isKept !== undefined);
    const isRight = firstOf?.[activity] === 1 && own.length > 0 ? own.includes(true) : !own.includes(false);
    return isRight ? [] : [`activity ${activity} does not wait for its links`];
  });
}

function wrongLength(problem: PlacementProblem, activity: number, start: Float64Array, finish: Float64Array): string[] {
  const { fixedStart, fixedFinish } = problem;
  const from = start[activity]!;
  const to = finish[activity]!;
  const is = `activity ${activity} goes from ${from} to ${to}`;
  if (Number.isFinite(fixedStart?.[activity]) && from !== fixedStart![activity]) return [`${is}, against its start`];
  if (Number.isFinite(fixedFinish?.[activity])) {
    if (to !== fixedFinish![activity]) return [`${is}, against its finish`];
    if (hasBothStated(problem, activity)) return [];
    const isLatest = lengthOf(problem, activity) === 0 ? from === to : finishFrom(problem, activity, from + 1) > to;
    return finishFrom(problem, activity, from) <= to && isLatest ? [] : [`${is}, and could start later`];
  }
  const right = finishFrom(problem, activity, from);
  return to === right ? [] : [`${is} instead of ${right}`];
}

/** Where there is too little, and not only for what is stated. */
function overloads(problem: PlacementProblem, start: Float64Array, finish: Float64Array): string[] {
  const found: string[] = [];
  const last = Math.max(0, ...finish.filter(Number.isFinite));
  problem.resources.forEach((_, resource) => {
    for (let period = 0; period < last; period++) {
      const takers = [...start.keys()]
        .filter((activity) => start[activity]! <= period && period < finish[activity]!)
        .filter((activity) => runs(problem, activity, period));
      const used = (activities: readonly number[]): number =>
        activities
          .flatMap((activity) => demandsOf(problem, activity))
          .filter((demand) => demand.resource === resource && isOnDuty(problem, demand.shift, period))
          .reduce((sum, { amount }) => sum + amount, 0);
      const capacity = capacityIn(problem, resource, period);
      const isForced = used(takers.filter((activity) => !isStated(problem, activity))) === 0;
      if (used(takers) > capacity && !isForced) {
        found.push(`resource ${resource} in ${period}: ${used(takers)} of ${capacity}`);
      }
    }
  });
  return found;
}
