import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Rewording } from '../plan/rewording';
import { mentionOf } from './checking/mention';
import { contextOf, type CheckOptions } from './checking/ruleContext';
import { settled } from './checking/settled';
import type { Finding } from './finding';
import { rules } from './registry';
import type { Rule } from './rule';
import { severityOf } from './ruleSettings';

export type { CheckOptions } from './checking/ruleContext';

/** What the rules found in a plan, of which a later version keeps what still holds. */
export interface Check {
  /** The findings of every file of the plan by its URI, in the order of the text; files without any are there too. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** What each rule found, before any directive: by what it read at once, a file (its URI) or the whole plan. */
  readonly found: ReadonlyMap<Rule, Found>;
}

type Found = ReadonlyMap<string, readonly Finding[]>;

/** What a rule reads at once stands under this name where it is the whole plan. */
const wholePlan = '';

/**
 * Runs all rules over a plan.
 *
 * @param analysis of the plan as it is now, on the day that it is checked for
 */
export function checkPlan(analysis: PlanAnalysis, options: CheckOptions): Check {
  const found = new Map<Rule, Found>();
  for (const rule of rules) found.set(rule, run(rule, analysis, options));
  return settledCheck(analysis, found, options);
}

/**
 * The same for a plan of which nothing but words has changed since it was checked. Only rules that the new words are
 * something to run again, and those that said something with the old ones.
 *
 * @param before the check, with the same options
 * @param rewordings all that has been reworded since
 */
export function recheckPlan(
  analysis: PlanAnalysis,
  options: CheckOptions,
  before: Check,
  rewordings: readonly Rewording[],
): Check {
  const reworded = new Set(rewordings.map(({ uri }) => uri));
  const isOutdated = mentionOf(rewordings);
  const found = new Map<Rule, Found>();
  for (const rule of rules) {
    const known = before.found.get(rule);
    const isAgain = (unit: string, findings: readonly Finding[]): boolean =>
      (rule.texts === 'decide' && (unit === wholePlan || reworded.has(unit))) ||
      (rule.texts === 'choose' && findings.length > 0) ||
      findings.some(isOutdated);
    found.set(
      rule,
      known && [...known].some((one) => isAgain(...one))
        ? rerun(rule, analysis, options, known, isAgain)
        : (known ?? new Map()),
    );
  }
  return settledCheck(analysis, found, options, { check: before, reworded });
}

function rerun(
  rule: Rule,
  analysis: PlanAnalysis,
  options: CheckOptions,
  known: Found,
  isAgain: (unit: string, findings: readonly Finding[]) => boolean,
): Found {
  const found = new Map(known);
  for (const [unit, findings] of known)
    if (isAgain(unit, findings)) found.set(unit, runOn(rule, unit, analysis, options));
  return found;
}

/** What a rule finds in all that it reads. */
function run(rule: Rule, analysis: PlanAnalysis, options: CheckOptions): Found {
  if ('checkDirectives' in rule) return new Map();
  const units = 'checkPlan' in rule ? [wholePlan] : [...analysis.plan.files.keys()];
  return new Map(units.map((unit) => [unit, runOn(rule, unit, analysis, options)]));
}

const nothing: readonly Finding[] = [];

function runOn(rule: Rule, unit: string, analysis: PlanAnalysis, options: CheckOptions): readonly Finding[] {
  const severity = severityOf(rule, analysis.plan, options.settings);
  if (severity === 'off' || 'checkDirectives' in rule) return nothing;
  if (!options.complete && ('checkPlan' in rule || rule.wholePlan)) return nothing;
  const found: Finding[] = [];
  const context = contextOf(rule, severity, analysis, options, (finding) => found.push(finding));
  if ('checkPlan' in rule) rule.checkPlan(context);
  else {
    const file = analysis.plan.files.get(unit);
    if (file) rule.checkFile({ ...context, file });
  }
  return found.length > 0 ? found : nothing;
}

/** What has been settled in the files that no change has reached since stays. */
function settledCheck(
  analysis: PlanAnalysis,
  found: ReadonlyMap<Rule, Found>,
  options: CheckOptions,
  before?: { readonly check: Check; readonly reworded: ReadonlySet<string> },
): Check {
  const { files } = analysis.plan;
  const changed = before ? changedFiles(before.check.found, found, before.reworded) : new Set(files.keys());
  const raw = new Map<string, Finding[]>([...changed].map((uri) => [uri, []]));
  for (const units of found.values())
    for (const findings of units.values()) for (const finding of findings) raw.get(finding.uri)?.push(finding);
  const findings = new Map(before?.check.findings);
  for (const [uri, those] of raw) if (files.has(uri)) findings.set(uri, settled(analysis, uri, those, options));
  return { findings, found };
}

/** The files that have been reworded, and those in which a rule has found something anew. */
function changedFiles(
  before: ReadonlyMap<Rule, Found>,
  after: ReadonlyMap<Rule, Found>,
  reworded: ReadonlySet<string>,
): ReadonlySet<string> {
  const changed = new Set(reworded);
  for (const [rule, units] of after) {
    const known = before.get(rule);
    if (known === units) continue;
    for (const [unit, findings] of units) {
      const earlier = known?.get(unit) ?? nothing;
      if (earlier !== findings) for (const { uri } of [...earlier, ...findings]) changed.add(uri);
    }
  }
  return changed;
}
