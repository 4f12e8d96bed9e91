import * as vscode from 'vscode';

/** Shows a place of a file in the editor where the file is already open, else where a file would be opened. */
export async function showInSource(uri: vscode.Uri, options: ShowOptions): Promise<void> {
  const { previewColumn = activeWebviewColumn(), preserveFocus, range, selects = false } = options;
  const active = vscode.window.tabGroups.activeTabGroup.viewColumn;
  const viewColumn = openColumn(uri) ?? (previewColumn === undefined ? active : otherColumn(previewColumn));
  // Selected before the editor has the focus: what is typed at once comes to the right place. Of one that is in view
  // already, to be shown with a selection would move what is in view as well.
  const selection = range && new vscode.Selection(range.start, selects ? range.end : range.start);
  const visible = vscode.window.visibleTextEditors.find(
    (one) => one.viewColumn === viewColumn && one.document.uri.toString() === uri.toString(),
  );
  if (visible && selection) visible.selection = selection;
  const isNew = selection !== undefined && !visible;
  const shown = { viewColumn, preserveFocus, ...(isNew ? { selection } : {}) };
  const editor = await vscode.window.showTextDocument(uri, shown);
  if (range) editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

interface ShowOptions {
  /** The column that must not be covered; absent: that of a webview that is in front. */
  readonly previewColumn?: vscode.ViewColumn | undefined;
  readonly preserveFocus: boolean;
  /** Brought into view; absent: the cursor stays where it is. */
  readonly range?: vscode.Range | undefined;
  /** Whether the range is selected, so that typing replaces it. Else the cursor goes to its start. */
  readonly selects?: boolean;
}

function activeWebviewColumn(): vscode.ViewColumn | undefined {
  const { activeTab, viewColumn } = vscode.window.tabGroups.activeTabGroup;
  return activeTab?.input instanceof vscode.TabInputWebview ? viewColumn : undefined;
}

/** The column with a tab of the file; the one where it is in front, if it has several. */
function openColumn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const isOfFile = (tab: vscode.Tab | undefined): boolean =>
    tab?.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString();
  const groups = vscode.window.tabGroups.all;
  const group = groups.find(({ activeTab }) => isOfFile(activeTab)) ?? groups.find(({ tabs }) => tabs.some(isOfFile));
  return group?.viewColumn;
}

function otherColumn(previewColumn: vscode.ViewColumn): vscode.ViewColumn {
  return previewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
