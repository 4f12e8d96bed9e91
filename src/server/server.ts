import { type Connection, TextDocumentSyncKind } from 'vscode-languageserver';

/** Serves a plan over a connection. */
export function startServer(connection: Connection): void {
  connection.onInitialize(() => ({
    capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
    serverInfo: { name: 'Throughline' },
  }));
  connection.onDidOpenTextDocument(() => undefined);
  connection.onDidChangeTextDocument(() => undefined);
  connection.onDidCloseTextDocument(() => undefined);
  connection.listen();
}
