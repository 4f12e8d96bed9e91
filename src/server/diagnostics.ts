import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { DiagnosticOptions } from '../core/features/diagnostics';
import type { PlanService } from '../core/service';
import { batched } from './batch';
import { diagnosticReport, type DiagnosticReport, KnownReports } from './diagnosticReports';

/** How long changes are gathered before the diagnostics of other files follow, in milliseconds. */
const delay = 150;

/** Whether the client pulls diagnostics. Where it does they are never pushed, so that nothing is shown twice. */
export function pullsDiagnostics(capabilities: ClientCapabilities): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

/** Keeps the client's diagnostics of all files of all plans up to date. @returns to be called when options change */
export function serveDiagnostics(
  connection: Connection,
  service: PlanService,
  capabilities: ClientCapabilities,
  options: () => DiagnosticOptions,
): () => void {
  const report = (uri: string): DiagnosticReport => diagnosticReport(uri, service.diagnostics(uri, options()));
  return pullsDiagnostics(capabilities)
    ? answerPulls(connection, service, capabilities, report)
    : push(connection, service, report);
}

function answerPulls(
  connection: Connection,
  service: PlanService,
  capabilities: ClientCapabilities,
  report: (uri: string) => DiagnosticReport,
): () => void {
  const changes = new ChangeSignal();
  const afterChange = batched(() => {
    changes.fire();
    if (capabilities.workspace?.diagnostics?.refreshSupport === true) {
      void connection.languages.diagnostics.refresh();
    }
  }, delay);
  service.onDidChange(afterChange);

  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const { resultId, diagnostics } = report(textDocument.uri);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const known = new KnownReports(
      previousResultIds.map(({ uri, value }) => [uri, value]),
      report,
    );
    const items = (): WorkspaceDocumentDiagnosticReport[] =>
      known.changed(service.uris()).map(({ uri, resultId, diagnostics }) => ({
        kind: DocumentDiagnosticReportKind.Full,
        uri,
        version: service.version(uri) ?? null,
        resultId,
        items: [...diagnostics],
      }));
    if (partial === undefined) return { items: items() };
    // The request stays open, as the protocol suggests, and what changes follows at once instead of at the next poll.
    while (!token.isCancellationRequested) {
      const changed = items();
      if (changed.length > 0) partial.report({ items: changed });
      await changes.next(token);
    }
    return { items: [] };
  });
  return afterChange;
}

function push(connection: Connection, service: PlanService, report: (uri: string) => DiagnosticReport): () => void {
  const known = new KnownReports([], report);
  const publish = batched(() => {
    for (const { uri, diagnostics } of known.changed(service.uris())) {
      const version = service.version(uri);
      void connection.sendDiagnostics({
        uri,
        diagnostics: [...diagnostics],
        ...(version === undefined ? {} : { version }),
      });
    }
  }, delay);
  service.onDidChange(publish);
  return publish;
}

/** Something that many may wait for, again and again. */
class ChangeSignal {
  #waiting = new Set<() => void>();

  fire(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const resolve of waiting) resolve();
  }

  /** Resolves at the next change, or when the wait is cancelled. */
  next(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const cancellation = token.onCancellationRequested(() => done());
      const done = (): void => {
        cancellation.dispose();
        this.#waiting.delete(done);
        resolve();
      };
      this.#waiting.add(done);
    });
  }
}
