import type { Connection } from 'vscode-languageserver';
import { clientFiles } from './clientFiles';
import { diskAndOtherFiles, diskFiles } from './diskFiles';
import type { FilesOf } from './server';

/** Files of a server in Node: it reads the disk itself, and asks the client for the rest where that answers. */
export function nodeFiles(connection: Connection): FilesOf {
  return ({ readsFiles }) => (readsFiles === true ? diskAndOtherFiles(clientFiles(connection)) : diskFiles);
}
