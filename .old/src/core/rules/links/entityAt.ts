import type { Entities } from '../../plan/generated/entities';
import { definitionsOf, type PlanFile } from '../../plan/planFile';

/** The entity of a kind that stands at a path of a file; undefined where there is none any more. */
export function entityAt<K extends keyof Entities>(
  file: PlanFile,
  kind: K,
  path: readonly string[],
): Entities[K] | undefined {
  const key = path.join('\0');
  return definitionsOf(file, kind).find((entity) => entity.path.join('\0') === key);
}
