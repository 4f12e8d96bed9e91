import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { DiagnosticOptions } from '../core/features/diagnostics';
import { createPlanService } from '../core/service';
import { type InitializationOptions, type YamlValidationParams, yamlValidationNotification } from '../protocol';
import { clientHistory } from './clientHistory';
import { onNewDay } from './dayChanges';
import { diagnosticProvider, registerDiagnosticProviders } from './diagnosticProviders';
import { serveDiagnostics } from './diagnostics';
import { syncDocuments } from './documents';
import { ClientUris } from './fileUri';
import type { HolidaySource } from './holidaySource';
import { languageFeatures, serveLanguageFeatures } from './languageFeatures';
import { serveOverview } from './overviewRequests';
import { withLoadProgress } from './loadProgress';
import { planHost } from './planHost';
import { afterMessages, type AfterOthers } from './pauses';
import { servePlanRequests, tellOfChanges } from './planRequests';
import { reloading } from './reloading';
import type { ServerFiles } from './serverFiles';
import { followSettings } from './settings';
import { Workspace } from './workspace';

/** What files the server can have, from what the client says it can do. */
export type FilesOf = (options: InitializationOptions) => ServerFiles;

/** What differs between the platforms that a server runs on. */
export interface Platform {
  readonly files: FilesOf;
  readonly holidays: (options: InitializationOptions) => HolidaySource;
  /** Absent where there are nothing but timers to wait by. */
  readonly afterOthers?: AfterOthers;
}

/** Serves the plans of a client over a connection, until it ends. */
export function startServer(connection: Connection, platform: Platform): void {
  connection.onInitialize((params) => {
    serve(connection, params, platform);
    return initializeResult(params);
  });
  connection.listen();
}

function initializeResult({ capabilities, initializationOptions }: InitializeParams): InitializeResult {
  const client = (initializationOptions ?? {}) as InitializationOptions;
  return {
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...languageFeatures(capabilities),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...diagnosticProvider(capabilities, client),
    },
    serverInfo: { name: 'Throughline' },
  };
}

function serve(connection: Connection, params: InitializeParams, platform: Platform): void {
  const { capabilities } = params;
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const uris = new ClientUris();
  const workspace = new Workspace(params);
  const warn = (message: string): void => connection.console.warn(message);
  const { afterOthers = afterMessages } = platform;
  const earlier = options.readsHistory === true ? clientHistory(connection, warn) : undefined;
  const service = createPlanService(
    planHost(workspace, platform.files(options), platform.holidays(options), earlier, warn, afterOthers),
  );
  service.setFolders();
  const reload = reloading(() => withLoadProgress(connection, capabilities, (watch) => service.load(watch)));
  let firstLoaded = (): void => undefined;
  const loaded = new Promise<void>((resolve) => (firstLoaded = resolve));

  let otherValidation = false;
  const diagnosticOptions = (): DiagnosticOptions => ({
    rulePages: options.rulePages,
    withoutPlainSyntax: otherValidation,
  });
  const diagnosticsChanged = serveDiagnostics({
    connection,
    service,
    capabilities,
    client: options,
    uris,
    loaded,
    options: diagnosticOptions,
    afterOthers,
  });
  connection.onNotification(yamlValidationNotification, ({ active }: YamlValidationParams) => {
    otherValidation = active;
    diagnosticsChanged();
  });
  const settings = followSettings(connection, service, params, reload);
  serveLanguageFeatures({
    connection,
    service,
    capabilities,
    options: diagnosticOptions,
    uris,
    loaded,
    settings: () => settings.current,
    runsCommands: options.runsCommands === true,
    askAgain: options.completionCommand,
  });
  servePlanRequests({ connection, service, uris, changesSince: () => settings.current.changesSince });
  serveOverview({ connection, service, loaded, options: diagnosticOptions });
  // Only our own client knows the notification; others would log that they do not.
  if (options.readsFiles === true) tellOfChanges(connection, service);

  const watchDocuments = syncDocuments({ connection, service, capabilities, uris, workspace, reload });
  connection.onInitialized(async () => {
    watchDocuments();
    registerDiagnosticProviders(connection, capabilities, options);
    try {
      await settings.apply();
      await reload();
    } finally {
      // Who waits for the files is answered with what there is.
      firstLoaded();
    }
  });
  connection.onShutdown(onNewDay(() => service.didChangeDay()));
}
