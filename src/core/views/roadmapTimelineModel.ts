import type { DateRange, EntryPath, Fact, IsoDate, Share, State, ViewBase } from './model';

/** Goals, releases and projects on a time axis. */
export interface RoadmapTimelineView extends ViewBase {
  readonly view: 'timeline';
  readonly file: 'roadmap';
  /** The vision. */
  readonly purpose?: string | undefined;
  /** At most five. */
  readonly facts: readonly Fact[];
  readonly today: IsoDate;
  /** From the first to the last day of what is shown; left out while nothing has a date. */
  readonly window?: DateRange | undefined;
  /** The releases by date, each goal directly before the projects that serve it, and last what no goal asks for. */
  readonly rows: readonly RoadmapRow[];
  readonly links: readonly ProjectLink[];
}

/**
 * - `releases`: stands above the releases; while they are folded, their flags are all in its row. Written nowhere.
 * - `release`: a flag at `end`, the last day of its date, with a line down through all rows.
 * - `goal`: a quiet band up to its target, with its progress at the foot.
 * - `project`: a bar, filled to its progress.
 * - `item`: work without a goal in a project that has one: a bar.
 * - `gap`: the place of the projects of a goal that has none. Its entry is the goal.
 * - `unlinked`: stands above work without a goal, only while there is some. It is written nowhere and has no dates.
 */
export type RoadmapRowKind = 'releases' | 'release' | 'goal' | 'project' | 'item' | 'gap' | 'unlinked';

export interface RoadmapRow {
  /** Unique among the rows; what links refer to. */
  readonly id: string;
  /** A project stands below each goal that it serves, so that several rows may have one entry. */
  readonly entry?: EntryPath | undefined;
  readonly kind: RoadmapRowKind;
  /** 1, or 2 for what stands below another row. */
  readonly depth: 1 | 2;
  readonly title: string;
  readonly state?: State | undefined;
  /** A name, and what stands in the narrow column: the first name. */
  readonly owner?: string | undefined;
  readonly ownerShort?: string | undefined;
  readonly progress?: Share | undefined;
  readonly start?: IsoDate | undefined;
  readonly end?: IsoDate | undefined;
  /** What a move would write: the target of an open goal, the date of a release that is to come. */
  readonly period?: RoadmapPeriod | undefined;
  /** What stands beside the bar: `'10 Nov, 2 d late'`; in the band of a goal `'42 %'`; of a release `'6 d late'`. */
  readonly label?: string | undefined;
  /** No goal asks for it, or a goal that nothing serves: dashed. */
  readonly unlinked?: boolean | undefined;
  /** The approved plan of a project. */
  readonly baseline?: DateRange | undefined;
  /** The committed finish of a project, while it is open. */
  readonly deadline?: IsoDate | undefined;
}

/** A stretch of the calendar as a plan names it: a quarter, a month, a day. */
export interface RoadmapPeriod extends DateRange {
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
}

/** Work of one project that waits for work of another. One for each two projects: the one that matters most. */
export interface ProjectLink {
  /** Ids of rows. */
  readonly from: string;
  readonly to: string;
  /** The day on which what is waited for is done, and that on which the waiting work starts. */
  readonly leaves: IsoDate;
  readonly arrives: IsoDate;
  /** The project that is waited for is late, and with it what waits. */
  readonly pushes?: boolean | undefined;
}
