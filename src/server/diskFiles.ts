import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { fileKindOf } from '../core/plan/fileKind';
import type { ServerFiles } from './serverFiles';

/** Folders that hold no plans of their own. */
const skipped = new Set(['.git', 'node_modules']);

/** Files on this machine's disk. */
export const diskFiles: ServerFiles = {
  list: async (folders) => {
    const found = await Promise.all(
      folders
        .map((folder) => URI.parse(folder))
        .filter(isOnDisk)
        .map(({ fsPath }) => plansBelow(fsPath)),
    );
    return found.flat().map((path) => URI.file(path).toString());
  },
  read: (uris) => Promise.all(uris.map(readText)),
};

/** The disk for what is on it, and other files for everything else. */
export function diskAndOtherFiles(other: ServerFiles): ServerFiles {
  return {
    list: (folders) => other.list(folders),
    read: async (uris) => {
      const elsewhere = uris.filter((uri) => !isOnDisk(URI.parse(uri)));
      const texts = new Map<string, string | undefined>();
      if (elsewhere.length > 0) {
        const read = await other.read(elsewhere);
        elsewhere.forEach((uri, index) => texts.set(uri, read[index]));
      }
      return Promise.all(uris.map(async (uri) => (texts.has(uri) ? texts.get(uri) : readText(uri))));
    },
  };
}

function isOnDisk({ scheme }: URI): boolean {
  return scheme === 'file';
}

/** The text of a file without its byte order mark, as an editor gives it; undefined where it cannot be read. */
async function readText(uri: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readFile(URI.parse(uri).fsPath));
  } catch {
    return undefined;
  }
}

/** The plan and settings files below a folder; links are not followed, so that no folder is walked for ever. */
async function plansBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : plansBelow(path);
      return entry.isFile() && fileKindOf(`/${entry.name}`) !== undefined ? [path] : [];
    }),
  );
  return found.flat();
}
