import { entryFilter, type Filterable } from './entryFilter';
import type { ShownCount, TimelineRow } from './model';
import type { ViewSettings } from './viewSettings';

/** The rows that a filter leaves, and how many of them it finds. */
export interface FilteredRows {
  readonly rows: readonly TimelineRow[];
  /** Undefined where nothing is filtered. */
  readonly shown?: ShownCount | undefined;
}

/**
 * The rows that a reader's filter finds, each below those that hold it: these are marked as context where the filter
 * does not find them themselves. The row of the whole project stays, and is not counted.
 *
 * @param filterable what is known of each row, by its id
 */
export function filteredRows(
  rows: readonly TimelineRow[],
  filterable: ReadonlyMap<string, Filterable>,
  settings: ViewSettings,
): FilteredRows {
  const filter = entryFilter(settings);
  if (!filter) return { rows };
  const counted = rows.filter(({ kind }) => kind !== 'project');
  const found = new Set(counted.filter(({ id }) => filter(filterable.get(id) ?? { texts: [] })));
  const left: TimelineRow[] = [];
  // From the last to the first: a row holds those after it that are deeper, until one is not.
  let wanted = 0;
  for (const row of [...rows].reverse()) {
    const holds = wanted > row.depth;
    if (row.kind === 'project') left.push(row);
    else if (found.has(row)) left.push(row);
    else if (holds) left.push({ ...row, context: true });
    else continue;
    if (row.kind !== 'project') wanted = row.depth;
  }
  return { rows: left.reverse(), shown: { count: found.size, total: counted.length } };
}
