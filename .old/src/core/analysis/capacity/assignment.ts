import type { Item } from '../../plan/generated/entities';
import type { Booking } from '../schedule/scheduledWork';

/** Where an item names somebody who works on it: among its assignees, else as its owner. */
export function assignmentPlace({ item, person }: Pick<Booking, 'item' | 'person'>): Item['key'] {
  const { assignees, owner } = item.fields;
  return assignees?.value.find(({ key }) => key.value.id === person)?.key.at ?? owner?.at ?? item.key;
}
