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
  /** The data of a view; undefined where there is no such file any more, or no server to ask. */
  view(params: ViewParams): Promise<ViewResult | undefined>;
  entryAt(params: EntryAtParams): Promise<EntryPath | undefined>;
  locateEntry(entry: EntryPath): Promise<EntryLocation | undefined>;
  /** Something changed that views may show. */
  readonly onPlanChanged: vscode.Event<void>;
}

/** The requests of our own protocol, sent through a language client. They never reject. */
export function languageServer(client: BaseLanguageClient): PlanServer & { dispose(): void } {
  const changed = new vscode.EventEmitter<void>();
  const listener = client.onNotification(planChangedNotification, () => changed.fire());

  async function ask<Result>(method: string, params: object): Promise<Result | undefined> {
    try {
      return (await client.sendRequest<Result | null>(method, params)) ?? undefined;
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
