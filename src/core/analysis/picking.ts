import type { ReferenceSite } from '../plan/binding';
import type { AnyEntity } from '../plan/entity';
import type { PlanFile } from '../plan/planFile';
import { endsInCommon, type SharedEnds } from '../plan/differing';
import { EarlierLists, type EarlierList } from './earlierList';

/** What was picked from the list of a file. */
interface Picked<T> extends EarlierList<T> {
  /** Places in the list, in order. */
  readonly places: readonly number[];
}

/**
 * A way to pick something from what a file lists, such as the entities that it defines. Of the next version of a file
 * most is the same objects in the same order, and only what is not is looked at again.
 *
 * @param isPicked what follows from the facts of an object, which neither words nor places are: they change while the
 *   object stays the same
 * @returns what is picked from a file, in the order of its list
 */
export function picking<T extends object>(
  listOf: (file: PlanFile) => readonly T[],
  isPicked: (one: T) => boolean,
): (file: PlanFile) => readonly T[] {
  const ofFiles = new WeakMap<PlanFile, readonly T[]>();
  const latest = new EarlierLists<T, Picked<T>>();
  return (file) => {
    const known = ofFiles.get(file);
    if (known) return known;
    const list = listOf(file);
    const closest = latest.closestTo(list);
    const shared = closest?.shared ?? endsInCommon(list, []);
    const places = placesIn(list, closest?.before.places ?? [], shared, isPicked);
    const found = places.flatMap((place) => list[place] ?? []);
    latest.keep({ list, places }, closest?.before);
    ofFiles.set(file, found);
    return found;
  };
}

function placesIn<T>(
  list: readonly T[],
  before: readonly number[],
  { start, end, moved }: SharedEnds,
  isPicked: (one: T) => boolean,
): readonly number[] {
  const places = before.filter((place) => place < start);
  for (let place = start; place < end; place++) {
    const one = list[place];
    if (one !== undefined && isPicked(one)) places.push(place);
  }
  for (const place of before) if (place + moved >= end) places.push(place + moved);
  return places;
}

/** The same for the references of a file; those outside its items are few. */
export function pickingReferences(
  isPicked: (site: ReferenceSite) => boolean,
): (file: PlanFile) => readonly ReferenceSite[] {
  const ofItems = picking(itemReferences, isPicked);
  return (file) => {
    const { references, referencesOf } = file;
    const [from, to] = referencesOf.get('items') ?? [0, 0];
    const [before, after] = [references.slice(0, from), references.slice(to)];
    return [...before.filter(isPicked), ...ofItems(file), ...after.filter(isPicked)];
  };
}

const ofItems = new WeakMap<PlanFile, readonly ReferenceSite[]>();

/** The references in the items of a file: the root, of which each version has another one, makes none of them. */
function itemReferences(file: PlanFile): readonly ReferenceSite[] {
  const known = ofItems.get(file);
  if (known) return known;
  const found = file.references.slice(...(file.referencesOf.get('items') ?? [0, 0]));
  ofItems.set(file, found);
  return found;
}

/** What a file defines that is no item: of most large files that is little. */
export const definitionsButItems = picking<AnyEntity>(
  (file) => file.definitions,
  ({ kind }) => kind !== 'item',
);
