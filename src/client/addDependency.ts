import * as vscode from 'vscode';
import type { DependencyCandidate, DependencyCandidates, EntryPath } from '../protocol';
import { isPlanUri } from './planFiles';
import type { PlanServer } from './planServer';

type Server = Pick<PlanServer, 'entryAt' | 'dependencyCandidates' | 'addDependency'>;

/**
 * Asks which work the entry at the cursor, or a given one, is to wait for, and writes the dependency.
 *
 * @param argument the path of the entry, as the code action gives it; a keybinding or the palette gives nothing
 */
export async function addDependency(server: Server, argument: unknown): Promise<void> {
  const entry = isEntryPath(argument) ? argument : await entryAtCursor(server);
  const found = entry && (await server.dependencyCandidates({ entry }));
  if (!entry || !found) {
    void vscode.window.showInformationMessage(
      'Put the cursor into an item, a milestone or a feature that is still to come: it can be made to wait for others.',
    );
    return;
  }
  if (found.candidates.length === 0) {
    void vscode.window.showInformationMessage(`There is nothing else that “${found.title}” could wait for.`);
    return;
  }
  const waiting = { uri: entry.uri, path: found.path };
  const picked = await pick(found, (query) => server.dependencyCandidates({ entry: waiting, query }));
  if (!picked) return;
  const edit = await server.addDependency({ entry: waiting, reference: picked.reference });
  if (edit && (await vscode.workspace.applyEdit(edit))) return;
  void vscode.window.showWarningMessage(
    `“${found.title}” cannot be made to wait for “${picked.title}”: the plan has changed meanwhile.`,
  );
}

async function entryAtCursor(server: Server): Promise<EntryPath | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isPlanUri(editor.document.uri)) return undefined;
  const { line, character } = editor.selection.active;
  return (await server.entryAt({ uri: editor.document.uri.toString(), line, character })) ?? undefined;
}

interface Choice extends vscode.QuickPickItem {
  readonly candidate: DependencyCandidate;
}

/**
 * Has one of the candidates picked; undefined where somebody thinks better of it.
 *
 * @param search finds more of them where there are too many to list
 */
function pick(
  { title, candidates, isIncomplete }: DependencyCandidates,
  search: (query: string) => Promise<DependencyCandidates | null | undefined>,
): Promise<DependencyCandidate | undefined> {
  const quickPick = vscode.window.createQuickPick<Choice>();
  quickPick.title = `Add a dependency to “${title}”`;
  quickPick.placeholder = 'What does it wait for?';
  quickPick.matchOnDescription = true;
  quickPick.matchOnDetail = true;
  quickPick.items = candidates.map((candidate) => choiceOf(candidate, false));
  if (isIncomplete) {
    quickPick.onDidChangeValue(async (query) => {
      const found = await search(query);
      // A later word may have been typed, and answered, meanwhile.
      if (found && quickPick.value === query)
        quickPick.items = found.candidates.map((candidate) => choiceOf(candidate, true));
    });
  }
  return new Promise((resolve) => {
    quickPick.onDidAccept(() => {
      resolve(quickPick.selectedItems[0]?.candidate);
      quickPick.hide();
    });
    quickPick.onDidHide(() => {
      resolve(undefined);
      quickPick.dispose();
    });
    quickPick.show();
  });
}

/** @param alwaysShow whether the server has found it by what was typed, which the editor need not do again */
function choiceOf(candidate: DependencyCandidate, alwaysShow: boolean): Choice {
  const { title, reference, home, detail } = candidate;
  const more = [home, detail].filter((text) => text !== undefined && text !== '');
  return { candidate, label: title, description: reference, detail: more.join(' · '), alwaysShow };
}

function isEntryPath(value: unknown): value is EntryPath {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, path } = value as Partial<EntryPath>;
  return typeof uri === 'string' && Array.isArray(path) && path.every((key) => typeof key === 'string');
}
