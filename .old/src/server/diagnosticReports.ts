import type { Diagnostic } from 'vscode-languageserver';

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

  /** Reports that are other than the client knows, which counts as knowing them from then on. */
  changed(uris: readonly string[]): DiagnosticReport[] {
    const present = new Set(uris);
    const gone = [...this.#known.keys()].filter((uri) => !present.has(uri));
    const changed = [...uris, ...gone].map(this.report).filter(({ uri, resultId, diagnostics }) => {
      const known = this.#known.get(uri);
      return known === undefined ? diagnostics.length > 0 : known !== resultId;
    });
    for (const { uri, resultId } of changed) this.#known.set(uri, resultId);
    for (const uri of gone) this.#known.delete(uri);
    return changed;
  }
}

/** Makes the report of a file. The id is a checksum of all that is said, so that it needs no memory. */
export function diagnosticReport(uri: string, diagnostics: readonly Diagnostic[]): DiagnosticReport {
  return { uri, diagnostics, resultId: checksum(JSON.stringify(diagnostics)) };
}

/** FNV-1a over UTF-16 units, in two halves of 32 bits with different seeds. */
function checksum(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193);
  }
  return `${text.length.toString(36)}-${(low >>> 0).toString(36)}-${(high >>> 0).toString(36)}`;
}
