import type { PlanAnalysis } from '../analysis/planAnalysis';
import { projectFinish, type ProjectFinish } from '../analysis/projectFinish';
import type { ProjectFile } from '../plan/planFile';
import type { State, StateKind } from './model';
import { dayText, sentenceCase } from './texts';

/** The word of an enumerated state goes with its shape. */
export function stateOf(kind: StateKind): State {
  return { kind, text: kind === 'todo' ? 'To do' : sentenceCase(kind) };
}

/** How a project stands: closed, else by its manager's own call, else by what has come of its items, else of its phase. */
export function projectState(analysis: PlanAnalysis, file: ProjectFile): State {
  const { phase, health } = file.root?.fields ?? {};
  if (phase?.value === 'closed') return { kind: 'done', text: 'Closed' };
  if (health) return stateOf(health.value);
  const rolledUp = analysis.progress(file).total?.status;
  const begun = phase?.value === 'execution' || phase?.value === 'closure';
  return stateOf(!rolledUp || (rolledUp === 'todo' && begun) ? (begun ? 'in-progress' : 'todo') : rolledUp);
}

/** What stands beside a project in a list: `9 Oct`, `10 Nov, 2 d late`, `paused`. */
export function promiseText(analysis: PlanAnalysis, file: ProjectFile): string | undefined {
  const { health, phase } = file.root?.fields ?? {};
  if (health?.value === 'paused' && phase?.value !== 'closed') return 'paused';
  const finish = projectFinish(analysis, file);
  if (!finish) return undefined;
  const late = latenessText(finish);
  return late ? `${dayText(finish.day, analysis.today)}, ${late}` : dayText(finish.day, analysis.today);
}

/** `2 d late`, `3 d overdue`; undefined for what is neither. */
export function latenessText({
  daysLate,
  daysOverdue,
}: Pick<ProjectFinish, 'daysLate' | 'daysOverdue'>): string | undefined {
  if (daysOverdue > 0) return `${String(daysOverdue)} d overdue`;
  return daysLate > 0 ? `${String(daysLate)} d late` : undefined;
}
