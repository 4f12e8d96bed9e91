import * as vscode from 'vscode';
import type { EntryPath, PreviewState } from '../../protocol';
import { isPlanDocument } from '../planFiles';
import type { PlanServer } from '../planServer';
import type { FileViews } from './fileViews';
import { previewState } from './previewMessages';
import { PreviewPanel, previewViewType } from './previewPanel';

/** All open previews: one in each column that follows the editor, and any number of locked ones. */
export class PreviewPanels {
  private readonly panels = new Set<PreviewPanel>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly server: PlanServer,
    private readonly views: FileViews,
  ) {}

  /** The preview that has the focus. */
  get active(): PreviewPanel | undefined {
    return [...this.panels].find((panel) => panel.isActive);
  }

  /** A preview that shows a file. */
  of(uri: vscode.Uri): PreviewPanel | undefined {
    return [...this.panels].find((panel) => panel.shows(uri));
  }

  /**
   * Shows a plan file in the preview of a column, which is made if there is none.
   *
   * @param entry what of the file is brought into view; absent: what the cursor is in
   */
  open(uri: vscode.Uri, column: vscode.ViewColumn, entry?: EntryPath): void {
    const preserveFocus = column === vscode.ViewColumn.Beside;
    const target = this.targetColumn(column);
    const existing = [...this.panels].find((panel) => panel.serves(uri, target));
    if (existing !== undefined) {
      existing.reveal(uri, preserveFocus, entry);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      previewViewType,
      'Preview',
      { viewColumn: column, preserveFocus },
      { enableFindWidget: true },
    );
    this.add(panel, { uri: uri.toString(), locked: false }, entry);
  }

  /** Takes over a panel that VS Code brought back after a reload. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const valid = previewState(state) ?? stateOfVisiblePlan();
    if (valid === undefined) panel.dispose();
    else this.add(panel, valid);
  }

  dispose(): void {
    for (const panel of this.panels) panel.dispose();
    this.panels.clear();
  }

  private add(webviewPanel: vscode.WebviewPanel, state: PreviewState, entry?: EntryPath): void {
    const panel: PreviewPanel = new PreviewPanel(webviewPanel, state, this.server, this.views, this.extensionUri, () =>
      this.panels.delete(panel),
    );
    this.panels.add(panel);
    panel.lookAt(entry);
  }

  /** The number of the column that "beside" or "active" means now. */
  private targetColumn(column: vscode.ViewColumn): number {
    const active: number = vscode.window.tabGroups.activeTabGroup.viewColumn;
    return column === vscode.ViewColumn.Beside ? active + 1 : active;
  }
}

/** For a webview that was gone before it showed anything, and so kept nothing: the plan that is on screen. */
function stateOfVisiblePlan(): PreviewState | undefined {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => isPlanDocument(document));
  return editor && { uri: editor.document.uri.toString(), locked: false };
}
