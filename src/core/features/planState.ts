import type { Temporal } from 'temporal-polyfill';
import type { Plan } from '../plan/plan';
import type { Finding } from '../rules/finding';

/** One plan at one moment, as features read it. */
export interface PlanState {
  readonly plan: Plan;
  readonly today: Temporal.PlainDate;
  /** False while files are still being read. */
  readonly complete: boolean;
  readonly findings: (uri: string) => readonly Finding[];
}
