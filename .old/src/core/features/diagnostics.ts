import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Plan } from '../plan/plan';
import type { Finding } from '../rules/finding';
import type { Place } from '../text/sourceText';

export interface DiagnosticOptions {
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
  const range = plan.files.get(finding.uri)?.document.source.rangeOf(finding.at);
  if (!range || (finding.plainSyntax && options.withoutPlainSyntax)) return undefined;
  const relatedInformation = finding.related.flatMap(({ at, message }) => {
    const location = locationOf(plan, at);
    return location ? [{ location, message }] : [];
  });
  return {
    range,
    severity: severity[finding.severity],
    code: finding.rule,
    ...(options.rulePages ? { codeDescription: { href: `${options.rulePages}/${finding.rule}.md` } } : {}),
    source: 'Throughline',
    message: finding.message,
    ...(relatedInformation.length > 0 ? { relatedInformation } : {}),
    ...(finding.tags.includes('unnecessary') ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
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
