import type { ChangesSection } from './changesModel';
import type { EntryPath, Fact, Share, State, ViewBase } from './model';

/** All files of a plan at a glance: goals and the projects that serve them, what waits for what, and who has too much. */
interface OverviewViewBase extends ViewBase {
  readonly view: 'overview';
  /** At most five. */
  readonly facts: readonly Fact[];
  /** Each product with its open goals, and below each the projects that serve it; last the projects that serve none. */
  readonly rows: readonly OverviewRow[];
  /** Work of one project that waits for work of another; what comes too late first. */
  readonly dependencies: readonly ProjectDependency[];
  /** Who is stated to do more than they can, the worst first. */
  readonly people: readonly OverCommitted[];
  /** What is otherwise than it was; left out while that is not known, and where nobody keeps earlier versions. */
  readonly changes?: ChangesSection | undefined;
}

export interface RoadmapOverviewView extends OverviewViewBase {
  readonly file: 'roadmap';
}

/** The same of the plan that a project is in. */
export interface ProjectOverviewView extends OverviewViewBase {
  readonly file: 'project';
}

export type OverviewView = RoadmapOverviewView | ProjectOverviewView;

export interface OverviewRow {
  /** Unique among the rows: a project stands below each goal that it serves. */
  readonly id: string;
  /** Left out for the heading of projects without a goal. */
  readonly entry?: EntryPath | undefined;
  readonly kind: 'product' | 'goal' | 'project' | 'unlinked';
  /** From 1. */
  readonly depth: number;
  readonly title: string;
  readonly state?: State | undefined;
  readonly progress?: Share | undefined;
  /** `'2026-Q4'`, `'10 Nov, 2 d late'`, `'No project yet'` */
  readonly detail?: string | undefined;
  /** A name. */
  readonly owner?: string | undefined;
}

export interface ProjectDependency {
  readonly id: string;
  /** The work that waits. */
  readonly entry: EntryPath;
  readonly title: string;
  readonly project: string;
  /** What it waits for. */
  readonly forTitle: string;
  readonly forProject: string;
  /** Off track where it is to begin before the other allows it. */
  readonly state: State;
  /** `'ends 15 Jan, 9 d too late'`, `'ends 15 Jan'` */
  readonly detail?: string | undefined;
}

export interface OverCommitted {
  readonly id: string;
  readonly entry?: EntryPath | undefined;
  readonly name: string;
  /** `'140 % for 3 weeks from 30 Nov'` */
  readonly text: string;
  /** What is asked of them in that time: `'Pilot in two depots (Parts on the van)'`. */
  readonly items: readonly string[];
}
