import type { PlanAnalysis } from '../../src/core/analysis/planAnalysis';

/** Reads the dates and floats of a project by its number, of all work where none is given. */
export function datesRead({ plan, schedule }: PlanAnalysis, project?: number): number {
  let sum = 0;
  for (const file of plan.files.values()) {
    if (project !== undefined && file.id !== `project-${String(project)}`) continue;
    for (const { start = 0, finish = 0, totalFloat = 0 } of schedule.in(file)) sum += finish - start + totalFloat;
  }
  return sum;
}
