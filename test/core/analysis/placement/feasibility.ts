import type { Placement, PlacementProblem } from '../../../../src/core/analysis/placement/placementProblem';

/** What is wrong with a schedule, found period by period and without anything of what made it. */
export function violations(
  problem: PlacementProblem,
  { start, finish }: Pick<Placement, 'start' | 'finish'>,
): string[] {
  return [
    ...brokenLinks(problem, start, finish),
    ...[...start.keys()]
      .filter((activity) => isPlaced(start, activity))
      .flatMap((a) => wrongLength(problem, a, start, finish)),
    ...overloads(problem, start, finish),
  ];
}

const isPlaced = (start: Float64Array, activity: number): boolean => Number.isFinite(start[activity]);

/** The capacity of a resource in a period: that of the last step that begins by then. */
export function capacityIn({ resources }: PlacementProblem, resource: number, period: number): number {
  const { from, amount } = resources[resource]!;
  return amount[from.findLastIndex((instant) => instant <= period)] ?? 0;
}

export function demandsOf({ demands }: PlacementProblem, activity: number): { resource: number; amount: number }[] {
  const places = [...demands.resource.keys()].slice(demands.first[activity], demands.first[activity + 1]);
  return places.map((at) => ({ resource: demands.resource[at]!, amount: demands.amount[at]! }));
}

/** Whether an activity rests in a period because its resources do. */
export function rests(problem: PlacementProblem, activity: number, period: number): boolean {
  if (problem.pauses?.[activity] !== 1) return false;
  return demandsOf(problem, activity).some(({ resource, amount }) => capacityIn(problem, resource, period) < amount);
}

function brokenLinks({ links, fixedStart }: PlacementProblem, start: Float64Array, finish: Float64Array): string[] {
  return [...links.from.keys()].flatMap((link) => {
    const [from, to, lag] = [links.from[link]!, links.to[link]!, links.lag[link]!];
    if (!isPlaced(start, from) || !isPlaced(start, to) || Number.isFinite(fixedStart?.[to])) return [];
    const gap = [
      start[to]! - finish[from]!,
      start[to]! - start[from]!,
      finish[to]! - finish[from]!,
      finish[to]! - start[from]!,
    ][links.type[link]!]!;
    return gap >= lag ? [] : [`link ${link} of ${from} to ${to}: ${gap} instead of ${lag}`];
  });
}

function wrongLength(problem: PlacementProblem, activity: number, start: Float64Array, finish: Float64Array): string[] {
  let worked = 0;
  for (let period = start[activity]!; period < finish[activity]!; period++)
    if (!rests(problem, activity, period)) worked++;
  const isRight = worked === problem.duration[activity];
  return isRight ? [] : [`activity ${activity} works ${worked} instead of ${problem.duration[activity]}`];
}

function overloads(problem: PlacementProblem, start: Float64Array, finish: Float64Array): string[] {
  const found: string[] = [];
  const last = Math.max(0, ...finish.filter(Number.isFinite));
  problem.resources.forEach((_, resource) => {
    for (let period = 0; period < last; period++) {
      const used = [...start.keys()]
        .filter(
          (activity) => start[activity]! <= period && period < finish[activity]! && !rests(problem, activity, period),
        )
        .flatMap((activity) => demandsOf(problem, activity))
        .reduce((sum, demand) => sum + (demand.resource === resource ? demand.amount : 0), 0);
      const capacity = capacityIn(problem, resource, period);
      if (used > capacity) found.push(`resource ${resource} in ${period}: ${used} of ${capacity}`);
    }
  });
  return found;
}
