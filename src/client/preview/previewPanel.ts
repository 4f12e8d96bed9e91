import * as vscode from 'vscode';
import {
  type EntryPath,
  type FromPreview,
  type Move,
  type PreviewState,
  type StarterKind,
  type ToPreview,
  type ViewName,
  viewsOf,
} from '../../protocol';
import { isPlanDocument } from '../planFiles';
import { makeChange } from '../plannedChange';
import type { PlanServer } from '../planServer';
import { type FileView, type FileViews, settingsOf, withSettings } from './fileViews';
import { exportView } from './exportView';
import { previewHtml } from './previewHtml';
import { previewMessage } from './previewMessages';
import { showInSource } from '../sourceEditor';
import { Throttled } from '../throttled';

export const previewViewType = 'throughline.preview';

/** Two updates of a view stand at least this far apart, in milliseconds, however fast somebody types. */
const updateInterval = 150;

/** The same for the entry under the cursor, which costs less. */
const cursorInterval = 60;

/** A drawing that takes longer than this, in milliseconds, is given up: a hidden webview never answers. */
const drawingLimit = 20_000;

function firstView({ path }: vscode.Uri): ViewName {
  return viewsOf(/\.roadmap\.ya?ml$/.test(path) ? 'roadmap' : 'project')[0]?.name ?? 'board';
}

const changedMeanwhile = 'This could not be written: the plan has changed meanwhile. Try it again.';

/** One preview: a panel that shows one plan file, and goes along to the next one unless it is locked. */
export class PreviewPanel {
  private uri: vscode.Uri;
  private looked: FileView;
  private locked: boolean;
  /** What the webview shows, so that it is not told the same twice; undefined when it shows nothing (yet). */
  private shown: string | undefined;
  private ready = false;
  private disposed = false;
  /** What is to be in view until the cursor moves; undefined: what the cursor is in. */
  private lookedAt: EntryPath | undefined;
  private readonly updates = new Throttled(() => this.update(), updateInterval);
  private readonly cursor = new Throttled(() => this.updateCursor(), cursorInterval);
  private readonly listeners: vscode.Disposable[];
  /** Takes what the webview draws. */
  private drawn: ((png: string | null) => void) | undefined;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    state: PreviewState,
    private readonly server: PlanServer,
    private readonly kept: FileViews,
    private readonly extensionUri: vscode.Uri,
    onDispose: () => void,
  ) {
    this.uri = vscode.Uri.parse(state.uri);
    const last = kept.of(this.uri);
    this.looked = { ...last, view: state.view ?? last.view };
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
        if (!this.isSource(textEditor.document)) return;
        this.lookedAt = undefined;
        this.cursor.ask();
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

  shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  /** Asks for a format and a place, and writes what is shown there. */
  async export(): Promise<void> {
    const { uri, looked, extensionUri } = this;
    await exportView(
      { uri, view: this.view, settingsOf: (view) => settingsOf(looked, view) },
      this.server,
      extensionUri,
      (svg) => this.draw(svg),
    );
  }

  /** Whether the panel is the one to show a file that is opened for the given column. */
  serves(uri: vscode.Uri, column: number): boolean {
    return Number(this.panel.viewColumn) === column && (!this.locked || this.uri.toString() === uri.toString());
  }

  /** Shows a file, an entry of it in view, and brings the panel to the front of its column. */
  reveal(uri: vscode.Uri, preserveFocus: boolean, entry?: EntryPath): void {
    this.show(uri);
    this.lookAt(entry);
    this.panel.reveal(undefined, preserveFocus);
  }

  /** Brings an entry into view, as the cursor in it would; without one, what the cursor is in. */
  lookAt(entry: EntryPath | undefined): void {
    this.lookedAt = entry;
    this.cursor.ask();
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

  /** @returns a PNG as Base64 text; null where the webview cannot draw it, or is hidden */
  private draw(svg: string): Promise<string | null> {
    const picture = new Promise<string | null>((resolve) => {
      const limit = setTimeout(() => resolve(null), drawingLimit);
      this.drawn = (png) => {
        clearTimeout(limit);
        resolve(png);
      };
    });
    void this.post({ type: 'draw', svg });
    return picture;
  }

  private show(uri: vscode.Uri): void {
    if (uri.toString() !== this.uri.toString()) {
      this.uri = uri;
      this.looked = this.kept.of(uri);
      this.lookedAt = undefined;
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
      case 'card-wanted':
        return this.sendCard(message.entry);
      case 'move':
        return this.move(message.entry, message.move);
      case 'link':
        return this.link(message.entry);
      case 'insert':
        return this.insert(message.kind);
      case 'show-source':
        return this.showSource();
      case 'show-line':
        return this.showInSource(this.uri, false, new vscode.Range(message.line, 0, message.line, 0));
      case 'refresh':
        this.refresh();
        return;
      case 'export':
        return this.export();
      case 'picture':
        this.drawn?.(message.png);
        return;
      case 'lock':
        this.lock(message.locked);
        return;
      case 'view':
        this.looked = { ...this.looked, view: message.view };
        return this.keep();
      case 'settings':
        this.looked = withSettings(this.looked, this.view, message.settings);
        return this.keep();
    }
  }

  /** The view that is shown: the first one of the file's kind until a reader has chosen. */
  private get view(): ViewName {
    return this.looked.view ?? firstView(this.uri);
  }

  /** Shows the view as it is asked for now, here and when the file is shown the next time. */
  private async keep(): Promise<void> {
    this.updates.ask();
    await this.kept.keep(this.uri, this.looked);
  }

  /** Shows where an entry stands now; nothing happens if it is gone, and the next update says so. */
  private async showEntry(entry: EntryPath, preserveFocus: boolean): Promise<void> {
    const location = await this.server.locateEntry(entry);
    if (!location) return;
    const { start, end } = location.selection;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    await this.showInSource(vscode.Uri.parse(location.uri), preserveFocus, range);
  }

  /** Writes a move into the source, as one edit that can be undone there, or says why not. */
  private async move(entry: EntryPath, move: Move): Promise<void> {
    const planned = await this.server.move({ entry, move });
    if (planned && 'edit' in planned && (await vscode.workspace.applyEdit(planned.edit))) return;
    const text = planned && 'refused' in planned ? planned.refused : changedMeanwhile;
    await this.post({ type: 'refused', text });
  }

  /** Has somebody choose what an entry is linked to, and writes that into the source, as one edit. */
  private async link(entry: EntryPath): Promise<void> {
    const choices = (await this.server.linkChoices(entry)) ?? [];
    if (choices.length === 0) {
      await this.post({ type: 'refused', text: 'There is nothing that this can be linked to. Link it in the source.' });
      return;
    }
    const items = choices.map(({ title, edit }) => ({ label: title.replaceAll('`', ''), edit }));
    const chosen = await vscode.window.showQuickPick(items, { placeHolder: 'Choose what links it' });
    if (!chosen || (await vscode.workspace.applyEdit(chosen.edit))) return;
    await this.post({ type: 'refused', text: changedMeanwhile });
  }

  /** Writes a first entry of a kind into the source, and selects what there is to write over. */
  private async insert(kind: StarterKind): Promise<void> {
    const change = await this.server.starter({ uri: this.uri.toString(), kind });
    if (change && (await makeChange(change))) return;
    await this.post({
      type: 'refused',
      text: 'This cannot be written into the file as it is. Write it in the source.',
    });
  }

  private async sendCard(entry: EntryPath): Promise<void> {
    const text = await this.server.entryCard(entry);
    if (text !== undefined) await this.post({ type: 'card', entry, text });
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
    const { looked, view } = this;
    const settings = settingsOf(looked, view);
    const result = await this.server.view({ uri, settings, view });
    // Another file or view may have been asked for meanwhile; its own update comes next.
    const isStale = uri !== this.uri.toString() || looked !== this.looked;
    if (result === undefined || isStale) return;
    const message: ToPreview =
      result === null ? { type: 'gone', uri } : { type: 'view', uri, result, settings, locked: this.locked };
    const text = JSON.stringify(result === null ? message : { ...message, result: { ...result, version: 0 } });
    if (text === this.shown) return;
    this.shown = text;
    await this.post(message);
  }

  private async updateCursor(): Promise<void> {
    if (!this.ready || !this.panel.visible) return;
    const { lookedAt } = this;
    // Asked for like the entry at the cursor, so that the view comes first here too.
    if (lookedAt && (await this.server.locateEntry(lookedAt))) {
      await this.post({ type: 'cursor', entry: lookedAt });
      return;
    }
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
