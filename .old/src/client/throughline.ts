import type { ExtensionContext, WebviewPanel } from 'vscode';

/** The started client, as the stubs that load it see it. */
export interface Throughline {
  /** Fills a panel that VS Code brought back after a reload; `state` is what its webview last kept. */
  restorePreview(panel: WebviewPanel, state: unknown): void;
}

/** What the client's bundles (`client.js`, `client.browser.js`) export. */
export interface ClientModule {
  start(context: ExtensionContext): Promise<Throughline>;
}
