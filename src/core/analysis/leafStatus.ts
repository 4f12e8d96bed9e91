import type { Item } from '../plan/generated/entities';

export type ItemStatus = NonNullable<Item['fields']['status']>['value'];

/** The status of an item without children: what has a finish is done, whatever else is written of it. */
export function leafStatus({ fields: { status, finished } }: Item): ItemStatus {
  return finished && status?.value !== 'dropped' ? 'done' : (status?.value ?? 'todo');
}
