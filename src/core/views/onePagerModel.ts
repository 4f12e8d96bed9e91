import type { EntryPath, KeyResultProgress, Share, State, ViewBase } from './model';

/** What there is to know of a product on one page: for people who will not open the plan. */
export interface OnePagerView extends ViewBase {
  readonly view: 'one-pager';
  readonly file: 'roadmap';
  readonly vision?: string | undefined;
  /** How it gets there. */
  readonly strategy?: string | undefined;
  /** `'Growth'` */
  readonly lifecycle?: string | undefined;
  /** A person's name. */
  readonly owner?: string | undefined;
  /** The day that the page is of: `'22 November 2026'`. */
  readonly asOf: string;
  /** The goals that are open by how soon they come up. Groups without goals are left out. */
  readonly goals: readonly PagerGoals[];
  /** `'1 goal achieved: No more paper at the back door'` */
  readonly achieved?: string | undefined;
  /** The next ones, three at most. */
  readonly releases: readonly PagerRelease[];
  /** `'2 more later'` */
  readonly moreReleases?: string | undefined;
  /** The open risks of the product's projects and programs, the most probable first; five at most. */
  readonly risks: readonly PagerRisk[];
  readonly moreRisks?: string | undefined;
}

export interface PagerGoals {
  /** `'Now'`, `'No horizon'` */
  readonly title: string;
  readonly goals: readonly PagerGoal[];
}

export interface PagerGoal {
  readonly entry: EntryPath;
  readonly title: string;
  readonly why?: string | undefined;
  /** `'2026-Q4'` */
  readonly target?: string | undefined;
  readonly state?: State | undefined;
  /** By its measures, else by its work. */
  readonly progress?: Share | undefined;
  readonly measures: readonly KeyResultProgress[];
}

export interface PagerRelease {
  readonly entry: EntryPath;
  readonly title: string;
  readonly state: State;
  /** `'23 Mar'` */
  readonly date?: string | undefined;
  /** `'in 4 months'`, `'6 d late'` */
  readonly note?: string | undefined;
  /** The features in it: `'All suppliers in one catalogue, Order again in one tap and 2 more'`. */
  readonly features?: string | undefined;
}

export interface PagerRisk {
  readonly entry: EntryPath;
  readonly title: string;
  /** `'40 %'` */
  readonly probability?: string | undefined;
  /** `'1 week'`, `'20,000 EUR and 2 weeks'` */
  readonly impact?: string | undefined;
  /** What is done about it. */
  readonly plan?: string | undefined;
  readonly owner?: string | undefined;
  /** The title of its project or program. */
  readonly of: string;
}
