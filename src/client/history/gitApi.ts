import type { Event, Uri } from 'vscode';

/** What is used of version 1 of the API of the Git extension that comes with VS Code. */
export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<'uninitialized' | 'initialized'>;
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: Event<GitRepository>;
  getRepository(uri: Uri): GitRepository | null;
}

export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly onDidChange: Event<void>;
  };
  /** From the newest on; those that touch a path, where one is named. */
  log(options: { readonly maxEntries: number; readonly path?: string }): Promise<readonly GitCommit[]>;
  getCommit(ref: string): Promise<GitCommit>;
  /** The text of a file in a commit; rejects where it is not there. */
  show(ref: string, path: string): Promise<string>;
  /** What differs between a commit and the files as they are on disk. */
  diffWith(ref: string): Promise<readonly { readonly uri: Uri; readonly originalUri: Uri }[]>;
}

export interface GitCommit {
  readonly hash: string;
  readonly commitDate?: Date;
}

/** What the Git extension exports. */
export interface GitExtension {
  getAPI(version: 1): GitApi;
}
