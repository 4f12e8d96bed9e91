import { editedFile } from '../../edit/editedFile';
import { standsAlone } from '../../edit/stretches';
import type { AnyEntity } from '../../plan/entity';
import type { Entities } from '../../plan/generated/entities';
import { entityAtPath } from '../../plan/entityAtPath';
import type { PlanFile } from '../../plan/planFile';
import { placeOf } from '../../syntax/tree';
import type { Step } from '../cursor';
import type { RefactoringPlace } from './refactoring';

type Kind = keyof Entities;

/** The innermost entity of one of these kinds that holds the place; undefined where another one of the same key is meant. */
export function entityAt<K extends Kind>(
  { file, steps }: Pick<RefactoringPlace, 'file' | 'steps'>,
  kinds: readonly K[],
): Entities[K] | undefined {
  for (const step of [...steps].reverse()) {
    const entity = entityAtPath(file, step.path);
    if (entity && isOneOf(entity, kinds)) return stands(step, entity) ? entity : undefined;
  }
  return undefined;
}

/**
 * Whether all of what stands at a path is written there and only there: no part of it is an alias, is merged in, or has
 * an anchor by which it may stand elsewhere too.
 */
export function isWrittenOnce({ document }: PlanFile, path: readonly string[]): boolean {
  const target = editedFile(document).locate(path);
  const isPlain = target?.steps.every(({ node }) => node?.kind !== 'alias' && node?.anchor === undefined);
  return isPlain === true && standsAlone(target?.node);
}

function isOneOf<K extends Kind>(entity: AnyEntity, kinds: readonly K[]): entity is Entities[K] {
  return kinds.some((kind) => kind === entity.kind);
}

/** Of entries with the same key the first is the entity; the others are a mistake that stands elsewhere. */
function stands({ pair }: Step, { key }: AnyEntity): boolean {
  if (!pair) return true;
  const { piece, start } = placeOf(pair.key);
  return key.piece === piece && key.start === start;
}
