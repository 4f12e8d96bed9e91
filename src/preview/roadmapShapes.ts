import type { TimelineRow } from '../core/views/model';
import type { ProjectLink, RoadmapRow } from '../core/views/roadmapTimelineModel';
import { startOfDay } from './dateText';
import { type LinkPath, linkPath } from './linkPaths';
import { type Hue, type RowShape, rightEdge, rowShape } from './rowShapes';
import { type TimeAxis, xOf } from './timeAxis';

/** A row of a roadmap as the row of a project's timeline that is drawn in the same way: a bar. */
export function asBarRow({ kind: _kind, entry, ...row }: RoadmapRow): TimelineRow {
  return { ...row, entry: entry ?? { uri: '', path: [] }, kind: 'item' };
}

/** The bar of a project, of an item or of what is missing; undefined for what has none. */
export function barOf(row: RoadmapRow, axis: TimeAxis): RowShape | undefined {
  return row.kind === 'project' || row.kind === 'item' || row.kind === 'gap'
    ? rowShape(asBarRow(row), axis)
    : undefined;
}

/** From where to where the band of a goal goes, in pixels; undefined where it has no end. */
export interface Band {
  readonly x1: number;
  readonly x2: number;
}

/** The band of a goal: a short one before its target where nothing says when it begins. */
export function bandOf(row: RoadmapRow, axis: TimeAxis): Band | undefined {
  const x2 = row.kind === 'goal' ? rightEdge(row.end, axis) : undefined;
  if (x2 === undefined) return undefined;
  const start = startOfDay(row.start);
  const x1 = start ? Math.min(xOf(axis, start), x2 - narrowestBand) : x2 - narrowestBand;
  return { x1: Math.round(x1), x2: Math.round(x2) };
}

/** The ring at the end of a band has to fit into it. */
const narrowestBand = 22;

/** A release on the axis. */
export interface Flag {
  readonly row: RoadmapRow;
  readonly x: number;
  readonly hue: Hue;
  /** As much of its title, and of how late it is, as there is room for beside it; empty where there is none. */
  readonly label: string;
}

const flagHues = { 'off-track': 'red', 'at-risk': 'yellow', done: 'grey' } as const;

/** Room that a flag takes before its label, in pixels. */
const flagWidth = 18;

/** Width of a character of the labels; bold type of 11 px. */
const characterWidth = 6.6;

/** How far left of the view a flag may stand whose label is still to be seen, in pixels. */
const longestLabel = 240;

/** The flags of releases by date, as far as they are in view. Each label ends before the next flag, and on the chart. */
export function flagsOf(releases: readonly RoadmapRow[], axis: TimeAxis): readonly Flag[] {
  const placed = releases.flatMap((row) => {
    const x = rightEdge(row.end, axis);
    return x !== undefined && x + axis.left > 0 && x + axis.left <= axis.wholeWidth ? [{ row, x: Math.round(x) }] : [];
  });
  const flags = placed.map(({ row, x }, index) => {
    const room = (placed[index + 1]?.x ?? axis.wholeWidth - axis.left) - x - flagWidth;
    const kind = row.state?.kind;
    const hue: Hue = kind === 'off-track' || kind === 'at-risk' || kind === 'done' ? flagHues[kind] : 'foreground';
    return { row, x, hue, label: flagLabel(row, room) };
  });
  return flags.filter(({ x }) => x > -longestLabel && x <= axis.width);
}

/** More flags than this in one row are not told apart where they stand on one another. */
const mostFlags = 40;

/** The flags of one row: where they are many, without those that would stand on the one before them. */
export function flagsOfOneRow(flags: readonly Flag[]): readonly Flag[] {
  if (flags.length <= mostFlags) return flags;
  let last = -Infinity;
  return flags.filter(({ x }) => {
    const hasRoom = x - last >= flagWidth;
    if (hasRoom) last = x;
    return hasRoom;
  });
}

/** The best of several texts that fits: with how late it is, the title alone, a part of the title. */
function flagLabel({ title, label }: RoadmapRow, room: number): string {
  const most = Math.floor(room / characterWidth);
  const whole = label === undefined ? title : `${title}, ${label}`;
  if (whole.length <= most) return whole;
  if (title.length <= most) return title;
  return most >= 5 ? `${title.slice(0, most - 1).trimEnd()}…` : '';
}

/** A dependency between projects as drawn. */
export interface DrawnProjectLink extends LinkPath {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly pushes: boolean;
  /** Where it leaves the bar that it comes from. */
  readonly x: number;
  readonly row: number;
}

/**
 * Dependencies from the day on which what is waited for is done, in one row, to the day on which the waiting work
 * starts, in another one.
 *
 * @param places the rows that are shown, by their ids
 */
export function drawnLinks(
  links: readonly ProjectLink[],
  places: ReadonlyMap<string, number>,
  axis: TimeAxis,
): readonly DrawnProjectLink[] {
  return links.flatMap(({ from, to, leaves, arrives, pushes = false }) => {
    const [row, target] = [places.get(from), places.get(to)];
    const x = rightEdge(leaves, axis);
    const day = startOfDay(arrives);
    if (row === undefined || target === undefined || x === undefined || !day) return [];
    const at = xOf(axis, day);
    const path = linkPath(
      'FS',
      { row, shape: { kind: 'bar', x1: x - 1, x2: Math.round(x), hue: 'grey' } },
      { row: target, shape: { kind: 'bar', x1: Math.round(at) - 4, x2: Math.round(at) + 20, hue: 'grey' } },
    );
    return path ? [{ ...path, id: `${from} ${to}`, from, to, pushes, x: Math.round(x), row }] : [];
  });
}
