/**
 * The plan as a tree, as plain data: what the sidebar shows. The conventions are those of the other views, see
 * `../model.ts`. Nodes are given level by level, because few of them are ever looked at.
 */
import type { EntryPath } from '../../plan/entryPath';
import type { StateKind } from '../model';

/**
 * - `plan`: a plan, where there are several.
 * - `unlinked`: the group of work that no goal asks for.
 * - `unread`: a roadmap or project file that says nothing yet, or nothing that can be read.
 */
export type PlanNodeKind = 'plan' | 'unlinked' | 'product' | 'goal' | 'feature' | 'project' | 'item' | 'unread';

/** What can be added below a node. */
export type AddedKind = 'goal' | 'feature' | 'project' | 'item';

export interface PlanNode {
  /** Names the node in its tree. The same after every edit that leaves the keys that lead to its entry. */
  readonly id: string;
  readonly kind: PlanNodeKind;
  /** What it is called. Of a plan the last part of its folder's path. */
  readonly title: string;
  /** Its state in words, and its figures: `'At risk · 52 % · 10 Nov, 2 d late'`. */
  readonly detail?: string | undefined;
  /** Drawn as shape and colour; its word is in `detail`. */
  readonly state?: StateKind | undefined;
  /** Where it is written; of a plan the URI of its folder. The group is written nowhere. */
  readonly entry?: EntryPath | undefined;
  /** The id by which other entries refer to it. */
  readonly reference?: string | undefined;
  /** Whether there is anything below it, and whether that is shown at first. */
  readonly children: 'none' | 'closed' | 'open';
  readonly adds: readonly AddedKind[];
}

/** Which nodes are shown: those for which all of this holds, and what leads to them. Empty: all. */
export interface PlanFilter {
  /** Owned by, managed by or assigned to this person; as the plan refers to people. */
  readonly mine?: string | undefined;
  /** Open items without any float. */
  readonly critical?: boolean | undefined;
  /** Open, and past the day that was promised. */
  readonly overdue?: boolean | undefined;
  /** Open, and nobody's. */
  readonly unowned?: boolean | undefined;
}
