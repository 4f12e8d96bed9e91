import type { Connection } from 'vscode-languageserver';
import { listFilesRequest, readFilesRequest, type ReadFilesParams, type ReadFilesResult } from '../protocol';
import type { ServerFiles } from './serverFiles';

/** Files as the client has them, on whatever file system its workspace is. */
export function clientFiles(connection: Connection): ServerFiles {
  return {
    list: () => connection.sendRequest<string[]>(listFilesRequest),
    read: async (uris) => {
      const params: ReadFilesParams = { uris };
      const texts = await connection.sendRequest<ReadFilesResult>(readFilesRequest, params);
      return uris.map((_, index) => texts[index] ?? undefined);
    },
  };
}
