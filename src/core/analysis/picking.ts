import type { AnyEntity } from '../plan/entity';
import type { PlanFile } from '../plan/planFile';

/** What was picked from the list of a file. */
interface Picked<T> {
  readonly list: readonly T[];
  /** Places in the list, in order. */
  readonly places: readonly number[];
}

/**
 * A way to pick something from what a file lists: its references, or the entities that it defines. Of the next version of
 * a file most is the same objects in the same order, and only what is not is looked at again.
 *
 * @param isPicked what follows from the facts of an object, which neither words nor places are: they change while the
 *   object stays the same
 * @returns what is picked from a file, in the order of its list
 */
export function picking<T extends object>(
  listOf: (file: PlanFile) => readonly T[],
  isPicked: (one: T) => boolean,
): (file: PlanFile) => readonly T[] {
  const ofFiles = new WeakMap<PlanFile, { readonly list: readonly T[]; readonly found: readonly T[] }>();
  /** By the first and the last of what was listed: an edit in between leaves both as they are, and most leave one. */
  const latest = new WeakMap<T, Picked<T>>();
  return (file) => {
    const list = listOf(file);
    const known = ofFiles.get(file);
    if (known?.list === list) return known.found;
    const [first, last] = [list[0], list.at(-1)];
    if (!first || !last) return nothing;
    const before = latest.get(first) ?? latest.get(last) ?? { list: nothing, places: [] };
    const picked = { list, places: placesIn(list, before, isPicked) };
    latest.set(first, picked);
    latest.set(last, picked);
    const found = picked.places.flatMap((place) => list[place] ?? []);
    ofFiles.set(file, { list, found });
    return found;
  };
}

const nothing: readonly never[] = [];

function placesIn<T>(list: readonly T[], before: Picked<T>, isPicked: (one: T) => boolean): readonly number[] {
  const shorter = Math.min(list.length, before.list.length);
  let same = 0;
  while (same < shorter && list[same] === before.list[same]) same++;
  const moved = list.length - before.list.length;
  let end = list.length;
  while (end > same && end - moved > same && list[end - 1] === before.list[end - 1 - moved]) end--;
  const places = before.places.filter((place) => place < same);
  for (let place = same; place < end; place++) {
    const one = list[place];
    if (one !== undefined && isPicked(one)) places.push(place);
  }
  for (const place of before.places) if (place + moved >= end) places.push(place + moved);
  return places;
}

/** What a file defines that is no item: of most large files that is little. */
export const definitionsButItems = picking<AnyEntity>(
  (file) => file.definitions,
  ({ kind }) => kind !== 'item',
);
