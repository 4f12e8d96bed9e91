import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { decodeText } from './decodeText';
import { planFilesBelow } from './planFilesBelow';
import type { ServerFiles } from './serverFiles';

/** Files on this machine's disk. */
export const diskFiles: ServerFiles = {
  list: async (folders) => {
    const found = await Promise.all(
      folders
        .map((folder) => URI.parse(folder))
        .filter(isOnDisk)
        .map(({ fsPath }) => planFilesBelow(fsPath, { readdir, realpath, stat }, ignored)),
    );
    return found.flat().map(({ path }) => URI.file(path).toString());
  },
  read: (uris) => Promise.all(uris.map(readText)),
};

/** What an editor may not look at is not part of what it shows. */
const ignored = (): undefined => undefined;

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
    return decodeText(await readFile(URI.parse(uri).fsPath));
  } catch {
    return undefined;
  }
}
