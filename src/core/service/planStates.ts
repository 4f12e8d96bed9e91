import type { Temporal } from 'temporal-polyfill';
import type { PublicHolidays } from '../analysis/calendar';
import { PlanAnalysis } from '../analysis/planAnalysis';
import type { PlanState } from '../features/planState';
import type { Plan, PlanIndex } from '../plan/plan';
import type { Rewording } from '../plan/rewording';
import { checkFile, checking, type Check, type CheckOptions, type FindingsOfFiles } from '../rules/checkPlan';
import type { Finding } from '../rules/finding';
import { planAfter } from './planAfter';

/** All that the state of a plan follows from, beside the plan. */
export interface Circumstances extends CheckOptions {
  readonly today: Temporal.PlainDate;
  readonly publicHolidays: PublicHolidays;
}

interface Kept {
  /** Stands for the version of the plan: each has its own, but for those that differ in words alone. */
  readonly files: Plan['files'];
  readonly settingsFile: Plan['settings'];
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
    known?.checks.reworded(rewordings);
    const isSame = known !== undefined && hasSameAnalysis(known, plan, circumstances);
    const isSameCheck = isSame && hasSameFindings(known.circumstances, circumstances);
    if (isSameCheck && rewordings.length === 0) return known.state;
    // What is taken over from the last version may hold words that are others now.
    if (!isSame && rewordings.length > 0) known?.state.analysis.forgetWords();
    const analysis = isSame
      ? rewordedAnalysis(known.state.analysis, rewordings)
      : analysisOf(plan, circumstances, known?.state.analysis);
    const checks = new Checks(known && isComparable(known, plan, circumstances) ? known.checks : undefined);
    const state = stateOf(analysis, circumstances, checks);
    const { files, settings: settingsFile } = plan;
    this.#kept.set(plan, { files, settingsFile, circumstances, state, checks });
    return state;
  }
}

/** The check of one version of a plan, made when it is first asked for: from that of a version before, if there is one. */
class Checks {
  #earlier: Check | undefined;
  #rewordings: readonly Rewording[] = [];
  #under: Generator<FindingsOfFiles | undefined, Check, void> | undefined;
  #first: FindingsOfFiles | undefined;
  #done: Check | undefined;

  constructor(before?: Checks) {
    this.#earlier = before && (before.#done ?? before.#earlier);
    if (before) this.#rewordings = before.#rewordings;
  }

  /** Tells of what is reworded after this version, for the next one. */
  reworded(rewordings: readonly Rewording[]): void {
    this.#rewordings = [...this.#rewordings, ...rewordings];
  }

  /** What has been found of form and references, once that is done. */
  get first(): FindingsOfFiles | undefined {
    return this.#done?.first ?? this.#first;
  }

  get isDone(): boolean {
    return this.#done !== undefined;
  }

  /** Makes the check, bit by bit. Ends at once where that is done. */
  *steps(analysis: PlanAnalysis, options: CheckOptions): Generator<void, Check, void> {
    for (;;) {
      if (this.#done) return this.#done;
      this.#under ??= checking(
        analysis,
        options,
        this.#earlier && { check: this.#earlier, rewordings: this.#rewordings },
      );
      const step = this.#under.next();
      if (step.done === true) {
        this.#done = step.value;
        this.#first = undefined;
        this.#rewordings = [];
        this.#earlier = undefined;
      } else {
        this.#first = step.value ?? this.#first;
        yield;
      }
    }
  }
}

function hasSameAnalysis({ files, circumstances: before }: Kept, plan: Plan, now: Circumstances): boolean {
  return files === plan.files && before.today.equals(now.today) && before.publicHolidays === now.publicHolidays;
}

/** Whether the same analysis gives the same findings. */
function hasSameFindings(before: Circumstances, now: Circumstances): boolean {
  return before.settings === now.settings && before.complete === now.complete;
}

/** Whether a check of what is known can be told from that of the plan now by what has changed in its files. */
function isComparable({ circumstances: before, settingsFile }: Kept, plan: Plan, now: Circumstances): boolean {
  const isSameDay = before.today.equals(now.today) && before.publicHolidays === now.publicHolidays;
  return isSameDay && settingsFile === plan.settings && hasSameFindings(before, now);
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
  const options = { settings, complete };
  return {
    plan,
    today,
    complete,
    analysis,
    ...(complete ? wholeFindings(analysis, options, checks) : findingsByFile(analysis, options)),
    after: (edit) => {
      const next = planAfter(plan, edit);
      return next && stateOf(analysisOf(next, circumstances, analysis), circumstances, new Checks());
    },
  };
}

type Findings = Pick<PlanState, 'checking' | 'findings' | 'firstFindings' | 'findingsSoFar'>;

function wholeFindings(analysis: PlanAnalysis, options: CheckOptions, checks: Checks): Findings {
  return {
    checking: () => checks.steps(analysis, options),
    findings: (uri) => {
      const steps = checks.steps(analysis, options);
      for (let step = steps.next(); ; step = steps.next())
        if (step.done === true) return step.value.findings.get(uri) ?? [];
    },
    firstFindings: (uri) => {
      const steps = checks.steps(analysis, options);
      while (!checks.first && steps.next().done !== true);
      return checks.first?.get(uri) ?? [];
    },
    findingsSoFar: () => {
      const { first } = checks;
      return first && !checks.isDone ? (uri) => first.get(uri) ?? [] : undefined;
    },
  };
}

/** While files are being read each of them makes another plan: only what is asked for is looked at. */
function findingsByFile(analysis: PlanAnalysis, options: CheckOptions): Findings {
  const found = new Map<string, readonly Finding[]>();
  const findings = (uri: string): readonly Finding[] => {
    const known = found.get(uri) ?? checkFile(analysis, uri, options);
    found.set(uri, known);
    return known;
  };
  const firstFindings = (uri: string): readonly Finding[] => findings(uri).filter(({ part }) => part === 'first');
  return { checking: () => [], findings, firstFindings, findingsSoFar: () => findings };
}
