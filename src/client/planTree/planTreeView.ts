import * as vscode from 'vscode';
import type { PlanNode } from '../../protocol';
import { AfterPause } from '../afterPause';
import { isPlanOrSettingsUri } from '../planFiles';
import type { PlanServer } from '../planServer';
import { Throttled } from '../throttled';
import { KnownTree, type TreeEntry } from './knownTree';
import { accessibleLabel, contextValue, nodeIcon } from './nodeAppearance';
import type { PlanFilters } from './planFilters';

/** The tree is brought up to date when somebody has not typed for this long, in milliseconds. */
const pause = 250;

/** Two updates of the tree stand at least this far apart, in milliseconds. */
const updateInterval = 250;

/** The same for the entry under the cursor. */
const cursorInterval = 150;

/** The view with the tree of all plans. It follows their changes and the cursor, as long as it is on screen. */
export class PlanTreeView implements vscode.TreeDataProvider<TreeEntry>, vscode.Disposable {
  private readonly tree: KnownTree;
  private readonly changed = new vscode.EventEmitter<TreeEntry[] | undefined>();
  private readonly updates = new Throttled(() => this.update(), updateInterval);
  private readonly changes = new AfterPause(() => this.updates.ask(), pause);
  private readonly cursor = new Throttled(() => this.followCursor(), cursorInterval);
  private readonly view: vscode.TreeView<TreeEntry>;
  /** What the cursor was found in last. */
  private followed: TreeEntry | undefined;
  /** Somebody has chosen an entry in the tree, which stays until the cursor moves. */
  private chosen = false;
  private readonly listeners: readonly { dispose(): unknown }[];
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly server: PlanServer,
    private readonly filters: PlanFilters,
  ) {
    this.tree = new KnownTree((levels) => server.planTree({ filter: filters.filter, levels }));
    this.tree.clear(filters.text);
    this.view = vscode.window.createTreeView('throughline.plan', { treeDataProvider: this, showCollapseAll: true });
    this.listeners = [
      this.view,
      this.changed,
      this.view.onDidCollapseElement(({ element }) => this.tree.toggle(element, false)),
      this.view.onDidExpandElement(({ element }) => this.tree.toggle(element, true)),
      this.view.onDidChangeVisibility(() => {
        this.updates.ask();
        this.cursor.ask();
      }),
      server.onPlanChanged(() => this.changes.ask()),
      filters.onDidChange(() => this.reset()),
      this.view.onDidChangeSelection(({ selection: [entry] }) => {
        this.chosen = entry !== undefined && entry !== this.followed;
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.cursorMoved()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.cursorMoved();
      }),
    ];
    this.showMessage();
  }

  getTreeItem(entry: TreeEntry): vscode.TreeItem {
    const { node } = entry;
    const item = new vscode.TreeItem(titleOf(node), this.collapsibleState(entry));
    const { icon, color } = nodeIcon(node);
    item.id = this.tree.id(entry);
    item.description = node.detail ?? false;
    item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
    item.contextValue = contextValue(node);
    item.accessibilityInformation = { label: accessibleLabel(node) };
    if (node.entry && node.kind !== 'plan')
      item.command = { command: 'throughline.planTree.open', title: 'Open', arguments: [entry] };
    return item;
  }

  async getChildren(entry?: TreeEntry): Promise<TreeEntry[]> {
    const children = await this.tree.children(entry);
    if (!entry) this.showMessage();
    return [...children];
  }

  getParent(entry: TreeEntry): TreeEntry | undefined {
    return entry.parent;
  }

  /** The tooltip, which is asked for when the mouse rests on an item. */
  async resolveTreeItem(item: vscode.TreeItem, { node }: TreeEntry): Promise<vscode.TreeItem> {
    const card = node.entry && node.kind !== 'plan' ? await this.server.entryCard(node.entry) : undefined;
    item.tooltip = card ? new vscode.MarkdownString(card) : [titleOf(node), node.detail].filter(Boolean).join('\n');
    return item;
  }

  dispose(): void {
    this.changes.dispose();
    this.updates.dispose();
    this.cursor.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  private async update(): Promise<void> {
    if (!this.view.visible) return;
    const change = await this.tree.refresh();
    if (change === 'everything') this.changed.fire(undefined);
    else if (change.length > 0) this.changed.fire([...change]);
    this.showMessage();
    // What the cursor is in may have been written only just now, and not have been in the tree before.
    if (!this.chosen) this.cursor.ask();
  }

  private collapsibleState(entry: TreeEntry): vscode.TreeItemCollapsibleState {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    if (entry.node.children === 'none') return None;
    return this.tree.isOpen(entry) ? Expanded : Collapsed;
  }

  private reset(): void {
    this.tree.clear(this.filters.text);
    this.changed.fire(undefined);
  }

  /** Says that not everything is shown; while nothing is, the welcome in the manifest speaks instead. */
  private showMessage(): void {
    const { text } = this.filters;
    const nothing = this.tree.isEmpty === true ? '. Nothing matches.' : '';
    this.view.message = text === '' ? '' : `Filter on: ${text}${nothing}`;
    if (text === '' && this.tree.isEmpty !== undefined)
      void vscode.commands.executeCommand('setContext', 'throughline.plans', this.tree.isEmpty ? 'none' : 'found');
  }

  private cursorMoved(): void {
    this.chosen = false;
    this.cursor.ask();
  }

  /** Selects the entry that the cursor is in, without taking the focus. */
  private async followCursor(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !this.view.visible || !isPlanOrSettingsUri(editor.document.uri)) return;
    const { line, character } = editor.selection.active;
    const uri = editor.document.uri.toString();
    const way = await this.server.planTreeWay({ filter: this.filters.filter, uri, line, character });
    const [selected] = this.view.selection;
    // A thing that serves two goals stands in two places: the one that was chosen stays.
    const found = way?.at(-1);
    if (found && JSON.stringify(found.entry) === JSON.stringify(selected?.node.entry)) return;
    const entry = way && (await this.tree.follow(way));
    if (!entry) return;
    this.followed = entry;
    try {
      await this.view.reveal(entry, { select: true, focus: false });
    } catch {
      // The tree has changed meanwhile: its update finds it as it is then.
    }
  }
}

/** Of a plan, what its folder is called in the editor. */
function titleOf({ kind, title, entry }: PlanNode): string {
  if (kind !== 'plan' || !entry) return title;
  const uri = vscode.Uri.parse(entry.uri);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return title;
  const name = folder.uri.toString() === uri.toString() ? folder.name : vscode.workspace.asRelativePath(uri);
  return name === '' ? title : name;
}
