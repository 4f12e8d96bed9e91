import type { EntryPath, Fact, ProjectViewBase, Share, State } from './model';

/** The risks of a project: a matrix of probability by impact, and a list by exposure. */
export interface RisksView extends ProjectViewBase {
  readonly view: 'risks';
  /** At most four. */
  readonly facts: readonly Fact[];
  /** The rows of the matrix, the most likely first; what each stands for: `'from 55 %'`. */
  readonly probabilities: readonly MatrixLevel[];
  /** Its columns, the smallest impact first: `'from 10 % of budget or 5 % of time'`. */
  readonly impacts: readonly MatrixLevel[];
  /** The highest exposure first; then those without a known one, then what has been closed. */
  readonly risks: readonly RiskRow[];
  /** `'2 risks are not in the matrix: they lack a probability or an impact'` */
  readonly unplaced?: string | undefined;
}

export type RiskLevel = 'low' | 'medium' | 'high';

export interface MatrixLevel {
  readonly level: RiskLevel;
  readonly text: string;
}

export interface RiskRow {
  readonly entry: EntryPath;
  /** From 1, as in the matrix; left out for what has been closed. */
  readonly number?: number | undefined;
  readonly title: string;
  readonly state: State;
  /** `'High, 70 %'`, `'30 %'` */
  readonly probability?: string | undefined;
  /** `'8,000 EUR'`, `'1 week'`: what it would cost, each; empty where nobody says. */
  readonly impacts: readonly string[];
  /** Probability by impact: `'5,600 EUR, 3.5 d'`. */
  readonly exposure?: string | undefined;
  /** The exposure, of the highest in the list. */
  readonly share?: Share | undefined;
  /** Where it stands in the matrix; left out for what has been closed, or lacks one of the two. */
  readonly place?: { readonly probability: RiskLevel; readonly impact: RiskLevel } | undefined;
  /** By its place. */
  readonly severity?: RiskLevel | undefined;
  /** `'Mitigate'` */
  readonly response?: string | undefined;
  readonly plan?: string | undefined;
  /** A name. */
  readonly owner?: string | undefined;
  /** Nobody has said what is done about it: neither a response nor a plan nor an owner. */
  readonly unanswered?: boolean | undefined;
}
