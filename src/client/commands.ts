import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { addDependencyCommand, openPreviewCommand, peekCommand, type PeekParams } from '../protocol';
import { addDependency } from './addDependency';
import { isPlanUri } from './planFiles';
import type { PlanServer } from './planServer';
import { isEntryPath } from './preview/previewMessages';
import type { PreviewPanels } from './preview/previewPanels';

/** Registers the commands that `package.json` declares, and those that code lenses and code actions run. */
export function registerCommands(
  previews: PreviewPanels,
  client: BaseLanguageClient,
  server: PlanServer,
): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand(openPreviewCommand, (resource?: unknown) =>
      openPreview(previews, resource, vscode.ViewColumn.Beside),
    ),
    registerCommand('throughline.openPreview', (resource?: unknown) =>
      openPreview(previews, resource, vscode.ViewColumn.Active),
    ),
    registerCommand('throughline.showSource', () => previews.active?.showSource()),
    registerCommand('throughline.togglePreviewLock', () => previews.active?.toggleLock()),
    registerCommand('throughline.refreshPreview', () => previews.active?.refresh()),
    registerCommand('throughline.exportPreview', () => exportPreview(previews)),
    registerCommand('throughline.restartServer', () => restart(client)),
    registerCommand(peekCommand, (params: PeekParams) => peek(params, client)),
    registerCommand(addDependencyCommand, (entry?: unknown) => addDependency(server, entry)),
  ];
}

/**
 * @param resource what a menu passes: the file it was opened on; or what a code lens does: the entry to look at. A
 *   keybinding or the palette passes nothing
 */
function openPreview(previews: PreviewPanels, resource: unknown, column: vscode.ViewColumn): void {
  const entry = isEntryPath(resource) ? resource : undefined;
  const given = entry ? vscode.Uri.parse(entry.uri) : resource instanceof vscode.Uri ? resource : undefined;
  const uri = given ?? vscode.window.activeTextEditor?.document.uri;
  if (uri !== undefined && isPlanUri(uri)) {
    previews.open(uri, column, entry);
  } else {
    void vscode.window.showInformationMessage(
      'Open a roadmap (*.roadmap.yaml) or project (*.project.yaml) file to preview it.',
    );
  }
}

/** Exports the preview that is looked at; of a plan file that is edited, its preview, which is opened for it. */
async function exportPreview(previews: PreviewPanels): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (previews.active === undefined && uri !== undefined && isPlanUri(uri)) {
    previews.open(uri, vscode.ViewColumn.Beside);
    await previews.of(uri)?.export();
  } else await previews.active?.export();
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

/** Shows places in a peek: VS Code's own command takes its own types, and not those of the protocol. */
async function peek({ uri, position, locations }: PeekParams, client: BaseLanguageClient): Promise<void> {
  const converter = client.protocol2CodeConverter;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    converter.asUri(uri),
    converter.asPosition(position),
    locations.map((location) => converter.asLocation(location)),
  );
}
