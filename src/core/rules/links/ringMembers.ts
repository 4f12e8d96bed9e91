import type { Waiting, Waits, WorkEnd } from '../../analysis/waits';
import { stronglyConnected } from './rings';

type Rings = readonly ReadonlySet<WorkEnd>[];

const known = new WeakMap<Waits, Rings>();
const members = new WeakMap<Waits, ReadonlySet<Waiting>>();

/** The ends that wait for themselves, in sets that wait for one another. */
export function ringsIn(waits: Waits): Rings {
  const rings = known.get(waits) ?? stronglyConnected(waits.ends, (end) => waits.of(end));
  known.set(waits, rings);
  return rings;
}

/** The work that has an end in a ring. */
export function membersIn(waits: Waits): ReadonlySet<Waiting> {
  const found = members.get(waits) ?? new Set(ringsIn(waits).flatMap((set) => [...set].map(({ work }) => work)));
  members.set(waits, found);
  return found;
}
