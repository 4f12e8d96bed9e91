import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { Plan } from '../plan/plan';
import type { Finding, FindingPart } from '../rules/finding';
import type { Place } from '../text/sourceText';

export interface DiagnosticOptions {
  /** Absent where both are wanted. */
  readonly part?: FindingPart | undefined;
  /** Where the rule pages are, without a slash at the end; absent where there are none to open. */
  readonly rulePages?: string | undefined;
  /** True while another extension reports what is no YAML at all. */
  readonly withoutPlainSyntax?: boolean;
}

const severity = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** A finding as a diagnostic; undefined where it has no place in the current text, or is not wanted. */
export function diagnosticOf(plan: Plan, finding: Finding, options: DiagnosticOptions): Diagnostic | undefined {
  if (options.part !== undefined && options.part !== finding.part) return undefined;
  const range = plan.files.get(finding.uri)?.document.source.rangeOf(finding.at);
  if (!range || (finding.plainSyntax && options.withoutPlainSyntax)) return undefined;
  const page = rulePage(options, finding.rule);
  const relatedInformation = finding.related.flatMap(({ at, message }) => {
    const location = locationOf(plan, at);
    return location ? [{ location, message }] : [];
  });
  return {
    range,
    severity: severity[finding.severity],
    code: finding.rule,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    source: 'Throughline',
    message: finding.message,
    ...(relatedInformation.length > 0 ? { relatedInformation } : {}),
    ...(finding.tags.includes('unnecessary') ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** Whether two diagnostics say the same of the same place. */
export function isSameDiagnostic(one: Diagnostic, other: Diagnostic): boolean {
  const [related, others] = [one.relatedInformation ?? [], other.relatedInformation ?? []];
  return (
    isSameRange(one.range, other.range) &&
    one.message === other.message &&
    one.code === other.code &&
    one.severity === other.severity &&
    one.source === other.source &&
    one.codeDescription?.href === other.codeDescription?.href &&
    one.tags?.join() === other.tags?.join() &&
    related.length === others.length &&
    related.every(({ location: { uri, range }, message }, at) => {
      const same = others[at];
      return same?.message === message && same.location.uri === uri && isSameRange(same.location.range, range);
    })
  );
}

function isSameRange({ start, end }: Range, other: Range): boolean {
  return isSamePosition(start, other.start) && isSamePosition(end, other.end);
}

function isSamePosition({ line, character }: Position, other: Position): boolean {
  return line === other.line && character === other.character;
}

/** The address of the page on a rule; undefined where there are no pages to open. */
export function rulePage({ rulePages }: Pick<DiagnosticOptions, 'rulePages'>, rule: string): string | undefined {
  return rulePages ? `${rulePages}/${rule}.md` : undefined;
}

/** Where a place of any file of the plan stands now. */
export function locationOf(
  plan: Plan,
  at: Place,
): { uri: string; range: NonNullable<Diagnostic['range']> } | undefined {
  const { uri } = at.piece;
  const range = plan.files.get(uri)?.document.source.rangeOf(at);
  return range && { uri, range };
}
