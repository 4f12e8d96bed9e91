import type { EntryPath, ShownCount, State, ViewBase } from './model';

/** The features and ideas of a roadmap in the order in which they are worth doing. */
export interface PrioritiesView extends ViewBase {
  readonly view: 'priorities';
  readonly file: 'roadmap';
  /** The method's name and how it counts: `'RICE'`, `'reach × impact × confidence / effort'`. */
  readonly method: string;
  readonly formula: string;
  /** Titles of the inputs, in the order of the formula. */
  readonly inputs: readonly string[];
  /** The highest score first; what cannot be scored stands last, as in the roadmap. */
  readonly rows: readonly PriorityRow[];
  /** Left out with less than two scores: there is nothing to compare. */
  readonly chart?: PriorityChart | undefined;
  readonly shown?: ShownCount | undefined;
}

export interface PriorityRow {
  readonly entry: EntryPath;
  readonly kind: 'feature' | 'idea';
  readonly title: string;
  readonly state?: State | undefined;
  /** From 1; equal scores share a rank. Left out for what is not ranked: it has ended, or has no score. */
  readonly rank?: number | undefined;
  /** `'3200'` */
  readonly score?: string | undefined;
  /** From 0 to 1, of the highest score in the table. */
  readonly share?: number | undefined;
  /** `'8000 × 2 × 80 % / 4 = 3200'`, or why there is no score: `'Lacks reach and effort'`. */
  readonly arithmetic: string;
  /** As written; an empty text for what is missing. As many as `inputs`. */
  readonly values: readonly string[];
  /** A name. */
  readonly owner?: string | undefined;
  /** The title of the release that it is planned for. */
  readonly release?: string | undefined;
}

/** Value against effort: what stands high and on the left is worth doing first. */
export interface PriorityChart {
  /** `'Effort, person-months'` */
  readonly across: string;
  /** `'Reach × impact × confidence'` */
  readonly up: string;
  readonly points: readonly PriorityPoint[];
}

export interface PriorityPoint {
  readonly entry: EntryPath;
  readonly rank: number;
  readonly title: string;
  /** More than 0. */
  readonly effort: number;
  /** From 0 up. */
  readonly value: number;
}
