import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { earlierFilesRequest, type EarlierFilesParams, historyChangedNotification } from '../../protocol';
import type { GitApi, GitExtension, GitRepository } from './gitApi';
import { GitHistory } from './gitHistory';

/** How long the Git extension may take to find the repositories of a window that was just opened, in milliseconds. */
const searchLimit = 10_000;

/**
 * Answers the server's requests for earlier versions of files, and tells it of new commits. The Git extension is not
 * touched before somebody looks at what has changed.
 */
export function answerHistoryRequests(client: BaseLanguageClient): vscode.Disposable {
  const listeners: Listener[] = [];
  let api: Promise<GitApi | undefined> | undefined;
  const changed = (): void => {
    // It fails only when the server is gone, and then there is nobody to tell.
    client.sendNotification(historyChangedNotification).catch(() => undefined);
  };
  const git = async (): Promise<GitApi | undefined> => {
    api ??= gitApi().then((found) => {
      if (found) listeners.push(...followCommits(found, changed));
      return found;
    });
    const found = await api;
    if (found) await untilSearched(found);
    // It may be switched on, or the workspace trusted, later.
    else api = undefined;
    return found;
  };
  const history = new GitHistory(git, (uri) => vscode.Uri.parse(uri, true));
  listeners.push(
    client.onRequest(earlierFilesRequest, (params: EarlierFilesParams) => history.earlierFiles(params)),
    vscode.workspace.onDidGrantWorkspaceTrust(changed),
  );
  return disposing(listeners);
}

interface Listener {
  dispose(): void;
}

/** Disposes of listeners, also of those that are added later. */
function disposing(listeners: readonly Listener[]): vscode.Disposable {
  return new vscode.Disposable(() => {
    for (const listener of listeners) listener.dispose();
  });
}

/** Undefined where there is no such extension, as on the web, or where it is switched off. */
async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    return (extension.isActive ? extension.exports : await extension.activate()).getAPI(1);
  } catch {
    return undefined;
  }
}

/** Tells of every commit that becomes the current one, and of every repository that is found. */
function followCommits(git: GitApi, changed: () => void): Listener[] {
  const follow = (repository: GitRepository): Listener => {
    let commit = repository.state.HEAD?.commit;
    return repository.state.onDidChange(() => {
      if (repository.state.HEAD?.commit === commit) return;
      commit = repository.state.HEAD?.commit;
      changed();
    });
  };
  const followed = git.repositories.map(follow);
  const opened = git.onDidOpenRepository((repository) => {
    followed.push(follow(repository));
    changed();
  });
  return [opened, disposing(followed)];
}

/** Resolves when the Git extension has looked for repositories, or has taken too long to. */
function untilSearched(git: GitApi): Promise<void> {
  if (git.state === 'initialized') return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(limit);
      listener.dispose();
      resolve();
    };
    const limit = setTimeout(done, searchLimit);
    const listener = git.onDidChangeState((state) => {
      if (state === 'initialized') done();
    });
  });
}
