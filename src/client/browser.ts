import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from './client';
import type { ClientModule } from './throughline';

/** Starts the client in the browser, with the language server in a worker. */
export const start: ClientModule['start'] = (context) =>
  startClient(context, (options) => {
    const bundle = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
    let worker: Worker | undefined;
    context.subscriptions.push({ dispose: () => worker?.terminate() });
    return new LanguageClient(
      'throughline',
      'Throughline',
      () => {
        // A restart asks again, and the worker that it had does not come back by itself.
        worker?.terminate();
        worker = new Worker(bundle, { name: 'Throughline language server' });
        return Promise.resolve(worker);
      },
      options,
    );
  });
