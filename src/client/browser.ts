import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from './client';
import type { ClientModule } from './throughline';

/** Starts the client in the browser, with the language server in a worker. */
export const start: ClientModule['start'] = (context) =>
  startClient(context, (options) => {
    const bundles = vscode.Uri.joinPath(context.extensionUri, 'dist').toString(true);
    let worker: Worker | undefined;
    context.subscriptions.push({ dispose: () => worker?.terminate() });
    return new LanguageClient(
      'throughline',
      'Throughline',
      () => {
        // A restart asks again, and the worker that it had does not come back by itself.
        worker?.terminate();
        worker = new Worker(`${bundles}/server.worker.js`, { name: 'Throughline language server' });
        // What it loads the server from.
        worker.postMessage(bundles);
        // Not the worker itself: VS Code puts its own function in the place of `Worker`, and the client's `instanceof`
        // does not see through it.
        return Promise.resolve({
          reader: new BrowserMessageReader(worker),
          writer: new BrowserMessageWriter(worker),
        });
      },
      options,
    );
  });
