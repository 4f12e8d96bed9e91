import type { Item, Milestone } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import type { Instant } from '../calendar';
import { noInstant } from '../network/links';
import { isOpenItem } from '../openWork';
import type { LeafTiming } from './leafTiming';

/**
 * What an activity of the network stands for. An item without children and a milestone are one activity. An item with
 * children is several without a length, since it begins and ends with them:
 *
 * - `gate`: when it may begin at the earliest. What the parent states and waits for holds for its children through it.
 * - `hold`: before which none of its children may finish; only where the parent waits with its finish.
 * - `first`: when its first child begins; only where somebody waits for that.
 * - `end`: when its last child has finished.
 * - `whole`: all of it as one piece, where it has an estimate of its own and nothing below it has any.
 */
export type NodePart = 'leaf' | 'milestone' | 'gate' | 'hold' | 'first' | 'end' | 'whole';

/** An activity of the network by what it stands for. Its index is its place in the list. */
export interface PlanNode {
  readonly part: NodePart;
  readonly work: Work;
  /** Of a `leaf` and a `whole`. */
  readonly timing?: LeafTiming;
  readonly length: number;
  readonly isElapsed: boolean;
  readonly fixedStart: Instant;
  readonly fixedFinish: Instant;
  readonly earliestStart: Instant;
  readonly latestFinish: Instant;
}

/** The activities of one piece of work by their indices; −1 where it has none of that part. */
export interface WorkNodes {
  /** Where what it waits for with its start leads to: of a parent its gate. */
  readonly start: number;
  /** Where what waits for its finish comes from: of a parent its end. */
  readonly finish: number;
  /** Of a parent; filled in when somebody waits for the start of its first child. */
  first: number;
  /** Of a parent; filled in when it waits with its finish. */
  hold: number;
  readonly whole: number;
}

/** The activities of each piece of work that has any. */
export interface NodesOf {
  get(work: Work): WorkNodes | undefined;
}

/** The index of the activity of one piece of work that stands for a part of it; −1 where it has none. */
export function indexOfPart({ start, finish, first, hold, whole }: WorkNodes, part: NodePart): number {
  if (part === 'end') return finish;
  if (part === 'first') return first;
  if (part === 'hold') return hold;
  return part === 'whole' ? whole : start;
}

/** Why there is a link: in the plan's own terms, for whoever asks what drives a date. */
export type LinkReason =
  /** `depends_on` of `by`. */
  | 'dependency'
  /** `by` names the milestone that waits for it. */
  | 'milestone'
  /** The children of the sequential parent `by` follow one another. */
  | 'sequence'
  /** What holds for the parent `by` holds for its children. */
  | 'gate'
  /** The parent `by` begins and ends with its children. */
  | 'part';

/** What a link stands for; its ends are those of the link of the network with the same index. */
export interface PlanLink {
  readonly reason: LinkReason;
  readonly by: Item | Milestone;
}

const point = {
  length: 0,
  isElapsed: false,
  fixedStart: noInstant,
  fixedFinish: noInstant,
  earliestStart: noInstant,
  latestFinish: noInstant,
};

/** An activity without a length that takes place when others let it. */
export function pointNode(part: NodePart, work: Work, earliestStart: Instant): PlanNode {
  return { ...point, part, work, earliestStart };
}

/** The activity of an item without children, or of one that is planned as a whole. */
export function workNode(
  part: 'leaf' | 'whole',
  work: Item,
  timing: LeafTiming,
  earliestStart = timing.earliestStart,
): PlanNode {
  const { fixedStart, fixedFinish, latestFinish, isElapsed } = timing;
  const isEndAlone = fixedFinish !== noInstant && fixedStart === noInstant && Number.isNaN(timing.length);
  // With an end and no length it is known when the work is done, which is all that others wait for.
  const length = isEndAlone ? 0 : timing.length;
  return { part, work, timing, length, isElapsed, fixedStart, fixedFinish, earliestStart, latestFinish };
}

/** Whether of an activity nothing but its end is known. */
export function isEndAlone({ timing, fixedFinish, fixedStart }: PlanNode): boolean {
  return timing !== undefined && Number.isNaN(timing.length) && fixedFinish !== noInstant && fixedStart === noInstant;
}

/** Whether an activity takes the time of those who do it: what is done needs it no more, and a delivery nobody's. */
export function takesTime(node: PlanNode): node is PlanNode & { readonly timing: LeafTiming } {
  const { timing } = node;
  return timing !== undefined && timing.state !== 'done' && !timing.isElapsed && !isEndAlone(node);
}

/** When work began of which only the rest is placed; `noInstant` where all of it is. */
export function beganOn({ timing, fixedStart, fixedFinish }: PlanNode): Instant {
  if (!timing) return noInstant;
  return timing.state === 'begun' && fixedFinish !== noInstant ? fixedStart : timing.since;
}

/** Whether what an activity stands for, or ends, is still to be done. */
export function isOpen({ part, work, timing, fixedFinish }: PlanNode): boolean {
  if (part === 'milestone') return fixedFinish === noInstant;
  if (part === 'end') return isOpenItem(work as Item);
  return timing !== undefined && timing.state !== 'done';
}
