import type { Temporal } from 'temporal-polyfill';
import type { PublicHolidays } from '../analysis/calendar';
import { PlanAnalysis } from '../analysis/planAnalysis';
import type { PlanState } from '../features/planState';
import type { Plan, PlanIndex } from '../plan/plan';
import type { Rewording } from '../plan/rewording';
import { checkPlan, recheckPlan, type Check, type CheckOptions } from '../rules/checkPlan';
import { planAfter } from './planAfter';

/** All that the state of a plan follows from, beside the plan. */
export interface Circumstances extends CheckOptions {
  readonly today: Temporal.PlainDate;
  readonly publicHolidays: PublicHolidays;
}

interface Kept {
  /** Stands for the version of the plan: each has its own, but for those that differ in words alone. */
  readonly files: Plan['files'];
  readonly circumstances: Circumstances;
  readonly state: PlanState;
  readonly checks: Checks;
}

/** The states of plans: each is made once, and kept while all that it follows from is the same. */
export class PlanStates {
  readonly #kept = new WeakMap<Plan, Kept>();

  of(plan: PlanIndex, circumstances: Circumstances): PlanState {
    const known = this.#kept.get(plan);
    const rewordings = plan.takeRewordings();
    const isSame = known !== undefined && hasSameAnalysis(known, plan, circumstances);
    const isSameCheck = isSame && hasSameFindings(known.circumstances, circumstances);
    if (isSameCheck && rewordings.length === 0) return known.state;
    const analysis = isSame
      ? rewordedAnalysis(known.state.analysis, rewordings)
      : analysisOf(plan, circumstances, known?.state.analysis);
    const checks = isSameCheck ? known.checks : new Checks();
    checks.reworded(rewordings);
    const state = stateOf(analysis, circumstances, checks);
    this.#kept.set(plan, { files: plan.files, circumstances, state, checks });
    return state;
  }
}

/** The latest check of versions of a plan that differ in words alone. */
class Checks {
  #last: Check | undefined;
  /** What has been reworded since. */
  #rewordings: Rewording[] = [];

  reworded(rewordings: readonly Rewording[]): void {
    if (this.#last) this.#rewordings.push(...rewordings);
  }

  of(analysis: PlanAnalysis, options: CheckOptions): Check {
    const before = this.#last;
    if (before && this.#rewordings.length === 0) return before;
    this.#last = before ? recheckPlan(analysis, options, before, this.#rewordings) : checkPlan(analysis, options);
    this.#rewordings = [];
    return this.#last;
  }
}

function hasSameAnalysis({ files, circumstances: before }: Kept, plan: Plan, now: Circumstances): boolean {
  return files === plan.files && before.today.equals(now.today) && before.publicHolidays === now.publicHolidays;
}

/** Whether the same analysis gives the same findings. */
function hasSameFindings(before: Circumstances, now: Circumstances): boolean {
  return before.settings === now.settings && before.complete === now.complete;
}

function rewordedAnalysis(analysis: PlanAnalysis, rewordings: readonly Rewording[]): PlanAnalysis {
  return rewordings.length > 0 ? analysis.reworded() : analysis;
}

/** @param before that of another version of the plan, of which is kept what holds in this one too */
function analysisOf(plan: Plan, { today, publicHolidays }: Circumstances, before?: PlanAnalysis): PlanAnalysis {
  return new PlanAnalysis(plan, today, publicHolidays, before);
}

function stateOf(analysis: PlanAnalysis, circumstances: Circumstances, checks: Checks): PlanState {
  const { plan, today } = analysis;
  const { settings, complete } = circumstances;
  let found: Check['findings'] | undefined;
  return {
    plan,
    today,
    complete,
    analysis,
    findings: (uri) => (found ??= checks.of(analysis, { settings, complete }).findings).get(uri) ?? [],
    after: (edit) => {
      const next = planAfter(plan, edit);
      return next && stateOf(analysisOf(next, circumstances, analysis), circumstances, new Checks());
    },
  };
}
