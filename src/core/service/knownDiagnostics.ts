import type { Diagnostic } from 'vscode-languageserver-types';
import { diagnosticOf, isSameDiagnostic, type DiagnosticOptions } from '../features/diagnostics';
import type { Plan } from '../plan/plan';
import type { Finding, FindingPart } from '../rules/finding';
import type { SourceText } from '../text/sourceText';

interface Known {
  readonly findings: readonly Finding[];
  readonly options: DiagnosticOptions;
  /** The texts in which the findings, and what they are about, have their places. */
  readonly sources: ReadonlyMap<string, SourceText | undefined>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The diagnostics of files as they were last asked for: the same array for as long as they say the same, and the same
 * objects for those that do. So whoever asks for all files after an edit of one does not make those of the others anew,
 * and whoever puts diagnostics into text puts those that are other.
 */
export class KnownDiagnostics {
  /** By the part that was asked for, and by the URI of the file. */
  readonly #known = new Map<FindingPart | undefined, Map<string, Known>>();

  /** What is found in a file, as the Language Server Protocol says it. */
  of(plan: Plan, uri: string, findings: readonly Finding[], options: DiagnosticOptions): readonly Diagnostic[] {
    const ofPart = this.#known.get(options.part) ?? new Map<string, Known>();
    this.#known.set(options.part, ofPart);
    const known = ofPart.get(uri);
    if (known && holds(known, plan, findings, options)) return known.diagnostics;
    const sources = new Map([[uri, sourceOf(plan, uri)]]);
    for (const { related } of findings)
      for (const { at } of related) sources.set(at.piece.uri, sourceOf(plan, at.piece.uri));
    const made = findings.flatMap((finding) => diagnosticOf(plan, finding, options) ?? []);
    const diagnostics = known ? keptOf(known.diagnostics, made) : made;
    ofPart.set(uri, { findings, options, sources, diagnostics });
    return diagnostics;
  }

  /** Lets go of a file that is in no plan any more. */
  forget(uri: string): void {
    for (const ofPart of this.#known.values()) ofPart.delete(uri);
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

/** Diagnostics, with what is the same before and behind those that are other as it was before. */
function keptOf(before: readonly Diagnostic[], now: readonly Diagnostic[]): readonly Diagnostic[] {
  const isSame = (one?: Diagnostic, other?: Diagnostic): boolean =>
    one && other ? isSameDiagnostic(one, other) : false;
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && isSame(before[start], now[start])) start++;
  if (start === before.length && start === now.length) return before;
  let end = 0;
  while (end < shorter - start && isSame(before[before.length - 1 - end], now[now.length - 1 - end])) end++;
  return [...before.slice(0, start), ...now.slice(start, now.length - end), ...before.slice(before.length - end)];
}
