import { type ActivityNetwork, unknownReason } from './activityNetwork';
import { fixedEnd } from './earlyDates';
import { noInstant, stated } from './links';
import type { TimeSteps } from './timeArithmetic';
import type { Topology } from './topology';
import type { Unknowns } from './unknowns';

/** What is known of the activities before they have any dates. */
export interface ActivityLengths {
  /** The working time of each activity: its duration, or what its stated dates leave. */
  readonly length: Float64Array;
  /** Bits of {@link fixedEnd}. */
  readonly fixed: Uint8Array;
  /** 1 for work that takes time, and has no stated dates. */
  readonly isPlain: Uint8Array;
}

/** Finds the lengths, which links to a finish need before the turn of its activity comes, and what has none. */
export function activityLengths(
  network: ActivityNetwork,
  { cycles }: Topology,
  unknowns: Unknowns,
  steps: TimeSteps,
): ActivityLengths {
  const { count, duration, fixedStart, fixedFinish, firstOf } = network;
  const length = new Float64Array(count);
  const fixed = statedEnds(count, fixedStart, fixedFinish);
  const isPlain = new Uint8Array(count);
  for (let activity = 0; activity < count; activity++) {
    const own = duration[activity] ?? NaN;
    if (fixed[activity] === bothEnds) {
      const start = fixedStart?.[activity] ?? 0;
      const finish = fixedFinish?.[activity] ?? 0;
      if (finish < start) unknowns.lose(activity, unknownReason.finishBeforeStart, -1);
      else length[activity] = steps.between(network.calendar?.[activity] ?? 0, start, finish);
    } else if (own >= 0 && own < Infinity) {
      length[activity] = own;
      if (own > 0 && fixed[activity] === 0) isPlain[activity] = 1;
    } else unknowns.lose(activity, unknownReason.noLength, -1);
  }
  for (const member of cycles.flatMap((cycle) => [...cycle])) {
    unknowns.lose(member, unknownReason.cycle, -1);
    isPlain[member] = 0;
  }
  firstOf?.forEach((isFirst, activity) => {
    if (isFirst === 1) isPlain[activity] = 0;
  });
  return { length, fixed, isPlain };
}

const bothEnds = fixedEnd.start | fixedEnd.finish;

/** Which dates are stated. */
function statedEnds(count: number, fixedStart?: Float64Array, fixedFinish?: Float64Array): Uint8Array {
  const fixed = new Uint8Array(count);
  if (!fixedStart && !fixedFinish) return fixed;
  for (let activity = 0; activity < count; activity++) {
    const start = stated(fixedStart, activity) === noInstant ? 0 : fixedEnd.start;
    const finish = stated(fixedFinish, activity) === noInstant ? 0 : fixedEnd.finish;
    fixed[activity] = start | finish;
  }
  return fixed;
}
