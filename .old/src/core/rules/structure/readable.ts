import type { PlanFile } from '../../plan/planFile';

/** Whether a file holds a plan of the other kind: of such a file nothing else is said. */
export function isWrongKind(file: PlanFile): boolean {
  return file.wrongKind !== undefined;
}
