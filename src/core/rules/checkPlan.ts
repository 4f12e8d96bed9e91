import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { PlanFile } from '../plan/planFile';
import type { Rewording } from '../plan/rewording';
import { legible } from '../plan/scalars/parsed';
import type { SourceText } from '../text/sourceText';
import { directivesOf, misspeltDirectivesOf, type Directive, type NamedRule } from './directives';
import type { Finding } from './finding';
import { mentionOf } from './mention';
import { ruleById, rules } from './registry';
import type { DirectiveContext, Report, Rule, RuleContext, Severity } from './rule';
import { optionsOf, severityOf, type RuleSettings } from './ruleSettings';

export interface CheckOptions {
  readonly settings: RuleSettings;
  /** False while files of the plan are still being read: rules that need all of them say nothing then. */
  readonly complete: boolean;
}

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

type Sink = (finding: Finding) => void;
type Loudness = Exclude<Severity, 'off'>;

function contextOf(
  rule: Rule,
  severity: Loudness,
  analysis: PlanAnalysis,
  options: CheckOptions,
  sink: Sink,
): RuleContext<never> {
  const { plan, today } = analysis;
  return {
    plan,
    today,
    analysis,
    rules,
    options: optionsOf(rule, plan, options.settings),
    report: (reported) => {
      sink(findingOf(rule.id, severity, reported));
    },
  };
}

function findingOf(rule: string, severity: Loudness, { at, message, ...rest }: Report): Finding {
  return {
    rule,
    severity,
    uri: at.piece.uri,
    at,
    message: shown(message),
    related: (rest.related ?? []).map((one) => ({ ...one, message: shown(one.message) })),
    tags: rest.tags ?? [],
    ...(rest.data === undefined ? {} : { data: rest.data }),
    plainSyntax: rest.plainSyntax ?? false,
  };
}

/** Names of a plan may be of any length and hold any character: a message stays one line that can be read at a glance. */
function shown(message: string): string {
  return legible(message).replace(longName, '`$1…`');
}

const longName = /`([^`]{160})[^`]+`/g;

/** The findings of a file without those that a directive silences, with those about its directives, in order. */
function settled(
  analysis: PlanAnalysis,
  uri: string,
  findings: readonly Finding[],
  options: CheckOptions,
): readonly Finding[] {
  const file = analysis.plan.files.get(uri);
  if (!file) return [];
  const { source } = file.document;
  const directives = directivesOf(file.document);
  const silencer = new Silencer(source, directives);
  const heard = findings.filter((finding) => !silencer.silences(finding));
  const comments = { directives, misspelt: misspeltDirectivesOf(file.document) };
  const about = directiveFindings(analysis, file, comments, silencer.used, options);
  const heardAbout = about.filter((finding) => !silencer.silences(finding));
  return inOrder(source, unique(source, [...heard, ...heardAbout]));
}

/** What the directives of a file silence, and which of the rules that they name have silenced anything. */
class Silencer {
  readonly used = new Set<NamedRule>();
  readonly #source: SourceText;
  /** The named rules of each scope, by rule. */
  readonly #meant = new Map<string, NamedRule[]>();
  readonly #said = new Set<string>();

  constructor(source: SourceText, directives: readonly Directive[]) {
    this.#source = source;
    for (const directive of directives) {
      const scope = directive.scope === 'file' ? '' : String(directive.line);
      for (const named of directive.rules) {
        const key = `${scope} ${named.id}`;
        const same = this.#meant.get(key);
        if (same) same.push(named);
        else this.#meant.set(key, [named]);
      }
    }
  }

  silences({ at, rule }: Finding): boolean {
    if (this.#meant.size === 0) return false;
    const line = this.#source.rangeOf(at)?.start.line;
    const inFile = this.#silencesIn(` ${rule}`);
    const onLine = line !== undefined && this.#silencesIn(`${String(line)} ${rule}`);
    return inFile || onLine;
  }

  #silencesIn(key: string): boolean {
    const meant = this.#meant.get(key);
    if (!meant) return false;
    if (!this.#said.has(key)) for (const named of meant) this.used.add(named);
    this.#said.add(key);
    return true;
  }
}

function directiveFindings(
  analysis: PlanAnalysis,
  file: PlanFile,
  comments: Pick<DirectiveContext, 'directives' | 'misspelt'>,
  used: ReadonlySet<NamedRule>,
  options: CheckOptions,
): readonly Finding[] {
  if (comments.directives.length + comments.misspelt.length === 0) return [];
  const { plan } = analysis;
  const found: Finding[] = [];
  const outcome = (named: NamedRule): ReturnType<DirectiveContext['outcome']> => {
    const rule = ruleById(named.id);
    if (!rule) return 'unknown-rule';
    if (used.has(named)) return 'used';
    // What has not been checked yet may still be silenced.
    return severityOf(rule, plan, options.settings) === 'off' || !options.complete ? 'off' : 'unused';
  };
  for (const rule of rules) {
    const severity = severityOf(rule, plan, options.settings);
    if (!('checkDirectives' in rule) || severity === 'off') continue;
    const context = contextOf(rule, severity, analysis, options, (finding) => found.push(finding));
    rule.checkDirectives({ ...context, file, ...comments, outcome });
  }
  return found;
}

/** One mistake that is read through two aliases is still one. */
function unique(source: SourceText, findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, at, message }) => {
    const span = source.spanOf(at);
    const key = `${rule}\0${String(span?.start)}\0${String(span?.end)}\0${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

const order = ['error', 'warning', 'info', 'hint'] as const;

function inOrder(source: SourceText, findings: readonly Finding[]): readonly Finding[] {
  const placed = findings.map((finding) => ({ finding, span: source.spanOf(finding.at) ?? { start: 0, end: 0 } }));
  placed.sort(
    (one, other) =>
      one.span.start - other.span.start ||
      one.span.end - other.span.end ||
      order.indexOf(one.finding.severity) - order.indexOf(other.finding.severity) ||
      (one.finding.rule < other.finding.rule ? -1 : 1),
  );
  return placed.map(({ finding }) => finding);
}
