import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient } from './client';
import type { ClientModule } from './throughline';

/** Starts the client on the desktop, with the language server in a process of its own. */
export const start: ClientModule['start'] = (context) =>
  startClient(context, (options) => {
    const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.node.js').fsPath;
    const serverOptions = {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6012'] } },
    };
    return new LanguageClient('throughline', 'Throughline', serverOptions, options);
  });
