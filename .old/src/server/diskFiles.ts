import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { settingsFileName } from '../core/plan/fileKind';
import { decodeText } from './decodeText';
import { isPlanFileName, planFilesBelow } from './planFilesBelow';
import type { ServerFiles } from './serverFiles';

/** Files on this machine's disk. */
export const diskFiles: ServerFiles = {
  list: async (folders, strays) => {
    const found = await Promise.all([...onDisk(folders).map(below), ...onDisk(strays).map(planOf)]);
    return [...new Set(found.flat())].map((path) => URI.file(path).toString());
  },
  read: (uris) => Promise.all(uris.map(readText)),
};

/** The disk for what is on it, and other files for everything else. */
export function diskAndOtherFiles(other: ServerFiles): ServerFiles {
  return {
    list: async (folders, strays) => {
      const [listed, found] = await Promise.all([other.list(folders, strays), diskFiles.list([], strays)]);
      return [...new Set([...listed, ...found])];
    },
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

function onDisk(uris: readonly string[]): readonly string[] {
  return uris.map((uri) => URI.parse(uri)).flatMap((uri) => (isOnDisk(uri) ? [uri.fsPath] : []));
}

function isOnDisk({ scheme }: URI): boolean {
  return scheme === 'file';
}

async function below(folder: string): Promise<readonly string[]> {
  // What may not be looked at is no part of what an editor shows.
  const found = await planFilesBelow(folder, { readdir, realpath, stat }, () => undefined);
  return found.map(({ path }) => path);
}

/**
 * The files of the plan that a file outside of all folders is in: all below the nearest folder with a settings file, else
 * those beside the file. Without a settings file nobody has said that what is further down belongs together.
 */
async function planOf(file: string): Promise<readonly string[]> {
  const own = dirname(file);
  for (let folder = own; ; folder = dirname(folder)) {
    const settings = await stat(join(folder, settingsFileName)).catch(() => undefined);
    if (settings?.isFile() === true) return below(folder);
    if (folder === dirname(folder)) break;
  }
  const beside = await readdir(own).catch(() => []);
  return beside.filter(isPlanFileName).map((name) => join(own, name));
}

/** The text of a file, as an editor gives it; undefined where it cannot be read. */
async function readText(uri: string): Promise<string | undefined> {
  try {
    return decodeText(await readFile(URI.parse(uri).fsPath));
  } catch {
    return undefined;
  }
}
