import type { Severity } from '../../core/rules/rule';

/** A finding as the command line tells it. Lines and columns count from 1, columns in UTF-16 units. */
export interface ReportedFinding {
  /** Relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Exclusive. */
  readonly endColumn: number;
  readonly related: readonly ReportedPlace[];
  /** Whether there is a quick fix for it. */
  readonly fixable: boolean;
}

/** Another place that explains a finding. */
export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What a check has found. */
export interface Report {
  /** In the order of the files, and in a file of the text. */
  readonly findings: readonly ReportedFinding[];
  /** How many files were checked. */
  readonly fileCount: number;
}

/** Writes a report as text; the whole of what goes to the standard output. */
export type Reporter = (report: Report, options: { readonly colour: boolean }) => string;

/** How many findings of a report have a severity. */
export function countOf({ findings }: Report, severity: ReportedFinding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
