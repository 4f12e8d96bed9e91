import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../core/features/diagnostics';
import type { FindingPart } from '../core/rules/finding';
import type { PlanService } from '../core/service';
import type { InitializationOptions } from '../protocol';
import { batched } from './batch';
import { partOf, partsPulled, pullsDiagnostics } from './diagnosticProviders';
import { PulledDiagnostics } from './diagnosticPulls';
import { diagnosticReport, type DiagnosticReport, KnownReports } from './diagnosticReports';
import type { ClientUris } from './fileUri';
import type { AfterOthers } from './pauses';

/**
 * How long changes are gathered before diagnostics follow that nobody has asked for, in milliseconds: less than lies
 * between two keys of somebody who types fast, so that it is long enough for what one command changes in many files.
 */
const delay = 40;

export interface DiagnosticsContext {
  readonly connection: Connection;
  readonly service: PlanService;
  readonly capabilities: ClientCapabilities;
  /** What it says of itself beside them. */
  readonly client: InitializationOptions;
  readonly uris: ClientUris;
  /** Resolves when all files have been read for the first time. */
  readonly loaded: Promise<void>;
  readonly options: () => DiagnosticOptions;
  readonly afterOthers: AfterOthers;
}

/** Keeps the client's diagnostics of all files of all plans up to date. @returns to be called when options change */
export function serveDiagnostics(context: DiagnosticsContext): () => void {
  return pullsDiagnostics(context.capabilities) ? answerPulls(context) : push(context);
}

function answerPulls(context: DiagnosticsContext): () => void {
  const { connection, service, capabilities } = context;
  const refreshes = capabilities.workspace?.diagnostics?.refreshSupport === true;
  const pulled = new Map<FindingPart | undefined, PulledDiagnostics>();
  const pulledOf = (part: FindingPart | undefined): PulledDiagnostics => {
    const known = pulled.get(part) ?? new PulledDiagnostics({ ...context, refreshes }, part);
    pulled.set(part, known);
    return known;
  };
  for (const part of partsPulled(capabilities, context.client)) pulledOf(part);
  const refresh = (): void => {
    // Where the client does not ask anew for all that it shows, it does so at its next occasion.
    if (refreshes) connection.sendRequest('workspace/diagnostic/refresh').catch(() => undefined);
  };
  const afterChange = batched(
    async () => {
      const all = [...pulled.values()];
      const awaiting = all.filter((part) => part.awaitsFirst);
      // A change that comes meanwhile makes another call.
      if (awaiting.length > 0 && !(await service.prepareFirstDiagnostics(() => true))) return;
      if (awaiting.map((part) => part.tellFirst()).includes(true)) refresh();
      await Promise.all(all.map((part) => part.lull()));
      if (!(await service.prepareDiagnostics(() => true))) return;
      if (all.map((part) => part.tellAll()).includes(true)) refresh();
    },
    delay,
    failureOf(connection),
  );
  service.onDidChange(() => {
    for (const part of pulled.values()) part.changed();
    afterChange();
  });
  connection.languages.diagnostics.on((params, token) => pulledOf(partOf(params.identifier)).ofDocument(params, token));
  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
    pulledOf(partOf(params.identifier)).ofWorkspace(params, token, partial),
  );
  return afterChange;
}

/** Logs what went wrong while nobody waited for an answer. */
function failureOf({ console }: Connection): (error: unknown) => void {
  return (error) =>
    console.error(`Checking failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

function push({ connection, service, uris, options }: DiagnosticsContext): () => void {
  const report = (uri: string): DiagnosticReport => diagnosticReport(uri, service.diagnostics(uri, options()));
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
