import type { WorkEnd, Waits } from './waits';

/**
 * All ends that wait for one, directly or by way of others, that one included: it may wait for none of them, or work
 * would wait for itself. One pass over all waits of the plan.
 */
export function endsWaitingFor(waits: Waits, end: WorkEnd): ReadonlySet<WorkEnd> {
  const waiting = new Map<WorkEnd, WorkEnd[]>();
  for (const from of waits.ends) {
    for (const { to } of waits.of(from)) {
      const known = waiting.get(to);
      if (known) known.push(from);
      else waiting.set(to, [from]);
    }
  }
  const found = new Set([end]);
  // A set grows while it is walked: what is found on the way is walked as well.
  for (const at of found) for (const from of waiting.get(at) ?? []) found.add(from);
  return found;
}
