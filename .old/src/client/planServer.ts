import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  entryAtRequest,
  type EntryAtParams,
  type EntryLocation,
  type EntryPath,
  locateEntryRequest,
  planChangedNotification,
  type ViewParams,
  type ViewResult,
  viewRequest,
} from '../protocol';

/** What the editor asks the language server for, beside what the Language Server Protocol has. */
export interface PlanServer {
  /** The data of a view; null where there is no such file any more, undefined where no server answers. */
  view(params: ViewParams): Promise<ViewResult | null | undefined>;
  /** The innermost entry that holds a position; null where there is none, undefined where no server answers. */
  entryAt(params: EntryAtParams): Promise<EntryPath | null | undefined>;
  /** Where an entry stands now; null where it is gone, undefined where no server answers. */
  locateEntry(entry: EntryPath): Promise<EntryLocation | null | undefined>;
  /** Something changed that views may show. */
  readonly onPlanChanged: vscode.Event<void>;
}

/** The requests of our own protocol, sent through a language client. They never reject. */
export function languageServer(client: BaseLanguageClient): PlanServer & { dispose(): void } {
  const changed = new vscode.EventEmitter<void>();
  const listener = client.onNotification(planChangedNotification, () => changed.fire());

  async function ask<Result>(method: string, params: object): Promise<Result | undefined> {
    try {
      return await client.sendRequest<Result>(method, params);
    } catch (error) {
      // The server is stopping, or gone; the client has told the user if it does not come back.
      client.debug(`${method}: ${String(error)}`);
      return undefined;
    }
  }

  return {
    view: (params) => ask(viewRequest, params),
    entryAt: (params) => ask(entryAtRequest, params),
    locateEntry: (entry) => ask(locateEntryRequest, entry),
    onPlanChanged: changed.event,
    dispose: () => {
      listener.dispose();
      changed.dispose();
    },
  };
}
