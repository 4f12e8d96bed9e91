import type { AnyEntity } from '../plan/entity';
import type { Feature, Item, Milestone } from '../plan/generated/entities';
import { isDropped } from './openWork';

/** What can wait for something else. */
export type Waiting = Item | Milestone | Feature;

/** Whether a thing can wait for something: items, milestones and features that are not dropped. */
export function canWait(entity: AnyEntity): entity is Waiting {
  if (entity.kind === 'item') return !isDropped(entity as Item);
  if (entity.kind === 'feature') return (entity as Feature).fields.status?.value !== 'dropped';
  return entity.kind === 'milestone';
}
