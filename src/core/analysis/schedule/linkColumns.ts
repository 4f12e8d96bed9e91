import type { Stepwise } from '../../stepwise';
import type { EntryNetwork, OtherEnd, ReadEntry } from './entryNetwork';
import { entriesPerStep, type FileEntries, type KeptRun } from './fileEntries';
import { indexOfPart, type PlanNode } from './planNodes';

/** The ends, types and lags of the links within a file. */
export interface FileLinks {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly type: Uint8Array;
  readonly lag: Int32Array;
  /** 1 where the lag is elapsed time, else it counts in the calendar of the file. */
  readonly isLagElapsed: Uint8Array;
}

/** The entries of another version of a file, and what became of them. */
interface Before {
  readonly entries: FileEntries;
  readonly nodes: readonly PlanNode[];
  readonly columns: FileLinks;
}

/**
 * The links of the entries of a file, one after the other.
 *
 * @param read the links of the entries that have just been read
 * @param before another version of the file, which has all the other entries
 */
export function* joiningLinks(
  entries: FileEntries,
  read: ReadonlyMap<EntryNetwork, ReadEntry['links']>,
  before?: Before,
): Stepwise<FileLinks> {
  const count = entries.firstLink[entries.all.length] ?? 0;
  const columns = {
    from: new Int32Array(count),
    to: new Int32Array(count),
    type: new Uint8Array(count),
    lag: new Int32Array(count),
    isLagElapsed: new Uint8Array(count),
  };
  if (before) takeKept(columns, entries, before);
  yield;
  for (const [place, entry] of entries.all.entries()) {
    if (place % entriesPerStep === 0) yield;
    const offset = entries.firstNode[place] ?? 0;
    const indexOf = (end: OtherEnd | number): number =>
      typeof end === 'number' ? end + offset : placeOf(entries, end);
    let at = entries.firstLink[place] ?? 0;
    for (const { from, to, type, lag } of read.get(entry) ?? []) {
      columns.from[at] = indexOf(from);
      columns.to[at] = indexOf(to);
      columns.type[at] = type;
      columns.lag[at] = lag?.length ?? 0;
      columns.isLagElapsed[at] = lag?.isElapsed === true ? 1 : 0;
      at++;
    }
  }
  return columns;
}

function placeOf(entries: FileEntries, { work, end }: OtherEnd): number {
  return entries.get(work)?.[end] ?? -1;
}

/** Takes over the links of the entries that are the same in both versions. */
function takeKept(columns: FileLinks, entries: FileEntries, before: Before): void {
  const runs = entries.keptFrom(before.entries);
  const activity = activityNow(runs, before.nodes.length);
  const indexOf = (was: number): number => {
    const index = activity[was] ?? -1;
    const node = index < 0 ? before.nodes[was] : undefined;
    // What it leads to has been read anew, and stands for the same.
    const own = node && entries.get(node.work);
    return node && own ? indexOfPart(own, node.part) : index;
  };
  for (const { link, linkWas, links } of runs) {
    for (const column of ['type', 'lag', 'isLagElapsed'] as const)
      columns[column].set(before.columns[column].subarray(linkWas, linkWas + links), link);
    for (let at = 0; at < links; at++) {
      columns.from[link + at] = indexOf(before.columns.from[linkWas + at] ?? -1);
      columns.to[link + at] = indexOf(before.columns.to[linkWas + at] ?? -1);
    }
  }
}

/** Where the activities of another version are now; −1 for those that are not the very same. */
function activityNow(runs: readonly KeptRun[], count: number): Int32Array {
  const activity = new Int32Array(count).fill(-1);
  for (const { node, nodeWas, nodes } of runs) for (let at = 0; at < nodes; at++) activity[nodeWas + at] = node + at;
  return activity;
}
