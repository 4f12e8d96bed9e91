import * as vscode from 'vscode';

/** The URI of a file of the workspace. */
export function fileUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));
}

/** Where a text stands in a document: its first occurrence. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`"${text}" is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Replaces the first occurrence of a text, without saving. */
export async function replaceText(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, text), by);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The edit was refused');
}

/** Removes the first match of a pattern, without saving. */
export async function removeText(document: vscode.TextDocument, pattern: RegExp): Promise<void> {
  const [text] = pattern.exec(document.getText()) ?? [];
  if (text === undefined) throw new Error(`${String(pattern)} is not in ${document.uri.path}`);
  await replaceText(document, text, '');
}

/** Whether the editor holds a file. */
export function isOpen(name: string): boolean {
  return vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === fileUri(name).toString());
}

/** Takes back every unsaved change and closes all editors, so that the next test starts from the files. */
export async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Waits until a check gives something other than undefined or false, and gives that.
 *
 * @param what for the message when it never does
 * @param limit in milliseconds
 */
export async function eventually<T>(what: string, check: () => T | undefined | false, limit = 10_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = check();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`Not within ${String(limit)} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The id of the rule of a diagnostic. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a file has diagnostics that a check accepts, and gives them; the error says what it had instead. */
export async function diagnosticsOf(
  name: string,
  accept: (diagnostics: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const uri = fileUri(name);
  try {
    return await eventually(`diagnostics of ${name}`, () => {
      const diagnostics = vscode.languages.getDiagnostics(uri);
      return accept(diagnostics) && diagnostics;
    });
  } catch (error) {
    const had = vscode.languages.getDiagnostics(uri).map((one) => `${codeOf(one)}: ${one.message}`);
    throw new Error(`${String(error)}; it has ${had.length === 0 ? 'none' : `\n${had.join('\n')}`}`, { cause: error });
  }
}
