import type { Goal } from '../../plan/generated/entities';

/** Whether a goal is pursued, and now: work for it goes on, or should begin. */
export function isForNow({ fields: { status, horizon } }: Goal): boolean {
  return horizon?.value === 'now' && (status?.value ?? 'active') === 'active';
}
