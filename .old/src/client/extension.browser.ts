import * as vscode from 'vscode';
import { activateWhenNeeded } from './activation';
import type { ClientModule } from './throughline';

/** Entry of the extension in the browser. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  return activateWhenNeeded(context, async () => {
    const client = await loadClient(context.extensionUri);
    return client.start(context);
  });
}

/**
 * Loads `client.browser.js`. The web extension host has no `require` for files and blocks `importScripts`, but it is a
 * module worker: so the bundle is read as the host itself reads extensions (its `fetch` knows where they are), and
 * imported from memory, which its content security policy allows and which needs no `eval`.
 */
async function loadClient(extensionUri: vscode.Uri): Promise<ClientModule> {
  const bundle = vscode.Uri.joinPath(extensionUri, 'dist', 'client.browser.js');
  const response = await fetch(bundle.toString(true));
  if (!response.ok) throw new Error(`Throughline could not load its client: ${response.statusText}`);
  const address = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  try {
    const module = (await import(address)) as { default(require: (id: string) => unknown): ClientModule };
    return module.default((id) => {
      if (id === 'vscode') return vscode;
      throw new Error(`Cannot load module '${id}'`);
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
