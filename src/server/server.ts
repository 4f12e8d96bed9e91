import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { DiagnosticOptions } from '../core/features/diagnostics';
import { createPlanService, type FileChange } from '../core/service';
import { type InitializationOptions, type YamlValidationParams, yamlValidationNotification } from '../protocol';
import { pullsDiagnostics, serveDiagnostics } from './diagnostics';
import { languageFeatures, serveLanguageFeatures } from './languageFeatures';
import { planHost } from './planHost';
import { servePlanRequests } from './planRequests';
import type { ServerFiles } from './serverFiles';
import { ruleSettings } from './settings';

/** What files the server can have, from what the client says it can do. */
export type FilesOf = (options: InitializationOptions) => ServerFiles;

/** Serves the plans of a client over a connection, until it ends. */
export function startServer(connection: Connection, filesOf: FilesOf): void {
  connection.onInitialize((params) => {
    serve(connection, params, filesOf);
    return initializeResult(params);
  });
  connection.listen();
}

function initializeResult({ capabilities }: InitializeParams): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...languageFeatures,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(pullsDiagnostics(capabilities)
        ? {
            diagnosticProvider: {
              identifier: 'throughline',
              interFileDependencies: true,
              workspaceDiagnostics: true,
            },
          }
        : {}),
    },
    serverInfo: { name: 'Throughline' },
  };
}

function serve(connection: Connection, params: InitializeParams, filesOf: FilesOf): void {
  const { capabilities } = params;
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const folders = new Set((params.workspaceFolders ?? []).map(({ uri }) => uri));
  const files = filesOf(options);
  const service = createPlanService(
    planHost(
      () => [...folders],
      files,
      (message) => connection.console.warn(message),
    ),
  );
  service.setFolders();

  let otherValidation = false;
  const diagnosticOptions = (): DiagnosticOptions => ({
    rulePages: options.rulePages,
    withoutPlainSyntax: otherValidation,
  });
  const diagnosticsChanged = serveDiagnostics(connection, service, capabilities, diagnosticOptions);
  connection.onNotification(yamlValidationNotification, ({ active }: YamlValidationParams) => {
    otherValidation = active;
    diagnosticsChanged();
  });
  serveLanguageFeatures(connection, service, capabilities, diagnosticOptions);
  servePlanRequests(connection, service);

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => service.didOpen(uri, version, text));
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    service.didChange(uri, version, contentChanges),
  );
  connection.onDidCloseTextDocument(({ textDocument }) => service.didClose(textDocument.uri));
  connection.onDidChangeWatchedFiles(({ changes }) => service.didChangeFiles(changes.map(fileChange)));

  const applySettings = async (): Promise<void> => {
    if (capabilities.workspace?.configuration !== true) return;
    service.setSettings(ruleSettings(await connection.workspace.getConfiguration('throughline')));
  };
  connection.onDidChangeConfiguration(async () => {
    await applySettings();
    // `files.exclude` decides which files belong to a plan.
    await service.load();
  });
  connection.onInitialized(async () => {
    await registerForChanges(connection, params);
    if (capabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri);
        for (const { uri } of added) folders.add(uri);
        service.setFolders();
        await service.load();
      });
    }
    await applySettings();
    await service.load();
  });
}

/** Asks the client to tell of changed files and settings, where it can be asked. */
async function registerForChanges(connection: Connection, { capabilities }: InitializeParams): Promise<void> {
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: '**/{.roadmap,.project,*.roadmap,*.project}.{yaml,yml}' },
        { globPattern: '**/.throughline.yaml' },
      ],
    });
  }
  if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    await connection.client.register(DidChangeConfigurationNotification.type, {
      section: ['throughline', 'files.exclude'],
    });
  }
}

const changeTypes = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

function fileChange({ uri, type }: { uri: string; type: FileChangeType }): FileChange {
  return { uri, type: changeTypes[type] };
}
