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
import { cancelled } from './cancelled';
import { ChangeSignal } from './changeSignal';
import { diagnosticReport, type DiagnosticReport, KnownReports } from './diagnosticReports';
import { FirstReports } from './firstReports';
import { type ClientUris, fileUri } from './fileUri';
import { Lull } from './lull';

/**
 * How long changes are gathered before diagnostics follow that nobody has asked for, in milliseconds: less than lies
 * between two keys of somebody who types fast, so that it is long enough for what one command changes in many files.
 */
const delay = 40;

/** Whether the client pulls diagnostics. Where it does they are never pushed, so that nothing is shown twice. */
export function pullsDiagnostics(capabilities: ClientCapabilities): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

export interface DiagnosticsContext {
  readonly connection: Connection;
  readonly service: PlanService;
  readonly capabilities: ClientCapabilities;
  readonly uris: ClientUris;
  /** Resolves when all files have been read for the first time. */
  readonly loaded: Promise<void>;
  readonly options: () => DiagnosticOptions;
}

type ReportOf = (uri: string) => DiagnosticReport;

/** Keeps the client's diagnostics of all files of all plans up to date. @returns to be called when options change */
export function serveDiagnostics(context: DiagnosticsContext): () => void {
  const { service, capabilities, options } = context;
  const report: ReportOf = (uri) => diagnosticReport(uri, service.diagnostics(uri, options()));
  return pullsDiagnostics(capabilities) ? answerPulls(context, report) : push(context, report);
}

function answerPulls(context: DiagnosticsContext, report: ReportOf): () => void {
  const { connection, service, capabilities, loaded, options } = context;
  const refreshes = capabilities.workspace?.diagnostics?.refreshSupport === true;
  const lull = new Lull();
  const signal = new ChangeSignal();
  /** What the client was last told of a document, by the id of the result. */
  const answered = new Map<string, string>();
  const known = new KnownReports([], report);
  const first = new FirstReports(service, options);
  const afterChange = batched(
    async () => {
      await lull.begins();
      if (first.areAwaited && (await service.prepareFirstDiagnostics(() => true)) && first.haveChanged())
        refresh(connection);
      // A change that comes meanwhile makes another call.
      if (!(await service.prepareDiagnostics(() => true))) return;
      signal.fire();
      // Of what it edits itself the client has asked by now, and has its answer.
      const changed = known.changed(service.uris()).filter(({ uri, resultId }) => answered.get(uri) !== resultId);
      // While files are being read there is more to come.
      const isMore = service.complete && first.areOutdone(report);
      if (refreshes && (changed.length > 0 || isMore)) refresh(connection);
    },
    delay,
    failureOf(connection),
  );
  service.onDidChange(() => {
    lull.changed();
    afterChange();
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const asked = fileUri(textDocument.uri);
    // A client that cannot be told to ask again gets its answer when it is whole.
    if (!refreshes) await Promise.race([loaded, cancellation(token)]);
    await lull.begins(token);
    // What somebody sees of a version before stays until all is found, so that nothing goes and comes back.
    const isFirst = refreshes && first.areEnough(asked, previousResultId);
    await lull.measured(prepared(service, token, isFirst ? 'first' : 'all', asked));
    const { uri, resultId, diagnostics } = (isFirst ? first.told(asked) : undefined) ?? report(asked);
    answered.set(uri, resultId);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    await Promise.race([loaded, cancellation(token)]);
    const told = new KnownReports(
      previousResultIds.map(({ uri, value }) => [fileUri(uri), value]),
      report,
    );
    const inWorkspace = (reports: readonly DiagnosticReport[]): WorkspaceDocumentDiagnosticReport[] =>
      reports.map((changed) => workspaceReport(context, changed));
    if (partial === undefined) {
      await lull.begins(token);
      await prepared(service, token, 'all');
      return { items: inWorkspace(told.changed(service.uris())) };
    }
    if (previousResultIds.length === 0) {
      await prepared(service, token, 'first');
      const reports = first.ofAll();
      told.add(reports);
      if (reports.length > 0) partial.report({ items: inWorkspace(reports) });
    }
    // The request stays open, as the protocol suggests, and what changes follows at once instead of at the next poll.
    while (!token.isCancellationRequested) {
      await prepared(service, token, 'all');
      const changed = told.changed(service.uris());
      if (changed.length > 0) partial.report({ items: inWorkspace(changed) });
      await signal.next(token);
    }
    throw cancelled();
  });

  return afterChange;
}

function workspaceReport(
  { service, uris }: DiagnosticsContext,
  { uri, resultId, diagnostics }: DiagnosticReport,
): WorkspaceDocumentDiagnosticReport {
  return {
    kind: DocumentDiagnosticReportKind.Full,
    uri: uris.toClient(uri),
    version: service.version(uri) ?? null,
    resultId,
    items: [...diagnostics],
  };
}

/**
 * Resolves when all is found of the newest text, or what is worth to be told first. Throws where the client does not wait
 * for it any more.
 */
async function prepared(
  service: PlanService,
  token: CancellationToken,
  what: 'first' | 'all',
  uri?: string,
): Promise<void> {
  const isWanted = (): boolean => !token.isCancellationRequested;
  const prepare = what === 'all' ? service.prepareDiagnostics : service.prepareFirstDiagnostics;
  while (isWanted() && !(await prepare(isWanted, uri)));
  if (!isWanted()) throw cancelled();
}

/** Has the client ask anew for all that it shows. */
function refresh(connection: Connection): void {
  // Where it does not, it asks at its next occasion.
  connection.sendRequest('workspace/diagnostic/refresh').catch(() => undefined);
}

/** Logs what went wrong while nobody waited for an answer. */
function failureOf({ console }: Connection): (error: unknown) => void {
  return (error) =>
    console.error(`Checking failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

function cancellation(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

function push({ connection, service, uris }: DiagnosticsContext, report: ReportOf): () => void {
  const known = new KnownReports([], report);
  const publish = batched(
    async () => {
      // A change that comes meanwhile makes another call.
      if (!(await service.prepareDiagnostics(() => true))) return;
      for (const { uri, diagnostics } of known.changed(service.uris())) {
        const version = service.version(uri);
        connection
          .sendDiagnostics({
            uri: uris.toClient(uri),
            diagnostics: [...diagnostics],
            ...(version === undefined ? {} : { version }),
          })
          .catch(() => undefined);
      }
    },
    delay,
    failureOf(connection),
  );
  service.onDidChange(publish);
  return publish;
}
