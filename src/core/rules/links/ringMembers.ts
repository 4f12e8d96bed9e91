import { stronglyConnectedSets } from '../../analysis/network/stronglyConnectedSets';
import type { Waiting, Waits, WorkEnd } from '../../analysis/waits';

type Rings = readonly ReadonlySet<WorkEnd>[];

const known = new WeakMap<Waits, Rings>();
const members = new WeakMap<Waits, ReadonlySet<Waiting>>();

/** The ends that wait for themselves, in sets that wait for one another. */
export function ringsIn(waits: Waits): Rings {
  const rings = known.get(waits) ?? setsIn(waits);
  known.set(waits, rings);
  return rings;
}

function setsIn(waits: Waits): Rings {
  const { ends } = waits;
  const sets = stronglyConnectedSets(ends.length, waits.graph(), new Int32Array(ends.length).fill(1));
  return sets.map((set) => new Set([...set].flatMap((place) => ends[place] ?? [])));
}

/** The work that has an end in a ring. */
export function membersIn(waits: Waits): ReadonlySet<Waiting> {
  const found = members.get(waits) ?? new Set(ringsIn(waits).flatMap((set) => [...set].map(({ work }) => work)));
  members.set(waits, found);
  return found;
}
