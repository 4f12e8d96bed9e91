import type { InitializeParams } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { fileKindOf } from '../core/plan/fileKind';
import { fileUri } from './fileUri';
import { skippedFolders } from './serverFiles';

/** The folders that the client has open, and its open files that are in none of them. */
export class Workspace {
  readonly #folders: Set<string>;
  readonly #open = new Set<string>();

  constructor(params: InitializeParams) {
    this.#folders = new Set(initialFolders(params).map(folderUri));
  }

  get folders(): readonly string[] {
    return [...this.#folders];
  }

  /** URIs of open plan files outside of all folders. */
  get strays(): readonly string[] {
    return [...this.#open].filter((uri) => !this.#holds(uri));
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    for (const uri of removed) this.#folders.delete(folderUri(uri));
    for (const uri of added) this.#folders.add(folderUri(uri));
  }

  /** @returns whether the file brings a plan along that has to be read */
  opened(uri: string): boolean {
    if (fileKindOf(uri) === undefined) return false;
    this.#open.add(uri);
    return !this.#holds(uri);
  }

  closed(uri: string): void {
    this.#open.delete(uri);
  }

  /** Whether a file is where no plan is looked for, in a folder that is open. */
  isSkipped(uri: string): boolean {
    const folder = this.#folderOf(uri);
    if (folder === undefined) return false;
    const within = uri
      .slice(folder.length + 1)
      .split('/')
      .slice(0, -1);
    return within.some((name) => skippedFolders.has(name));
  }

  #holds(uri: string): boolean {
    return this.#folderOf(uri) !== undefined;
  }

  /** The innermost one, where folders are in each other: it was opened by hand. */
  #folderOf(uri: string): string | undefined {
    const holding = this.folders.filter((folder) => uri.startsWith(`${folder}/`));
    return holding.sort((one, other) => other.length - one.length)[0];
  }
}

/** The folders at the start; older clients know but one, and the oldest name it by its path. */
function initialFolders({ workspaceFolders, ...older }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  const { rootUri, rootPath } = older as { rootUri?: string | null; rootPath?: string | null };
  if (rootUri) return [rootUri];
  return rootPath ? [URI.file(rootPath).toString()] : [];
}

function folderUri(uri: string): string {
  return fileUri(uri).replace(/\/+$/, '');
}
