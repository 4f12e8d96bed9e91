import type { ExtensionContext } from 'vscode';
import { activateWhenNeeded } from './activation';
import type { ClientModule } from './throughline';

/** Node's `require`, which the web has not: the rest of the client is compiled without Node's types. */
declare function require(id: './client.js'): ClientModule;

/** Entry of the extension on the desktop. The client is a bundle of its own, beside this one. */
export function activate(context: ExtensionContext): Promise<void> {
  return activateWhenNeeded(context, () => {
    const client = require('./client.js');
    return client.start(context);
  });
}
