import { DisjointSets } from '../disjointSets';
import type { FileNetwork } from './fileNetwork';

/** Some files of a plan that nothing connects with its others, and what is worked out of them. */
export interface ConnectedFiles {
  readonly files: readonly FileNetwork[];
}

/**
 * The files of a plan in parts that nothing connects, neither a link nor, where that counts, somebody whose time their
 * work shares. The files of each part, and the parts by their first files, in the order of the plan.
 */
export function connectedFiles(
  files: readonly FileNetwork[],
  connection: 'links' | 'links-and-people',
): readonly (readonly FileNetwork[])[] {
  const places = new Map(files.map(({ frame }, place) => [frame.file.uri, place]));
  const sets = new DisjointSets(files.length);
  const busyIn = new Map<string, number>();
  files.forEach(({ outward, busy }, place) => {
    for (const { other } of outward) sets.unite(place, places.get(other.uri) ?? place);
    if (connection === 'links') return;
    for (const person of busy) {
      sets.unite(place, busyIn.get(person) ?? place);
      busyIn.set(person, place);
    }
  });
  const parts: FileNetwork[][] = [];
  sets.numbers().forEach((part, place) => {
    const file = files[place];
    if (file) (parts[part] ??= []).push(file);
  });
  return parts;
}

/** What was made of the same files before stays; of the others it is made anew. */
export function keptParts<P extends ConnectedFiles>(
  parts: readonly (readonly FileNetwork[])[],
  before: readonly P[],
  make: (files: readonly FileNetwork[]) => P,
): readonly P[] {
  const known = new Map(before.map((part) => [part.files[0], part]));
  return parts.map((files) => {
    const same = known.get(files[0]);
    const isSame = same?.files.length === files.length && files.every((file, at) => file === same.files[at]);
    return isSame ? same : make(files);
  });
}
