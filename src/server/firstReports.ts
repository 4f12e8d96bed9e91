import type { DiagnosticOptions } from '../core/features/diagnostics';
import type { PlanService } from '../core/service';
import { diagnosticReport, type DiagnosticReport } from './diagnosticReports';

/**
 * What a client is told of a document that it shows nothing of yet, before all is found that is to be found: what the
 * file says by itself while others are being read, and what is found of form and references in a large plan. It is asked
 * to ask again when there is more.
 */
export class FirstReports {
  /** What the client was last told of a document, by the id of the result, where that was not all. */
  readonly #told = new Map<string, string>();

  constructor(
    private readonly service: Pick<PlanService, 'complete' | 'diagnosticsSoFar' | 'uris'>,
    private readonly options: () => DiagnosticOptions,
  ) {}

  /** Whether a client that has this result of a document is told what is found first, and not only what is found in all. */
  areEnough(uri: string, previousResultId: string | undefined): boolean {
    return previousResultId === undefined || this.#told.get(uri) === previousResultId;
  }

  /** What the client is told of a document; undefined where there is nothing yet, or all. */
  told(uri: string): DiagnosticReport | undefined {
    const report = this.#of(uri);
    if (report) this.#told.set(uri, report.resultId);
    else this.#told.delete(uri);
    return report;
  }

  /** What is found first in every file where anything is. */
  ofAll(): readonly DiagnosticReport[] {
    return this.service
      .uris()
      .flatMap((uri) => this.#of(uri) ?? [])
      .filter(({ diagnostics }) => diagnostics.length > 0);
  }

  /** Whether the client was told of a document what is not all. */
  get areAwaited(): boolean {
    return this.#told.size > 0;
  }

  /** Whether there is something else to be told now of a document, though not all. */
  haveChanged(): boolean {
    return [...this.#told].some(([uri, resultId]) => {
      const report = this.#of(uri);
      return report !== undefined && report.resultId !== resultId;
    });
  }

  /** To be called when all is found: no more has to be told of what is found first. */
  forget(): void {
    if (this.service.complete) this.#told.clear();
  }

  #of(uri: string): DiagnosticReport | undefined {
    const diagnostics = this.service.diagnosticsSoFar(uri, this.options());
    return diagnostics && diagnosticReport(uri, diagnostics);
  }
}
