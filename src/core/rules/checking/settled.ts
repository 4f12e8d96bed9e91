import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { PlanFile } from '../../plan/planFile';
import type { SourceText } from '../../text/sourceText';
import { directivesOf, misspeltDirectivesOf, type Directive, type NamedRule } from '../directives';
import type { Finding } from '../finding';
import { ruleById, rules } from '../registry';
import type { DirectiveContext } from '../rule';
import { severityOf } from '../ruleSettings';
import { contextOf, type CheckOptions } from './ruleContext';

/** The findings of a file without those that a directive silences, with those about its directives, in order. */
export function settled(
  analysis: PlanAnalysis,
  uri: string,
  findings: readonly Finding[],
  options: CheckOptions,
): readonly Finding[] {
  const file = analysis.plan.files.get(uri);
  if (!file) return [];
  const directives = directivesOf(file.document);
  const silencer = new Silencer(file.document.source, directives);
  const heard = silencer.heard(findings);
  const comments = { directives, misspelt: misspeltDirectivesOf(file.document) };
  const about = directiveFindings(analysis, file, comments, silencer.used, options);
  return inOrder(file.document.source, [...heard, ...silencer.heard(about)]);
}

/** The same without findings about directives: what one of them silences may not have been found yet. */
export function unsilenced(analysis: PlanAnalysis, uri: string, findings: readonly Finding[]): readonly Finding[] {
  const file = analysis.plan.files.get(uri);
  if (!file || findings.length === 0) return [];
  const { source } = file.document;
  return inOrder(source, new Silencer(source, directivesOf(file.document)).heard(findings));
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

  /** Those that no directive silences. */
  heard(findings: readonly Finding[]): readonly Finding[] {
    return findings.filter((finding) => !this.#silences(finding));
  }

  #silences({ at, rule }: Finding): boolean {
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
  const placed = unique(source, findings).map((finding) => ({
    finding,
    span: source.spanOf(finding.at) ?? { start: 0, end: 0 },
  }));
  placed.sort(
    (one, other) =>
      one.span.start - other.span.start ||
      one.span.end - other.span.end ||
      order.indexOf(one.finding.severity) - order.indexOf(other.finding.severity) ||
      (one.finding.rule < other.finding.rule ? -1 : 1),
  );
  return placed.map(({ finding }) => finding);
}
