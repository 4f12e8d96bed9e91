import type { EntryPath, Fact, Share, State, ViewBase } from './model';

/** The goals of a roadmap as a tree, down to the items that serve them. */
export interface GoalsView extends ViewBase {
  readonly view: 'goals';
  readonly file: 'roadmap';
  /** The vision. */
  readonly purpose?: string | undefined;
  /** At most five. */
  readonly facts: readonly Fact[];
  /** The tree in display order, each parent directly before its children. */
  readonly rows: readonly GoalRow[];
}

/**
 * - `goal`: a goal, also one that is a part of another.
 * - `measure`: a key result.
 * - `feature`, `project`, `item`: what serves the goal by way of what stands above it.
 * - `gap`: the place of what should serve a goal, where nothing does. Its entry is the goal.
 * - `unlinked`: the branch of what no goal asks for, only while there is something. It is written nowhere.
 */
export type GoalRowKind = 'goal' | 'measure' | 'feature' | 'project' | 'item' | 'gap' | 'unlinked';

export interface GoalRow {
  /** Unique among the rows; the same as long as the keys that lead to it are. */
  readonly id: string;
  /** A project stands below every feature that it delivers, so that several rows may have one entry. */
  readonly entry?: EntryPath | undefined;
  readonly kind: GoalRowKind;
  /** From 1. A row's children are the rows after it with a greater depth. */
  readonly depth: number;
  readonly title: string;
  /** Of a measure where it comes from and goes to: `'62 % to 80 %'`. */
  readonly reach?: string | undefined;
  /** Of a goal that of its measures, where they are measured, else that of its work; else of the work. */
  readonly progress?: Share | undefined;
  readonly state?: State | undefined;
  /** What goes on after the state or stands in its place: `'now 71 %'`, `'10 d late'`, `'critical'`, `'31 d'`. */
  readonly note?: string | undefined;
  /** `'2026-Q4'`, `'15 Oct'` */
  readonly when?: string | undefined;
  /** What comes on that day, where it is not the thing itself: the title of a release. */
  readonly whenOf?: string | undefined;
  /** The line from here up to a goal is broken, or the goal has no line down to any work: dashed. */
  readonly broken?: boolean | undefined;
}
