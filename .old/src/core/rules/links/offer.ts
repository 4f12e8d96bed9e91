import type { PlanEdit } from '../../edit/editor';
import type { Fix } from '../rule';

/** A fix, or none where its change cannot be made in the file as it is now. */
export function offer(title: string, edit: PlanEdit | undefined, more: Pick<Fix, 'preferred'> = {}): readonly Fix[] {
  return edit ? [{ title, edit, ...more }] : [];
}
