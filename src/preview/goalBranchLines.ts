import type { GoalRow } from '../core/views/goalsModel';

/** How far a level is from the next, in pixels. */
export const levelWidth = 20;

/** Where the line of a level runs down within its width: under the middle of the shape above it. */
const lineAt = 8;

/** The lines that lead to a row from those that it stands below, in pixels; `y` runs from 0 to the height of the row. */
export interface BranchLines {
  /** SVG path data of the line from a row's parent down to the row. */
  readonly own: string;
  /** The same of each line that passes the row on its way to a later one, with whether that line is broken. */
  readonly passing: readonly { readonly path: string; readonly broken: boolean }[];
}

/** The lines of all rows, by their places in the list. A row at the top has none. */
export function branchLines(rows: readonly GoalRow[], height: number): readonly BranchLines[] {
  // From the last to the first: by then it is known on which levels another row follows.
  const following = new Map<number, boolean>();
  const lines: BranchLines[] = [];
  for (const row of [...rows].reverse()) {
    const { depth, broken = false } = row;
    const follows = following.get(depth);
    for (const deeper of following.keys()) if (deeper > depth) following.delete(deeper);
    const passing = [...following]
      .filter(([level]) => level > 1 && level < depth)
      .map(([level, isBroken]) => ({ path: vertical(level, 0, height), broken: isBroken }));
    if (follows !== undefined && depth > 1)
      passing.push({ path: vertical(depth, height / 2, height), broken: follows });
    lines.push({ own: depth > 1 ? elbow(depth, height) : '', passing });
    following.set(depth, broken);
  }
  return lines.reverse();
}

/** The x of the line down to rows of a depth. */
function lineX(depth: number): number {
  return (depth - 2) * levelWidth + lineAt;
}

function vertical(depth: number, from: number, to: number): string {
  return `M${String(lineX(depth))} ${String(from)}V${String(to)}`;
}

function elbow(depth: number, height: number): string {
  return `M${String(lineX(depth))} 0V${String(height / 2)}H${String(lineX(depth) + 9)}`;
}
