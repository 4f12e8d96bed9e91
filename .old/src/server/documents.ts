import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver';
import type { FileChange, PlanService } from '../core/service';
import { type ClientUris, fileUri } from './fileUri';
import type { Workspace } from './workspace';

export interface DocumentsContext {
  readonly connection: Connection;
  readonly service: PlanService;
  readonly capabilities: ClientCapabilities;
  readonly uris: ClientUris;
  readonly workspace: Workspace;
  /** Lists and reads all files anew. */
  readonly reload: () => Promise<void>;
}

/**
 * Tells the service of what is open, of what changes on disk, and of the folders.
 *
 * @returns to be called when the client is ready: asks it to watch files and folders
 */
export function syncDocuments({
  connection,
  service,
  capabilities,
  uris,
  workspace,
  reload,
}: DocumentsContext): () => void {
  connection.onDidOpenTextDocument(async ({ textDocument: { uri, version, text } }) => {
    const known = uris.opened(uri);
    if (workspace.isSkipped(known)) return;
    service.didOpen(known, version, text);
    if (workspace.opened(known)) await reload();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    service.didChange(fileUri(uri), version, contentChanges),
  );
  connection.onDidCloseTextDocument(async ({ textDocument }) => {
    const known = uris.closed(textDocument.uri);
    const wasStray = workspace.strays.includes(known);
    workspace.closed(known);
    await service.didClose(known);
    if (wasStray) await reload();
  });
  connection.onDidChangeWatchedFiles(({ changes }) =>
    service.didChangeFiles(changes.map(fileChange).filter(({ uri }) => !workspace.isSkipped(uri))),
  );

  return () => {
    if (capabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        workspace.changeFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        service.setFolders();
        await reload();
      });
    }
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    const watchers = ['**/{.roadmap,.project,*.roadmap,*.project}.{yaml,yml}', '**/.throughline.yaml'];
    connection.client
      .register(DidChangeWatchedFilesNotification.type, {
        watchers: watchers.map((globPattern) => ({ globPattern })),
      })
      .catch((error: unknown) => connection.console.warn(`Files are not watched: ${String(error)}`));
  };
}

const changeTypes = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

function fileChange({ uri, type }: { uri: string; type: FileChangeType }): FileChange {
  return { uri: fileUri(uri), type: changeTypes[type] };
}
