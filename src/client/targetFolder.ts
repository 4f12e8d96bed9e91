import * as vscode from 'vscode';
import { isPlanUri, planFilePattern, skippedFolders } from './planFiles';

/** A folder for a new file, and the names of what is in it. */
export interface TargetFolder {
  readonly uri: vscode.Uri;
  readonly names: readonly string[];
}

/**
 * The folder that takes a new plan file: of the workspace folder that the user picks, where there are several, the one
 * that has plan files already. Without a workspace the file has no place until it is saved.
 *
 * @param title of the question
 * @returns undefined where the user gives up
 */
export async function targetFolder(title: string): Promise<TargetFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [only] = folders;
  if (!only) return { uri: vscode.Uri.from({ scheme: 'untitled', path: '' }), names: [] };
  const folder = folders.length === 1 ? only : await pickFolder(folders, title);
  if (!folder) return undefined;
  const uri = await planFolder(folder);
  return { uri, names: await namesIn(uri) };
}

async function pickFolder(
  folders: readonly vscode.WorkspaceFolder[],
  title: string,
): Promise<vscode.WorkspaceFolder | undefined> {
  const choices = folders.map((folder) => ({ label: folder.name, description: folder.uri.path, folder }));
  return (await vscode.window.showQuickPick(choices, { title, placeHolder: 'The folder of the plan' }))?.folder;
}

/** That of the plan file that is looked at, else that of the highest plan file, else the workspace folder itself. */
async function planFolder(folder: vscode.WorkspaceFolder): Promise<vscode.Uri> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && isPlanUri(active) && vscode.workspace.getWorkspaceFolder(active) === folder) return parentOf(active);
  const pattern = new vscode.RelativePattern(folder, planFilePattern);
  const found = await vscode.workspace.findFiles(pattern, `**/{${skippedFolders.join(',')}}/**`);
  const depth = ({ path }: vscode.Uri): number => path.split('/').length;
  const [highest] = [...found].sort((one, other) => depth(one) - depth(other) || (one.path < other.path ? -1 : 1));
  return highest ? parentOf(highest) : folder.uri;
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    // It cannot be looked into, and a file that is there is not written over in any case.
    return [];
  }
}
