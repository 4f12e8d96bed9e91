import type { Plan, Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';

/** The work that a reference in a file leads to. */
export function referredWork(plan: Plan, reference: Reference, file: PlanFile): Work | undefined {
  // Most of what is waited for stands in the same file.
  if (reference.file === undefined && reference.to === 'work') return plan.work(file).get(reference.id);
  const resolution = plan.resolve(reference, file);
  return resolution.status === 'found' ? (resolution.entity as Work) : undefined;
}
