import type { EntryPath, Fact, ProjectViewBase } from './model';

/** The people of a project by week or month: what is asked of each, over all projects of the plan. */
export interface CapacityView extends ProjectViewBase {
  readonly view: 'capacity';
  /** At most three. */
  readonly facts: readonly Fact[];
  /** The columns under one heading: months of weeks, years of months. */
  readonly groups: readonly CapacityGroup[];
  readonly columns: readonly CapacityColumn[];
  /** Those with a limit first. */
  readonly people: readonly CapacityRow[];
}

export interface CapacityGroup {
  /** `'October'`, `'November 2026'` */
  readonly title: string;
  /** How many of the columns it has; more than 0. */
  readonly columns: number;
}

export interface CapacityColumn {
  /** `'14'`, `'Sep'` */
  readonly label: string;
  /** `'week of 14 Sep'`, `'September 2026'` */
  readonly name: string;
  /** Today is in it. */
  readonly isNow?: boolean | undefined;
}

export interface CapacityRow {
  /** As the plan refers to people; unique. */
  readonly id: string;
  readonly name: string;
  /** What stands where there is little room: the first name of a person. */
  readonly shortName: string;
  /** `'80 % of full time'`, `'supplier'` */
  readonly note: string;
  /** Where the person is defined; left out where the plan does not say. */
  readonly entry?: EntryPath | undefined;
  /** One for each column; empty for teams, suppliers and clients, of whom no limit is known. */
  readonly cells: readonly CapacityCell[];
  /** `'No limit: 11 d of work planned'`; left out for people. */
  readonly unlimited?: string | undefined;
  /** What the cells are filled by, each piece of work once. */
  readonly work: readonly CapacityWork[];
}

/**
 * - `free`: nothing is asked.
 * - `planned`: up to all that can be given.
 * - `over`: more than that.
 * - `away`: nothing can be given, and nothing is asked.
 */
export type CellKind = 'free' | 'planned' | 'over' | 'away';

export interface CapacityCell {
  readonly kind: CellKind;
  /** Of what can be given, in percent, whole. Left out where nothing can be given. */
  readonly percent?: number | undefined;
  /** `'120 %: 38.4 h planned of 32 h'`, `'away'` */
  readonly text: string;
  /** What fills it, the most first. */
  readonly parts: readonly CellPart[];
}

export interface CellPart {
  /** The place in `work`. */
  readonly work: number;
  /** Of what can be given, in percent, whole. Left out where nothing can be given. */
  readonly percent?: number | undefined;
  /** `'12 h'` */
  readonly text: string;
}

export interface CapacityWork {
  readonly entry: EntryPath;
  readonly title: string;
  /** The title of its project. */
  readonly project: string;
  /** It belongs to another project than the one that is shown. */
  readonly isElsewhere?: boolean | undefined;
}
