import type { Work } from '../../plan/plan';
import { parentItem } from '../lineage';
import type { EntryNetwork } from './entryNetwork';
import type { NodesOf, WorkNodes } from './planNodes';

/** How many entries are looked at in one step. */
export const entriesPerStep = 512;

/** Entries that two versions of a file have in common, one after the other in both. */
export interface KeptRun {
  /** The first of their activities, that of the other version, and how many they are. */
  readonly node: number;
  readonly nodeWas: number;
  readonly nodes: number;
  /** The same for their links. */
  readonly link: number;
  readonly linkWas: number;
  readonly links: number;
}

/** The networks of the entries of a file one after the other, and where in the file their activities and links begin. */
export class FileEntries implements NodesOf {
  /** By the places of the entries, and the end of the last one. */
  readonly firstNode: Int32Array;
  readonly firstLink: Int32Array;
  readonly #places: ReadonlyMap<Work, number>;

  constructor(readonly all: readonly EntryNetwork[]) {
    const firstNode = new Int32Array(all.length + 1);
    const firstLink = new Int32Array(all.length + 1);
    const places = new Map<Work, number>();
    for (const [place, { entry, nodes, links }] of all.entries()) {
      firstNode[place + 1] = (firstNode[place] ?? 0) + nodes.length;
      firstLink[place + 1] = (firstLink[place] ?? 0) + links.length;
      places.set(entry, place);
    }
    this.firstNode = firstNode;
    this.firstLink = firstLink;
    this.#places = places;
  }

  /** The place of an entry; undefined for any other work. */
  placeOf(entry: Work): number | undefined {
    return this.#places.get(entry);
  }

  /** By the indices in the file. */
  get(work: Work): WorkNodes | undefined {
    const place = this.#places.get(entryOf(work));
    const own = place === undefined ? undefined : this.all[place]?.nodesOf.get(work);
    const offset = this.firstNode[place ?? 0] ?? 0;
    return own && moved(own, offset);
  }

  /** What another version of the file has in common with this one, in the order of both. */
  keptFrom(before: FileEntries): readonly KeptRun[] {
    const runs: KeptRun[] = [];
    let [from, to] = [0, 0];
    let next = 0;
    const close = (): void => {
      const start = next - (to - from);
      if (from < to) runs.push(this.#run(from, to, before, start));
    };
    for (const [place, entry] of this.all.entries()) {
      const was = before.placeOf(entry.entry);
      if (was === undefined || was < next || before.all[was] !== entry) continue;
      if (place !== to || was !== next) {
        close();
        from = place;
      }
      to = place + 1;
      next = was + 1;
    }
    close();
    return runs;
  }

  #run(from: number, to: number, before: FileEntries, was: number): KeptRun {
    const node = this.firstNode[from] ?? 0;
    const link = this.firstLink[from] ?? 0;
    return {
      node,
      nodeWas: before.firstNode[was] ?? 0,
      nodes: (this.firstNode[to] ?? 0) - node,
      link,
      linkWas: before.firstLink[was] ?? 0,
      links: (this.firstLink[to] ?? 0) - link,
    };
  }
}

/** The item at the top of a project that holds work; the work itself where nothing does. */
export function entryOf(work: Work): Work {
  let top = work;
  for (let parent = parentItem(work); parent; parent = parentItem(parent)) top = parent;
  return top;
}

/** The activities of work where others come before them. */
export function moved({ start, finish, first, hold, whole }: WorkNodes, by: number): WorkNodes {
  const index = (own: number): number => (own < 0 ? own : own + by);
  return { start: index(start), finish: index(finish), first: index(first), hold: index(hold), whole: index(whole) };
}
