import type { Connection } from 'vscode-languageserver';
import type { PlanService } from '../core/service';
import {
  type EntryAtParams,
  entryAtRequest,
  type EntryLocation,
  type EntryPath,
  locateEntryRequest,
  planChangedNotification,
  type ViewParams,
  viewRequest,
  type ViewResult,
} from '../protocol';
import { batched } from './batch';
import { Background } from './features/background';
import { type ClientUris, fileUri } from './fileUri';

/** How long changes are gathered before the client is told of them, in milliseconds. */
const delay = 10;

/** Answers the requests that Throughline adds to the Language Server Protocol. */
export function servePlanRequests(connection: Connection, service: PlanService, uris: ClientUris): void {
  const background = new Background((error) => connection.console.error(String(error)));
  connection.onRequest(viewRequest, ({ uri, view, settings }: ViewParams): ViewResult | null => {
    // A forecast takes longer than a keystroke: it comes after the view, which is asked for again then.
    background.later(uri, async () => {
      if (await service.prepareView(fileUri(uri), () => true))
        await connection.sendNotification(planChangedNotification);
    });
    return service.view(fileUri(uri), view, settings) ?? null;
  });
  connection.onRequest(entryAtRequest, ({ uri, line, character }: EntryAtParams): EntryPath | null => {
    const entry = service.entryAt(fileUri(uri), { line, character });
    return entry ? { ...entry, uri: uris.toClient(entry.uri) } : null;
  });
  connection.onRequest(locateEntryRequest, ({ uri, path }: EntryPath): EntryLocation | null => {
    const ranges = service.locateEntry({ uri: fileUri(uri), path });
    return ranges ? { uri, ...ranges } : null;
  });
}

/** Tells the client of changes that views may show. */
export function tellOfChanges(connection: Connection, service: PlanService): void {
  const tell = (): void => {
    // It fails only when the connection is gone, and then there is nobody to tell.
    connection.sendNotification(planChangedNotification).catch(() => undefined);
  };
  service.onDidChange(batched(tell, delay));
}
