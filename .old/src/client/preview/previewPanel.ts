import * as vscode from 'vscode';
import type { EntryPath, FromPreview, PreviewState, ToPreview, ViewParams } from '../../protocol';
import { isPlanDocument } from '../planFiles';
import type { PlanServer } from '../planServer';
import { previewHtml } from './previewHtml';
import { previewMessage } from './previewMessages';
import { showInSource } from './sourceEditor';
import { Throttled } from './throttled';

export const previewViewType = 'throughline.preview';

/** Two updates of a view stand at least this far apart, in milliseconds, however fast somebody types. */
const updateInterval = 150;

/** The same for the entry under the cursor, which costs less. */
const cursorInterval = 60;

/** One preview: a panel that shows one plan file, and goes along to the next one unless it is locked. */
export class PreviewPanel {
  private uri: vscode.Uri;
  private view: ViewParams['view'];
  private locked: boolean;
  /** What the webview shows, so that it is not told the same twice; undefined when it shows nothing (yet). */
  private shown: string | undefined;
  private ready = false;
  private disposed = false;
  private readonly updates = new Throttled(() => this.update(), updateInterval);
  private readonly cursor = new Throttled(() => this.updateCursor(), cursorInterval);
  private readonly listeners: vscode.Disposable[];

  constructor(
    private readonly panel: vscode.WebviewPanel,
    state: PreviewState,
    private readonly server: PlanServer,
    extensionUri: vscode.Uri,
    onDispose: () => void,
  ) {
    this.uri = vscode.Uri.parse(state.uri);
    this.view = state.view;
    this.locked = state.locked;
    this.listeners = [
      panel.onDidDispose(() => {
        this.dispose();
        onDispose();
      }),
      panel.webview.onDidReceiveMessage((value: unknown) => {
        const message = previewMessage(value);
        if (message !== undefined) void this.receive(message);
      }),
      server.onPlanChanged(() => this.updates.ask()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.isSource(document)) this.updates.ask();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.isSource(textEditor.document)) this.cursor.ask();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined && !this.locked && isPlanDocument(editor.document)) this.show(editor.document.uri);
      }),
    ];
    panel.iconPath = {
      light: vscode.Uri.joinPath(extensionUri, 'media', 'preview-light.svg'),
      dark: vscode.Uri.joinPath(extensionUri, 'media', 'preview-dark.svg'),
    };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')],
    };
    panel.webview.html = previewHtml(panel.webview, extensionUri);
    this.updateTitle();
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  /** Whether the panel is the one to show a file that is opened for the given column. */
  serves(uri: vscode.Uri, column: number): boolean {
    return Number(this.panel.viewColumn) === column && (!this.locked || this.uri.toString() === uri.toString());
  }

  /** Shows a file, and brings the panel to the front of its column. */
  reveal(uri: vscode.Uri, preserveFocus: boolean): void {
    this.show(uri);
    this.panel.reveal(undefined, preserveFocus);
  }

  toggleLock(): void {
    this.lock(!this.locked);
  }

  refresh(): void {
    this.shown = undefined;
    this.updates.ask();
  }

  async showSource(): Promise<void> {
    await this.showInSource(this.uri, false);
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.updates.dispose();
    this.cursor.dispose();
    for (const listener of this.listeners) listener.dispose();
    this.panel.dispose();
  }

  private show(uri: vscode.Uri): void {
    if (uri.toString() !== this.uri.toString()) {
      this.uri = uri;
      // Each kind of file has views of its own, and a default.
      this.view = undefined;
      this.updateTitle();
    }
    this.updates.ask();
    this.cursor.ask();
  }

  private lock(locked: boolean): void {
    this.locked = locked;
    this.updateTitle();
    this.updates.ask();
  }

  private updateTitle(): void {
    const name = this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
    this.panel.title = this.locked ? `[Preview] ${name}` : `Preview ${name}`;
  }

  private async receive(message: FromPreview): Promise<void> {
    switch (message.type) {
      case 'ready':
        // A webview that was hidden starts anew when it is shown again.
        this.ready = true;
        this.refresh();
        this.cursor.ask();
        return;
      case 'select':
        return this.showEntry(message.entry, true);
      case 'open':
        return this.showEntry(message.entry, false);
      case 'show-source':
        return this.showSource();
      case 'show-line':
        return this.showInSource(this.uri, false, new vscode.Range(message.line, 0, message.line, 0));
      case 'refresh':
        this.refresh();
        return;
      case 'lock':
        this.lock(message.locked);
        return;
      case 'view':
        this.view = message.view;
        this.updates.ask();
    }
  }

  /** Shows where an entry stands now; nothing happens if it is gone, and the next update says so. */
  private async showEntry(entry: EntryPath, preserveFocus: boolean): Promise<void> {
    const location = await this.server.locateEntry(entry);
    if (!location) return;
    const { start, end } = location.selection;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    await this.showInSource(vscode.Uri.parse(location.uri), preserveFocus, range);
  }

  private async showInSource(uri: vscode.Uri, preserveFocus: boolean, range?: vscode.Range): Promise<void> {
    try {
      await showInSource(uri, { previewColumn: this.panel.viewColumn, preserveFocus, range });
    } catch {
      void vscode.window.showWarningMessage(`${vscode.workspace.asRelativePath(uri)} cannot be opened any more.`);
    }
  }

  private async update(): Promise<void> {
    if (!this.ready || !this.panel.visible) return;
    const uri = this.uri.toString();
    const { view } = this;
    const result = await this.server.view(view === undefined ? { uri } : { uri, view });
    // Another file or view may have been asked for meanwhile; its own update comes next.
    if (result === undefined || uri !== this.uri.toString() || view !== this.view) return;
    const message: ToPreview =
      result === null ? { type: 'gone', uri } : { type: 'view', uri, result, locked: this.locked };
    const text = JSON.stringify(result === null ? message : { ...message, result: { ...result, version: 0 } });
    if (text === this.shown) return;
    this.shown = text;
    await this.post(message);
  }

  private async updateCursor(): Promise<void> {
    if (!this.ready || !this.panel.visible) return;
    const editor = vscode.window.visibleTextEditors.find(({ document }) => this.isSource(document));
    if (editor === undefined) return;
    const { line, character } = editor.selection.active;
    const entry = await this.server.entryAt({ uri: this.uri.toString(), line, character });
    await this.post({ type: 'cursor', entry: entry ?? null });
  }

  private async post(message: ToPreview): Promise<void> {
    if (!this.disposed) await this.panel.webview.postMessage(message);
  }

  private isSource(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.uri.toString();
  }
}
