import type { DiagnosticOptions } from '../features/diagnostics';
import type { PlanState } from '../features/planState';
import type { Plan } from '../plan/plan';
import type { Finding } from '../rules/finding';

/** A plan of fewer things is checked before anybody could read what is found first. */
const manyThings = 1_000;

/** Whether what is found of form and references in a plan is worth to be told before the rest is. */
export function isWorthTelling({ complete, plan, findingsSoFar }: PlanState): boolean {
  return !complete || (findingsSoFar() !== undefined && isLarge(plan));
}

/** The findings of a file of which diagnostics are made. Where those of form and references are enough, no others are looked for. */
export function findingsFor(state: PlanState, uri: string, { part }: DiagnosticOptions): readonly Finding[] {
  return part === 'first' ? state.firstFindings(uri) : state.findings(uri);
}

function isLarge({ files }: Plan): boolean {
  let things = 0;
  for (const { definitions } of files.values()) {
    things += definitions.length;
    if (things >= manyThings) return true;
  }
  return false;
}
