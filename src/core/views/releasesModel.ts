import type { EntryPath, Fact, GoalLink, Share, State, ViewBase } from './model';

/** The releases of a roadmap: what is in them, what still has to be ready, and when they will be. */
export interface ReleasesView extends ViewBase {
  readonly view: 'releases';
  readonly file: 'roadmap';
  /** The vision. */
  readonly purpose?: string | undefined;
  /** At most five. */
  readonly facts: readonly Fact[];
  /** Those to come by date, then those without one, then what is out, the last first, then what was cancelled. */
  readonly releases: readonly ReleaseCard[];
}

export interface ReleaseCard {
  readonly entry: EntryPath;
  readonly title: string;
  readonly state: State;
  /** The last day of its date: `'23 Mar'`. */
  readonly date?: string | undefined;
  /** Of a release to come: `'121 days left'`, `'3 days overdue'`. */
  readonly left?: string | undefined;
  /** By its work: `'6 d late'`. */
  readonly late?: string | undefined;
  /** A name. */
  readonly owner?: string | undefined;
  readonly goals: readonly GoalLink[];
  /** How far the work is that it waits for. */
  readonly progress?: Share | undefined;
  /** Without dropped ones; what is in trouble first, what is out last. */
  readonly features: readonly ReleaseFeature[];
  /** `'1 of 5 released'` */
  readonly featureText?: string | undefined;
  /** What is due first stands first, what is done last. */
  readonly checks: readonly ReleaseCheck[];
  /** `'2 of 5 done'` */
  readonly checkText?: string | undefined;
  /** Of a release to come with work that has dates. */
  readonly runway?: Runway | undefined;
}

export interface ReleaseFeature {
  readonly entry: EntryPath;
  readonly title: string;
  readonly state: State;
  /** Where items deliver it. */
  readonly progress?: Share | undefined;
  /** A name. */
  readonly owner?: string | undefined;
}

/** One thing besides the software that has to be there on the day. */
export interface ReleaseCheck {
  readonly entry: EntryPath;
  readonly title: string;
  /** Done, overdue (at risk) or open (to do). */
  readonly state: State;
  /** The responsibility area that it belongs to: `'Documentation'`. */
  readonly area?: string | undefined;
  readonly owner?: string | undefined;
  /** `'12 Mar'`; of what is open and past `'12 Mar, overdue'`. */
  readonly due?: string | undefined;
}

/** From today to the day of a release, with what the forecast says of it. */
export interface Runway {
  readonly marks: readonly RunwayMark[];
  /** How probable it is to be finished by the date: `'72 %'`. */
  readonly meets?: string | undefined;
  /** Some of the work has no dates, so that it may come later: `'without 2 items that cannot be scheduled'`. */
  readonly leftOut?: string | undefined;
}

export interface RunwayMark {
  /** `plan`: the feasible finish. `p50`, `p80`: by when it is finished with that probability. */
  readonly kind: 'date' | 'plan' | 'p50' | 'p80';
  /** `'P80'` */
  readonly label: string;
  /** `'17 Mar'` */
  readonly day: string;
  /** Where it stands between today (0) and the last of the marks (1). */
  readonly at: Share;
  /** After the date of the release. */
  readonly late?: boolean | undefined;
}
