import type { Connection } from 'vscode-languageserver';
import type { PlanService } from '../core/service';
import {
  type EntryAtParams,
  entryAtRequest,
  type EntryLocation,
  type EntryPath,
  locateEntryRequest,
  planChangedNotification,
} from '../protocol';
import { batched } from './batch';

/** How long changes are gathered before the client is told of them, in milliseconds. */
const delay = 10;

/** Serves what Throughline adds to the Language Server Protocol. */
export function servePlanRequests(connection: Connection, service: PlanService): void {
  service.onDidChange(batched(() => void connection.sendNotification(planChangedNotification), delay));

  connection.onRequest(
    entryAtRequest,
    ({ uri, line, character }: EntryAtParams): EntryPath | null => service.entryAt(uri, { line, character }) ?? null,
  );
  connection.onRequest(locateEntryRequest, (entry: EntryPath): EntryLocation | null => {
    const ranges = service.locateEntry(entry);
    return ranges === undefined ? null : { uri: entry.uri, ...ranges };
  });
}
