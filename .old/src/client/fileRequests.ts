import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { listFilesRequest, readFilesRequest, type ReadFilesParams, type ReadFilesResult } from '../protocol';
import { planFilePattern, settingsFilePattern, skippedFolders } from './planFiles';

/** Answers the server's requests for files, from whatever file system the workspace is on. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable[] {
  return [
    client.onRequest(listFilesRequest, listPlanFiles),
    client.onRequest(readFilesRequest, (params: ReadFilesParams): Promise<ReadFilesResult> =>
      Promise.all(params.uris.map((uri) => readText(vscode.Uri.parse(uri, true)))),
    ),
  ];
}

/** URIs of the plan and settings files below the workspace folders, but for what `files.exclude` hides. */
async function listPlanFiles(): Promise<string[]> {
  // An exclude pattern stands beside `files.exclude`, not in its place.
  const skipped = `**/{${skippedFolders.join(',')}}/**`;
  const found = await Promise.all(
    [planFilePattern, settingsFilePattern].map((pattern) => vscode.workspace.findFiles(pattern, skipped)),
  );
  return found.flat().map((uri) => uri.toString());
}

/** The text of a file, in the encoding that the editor would open it with; null where it cannot be read. */
async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
  } catch {
    return null;
  }
}
