import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { PlanService } from '../core/service';
import {
  type EntryAtParams,
  entryAtRequest,
  type EntryLocation,
  type EntryPath,
  type ExportParams,
  exportRequest,
  historyChangedNotification,
  locateEntryRequest,
  planChangedNotification,
  type ViewParams,
  viewRequest,
  type ViewResult,
  type ViewSettings,
} from '../protocol';
import { batched } from './batch';
import { Background } from './features/background';
import { type ClientUris, fileUri } from './fileUri';
import { prepared } from './prepared';

/** How long changes are gathered before the client is told of them, in milliseconds. */
const delay = 5;

export interface PlanRequestsContext {
  readonly connection: Connection;
  readonly service: PlanService;
  readonly uris: ClientUris;
  /** What an overview compares with where its reader asks for nothing else. */
  readonly changesSince: () => string | undefined;
}

/** Answers the requests that Throughline adds to the Language Server Protocol. */
export function servePlanRequests({ connection, service, uris, changesSince }: PlanRequestsContext): void {
  const background = new Background((error) => connection.console.error(String(error)));
  const tell = (): Promise<void> => connection.sendNotification(planChangedNotification);
  const settingsFor = (settings: ViewSettings = {}): ViewSettings => {
    const since = settings.since ?? changesSince();
    return since === undefined ? settings : { ...settings, since };
  };
  connection.onRequest(
    viewRequest,
    async (params: ViewParams, token: CancellationToken): Promise<ViewResult | null> => {
      const { uri, view, settings, whole } = params;
      const file = fileUri(uri);
      const asked = settingsFor(settings);
      if (whole === true) await service.prepareChanges(file, view, asked);
      // A forecast takes longer than a keystroke: it comes after the view, which is asked for again then. So do earlier
      // versions of the plan.
      background.later(uri, async () => {
        if (await service.prepareView(file, () => true)) await tell();
      });
      if (view === 'overview') {
        background.later(`${uri} changes`, async () => {
          if (await service.prepareChanges(file, view, asked)) await tell();
        });
      }
      await prepared(service.prepareSchedule, token, file);
      return service.view(file, view, asked) ?? null;
    },
  );
  connection.onRequest(
    exportRequest,
    async (params: ExportParams, token: CancellationToken): Promise<string | null> => {
      const { uri, format, view, settings } = params;
      const file = fileUri(uri);
      const asked = settingsFor(settings);
      await service.prepareChanges(file, view, asked);
      await prepared(service.prepareSchedule, token, file);
      return service.exportText(file, format, view, asked) ?? null;
    },
  );
  connection.onNotification(historyChangedNotification, () => service.didChangeHistory());
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
