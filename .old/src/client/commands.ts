import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isPlanUri } from './planFiles';
import type { PreviewPanels } from './preview/previewPanels';

/** Registers the commands that `package.json` declares. */
export function registerCommands(previews: PreviewPanels, client: BaseLanguageClient): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('throughline.openPreviewToSide', (resource?: unknown) =>
      openPreview(previews, resource, vscode.ViewColumn.Beside),
    ),
    registerCommand('throughline.openPreview', (resource?: unknown) =>
      openPreview(previews, resource, vscode.ViewColumn.Active),
    ),
    registerCommand('throughline.showSource', () => previews.active?.showSource()),
    registerCommand('throughline.togglePreviewLock', () => previews.active?.toggleLock()),
    registerCommand('throughline.refreshPreview', () => previews.active?.refresh()),
    registerCommand('throughline.restartServer', () => restart(client)),
  ];
}

/** @param resource what a menu passes: the file it was opened on; a keybinding or the palette passes nothing */
function openPreview(previews: PreviewPanels, resource: unknown, column: vscode.ViewColumn): void {
  const uri = resource instanceof vscode.Uri ? resource : vscode.window.activeTextEditor?.document.uri;
  if (uri !== undefined && isPlanUri(uri)) {
    previews.open(uri, column);
  } else {
    void vscode.window.showInformationMessage(
      'Open a roadmap (*.roadmap.yaml) or project (*.project.yaml) file to preview it.',
    );
  }
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
