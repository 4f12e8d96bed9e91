import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { PlanFile } from '../plan/planFile';
import type { Rewording } from '../plan/rewording';
import { atOnce, type Stepwise } from '../stepwise';
import { Following, type Followed } from './checking/following';
import { mentionOf } from './checking/mention';
import { contextOf, partOf, type CheckOptions } from './checking/ruleContext';
import { settled, unsilenced } from './checking/settled';
import type { Finding } from './finding';
import { rules } from './registry';
import type { Rule } from './rule';
import { severityOf } from './ruleSettings';

export type { CheckOptions } from './checking/ruleContext';

/** What the rules found in a plan, of which a check of a later version keeps what still holds. */
export interface Check {
  /** The findings of every file of the plan by its URI, in the order of the text; files without any are there too. */
  readonly findings: FindingsOfFiles;
  /** Those of the rules of form and references alone. */
  readonly first: FindingsOfFiles;
  /** What each rule found, before any directive: by what it read at once, a file (its URI) or the whole plan. */
  readonly found: ReadonlyMap<Rule, Found>;
  /** What that follows from in each file, for the rules that say so. */
  readonly followed: ReadonlyMap<Rule, Followed>;
  /** The files that were read. */
  readonly files: ReadonlyMap<string, PlanFile>;
}

/** A check with the same options, on the same day, and what has been reworded since. */
export interface EarlierCheck {
  readonly check: Check;
  readonly rewordings: readonly Rewording[];
}

/** By the URI of a file; files without any are there too. */
export type FindingsOfFiles = ReadonlyMap<string, readonly Finding[]>;

/** Units in which nothing was found are left out. */
type Found = ReadonlyMap<string, readonly Finding[]>;

const firstRules = rules.filter((rule) => partOf(rule) === 'first');
const otherRules = rules.filter((rule) => partOf(rule) === 'other');

/** What a rule reads at once stands under this name where it is the whole plan. */
const wholePlan = '';

/**
 * Runs all rules over a plan.
 *
 * @param analysis of the plan as it is now, on the day that it is checked for
 */
export function checkPlan(analysis: PlanAnalysis, options: CheckOptions): Check {
  const steps = checking(analysis, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/**
 * What can be found in one file while others of its plan are still being read: what the file itself says.
 *
 * @param options of a plan that is not complete
 */
export function checkFile(analysis: PlanAnalysis, uri: string, options: CheckOptions): readonly Finding[] {
  const units = rules.flatMap((rule) => ('checkFile' in rule ? atOnce(running(rule, uri, analysis, options)) : []));
  const own = units.filter((finding) => finding.uri === uri);
  return settled(analysis, uri, own, options);
}

/**
 * Runs all rules over a plan, bit by bit. Where nothing but words has changed since an earlier check, only rules that
 * the new words are something to run again, and those that said something with the old ones. After any other change
 * those that read no more than a file keep what they found in the files that are the same.
 *
 * @param analysis of the plan as it is now; it must stay so until the check is done
 * @returns in between, once, what the rules of form and references have found
 */
export function* checking(
  analysis: PlanAnalysis,
  options: CheckOptions,
  before?: EarlierCheck,
): Generator<FindingsOfFiles | undefined, Check, void> {
  const { files } = analysis.plan;
  const under = new PlanCheck(analysis, options, before);
  yield* under.run(firstRules);
  const first = yield* under.findings(before?.check.first, (uri, raw) => unsilenced(analysis, uri, raw));
  yield first;
  yield* under.run(otherRules);
  const findings = yield* under.findings(before?.check.findings, (uri, raw) => settled(analysis, uri, raw, options));
  const { found, followed } = under;
  return { findings, first, found, followed, files };
}

/** A check under way. */
class PlanCheck {
  readonly found = new Map<Rule, Found>();
  readonly followed = new Map<Rule, Followed>();
  readonly #since: Since | undefined;
  /** The files of which something else may be said than before. */
  readonly #touched: Set<string>;

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly options: CheckOptions,
    private readonly before: EarlierCheck | undefined,
  ) {
    const { files } = analysis.plan;
    this.#since = before && sinceCheck(files, before);
    this.#touched = new Set(this.#since ? [...this.#since.changed, ...this.#since.reworded] : files.keys());
  }

  *run(these: readonly Rule[]): Generator<undefined, void, void> {
    for (const rule of these) this.found.set(rule, yield* this.#run(rule));
  }

  /**
   * What the rules that have run say of each file.
   *
   * @param before what they said before, which stands for files that are not touched
   * @param settle makes of all that was found in a file what is to be said of it
   */
  *findings(
    before: FindingsOfFiles | undefined,
    settle: (uri: string, raw: readonly Finding[]) => readonly Finding[],
  ): Generator<undefined, FindingsOfFiles, void> {
    const raw = byFile(this.found, this.#touched);
    const findings = new Map<string, readonly Finding[]>();
    for (const uri of this.analysis.plan.files.keys()) {
      if (this.#touched.has(uri)) {
        findings.set(uri, settle(uri, raw.get(uri) ?? []));
        yield undefined;
      } else findings.set(uri, before?.get(uri) ?? []);
    }
    return findings;
  }

  *#run(rule: Rule): Generator<undefined, Found, void> {
    const { analysis, options, before } = this;
    const since = this.#since;
    const { files } = analysis.plan;
    const isOutdated = since?.isOutdated ?? (() => true);
    const known = before?.check.found.get(rule) ?? new Map<string, readonly Finding[]>();
    const now = new Map(known);
    const following = followingOf(rule, analysis, options, before?.check.followed.get(rule));
    if (following) this.followed.set(rule, following.now);
    for (const unit of since ? outdatedUnits(rule, known, since, files) : unitsOf(rule, files)) {
      const isKept = following !== undefined && (yield* following.isSame(unit));
      if (isKept && known.get(unit)?.some(isOutdated) !== true) continue;
      const findings = yield* running(rule, unit, analysis, options);
      for (const { uri } of [...(known.get(unit) ?? []), ...findings]) this.#touched.add(uri);
      if (findings.length > 0) now.set(unit, findings);
      else now.delete(unit);
      yield undefined;
    }
    return now;
  }
}

/** What rules have found in some files, by file. */
function byFile(
  found: ReadonlyMap<Rule, Found>,
  files: { has(uri: string): boolean },
): ReadonlyMap<string, readonly Finding[]> {
  const raw = new Map<string, Finding[]>();
  for (const units of found.values())
    for (const findings of units.values())
      for (const finding of findings) {
        if (!files.has(finding.uri)) continue;
        const known = raw.get(finding.uri);
        if (known) known.push(finding);
        else raw.set(finding.uri, [finding]);
      }
  return raw;
}

/** What has happened since a check. */
interface Since {
  /** The files that say anything else, that have come, and that are gone. */
  readonly changed: ReadonlySet<string>;
  /** The files of which nothing but words has changed. */
  readonly reworded: ReadonlySet<string>;
  readonly isOutdated: (finding: Finding) => boolean;
}

function sinceCheck(files: ReadonlyMap<string, PlanFile>, { check, rewordings }: EarlierCheck): Since {
  const changed = new Set<string>();
  if (files !== check.files) {
    for (const [uri, file] of files) if (check.files.get(uri) !== file) changed.add(uri);
    for (const uri of check.files.keys()) if (!files.has(uri)) changed.add(uri);
  }
  return { changed, reworded: new Set(rewordings.map(({ uri }) => uri)), isOutdated: mentionOf(rewordings) };
}

/** What a rule has to read again. */
function outdatedUnits(
  rule: Rule,
  known: Found,
  { changed, reworded, isOutdated }: Since,
  files: ReadonlyMap<string, PlanFile>,
): Iterable<string> {
  if (changed.size > 0 && !('checkFile' in rule && rule.readsFileAlone)) {
    return new Set([...unitsOf(rule, files), ...known.keys()]);
  }
  const units = new Set('checkFile' in rule ? changed : []);
  for (const [unit, findings] of known) if (rule.texts === 'choose' || findings.some(isOutdated)) units.add(unit);
  if (rule.texts !== 'decide') return units;
  if ('checkPlan' in rule) units.add(wholePlan);
  else if ('checkFile' in rule) for (const uri of reworded) units.add(uri);
  return units;
}

function unitsOf(rule: Rule, files: ReadonlyMap<string, PlanFile>): Iterable<string> {
  if ('checkDirectives' in rule) return [];
  return 'checkPlan' in rule ? [wholePlan] : files.keys();
}

/** @param before what the rule followed from in an earlier check */
function followingOf(
  rule: Rule,
  analysis: PlanAnalysis,
  options: CheckOptions,
  before?: Followed,
): Following | undefined {
  const isRun = severityOf(rule, analysis.plan, options.settings) !== 'off' && options.complete;
  return isRun && 'checkFile' in rule && rule.follows ? new Following(rule.follows, analysis, before) : undefined;
}

const nothing: readonly Finding[] = [];

/** Runs a rule on what it reads at once. */
function* running(
  rule: Rule,
  unit: string,
  analysis: PlanAnalysis,
  options: CheckOptions,
): Stepwise<readonly Finding[]> {
  const severity = severityOf(rule, analysis.plan, options.settings);
  if (severity === 'off' || 'checkDirectives' in rule) return nothing;
  if (!options.complete && ('checkPlan' in rule || rule.wholePlan)) return nothing;
  const found: Finding[] = [];
  const context = contextOf(rule, severity, analysis, options, (finding) => found.push(finding));
  const file = analysis.plan.files.get(unit);
  if ('checkPlan' in rule) yield* rule.checkPlan(context) ?? [];
  else if (file) yield* rule.checkFile({ ...context, file }) ?? [];
  return found.length > 0 ? found : nothing;
}
