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
import { prepared } from './prepared';

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
  /** How many answers on a document are being worked out. */
  readonly #underWay = new Map<string, number>();
  readonly #known: KnownReports;
  readonly #first: FirstReports;

  /** @param part undefined for both */
  constructor(
    private readonly context: PullContext,
    private readonly part?: FindingPart,
  ) {
    this.#known = new KnownReports([], this.#report);
    this.#first = new FirstReports(context.service, context.options);
  }

  /** To be called with every change of a plan. */
  changed(): void {
    this.#lull.changed();
  }

  async ofDocument(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const uri = fileUri(textDocument.uri);
    this.#underWay.set(uri, (this.#underWay.get(uri) ?? 0) + 1);
    try {
      const { resultId, diagnostics } = await this.#found(uri, previousResultId, token);
      this.#answered.set(uri, resultId);
      return resultId === previousResultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
    } finally {
      const left = (this.#underWay.get(uri) ?? 1) - 1;
      if (left > 0) this.#underWay.set(uri, left);
      else this.#underWay.delete(uri);
    }
  }

  /** What a client is told of a document that asks for it. */
  async #found(uri: string, previousResultId: string | undefined, token: CancellationToken): Promise<DiagnosticReport> {
    const { loaded, refreshes, afterOthers } = this.context;
    // What follows from all files, and a client that cannot be told to ask again, waits until they have been read.
    if (!refreshes || this.part === 'other') await Promise.race([loaded, cancellation(token)]);
    if (this.part === 'first') {
      // Somebody who types waits for the completion that is asked for next.
      await new Promise<void>(afterOthers);
      await this.#prepared('first', token, uri);
      return this.#report(uri);
    }
    // What somebody sees of a version before stays until all is found, so that nothing goes and comes back.
    const isFirst = this.part === undefined && refreshes && this.#first.areEnough(uri, previousResultId);
    await this.#lull.begins(token);
    await this.#lull.measured(this.#prepared(isFirst ? 'first' : 'all', token, uri));
    return (isFirst ? this.#first.told(uri) : undefined) ?? this.#report(uri);
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
      await this.lull(token);
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

  /** Whether the client is to be told of what is found first. */
  get awaitsFirst(): boolean {
    return this.part === 'first' || this.#first.areAwaited;
  }

  /** Tells of what is found first. @returns whether the client is to ask for documents again */
  tellFirst(): boolean {
    return this.part === 'first' ? this.#tell() : this.#first.haveChanged();
  }

  /** Tells of what is found when all is. @returns whether the client is to ask for documents again */
  tellAll(): boolean {
    return this.part !== 'first' && this.#tell();
  }

  /** Resolves when no change has come for a moment: for what is found first nobody waits. */
  async lull(token?: CancellationToken): Promise<void> {
    if (this.part !== 'first') await this.#lull.begins(token);
  }

  #tell(): boolean {
    const { service } = this.context;
    this.#signal.fire();
    this.#first.forget();
    // What is being asked for is answered with what there is now.
    const outdated = [...this.#answered].filter(
      ([uri, resultId]) => !this.#underWay.has(uri) && this.#report(uri).resultId !== resultId,
    );
    for (const [uri] of outdated) this.#answered.set(uri, this.#report(uri).resultId);
    const isOther = ({ uri }: DiagnosticReport): boolean => !this.#answered.has(uri) && !this.#underWay.has(uri);
    const others = this.#known.changed(service.uris()).filter(isOther);
    return outdated.length > 0 || others.length > 0;
  }

  readonly #options = (): DiagnosticOptions => ({ ...this.context.options(), part: this.part });

  readonly #report = (uri: string): DiagnosticReport => {
    const report = diagnosticReport(uri, this.context.service.diagnostics(uri, this.#options()));
    // What one provider says is nothing to another one, even where it is the same.
    return this.part === undefined ? report : { ...report, resultId: `${this.part} ${report.resultId}` };
  };

  /** Resolves when all is found of the newest text, or what is worth to be told first. */
  #prepared(what: 'first' | 'all', token: CancellationToken, uri?: string): Promise<void> {
    const { service } = this.context;
    return prepared(what === 'all' ? service.prepareDiagnostics : service.prepareFirstDiagnostics, token, uri);
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
