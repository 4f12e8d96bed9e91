import { join } from 'node:path';
import type { Dirent, Stats } from 'node:fs';
import { fileKindOf } from '../core/plan/fileKind';
import { skippedFolders } from './serverFiles';

/** What a search for files asks of a file system. */
export interface SearchedFileSystem {
  readdir(path: string, options: { withFileTypes: true }): Promise<Dirent[]>;
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<Stats>;
}

/** A file by the path that it was found at, and by the one that it has when all links are resolved. */
export interface FoundFile {
  readonly path: string;
  readonly realPath: string;
}

/**
 * The plan and settings files below a folder, each once, in the order of their paths. Links are followed, but no folder
 * is entered twice, so that links in a ring end.
 *
 * @param unreadable is told of what is there and cannot be looked at
 */
export async function planFilesBelow(
  folder: string,
  fs: SearchedFileSystem,
  unreadable: (path: string, error: unknown) => void,
): Promise<readonly FoundFile[]> {
  const entered = new Set<string>();
  const found = new Map<string, string>();
  const links: string[] = [];

  async function enter(path: string, realPath: string): Promise<void> {
    if (entered.has(realPath)) return;
    entered.add(realPath);
    const entries = await fs.readdir(path, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
      unreadable(path, error);
      return [];
    });
    const folders = entries.filter((entry) => entry.isDirectory() && !skippedFolders.has(entry.name));
    for (const entry of entries) {
      const at = join(path, entry.name);
      if (entry.isSymbolicLink()) links.push(at);
      else if (entry.isFile() && isPlanFileName(entry.name)) found.set(join(realPath, entry.name), at);
    }
    await Promise.all(folders.map(({ name }) => enter(join(path, name), join(realPath, name))));
  }

  /** Links come after all that stands here itself, so that a file is found at its own path before that of a link. */
  async function follow(link: string): Promise<void> {
    const name = link.slice(link.search(/[^/\\]*$/));
    if (skippedFolders.has(name)) return;
    try {
      const [stats, realPath] = await Promise.all([fs.stat(link), fs.realpath(link)]);
      if (stats.isDirectory()) await enter(link, realPath);
      else if (stats.isFile() && isPlanFileName(name) && !found.has(realPath)) found.set(realPath, link);
    } catch (error) {
      // A link to nowhere is nobody's business here, unless it pretends to be a plan file.
      if (isPlanFileName(name)) unreadable(link, error);
    }
  }

  try {
    await enter(folder, await fs.realpath(folder));
  } catch (error) {
    unreadable(folder, error);
  }
  for (let link = links.shift(); link !== undefined; link = links.shift()) await follow(link);
  return [...found]
    .map(([realPath, path]) => ({ path, realPath }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Whether a file is part of a plan by its name alone. */
export function isPlanFileName(name: string): boolean {
  return fileKindOf(`/${name}`) !== undefined;
}
