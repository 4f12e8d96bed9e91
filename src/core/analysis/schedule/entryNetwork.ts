import type { Work } from '../../plan/plan';
import type { Reference } from '../../plan/reference';
import type { BuiltLink, Lag } from './networkBuilder';
import type { LinkReason, PlanLink, PlanNode, WorkNodes } from './planNodes';

/** A link between work of a file and work of another one. */
export interface OutwardLink {
  readonly other: Work;
  /** The activity that it leads to, or leaves where the other is a milestone that is named. */
  readonly own: number;
  readonly reason: LinkReason;
  readonly by: Work;
  readonly type: number;
  readonly lag?: Lag | undefined;
}

/** A reference to work of another file, and what it leads to. */
export interface FollowedReference {
  readonly reference: Reference;
  readonly work: Work | undefined;
}

/**
 * What an item at the top of a project, with all that is under it, or a milestone adds to the network of its file.
 * Indices are those of its own activities. Immutable, and the same for as long as nothing changes that it was read from:
 * the entry, what the file as a whole says of calendar, team and sizes, what the names lead to that it refers to, and
 * whether others wait for the start of what is in it.
 */
export interface EntryNetwork {
  readonly entry: Work;
  readonly nodes: readonly PlanNode[];
  /** The qualified ids of what the activities stand for. */
  readonly ids: readonly string[];
  readonly nodesOf: ReadonlyMap<Work, WorkNodes>;
  /** What its links stand for; their ends, types and lags are in the columns of the file. */
  readonly links: readonly PlanLink[];
  readonly outward: readonly OutwardLink[];
  /** The ids of work of the same file that it refers to. */
  readonly names: readonly string[];
  /** What it refers to in other files, in the order in which it is written. */
  readonly references: readonly FollowedReference[];
  /** The work of the file for whose start it waits, where that is an activity of its own. */
  readonly asked: readonly Work[];
  /** Its own work for whose start something in the file waits, where that is an activity of its own. */
  readonly firsts: readonly Work[];
  /** The ids of all who do something in it. */
  readonly people: readonly string[];
  /** Of these the ones with a limit whose time its open work takes. */
  readonly busy: readonly string[];
}

/** An end of a link that is elsewhere in the file, or has no index yet. */
export interface OtherEnd {
  readonly work: Work;
  readonly end: 'start' | 'finish' | 'first' | 'whole';
}

/** An entry that has just been read, with the numbers of its links. */
export interface ReadEntry {
  readonly network: EntryNetwork;
  readonly links: readonly BuiltLink<OtherEnd | number>[];
}
