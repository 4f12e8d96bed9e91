import type { Temporal } from 'temporal-polyfill';
import type { AnyEntity } from '../../plan/entity';
import type { PlanFile } from '../../plan/planFile';

/** What a change is about. */
export type ChangeTopic =
  'added' | 'removed' | 'date' | 'state' | 'owner' | 'scope' | 'money' | 'lineage' | 'progress' | 'name';

/** One difference between two versions of a plan, in the plan's own words. */
export interface PlanChange {
  readonly topic: ChangeTopic;
  /** What has changed, as it is now; what is gone, as it was. */
  readonly entity: AnyEntity;
  /** What the thing is called. */
  readonly title: string;
  /** Where the present plan has it; of what is gone, what held it, and undefined where that is gone too. */
  readonly at: AnyEntity | undefined;
  readonly detail: ChangeDetail;
  /** The less, the more it matters to whoever answers for the plan. */
  readonly rank: number;
}

export type ChangeDetail =
  /** `parts` is how many things came or went with it. */
  | { readonly what: 'added' | 'removed'; readonly parts: number }
  /** Only one of the two is there where the date was set or taken away. */
  | {
      readonly what: 'moved';
      readonly label: string;
      readonly from: Moment | undefined;
      readonly to: Moment | undefined;
      /** Working days, negative where it comes earlier; 0 where only free days lie between, or a date is missing. */
      readonly workdays: number;
    }
  | {
      readonly what: 'set';
      readonly label: string;
      readonly from: string | undefined;
      readonly to: string | undefined;
    }
  | {
      readonly what: 'list';
      readonly label: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  /** A longer text that says something else now. */
  | { readonly what: 'reworded'; readonly label: string };

/** A date, or a longer period that stands for its last day. */
export interface Moment {
  readonly day: Temporal.PlainDate;
  /** Of a period that is longer than a day, as the plan has it: `2026-Q3`. */
  readonly period?: string | undefined;
}

/** All changes of one file, the most important first; at least one. */
export interface FileChanges {
  /** As it is now; a file that is gone, as it was. */
  readonly file: PlanFile;
  readonly isGone: boolean;
  readonly changes: readonly PlanChange[];
}
