import type { TimelineRow } from '../core/views/model';
import { dayAndYearText } from './dateText';

/** A row of a tree: its children are the rows after it with a greater depth. */
export interface TreeRow {
  readonly id: string;
  readonly depth: number;
}

/** A row that is not folded away, with its place among its siblings. */
export interface ShownRow<R extends TreeRow = TimelineRow> {
  readonly row: R;
  readonly hasChildren: boolean;
  readonly position: number;
  readonly siblings: number;
}

/** The rows that are shown while those of `folded` (by id) hide what is below them. */
export function shownRows<R extends TreeRow>(rows: readonly R[], folded: ReadonlySet<string>): ShownRow<R>[] {
  const siblings = siblingCounts(rows);
  const shown: ShownRow<R>[] = [];
  let hiddenBelow: number | undefined;
  rows.forEach((row, index) => {
    if (hiddenBelow !== undefined && row.depth > hiddenBelow) return;
    const hasChildren = (rows[index + 1]?.depth ?? 0) > row.depth;
    hiddenBelow = hasChildren && folded.has(row.id) ? row.depth : undefined;
    const place = siblings[index] ?? { position: 1, siblings: 1 };
    shown.push({ row, hasChildren, ...place });
  });
  return shown;
}

interface Place {
  readonly position: number;
  readonly siblings: number;
}

function siblingCounts(rows: readonly TreeRow[]): Place[] {
  // One open group of siblings for each depth; a shallower row closes the deeper ones.
  const open = new Map<number, { count: number }>();
  const places = rows.map(({ depth }) => {
    for (const deeper of open.keys()) if (deeper > depth) open.delete(deeper);
    const group = open.get(depth) ?? { count: 0 };
    open.set(depth, group);
    return { position: ++group.count, group };
  });
  return places.map(({ position, group }) => ({ position, siblings: group.count }));
}

/** The row that a row is below; undefined at the top. */
export function parentOf<R extends TreeRow>(rows: readonly R[], id: string): R | undefined {
  const index = rows.findIndex((row) => row.id === id);
  const depth = rows[index]?.depth ?? 0;
  for (let above = index - 1; above >= 0; above--) {
    const row = rows[above];
    if (row && row.depth < depth) return row;
  }
  return undefined;
}

/**
 * All that the drawing says of a row, in words: "Forecast from fault history, In progress, 45 % done, 7 Sep 2026 to
 * 25 Sep 2026, critical, deadline 30 Sep 2026".
 */
export function rowName(row: TimelineRow): string {
  const parts = [
    row.title,
    row.kind === 'milestone' && 'milestone',
    row.state?.text,
    row.progress !== undefined && `${String(percentOf(row.progress))} % done`,
    datesText(row),
    row.critical && row.label !== 'critical' && 'critical',
    row.floatEnd && `float until ${dayAndYearText(row.floatEnd)}`,
    row.deadline && `deadline ${dayAndYearText(row.deadline)}`,
    row.baseline && `baseline ${dayAndYearText(row.baseline.start)} to ${dayAndYearText(row.baseline.end)}`,
    row.p80 && !row.label?.includes('P80') && `P80 ${dayAndYearText(row.p80)}`,
    row.unlinked && row.label !== 'no goal' && 'no goal',
    // A group's label is its progress, which is said above.
    row.kind !== 'group' && row.label,
    row.owner && `owner ${row.owner}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function datesText({ kind, start, end }: TimelineRow): string {
  if (kind === 'milestone') return end || start ? dayAndYearText(end ?? start ?? '') : 'no date';
  if (start && end) return `${dayAndYearText(start)} to ${dayAndYearText(end)}`;
  if (start) return `from ${dayAndYearText(start)}`;
  return end ? `until ${dayAndYearText(end)}` : 'no dates';
}

export function percentOf(share: number): number {
  return Math.round(share * 100);
}
