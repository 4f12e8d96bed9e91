import * as vscode from 'vscode';
import type { EntryPath, NewEntryRequest } from '../../protocol';
import { newProject } from '../newPlanFile';
import { makeChange, rangeOf } from '../plannedChange';
import type { PlanServer } from '../planServer';
import { showInSource } from '../sourceEditor';
import type { TreeEntry } from './knownTree';

/**
 * Registers what can be done with a node of the tree, by its menu, a click or a key.
 *
 * @param openPreview opens the preview of a plan file
 */
export function registerTreeCommands(server: PlanServer, openPreview: (uri: vscode.Uri) => void): vscode.Disposable[] {
  const register = (name: string, run: (entry: EntryPath, chosen: TreeEntry) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`throughline.planTree.${name}`, (chosen?: TreeEntry) => {
      const entry = chosen?.node.entry;
      return chosen && entry ? run(entry, chosen) : undefined;
    });
  const opener = new EntryOpener(server);
  return [
    register('open', (entry) => opener.open(entry)),
    register('goToSource', (entry) => opener.goTo(entry)),
    register('openPreview', ({ uri }) => openPreview(vscode.Uri.parse(uri))),
    register('addGoal', (entry) => addEntry(server, 'goal', entry)),
    register('addFeature', (entry) => addEntry(server, 'feature', entry)),
    register('addItem', (entry, { node }) => addItem(server, entry, node.kind === 'feature')),
    register('addProject', (entry) => newProject(server, { entry })),
    register('copyId', (_, { node }) => vscode.env.clipboard.writeText(node.reference ?? '')),
  ];
}

/** Shows where entries are written: first with the focus left in the tree, the second time in a row with the focus there. */
class EntryOpener {
  private last: string | undefined;

  constructor(private readonly server: PlanServer) {}

  async open(entry: EntryPath): Promise<void> {
    const key = JSON.stringify(entry);
    const shown = vscode.window.activeTextEditor?.document.uri.toString();
    const isSecond = key === this.last && shown === vscode.Uri.parse(entry.uri).toString();
    await this.show(entry, !isSecond);
    this.last = key;
  }

  async goTo(entry: EntryPath): Promise<void> {
    await this.show(entry, false);
  }

  private async show(entry: EntryPath, preserveFocus: boolean): Promise<void> {
    const location = await this.server.locateEntry(entry);
    if (!location) return;
    await showInSource(vscode.Uri.parse(location.uri), { preserveFocus, range: rangeOf(location.selection) });
  }
}

/** Asks for a project first where the item is for a feature: features are in roadmaps, and items are not. */
async function addItem(server: PlanServer, parent: EntryPath, isForFeature: boolean): Promise<void> {
  if (!isForFeature) return addEntry(server, 'item', parent);
  const homes = (await server.itemHomes(parent)) ?? [];
  if (homes.length === 0) {
    void vscode.window.showInformationMessage('There is no project under way that could take the item.');
    return;
  }
  const choices = homes.map(({ uri, title }) => ({
    label: title,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    uri,
  }));
  const home =
    choices.length === 1
      ? choices[0]
      : await vscode.window.showQuickPick(choices, {
          title: 'New Item',
          placeHolder: 'The project that takes the item',
        });
  if (home) await addEntry(server, 'item', parent, home.uri);
}

const prompts: Readonly<Record<NewEntryRequest['kind'], string>> = {
  goal: 'What customers or the business will have gained',
  feature: 'What the product will be able to do',
  item: 'What is to be done',
};

async function addEntry(
  server: PlanServer,
  kind: NewEntryRequest['kind'],
  parent: EntryPath,
  project?: string,
): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: `New ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    prompt: prompts[kind],
    placeHolder: 'Title',
    validateInput: (value) => (value.trim() === '' ? 'A title is needed.' : undefined),
  });
  if (title === undefined) return;
  const change = await server.newEntry({ kind, title, parent, project });
  if (change && (await makeChange(change))) return;
  void vscode.window.showErrorMessage(
    `The ${kind} could not be added: mend what cannot be read in the file first, or add it by hand.`,
  );
}
