import type { EntryPath, Fact, ProjectViewBase, Share, State } from './model';

/** Where a project stands, at a glance: its health, its scope, time and cost, and what needs somebody. */
export interface StatusView extends ProjectViewBase {
  readonly view: 'status';
  /** At most five. */
  readonly facts: readonly Fact[];
  /** Scope, time and cost, in this order; empty for a project that says nothing yet. */
  readonly constraints: readonly Constraint[];
  /** The worst first. */
  readonly attention: readonly AttentionLine[];
  /** How many more lines there are than are listed. */
  readonly moreAttention?: number | undefined;
  /** By their days. */
  readonly milestones: readonly MilestoneLine[];
  /** The last ones, the newest first. */
  readonly updates: readonly UpdateCard[];
  /** A status report from what the plan says today, to be sent or put into `status_updates`. */
  readonly report?: StatusReport | undefined;
}

export interface Constraint {
  readonly kind: 'scope' | 'time' | 'cost';
  /** `'Scope'` */
  readonly title: string;
  readonly entry: EntryPath;
  readonly state: State;
  /** `'44 % done'` */
  readonly value: string;
  /** `'12 of 20 items'` */
  readonly note?: string | undefined;
  readonly progress?: Share | undefined;
  /** What speaks for its state, in whole phrases: `'Finishes 5 working days after its end'`. */
  readonly details: readonly string[];
}

/** Something that somebody should look at. */
export interface AttentionLine {
  readonly entry: EntryPath;
  /** `'Item'`, `'Risk'` */
  readonly kind: 'Item' | 'Risk' | 'Issue' | 'Change';
  readonly title: string;
  readonly state: State;
  /** `'5 d late'`, `'due 14 Sep, 2 d overdue'` */
  readonly text: string;
  /** A name. */
  readonly owner?: string | undefined;
}

export interface MilestoneLine {
  readonly entry: EntryPath;
  readonly title: string;
  readonly state: State;
  /** `'13 Nov'` */
  readonly date?: string | undefined;
  /** `'5 d late'` */
  readonly late?: string | undefined;
}

export interface UpdateCard {
  readonly entry: EntryPath;
  /** `'11 Sep'` */
  readonly date?: string | undefined;
  /** `'5 days ago'` */
  readonly when?: string | undefined;
  /** A name. */
  readonly by?: string | undefined;
  readonly state?: State | undefined;
  readonly summary?: string | undefined;
  readonly done: readonly string[];
  readonly next: readonly string[];
}

export interface StatusReport {
  /** `'Parts on the van: status on 16 September 2026'` */
  readonly title: string;
  /** Without empty ones. */
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly title: string;
  /** In order, without a full stop; at least one. */
  readonly lines: readonly string[];
}
