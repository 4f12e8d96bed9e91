import type { Waiting } from '../../analysis/canWait';
import type { Waits } from '../../analysis/waits';

const members = new WeakMap<Waits, ReadonlySet<Waiting>>();

/** The work that has an end in a ring. */
export function membersIn(waits: Waits): ReadonlySet<Waiting> {
  const found = members.get(waits) ?? new Set(waits.rings.flatMap((set) => [...set].map(({ work }) => work)));
  members.set(waits, found);
  return found;
}
