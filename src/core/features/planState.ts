import type { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { PlanEdit } from '../edit/planEdit';
import type { Plan } from '../plan/plan';
import type { Finding } from '../rules/finding';

/** One plan at one moment, as features read it. It holds until the next change: ask for another one then. */
export interface PlanState {
  readonly plan: Plan;
  readonly today: Temporal.PlainDate;
  /** What follows from the plan today. */
  readonly analysis: PlanAnalysis;
  /** False while files are still being read. */
  readonly complete: boolean;
  /** Finds all that {@link findings} gives, bit by bit: whoever is in no hurry lets others have their turn between. */
  readonly checking: () => Iterable<void>;
  readonly findings: (uri: string) => readonly Finding[];
  /** Those of form and of references alone, which are found before the others. */
  readonly firstFindings: (uri: string) => readonly Finding[];
  /**
   * What is found of form and references while the rest is still being looked for, or what the file says by itself while
   * others are being read; undefined before, and once {@link findings} gives all at once.
   */
  readonly findingsSoFar: () => ((uri: string) => readonly Finding[]) | undefined;
  /** What all of this would be after an edit of the plan; undefined where the edit is none of this plan. */
  readonly after: (edit: PlanEdit) => PlanState | undefined;
}
