import * as vscode from 'vscode';
import { isPlanOrSettingsUri, planFilePattern, skippedFolders } from './planFiles';
import type { Throughline } from './throughline';

/**
 * What is loaded for every YAML file, plan or not: it waits for a plan file and only then loads the client.
 *
 * @param load loads the client's bundle and starts it; called at most once
 */
export async function activateWhenNeeded(
  context: vscode.ExtensionContext,
  load: () => Promise<Throughline>,
): Promise<void> {
  let started: Promise<Throughline> | undefined;
  const waiting = new Set<vscode.Disposable>();
  const start = (): Promise<Throughline> => {
    for (const listener of waiting) listener.dispose();
    waiting.clear();
    started ??= load();
    return started;
  };

  // Panels of an earlier window may be of a plan that is in no folder of this one.
  context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer('throughline.preview', {
      deserializeWebviewPanel: async (panel: vscode.WebviewPanel, state: unknown) => {
        const throughline = await start();
        throughline.restorePreview(panel, state);
      },
    }),
  );

  if (vscode.workspace.textDocuments.some(isOfPlan)) {
    await start();
    return;
  }
  const startFor = (document: vscode.TextDocument): void => {
    if (isOfPlan(document)) void start();
  };
  waiting.add(vscode.workspace.onDidOpenTextDocument(startFor));
  const watcher = vscode.workspace.createFileSystemWatcher(planFilePattern, false, true, true);
  waiting.add(watcher);
  waiting.add(watcher.onDidCreate(() => void start()));
  context.subscriptions.push({ dispose: () => waiting.forEach((listener) => void listener.dispose()) });

  const skipped = `**/{${skippedFolders.join(',')}}/**`;
  // Not only the first: the search of a virtual file system may count its limit before it looks at the pattern.
  const found = await vscode.workspace.findFiles(planFilePattern, skipped);
  if (found.length > 0) await start();
}

function isOfPlan(document: vscode.TextDocument): boolean {
  return document.languageId === 'yaml' && isPlanOrSettingsUri(document.uri);
}
