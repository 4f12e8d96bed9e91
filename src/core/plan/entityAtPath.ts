import { fieldOf, type AnyEntity } from './entity';
import type { PlanFile } from './planFile';

/**
 * The entity that stands at a path of a file, that of the whole file for an empty one; of keys that repeat, the first.
 * Goes down from the root of the file, so that it takes no longer in a file of many entries.
 *
 * @returns undefined where there is none
 */
export function entityAtPath({ root }: PlanFile, path: readonly string[]): AnyEntity | undefined {
  let at: AnyEntity | undefined = root;
  while (at && at.path.length < path.length) at = partOf(at, path);
  return at;
}

/** The entity within another one that leads on to a path. */
function partOf(entity: AnyEntity, path: readonly string[]): AnyEntity | undefined {
  const depth = entity.path.length;
  const value = fieldOf(entity, path[depth] ?? '')?.value;
  if (!Array.isArray(value)) return isEntity(value) ? value : undefined;
  return value.find((part): part is AnyEntity => {
    // One that stands for a list of one has no index in its path.
    if (!isEntity(part) || part.path.length > path.length) return false;
    return part.path.length === depth + 1 || part.path[depth + 1] === path[depth + 1];
  });
}

function isEntity(value: unknown): value is AnyEntity {
  return typeof value === 'object' && value !== null && 'fields' in value && 'path' in value;
}
