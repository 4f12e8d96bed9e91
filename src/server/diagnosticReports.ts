import type { Diagnostic } from 'vscode-languageserver';
import { checksum } from './checksum';

/** The diagnostics of one file, with an id that is the same as long as they are. */
export interface DiagnosticReport {
  readonly uri: string;
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The diagnostics of all files as the client has them: it gives what differs from that.
 *
 * @param report makes the report of a file; empty for a file that is no more
 */
export class KnownReports {
  readonly #known: Map<string, string>;

  constructor(
    known: Iterable<readonly [uri: string, resultId: string]>,
    private readonly report: (uri: string) => DiagnosticReport,
  ) {
    this.#known = new Map(known);
  }

  /** From now on the client knows these. */
  add(reports: readonly DiagnosticReport[]): void {
    for (const { uri, resultId } of reports) this.#known.set(uri, resultId);
  }

  /** Reports that are other than the client knows, which counts as knowing them from then on. */
  changed(uris: readonly string[]): DiagnosticReport[] {
    const present = new Set(uris);
    const gone = [...this.#known.keys()].filter((uri) => !present.has(uri));
    const changed = [...uris, ...gone].map(this.report).filter(({ uri, resultId, diagnostics }) => {
      const known = this.#known.get(uri);
      return known === undefined ? diagnostics.length > 0 : known !== resultId;
    });
    this.add(changed);
    for (const uri of gone) this.#known.delete(uri);
    return changed;
  }
}

/** The ids of diagnostics that are the same array as before: to make one out of all that is said takes a while. */
const resultIds = new WeakMap<readonly Diagnostic[], string>();
/** The checksums of diagnostics that are the same as before: of many, an edit makes a few others. */
const checksums = new WeakMap<Diagnostic, string>();

/** Makes the report of a file. The id is a checksum of all that is said: the same for the same, whenever it is made. */
export function diagnosticReport(uri: string, diagnostics: readonly Diagnostic[]): DiagnosticReport {
  const resultId = resultIds.get(diagnostics) ?? checksum(diagnostics.map(checksumOf).join(' '));
  resultIds.set(diagnostics, resultId);
  return { uri, diagnostics, resultId };
}

function checksumOf(diagnostic: Diagnostic): string {
  const sum = checksums.get(diagnostic) ?? checksum(JSON.stringify(diagnostic));
  checksums.set(diagnostic, sum);
  return sum;
}
