import type { ProjectFile } from '../../plan/planFile';
import type { Instant } from '../calendar';
import type { Schedule } from './scheduledWork';

/**
 * How long the critical path of a project still is: from today, or from its first work where that is later, until all
 * of it can be finished at the earliest, by the network without the limits of people. What it waits for is part of it.
 *
 * @param today the first instant of the day
 * @returns working minutes of the project's calendar; undefined where nothing that has dates is still to be done
 */
export function criticalLength(schedule: Pick<Schedule, 'in'>, file: ProjectFile, today: Instant): number | undefined {
  let [first, last] = [Infinity, -Infinity];
  let calendar;
  for (const scheduled of schedule.in(file)) {
    const { early } = scheduled;
    if (!early || early.finish <= today) continue;
    first = Math.min(first, early.start);
    last = Math.max(last, early.finish);
    calendar = scheduled.calendar;
  }
  return calendar?.between(Math.max(first, today), last);
}
