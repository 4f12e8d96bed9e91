import { Temporal } from 'temporal-polyfill';
import type { Connection } from 'vscode-languageserver';
import type { PlanHost } from '../core/service';
import { earlierFilesRequest, type EarlierFilesParams, type EarlierFilesResult } from '../protocol';
import { fileUri } from './fileUri';

/** Earlier texts of files, as the client has them from where it keeps versions. What it answers wrong is no history. */
export function clientHistory(
  connection: Connection,
  warn: (message: string) => void,
): NonNullable<PlanHost['earlier']> {
  return async ({ root, uris, since }) => {
    const params: EarlierFilesParams = {
      root,
      uris,
      since: since.kind === 'day' ? { day: since.day.toString() } : { commit: since.name },
    };
    try {
      const result = await connection.sendRequest<EarlierFilesResult>(earlierFilesRequest, params);
      if ('none' in result) return { found: false, why: result.none };
      const files = result.files.map(({ uri, text }) => ({ uri: fileUri(uri), text }));
      return { found: true, files, day: Temporal.PlainDate.from(result.day), isFirst: result.isFirst };
    } catch (error) {
      warn(`Earlier versions of the plan could not be had: ${String(error)}`);
      return { found: false, why: 'no-history' };
    }
  };
}
