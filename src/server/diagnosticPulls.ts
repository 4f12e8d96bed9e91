import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { DiagnosticOptions } from '../core/features/diagnostics';
import type { FindingPart } from '../core/rules/finding';
import type { PlanService } from '../core/service';
import { cancelled } from './cancelled';
import { ChangeSignal } from './changeSignal';
import { diagnosticReport, type DiagnosticReport, KnownReports } from './diagnosticReports';
import { type ClientUris, fileUri } from './fileUri';
import { FirstReports } from './firstReports';
import { Lull } from './lull';
import type { AfterOthers } from './pauses';

export interface PullContext {
  readonly service: PlanService;
  readonly uris: ClientUris;
  /** Resolves when all files have been read for the first time. */
  readonly loaded: Promise<void>;
  readonly options: () => DiagnosticOptions;
  /** Whether the client can be told to ask again. */
  readonly refreshes: boolean;
  readonly afterOthers: AfterOthers;
}

/** Answers a client that pulls the diagnostics of one part, or those of both as one. */
export class PulledDiagnostics {
  readonly #lull = new Lull();
  readonly #signal = new ChangeSignal();
  /** What the client was last told of a document, by the id of the result. */
  readonly #answered = new Map<string, string>();
  readonly #known: KnownReports;
  readonly #first: FirstReports;

  /** @param part undefined for both */
  constructor(
    private readonly context: PullContext,
    private readonly part?: FindingPart,
  ) {
    this.#known = new KnownReports([], this.#report);
    this.#first = new FirstReports(context.service, this.#options);
  }

  /** To be called with every change of a plan. */
  changed(): void {
    this.#lull.changed();
  }

  async ofDocument({ textDocument, previousResultId }: DocumentDiagnosticParams, token: CancellationToken) {
    const { loaded, refreshes } = this.context;
    const asked = fileUri(textDocument.uri);
    // What follows from all files, and a client that cannot be told to ask again, waits until they have been read.
    if (!refreshes || this.part === 'other') await Promise.race([loaded, cancellation(token)]);
    const isFirst = refreshes && this.#isFirstEnough(asked, previousResultId);
    if (this.part === 'first') {
      // Somebody who types waits for the completion that is asked for next.
      await new Promise<void>(this.context.afterOthers);
      await this.#prepared('first', token, asked);
    } else {
      await this.#lull.begins(token);
      await this.#lull.measured(this.#prepared(isFirst ? 'first' : 'all', token, asked));
    }
    const { uri, resultId, diagnostics } = (isFirst ? this.#first.told(asked) : undefined) ?? this.#report(asked);
    this.#answered.set(uri, resultId);
    const report: DocumentDiagnosticReport =
      resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
    return report;
  }

  async ofWorkspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial?: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>,
  ): Promise<WorkspaceDiagnosticReport> {
    const { service, loaded } = this.context;
    await Promise.race([loaded, cancellation(token)]);
    const told = new KnownReports(
      previousResultIds.map(({ uri, value }) => [fileUri(uri), value]),
      this.#report,
    );
    const what = this.part === 'first' ? 'first' : 'all';
    if (partial === undefined) {
      await this.#lull.begins(token);
      await this.#prepared(what, token);
      return { items: this.#inWorkspace(told.changed(service.uris())) };
    }
    if (this.part === undefined && previousResultIds.length === 0) {
      await this.#prepared('first', token);
      const reports = this.#first.ofAll();
      told.add(reports);
      if (reports.length > 0) partial.report({ items: this.#inWorkspace(reports) });
    }
    // The request stays open, as the protocol suggests, and what changes follows at once instead of at the next poll.
    while (!token.isCancellationRequested) {
      await this.#prepared(what, token);
      const changed = told.changed(service.uris());
      if (changed.length > 0) partial.report({ items: this.#inWorkspace(changed) });
      await this.#signal.next(token);
    }
    throw cancelled();
  }

  /** To be called when the first part is found. @returns whether the client is to ask for documents again */
  foundFirst(): boolean {
    if (this.part === 'first') return this.#tell();
    return this.#first.areAwaited && this.#first.haveChanged();
  }

  /** To be called when all is found. @returns whether the client is to ask for documents again */
  foundAll(): boolean {
    return this.part !== 'first' && this.#tell();
  }

  /** Resolves when no change has come for a moment. */
  lull(): Promise<void> {
    return this.#lull.begins();
  }

  #tell(): boolean {
    const { service } = this.context;
    this.#signal.fire();
    // Of what it edits itself the client has asked by now, and has its answer.
    const changed = this.#known
      .changed(service.uris())
      .filter(({ uri, resultId }) => this.#answered.get(uri) !== resultId);
    // While files are being read there is more to come.
    const isMore = service.complete && this.#first.areOutdone(this.#report);
    return changed.length > 0 || isMore;
  }

  /** Whether what is found first is all that the client is told now. */
  #isFirstEnough(uri: string, previousResultId: string | undefined): boolean {
    if (this.part !== undefined) return this.part === 'first';
    // What somebody sees of a version before stays until all is found, so that nothing goes and comes back.
    return this.#first.areEnough(uri, previousResultId);
  }

  readonly #options = (): DiagnosticOptions => ({ ...this.context.options(), part: this.part });

  readonly #report = (uri: string): DiagnosticReport =>
    diagnosticReport(uri, this.context.service.diagnostics(uri, this.#options()));

  /**
   * Resolves when all is found of the newest text, or what is worth to be told first. Throws where the client does not
   * wait for it any more.
   */
  async #prepared(what: 'first' | 'all', token: CancellationToken, uri?: string): Promise<void> {
    const { service } = this.context;
    const isWanted = (): boolean => !token.isCancellationRequested;
    const prepare = what === 'all' ? service.prepareDiagnostics : service.prepareFirstDiagnostics;
    while (isWanted() && !(await prepare(isWanted, uri)));
    if (!isWanted()) throw cancelled();
  }

  #inWorkspace(reports: readonly DiagnosticReport[]): WorkspaceDocumentDiagnosticReport[] {
    const { service, uris } = this.context;
    return reports.map(({ uri, resultId, diagnostics }) => ({
      kind: DocumentDiagnosticReportKind.Full,
      uri: uris.toClient(uri),
      version: service.version(uri) ?? null,
      resultId,
      items: [...diagnostics],
    }));
  }
}

function cancellation(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}
