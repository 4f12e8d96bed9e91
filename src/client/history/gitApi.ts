/** What is used of a URI. */
export interface GitUri {
  readonly scheme: string;
  readonly path: string;
  readonly fsPath: string;
  toString(): string;
}

/** Calls a listener until that is disposed of. */
export type GitEvent<T> = (listener: (value: T) => void) => { dispose(): void };

/** What is used of version 1 of the API of the Git extension that comes with VS Code. */
export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: GitEvent<'uninitialized' | 'initialized'>;
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: GitEvent<GitRepository>;
  getRepository(uri: GitUri): GitRepository | null;
}

export interface GitRepository {
  readonly rootUri: GitUri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly onDidChange: GitEvent<void>;
  };
  /** From the newest on; those that touch a path, where one is named. */
  log(options: { readonly maxEntries: number; readonly path?: string }): Promise<readonly GitCommit[]>;
  getCommit(ref: string): Promise<GitCommit>;
  /** The text of a file in a commit; rejects where it is not there. */
  show(ref: string, path: string): Promise<string>;
  /** What differs between a commit and the files as they are on disk. */
  diffWith(ref: string): Promise<readonly { readonly uri: GitUri; readonly originalUri: GitUri }[]>;
}

export interface GitCommit {
  readonly hash: string;
  readonly commitDate?: Date;
}

/** What the Git extension exports. */
export interface GitExtension {
  getAPI(version: 1): GitApi;
}
