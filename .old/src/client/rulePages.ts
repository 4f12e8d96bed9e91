import * as vscode from 'vscode';

/**
 * The bundled rule pages, where diagnostics link to them. The scheme is our own because the address of the extension's
 * folder is not one that the editor opens everywhere: on the web it is a server's, and would open a browser tab.
 */
export const rulePages = vscode.Uri.from({ scheme: 'throughline-docs', path: '/rules' });

/** Serves the files of the extension's `docs` folder under the scheme of `rulePages`. */
export function registerRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(rulePages.scheme, {
    provideTextDocumentContent: async ({ path }) => {
      if (!/^(\/[\w-]+)+\.md$/.test(path)) throw vscode.FileSystemError.FileNotFound(path);
      const page = vscode.Uri.joinPath(extensionUri, 'docs', path);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
    },
  });
}
