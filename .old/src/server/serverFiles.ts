/** Folders that hold no plans of their own. */
export const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Where the server has the files of plans from. */
export interface ServerFiles {
  /**
   * URIs of the plan and settings files below the given folders.
   *
   * @param strays URIs of open files that are in none of the folders; the files of their plans are wanted too
   */
  list(folders: readonly string[], strays: readonly string[]): Promise<readonly string[]>;
  /** The texts of files, in the order asked for; undefined where one cannot be read. */
  read(uris: readonly string[]): Promise<readonly (string | undefined)[]>;
}

/** No files but those that the client opens: for a client that answers no requests for them, and no disk. */
export const noFiles: ServerFiles = {
  list: () => Promise.resolve([]),
  read: (uris) => Promise.resolve(uris.map(() => undefined)),
};
