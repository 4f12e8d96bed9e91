// A window without a plan, as far as the stub can see it: loads the stub and prints how long that and its activation took.
import { createRequire } from 'node:module';
import Module from 'node:module';

const require = createRequire(import.meta.url);
const disposable = { dispose: () => undefined };
const watcher = { ...disposable, onDidCreate: () => disposable };
const vscode = {
  window: { registerWebviewPanelSerializer: () => disposable },
  commands: { registerCommand: () => disposable, executeCommand: () => Promise.resolve() },
  workspace: {
    textDocuments: [],
    onDidOpenTextDocument: () => disposable,
    createFileSystemWatcher: () => watcher,
    findFiles: () => Promise.resolve([]),
  },
};
/** @typedef {(request: string, ...rest: unknown[]) => unknown} Load */
const loader = /** @type {{ _load: Load }} */ (/** @type {unknown} */ (Module));
const load = loader._load;
/** @type {Load} */
const withVscode = (request, ...rest) => (request === 'vscode' ? vscode : load.call(Module, request, ...rest));
loader._load = withVscode;

const [stub = ''] = process.argv.slice(2);
const start = performance.now();
const { activate } = /** @type {{ activate: (context: unknown) => Promise<void> }} */ (require(stub));
await activate({ subscriptions: [] });
console.log(performance.now() - start);
