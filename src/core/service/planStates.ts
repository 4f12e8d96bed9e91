import type { Temporal } from 'temporal-polyfill';
import type { PublicHolidays } from '../analysis/calendar';
import { PlanAnalysis } from '../analysis/planAnalysis';
import type { PlanState } from '../features/planState';
import type { Plan } from '../plan/plan';
import { checkPlan, type CheckOptions } from '../rules/checkPlan';
import type { Finding } from '../rules/finding';
import { planAfter } from './planAfter';

/** All that the state of a plan follows from, beside the plan. */
export interface Circumstances extends CheckOptions {
  readonly today: Temporal.PlainDate;
  readonly publicHolidays: PublicHolidays;
}

interface Kept {
  /** Stands for the version of the plan: each has its own. */
  readonly files: Plan['files'];
  readonly circumstances: Circumstances;
  readonly state: PlanState;
}

/** The states of plans: each is made once, and kept while all that it follows from is the same. */
export class PlanStates {
  readonly #kept = new WeakMap<Plan, Kept>();

  of(plan: Plan, circumstances: Circumstances): PlanState {
    const known = this.#kept.get(plan);
    const analysis = known && hasSameAnalysis(known, plan, circumstances) ? known.state.analysis : undefined;
    if (known && analysis && hasSameFindings(known.circumstances, circumstances)) return known.state;
    const state = stateOf(analysis ?? analysisOf(plan, circumstances, known?.state.analysis), circumstances);
    this.#kept.set(plan, { files: plan.files, circumstances, state });
    return state;
  }
}

function hasSameAnalysis({ files, circumstances: before }: Kept, plan: Plan, now: Circumstances): boolean {
  return files === plan.files && before.today.equals(now.today) && before.publicHolidays === now.publicHolidays;
}

/** Whether the same analysis gives the same findings. */
function hasSameFindings(before: Circumstances, now: Circumstances): boolean {
  return before.settings === now.settings && before.complete === now.complete;
}

/** @param before that of another version of the plan, of which is kept what holds in this one too */
function analysisOf(plan: Plan, { today, publicHolidays }: Circumstances, before?: PlanAnalysis): PlanAnalysis {
  return new PlanAnalysis(plan, today, publicHolidays, before);
}

function stateOf(analysis: PlanAnalysis, circumstances: Circumstances): PlanState {
  const { plan, today } = analysis;
  const { settings, complete } = circumstances;
  let found: ReadonlyMap<string, readonly Finding[]> | undefined;
  return {
    plan,
    today,
    complete,
    analysis,
    findings: (uri) => (found ??= checkPlan(analysis, { settings, complete })).get(uri) ?? [],
    after: (edit) => {
      const next = planAfter(plan, edit);
      return next && stateOf(analysisOf(next, circumstances, analysis), circumstances);
    },
  };
}
