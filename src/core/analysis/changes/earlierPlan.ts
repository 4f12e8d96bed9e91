import type { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../planAnalysis';
import type { Since } from './since';

/** An earlier version of a plan, or why there is none to compare it with. */
export type EarlierPlan =
  EarlierVersion | { readonly found: false; readonly why: NoEarlierPlan; readonly asked: string };

export interface EarlierVersion {
  readonly found: true;
  /** As of the day that the version is of. */
  readonly analysis: PlanAnalysis;
  readonly since: Since;
  /** The day that it is compared with: the one asked for, or that of the commit. */
  readonly day: Temporal.PlainDate;
  /** The history does not reach as far as was asked for: this is where it begins. */
  readonly isFirst: boolean;
}

/**
 * - `no-history`: the plan is under no version control that can be read.
 * - `not-committed`: it is, and no version of it has been kept yet.
 * - `no-such-point`: there is a history, without what was asked for.
 * - `not-understood`: what was asked for is no point of any history.
 */
export type NoEarlierPlan = 'no-history' | 'not-committed' | 'no-such-point' | 'not-understood';
