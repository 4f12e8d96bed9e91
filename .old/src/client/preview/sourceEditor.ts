import * as vscode from 'vscode';

/**
 * Shows a place of a file in the editor where the file is already open, else beside the preview.
 *
 * @param previewColumn the column that must not be covered
 * @param range selected and brought into view; absent: the selection stays where it is
 */
export async function showInSource(
  uri: vscode.Uri,
  { previewColumn, preserveFocus, range }: ShowOptions,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: openColumn(uri) ?? otherColumn(previewColumn),
    preserveFocus,
  });
  if (range === undefined) return;
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

interface ShowOptions {
  readonly previewColumn: vscode.ViewColumn | undefined;
  readonly preserveFocus: boolean;
  readonly range?: vscode.Range | undefined;
}

/** The column with a tab of the file; the one where it is in front, if it has several. */
function openColumn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const isOfFile = (tab: vscode.Tab | undefined): boolean =>
    tab?.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString();
  const groups = vscode.window.tabGroups.all;
  const group = groups.find(({ activeTab }) => isOfFile(activeTab)) ?? groups.find(({ tabs }) => tabs.some(isOfFile));
  return group?.viewColumn;
}

function otherColumn(previewColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return previewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
