import type { PlanFile } from '../../plan/planFile';
import type { Instant } from '../calendar';
import type { Schedule } from './scheduledWork';

/**
 * How long the critical path of a project still is: from today, or from its first critical work where that is later, to
 * the end of its last, by the network without the limits of people. What it waits for in between is part of it.
 *
 * @param today the first instant of the day
 * @returns working minutes of the project's calendar; undefined where nothing that is open is critical
 */
export function criticalLength(schedule: Pick<Schedule, 'in'>, file: PlanFile, today: Instant): number | undefined {
  const critical = schedule.in(file).filter((scheduled) => scheduled.critical);
  let [first, last] = [Infinity, -Infinity];
  for (const { early } of critical) {
    first = Math.min(first, early?.start ?? Infinity);
    last = Math.max(last, early?.finish ?? -Infinity);
  }
  return last < Infinity && first <= last ? critical[0]?.calendar.between(Math.max(first, today), last) : undefined;
}
