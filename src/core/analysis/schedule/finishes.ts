import type { Work } from '../../plan/plan';
import type { Stepwise } from '../../stepwise';
import { finishDay } from '../calendar';
import { noInstant } from '../network/links';
import type { FileSchedule } from './fileSchedule';

/** The feasible finishes of some work, by its place in a list. */
export interface Finishes {
  /** `noInstant` where the finish is not known, or beyond the years of a plan. */
  readonly instants: Float64Array;
  /** The day that people are shown for it; 0 where there is none. */
  readonly days: Int32Array;
}

/** How many finishes are read in one step. */
const finishesPerStep = 4096;

/**
 * The finishes of a lot of work of a file, as `PlanSchedule.finish` has them one by one. Work in source order is found in
 * one pass over the activities of the file.
 *
 * @param schedule of the file; without it nothing is known
 */
export function* findingFinishes(works: readonly Work[], schedule?: FileSchedule): Stepwise<Finishes> {
  const finishes = { instants: new Float64Array(works.length).fill(noInstant), days: new Int32Array(works.length) };
  if (!schedule) return finishes;
  let own = 0;
  for (let at = 0; at < works.length; at += finishesPerStep) {
    own = addFinishes(finishes, works, at, schedule, own);
    yield;
  }
  return finishes;
}

/**
 * Adds the finishes of one step.
 *
 * @param own the activity of the file from which on that of the first work is looked for
 * @returns that of the last one
 */
function addFinishes(
  { instants, days }: Finishes,
  works: readonly Work[],
  first: number,
  schedule: FileSchedule,
  own: number,
): number {
  const { nodes } = schedule.network;
  const { numbers, offset } = schedule.source;
  const { start, finish } = numbers.placement;
  const end = Math.min(works.length, first + finishesPerStep);
  for (let at = first; at < end; at++) {
    const work = works[at];
    if (!work) break;
    while (own < nodes.length && nodes[own]?.work !== work) own++;
    const instant = finish[own + offset] ?? noInstant;
    // How the one instant of what takes no time is read is another question.
    const takesTime = nodes[own]?.part === 'leaf' && instant !== start[own + offset];
    const day = takesTime ? finishDay(instant) : undefined;
    const shown = takesTime ? undefined : schedule.finish(work);
    if (day === undefined && !shown) continue;
    instants[at] = shown?.instant ?? instant;
    days[at] = shown?.day ?? day ?? 0;
  }
  return own;
}
