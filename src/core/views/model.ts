/**
 * What a view shows, as plain data: everything here survives JSON, so that the same value goes from the server to the
 * webview, from a test to a component, and from the command line into an export. The functions that make this data
 * stand beside this file; `src/preview` draws it and adds nothing but geometry.
 *
 * Conventions:
 * - A text is ready to show: the plan's own words, or ours in sentence case without a full stop (`'At risk'`,
 *   `'10 Nov, 2 d late'`). A text with a comma may be cut at it where room is short, so the date comes first.
 * - A share is a number from 0 to 1. Outside of that it is drawn as 0 or 1 and said as it is.
 * - A date is an ISO calendar date (`'2026-09-16'`) and names the whole day: an `end` is the last day, included.
 * - What is not known is left out. Nothing has a made-up position.
 * - Lists keep the order in which they are to be shown.
 */

import type { EntryPath } from '../plan/entryPath';
import type { GoalsView } from './goalsModel';
import type { MoneyView } from './moneyModel';
import type { OnePagerView } from './onePagerModel';
import type { OverviewView } from './overviewModel';
import type { PrioritiesView } from './prioritiesModel';
import type { ReleasesView } from './releasesModel';
import type { RoadmapTimelineView } from './roadmapTimelineModel';
import type { BudgetView } from './budgetModel';
import type { CapacityView } from './capacityModel';
import type { NetworkView } from './networkModel';
import type { ProjectBoardView } from './projectBoardModel';
import type { RisksView } from './risksModel';
import type { StatusView } from './statusModel';
import type { RolesView } from './rolesModel';

export type { EntryPath } from '../plan/entryPath';

/** An ISO calendar date: `'2026-09-16'`. */
export type IsoDate = string;

/** A number from 0 to 1. */
export type Share = number;

export type { ViewName } from './viewNames';

/** One view of one file. Told apart by `view`, and by `file` where both kinds of file have a view of that name. */
export type ViewData =
  | BoardView
  | RoadmapTimelineView
  | GoalsView
  | ReleasesView
  | PrioritiesView
  | RolesView
  | OnePagerView
  | MoneyView
  | OverviewView
  | TimelineView
  | ProjectBoardView
  | CapacityView
  | RisksView
  | BudgetView
  | StatusView
  | NetworkView;

/** What every view has. */
export interface ViewBase {
  /** What is shown: for most views the file itself. */
  readonly entry: EntryPath;
  /** The name of what is shown; an empty text while there is none yet. */
  readonly title: string;
  /** What the filter leaves; left out while nothing is filtered. */
  readonly shown?: ShownCount | undefined;
  /** What the view can be asked for. */
  readonly options?: ViewOptions | undefined;
}

/** What every view of a project has at its head. */
export interface ProjectViewBase extends ViewBase {
  readonly file: 'project';
  /** The project: the file itself. */
  readonly entry: EntryPath;
  /** The project's name; an empty text while there is none yet. */
  readonly title: string;
  /** The summary; shown where the project has no goal to name. */
  readonly purpose?: string | undefined;
  /** The goals that the project serves. Empty: the view says that there is none. */
  readonly goals: readonly GoalLink[];
}

/** `4 of 23 entries shown` */
export interface ShownCount {
  readonly count: number;
  readonly total: number;
}

/** What the settings of a view may be; what is left out, the view does not have. */
export interface ViewOptions {
  /** The view has a time axis to zoom. */
  readonly zooms?: boolean | undefined;
  /** The view can be filtered by text, and hides what is done. */
  readonly filters?: boolean | undefined;
  /** By the id of a person, a state or a goal. */
  readonly owners?: readonly Choice[] | undefined;
  readonly statuses?: readonly Choice[] | undefined;
  readonly goals?: readonly Choice[] | undefined;
  /** Something in the view is critical, or without a goal, and can be asked for alone. */
  readonly critical?: boolean | undefined;
  readonly unlinked?: boolean | undefined;
  readonly atRisk?: boolean | undefined;
  /** What `atRisk` is called; `'At risk or off track'` where nothing else is said. */
  readonly atRiskLabel?: string | undefined;
  /** What stands before the choice of groups; `'Lanes'` where nothing else is said. */
  readonly groupLabel?: string | undefined;
  /** What lanes or groups can be made by; the first is the default. */
  readonly groups?: readonly Choice[] | undefined;
}

/** One of several values of a setting. */
export interface Choice {
  readonly value: string;
  readonly title: string;
}

/**
 * How something stands. Each kind has one shape and one hue: the first four are a health, the others a status.
 * `blocked` looks as `at-risk` does (it needs somebody), and its word tells them apart.
 */
export type StateKind =
  'on-track' | 'at-risk' | 'off-track' | 'paused' | 'todo' | 'in-progress' | 'blocked' | 'done' | 'dropped';

/** A state is never a shape alone: `text` is its word, shown or said with the shape (`'At risk'`, `'In progress'`). */
export interface State {
  readonly kind: StateKind;
  readonly text: string;
}

/** One of the few numbers above a chart: a quiet label, the value in bold, and what puts it in proportion. */
export interface Fact {
  /** `'Committed finish'` */
  readonly label: string;
  /** `'8 Nov'` */
  readonly value: string;
  /** `'in 8 weeks'` */
  readonly note?: string | undefined;
  /** Puts the shape of this state before the value. Its word has to be in `value` or `note`. */
  readonly state?: StateKind | undefined;
  /** What the fact is read from; a click selects it. */
  readonly entry?: EntryPath | undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// Board of a roadmap

export interface BoardView extends ViewBase {
  readonly view: 'board';
  readonly file: 'roadmap';
  /** The product: the file itself. */
  readonly entry: EntryPath;
  /** The product's name; an empty text while there is none yet. */
  readonly title: string;
  /** The vision: one line of purpose beside the name. */
  readonly purpose?: string | undefined;
  /** The product manager's name. */
  readonly owner?: string | undefined;
  /** `'Growth'` */
  readonly lifecycle?: string | undefined;
  /**
   * Always now, next and later; after them `none`, only while some goal has no horizon. Dropped goals are in none of
   * them, achieved ones stand last.
   */
  readonly columns: readonly BoardColumn[];
  /** The same goals in lanes, where the reader asks for some; then `columns` has them all without. */
  readonly lanes?: readonly BoardLane[] | undefined;
  /** Left out while all work is linked to a goal. */
  readonly unlinked?: UnlinkedWork | undefined;
}

/** A row across the board. */
export interface BoardLane {
  /** Unique among the lanes. */
  readonly id: string;
  /** `'Speed'`, `'No theme'` */
  readonly title: string;
  /** Where the theme or customer is defined. */
  readonly entry?: EntryPath | undefined;
  /** Columns of the same kinds in every lane. */
  readonly columns: readonly BoardColumn[];
}

export type ColumnKind = 'now' | 'next' | 'later' | 'none';

export interface BoardColumn {
  readonly kind: ColumnKind;
  /** `'Now'`, `'No horizon'`; `'Achieved'` where all goals without a horizon are. */
  readonly title: string;
  /** `'2 goals, 4 projects'`; empty when there is nothing to count. */
  readonly summary: string;
  readonly goals: readonly GoalCard[];
}

export type GoalStatus = 'proposed' | 'active' | 'achieved' | 'dropped';

export interface GoalCard {
  readonly entry: EntryPath;
  /** The lane that the card stands in: the same goal may stand in several. */
  readonly lane?: string | undefined;
  readonly title: string;
  readonly why?: string | undefined;
  /** A person's name. */
  readonly owner?: string | undefined;
  /** The target period as written: `'2026-Q4'`. */
  readonly target?: string | undefined;
  readonly status: GoalStatus;
  readonly keyResults: readonly KeyResultProgress[];
  /**
   * The projects that serve the goal, by their own `goal` or by that of an item or feature of theirs, and after them
   * those that serve a goal of which this is the parent. With none, an active goal says "No project yet".
   */
  readonly projects: readonly ServingProject[];
  /** The features that name this goal; left out when there are none. */
  readonly features?: FeatureCount | undefined;
}

/**
 * A key result with its progress from `baseline` to `target`. `progress` is left out while it is not measured: no
 * current value, or none of the two others to compare it with.
 */
export interface KeyResultProgress {
  readonly entry: EntryPath;
  readonly title: string;
  /** `'62 %'` */
  readonly baseline?: string | undefined;
  readonly target?: string | undefined;
  readonly current?: string | undefined;
  readonly progress?: Share | undefined;
}

export interface ServingProject {
  /** The project's file: `{ uri, path: [] }`. */
  readonly entry: EntryPath;
  readonly title: string;
  /** Closed, else the manager's own `health`, else the roll-up of its items (to do, in progress, done). */
  readonly state: State;
  /** What the project promises: `'9 Oct'`, `'10 Nov, 2 d late'`, `'9 Oct, 3 d overdue'`, `'paused'`. Working days. */
  readonly detail?: string | undefined;
}

export interface FeatureCount {
  /** More than 0. */
  readonly count: number;
  /** `'3 features'` */
  readonly text: string;
  /** `'1 released'` */
  readonly detail?: string | undefined;
}

/** The lane of work that no goal asks for. */
export interface UnlinkedWork {
  /** `'3 entries, 42 d of effort that no goal asks for'` */
  readonly summary: string;
  /** At least one. */
  readonly entries: readonly UnlinkedEntry[];
}

export interface UnlinkedEntry {
  readonly entry: EntryPath;
  readonly kind: 'project' | 'feature' | 'item';
  readonly title: string;
  /** Of an item: drawn as its shape. */
  readonly state?: State | undefined;
  /** What it is and whose: `'project, Erik Lund'`, `'feature'`, `'item of Parts on the van'`. */
  readonly context: string;
  /** `'31 d'` */
  readonly effort?: string | undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// Timeline of a project

export interface TimelineView extends ProjectViewBase {
  readonly view: 'timeline';
  /** At most five. */
  readonly facts: readonly Fact[];
  readonly today: IsoDate;
  /**
   * The days that the chart has to hold: from the first to the last date of the rows, the project's own window, its
   * baseline and deadline. The chart rounds it outwards and shows today where it is near. Left out while nothing has
   * a date: then there are rows and no chart.
   */
  readonly window?: DateRange | undefined;
  /** Weekdays without work, 1 (Monday) to 7 (Sunday): `[6, 7]`. */
  readonly daysOff: readonly number[];
  /** Public and company holidays within the window. */
  readonly holidays: readonly DateRange[];
  /** The tree of items and milestones in display order, each parent directly before its children. */
  readonly rows: readonly TimelineRow[];
  readonly links: readonly TimelineLink[];
}

export interface GoalLink {
  /** Where the goal is defined. */
  readonly entry: EntryPath;
  readonly title: string;
}

/** Whole days, both ends included. */
export interface DateRange {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/**
 * - `project`: the project as a whole, the first row if there is one: a bracket over its window, with its committed
 *   finish as `deadline` and its approved plan as `baseline`. Its items are not below it: they are at depth 1, too.
 * - `lane`: what the reader groups by, with its items below it: a bracket over them. Its entry is what it stands for (a
 *   person, a goal), else the file.
 * - `group`: an item with children: a bracket.
 * - `item`: a bar.
 * - `milestone`: a diamond at `end`.
 */
export type RowKind = 'project' | 'lane' | 'group' | 'item' | 'milestone';

export interface TimelineRow {
  readonly entry: EntryPath;
  /**
   * Unique among the rows; what links refer to. The item's or milestone's id, with a number where an earlier row has the
   * same, and empty for the project. In lanes the same item may have several rows: links refer to its first one.
   */
  readonly id: string;
  readonly kind: RowKind;
  /** From 1. A row's children are the rows after it with a greater depth. */
  readonly depth: number;
  readonly title: string;
  /** It is shown for the rows below it alone: the filter does not find it itself. */
  readonly context?: boolean | undefined;
  readonly state?: State | undefined;
  /** A name. */
  readonly owner?: string | undefined;
  /** What stands in the narrow column of owners: the first name of a person, the whole name of a team or supplier. */
  readonly ownerShort?: string | undefined;
  readonly progress?: Share | undefined;
  /**
   * First and last day: actual before stated before computed, of a group from its children. A milestone has its date as
   * `end`, or the day that it is going to have. With only one of the two, an item is drawn as an open edge there.
   */
  readonly start?: IsoDate | undefined;
  readonly end?: IsoDate | undefined;
  /** Which of its dates a move would write, as the source has them; of a milestone the day that it has here. */
  readonly stated?: Pick<TimelineRow, 'start' | 'end'> | undefined;
  /** What stands right of the bar: `'28 Sep, 5 d after the plan'`, `'52 %'`, `'no goal'`, `'12 d float'`. */
  readonly label?: string | undefined;
  /** No goal asks for it: dashed. */
  readonly unlinked?: boolean | undefined;
  /** The approved plan of a project; of an item or milestone its stated dates, where it comes otherwise. */
  readonly baseline?: DateRange | undefined;
  readonly deadline?: IsoDate | undefined;
  /** No total float is left. Left out for what is done, dropped or of no known date. */
  readonly critical?: boolean | undefined;
  /** The last day to which it can slip without moving the finish: the end of the dotted tail. */
  readonly floatEnd?: IsoDate | undefined;
  /** The day by which it is done with a probability of 80 %. Left out until a forecast is made. */
  readonly p80?: IsoDate | undefined;
}

export type DependencyType = 'FS' | 'SS' | 'FF' | 'SF';

/** A dependency between two rows: `to` waits for `from`. It is drawn where both have the dates that its type asks for. */
export interface TimelineLink {
  /** Ids of rows. */
  readonly from: string;
  readonly to: string;
  readonly type: DependencyType;
  /** As written: `'+2d'`. */
  readonly lag?: string | undefined;
  readonly critical?: boolean | undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// Summary of a plan

/** How many findings a plan has, by severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
}

/** A plan in a few words: what a status bar has room for. */
export interface PlanSummary {
  readonly findings: FindingCounts;
  /** The releases that are still to come, the next one first; at most five. */
  readonly releases: readonly ComingRelease[];
}

export interface ComingRelease {
  readonly entry: EntryPath;
  readonly title: string;
  /** Its last possible day: `'12 Jun'`. */
  readonly date: string;
  /** How far away that is, in calendar days: `'in 12 days'`, `'today'`, `'3 days overdue'`. */
  readonly when: string;
  readonly isOverdue: boolean;
}
