import type { Diagnostic } from 'vscode-languageserver-types';
import { diagnosticOf, type DiagnosticOptions } from '../features/diagnostics';
import type { Plan } from '../plan/plan';
import type { Finding } from '../rules/finding';
import type { SourceText } from '../text/sourceText';

interface Known {
  readonly findings: readonly Finding[];
  readonly options: DiagnosticOptions;
  /** The texts in which the findings, and what they are about, have their places. */
  readonly sources: ReadonlyMap<string, SourceText | undefined>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The diagnostics of files as they were last asked for: the same array for as long as nothing about them is other, so
 * that whoever asks for all files after an edit of one does not make those of the others anew.
 */
export class KnownDiagnostics {
  readonly #known = new Map<string, Known>();

  /** What is found in a file, as the Language Server Protocol says it. */
  of(plan: Plan, uri: string, findings: readonly Finding[], options: DiagnosticOptions): readonly Diagnostic[] {
    const known = this.#known.get(uri);
    if (known && holds(known, plan, findings, options)) return known.diagnostics;
    const sources = new Map([[uri, sourceOf(plan, uri)]]);
    for (const { related } of findings)
      for (const { at } of related) sources.set(at.piece.uri, sourceOf(plan, at.piece.uri));
    const diagnostics = findings.flatMap((finding) => diagnosticOf(plan, finding, options) ?? []);
    this.#known.set(uri, { findings, options, sources, diagnostics });
    return diagnostics;
  }

  /** Lets go of a file that is in no plan any more. */
  forget(uri: string): void {
    this.#known.delete(uri);
  }
}

function holds(known: Known, plan: Plan, findings: readonly Finding[], options: DiagnosticOptions): boolean {
  return (
    known.findings === findings &&
    known.options.rulePages === options.rulePages &&
    known.options.withoutPlainSyntax === options.withoutPlainSyntax &&
    [...known.sources].every(([uri, source]) => sourceOf(plan, uri) === source)
  );
}

function sourceOf(plan: Plan, uri: string): SourceText | undefined {
  return plan.files.get(uri)?.document.source;
}
