import * as vscode from 'vscode';
import type { PlannedChange } from '../protocol';
import { showInSource } from './sourceEditor';

/**
 * Makes a change that the server has planned, and shows what there is to fill in. A file that is there is never written
 * over: then nothing is changed.
 *
 * @returns whether it was made
 */
export async function makeChange({ creates, edits, shows }: PlannedChange): Promise<boolean> {
  const change = new vscode.WorkspaceEdit();
  for (const { uri: written, text } of creates) {
    const uri = vscode.Uri.parse(written);
    const contents = new TextEncoder().encode(text);
    // Without a folder there is no place for a file yet: the user says where when saving.
    if (uri.scheme === 'untitled') change.insert(uri, new vscode.Position(0, 0), text);
    else change.createFile(uri, { contents, overwrite: false, ignoreIfExists: false });
  }
  for (const { uri, edits: ofFile } of edits)
    for (const { range, newText } of ofFile) change.replace(vscode.Uri.parse(uri), rangeOf(range), newText);
  if (!(await vscode.workspace.applyEdit(change))) return false;
  await showInSource(vscode.Uri.parse(shows.uri), { preserveFocus: false, range: rangeOf(shows.range), selects: true });
  return true;
}

type ProtocolRange = PlannedChange['shows']['range'];

export function rangeOf({ start, end }: ProtocolRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
