import type { EntryPath, State } from './model';

/** What has changed in a plan since an earlier day, file by file. */
export interface ChangesSection {
  /** `'What changed since 22 Nov'` */
  readonly title: string;
  /** `'22 Nov'`; left out where there is nothing to compare with. */
  readonly since?: string | undefined;
  /** Said in place of changes, or before them: that there are none, or why that cannot be told. */
  readonly note?: string | undefined;
  /** How many changes there are, those included that are left out here. */
  readonly count: number;
  /** The file in which most has happened that matters stands first. */
  readonly groups: readonly ChangeGroup[];
  /** How many changes are left out, because nobody reads so many; left out itself where none is. */
  readonly leftOut?: number | undefined;
}

export interface ChangeGroup {
  /** Unique among all rows of the view. */
  readonly id: string;
  /** The file; left out for one that is gone. */
  readonly entry?: EntryPath | undefined;
  /** The product, the project, or the settings. */
  readonly title: string;
  /** `'5 changes'` */
  readonly summary: string;
  /** The most important first. */
  readonly rows: readonly ChangeRow[];
}

export interface ChangeRow {
  /** Unique among all rows of the view. */
  readonly id: string;
  /** Where it is written; of what is gone, where it was, and left out where that is gone too. */
  readonly entry?: EntryPath | undefined;
  /** `'Key result'` */
  readonly kind: string;
  readonly title: string;
  /** `'Finish moved from 2 Mar to 9 Mar, 5 working days later'` */
  readonly text: string;
  /** Set where the plan stands worse by it than it did. */
  readonly state?: State | undefined;
}
