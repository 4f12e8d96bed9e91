import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodePlatform } from './nodePlatform';
import { startServer } from './server';

/** Serves over the standard streams: `throughline lsp --stdio`, for every editor that speaks the protocol. */
export function serveStdio(): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  startServer(connection, nodePlatform(connection));
}
