import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  type AddDependencyParams,
  addDependencyRequest,
  type DependencyCandidatesParams,
  dependencyCandidatesRequest,
  type DependencyCandidatesResult,
  entryAtRequest,
  type EntryAtParams,
  entryCardRequest,
  type EntryLocation,
  type EntryPath,
  type ExportParams,
  exportRequest,
  type ItemHome,
  itemHomesRequest,
  type LinkChoice,
  linkChoicesRequest,
  locateEntryRequest,
  type MoveParams,
  moveRequest,
  type MoveResult,
  type NewEntryRequest,
  newEntryRequest,
  type NewPlanFileChoices,
  type NewPlanFileChoicesParams,
  newPlanFileChoicesRequest,
  type NewPlanFileRequest,
  newPlanFileRequest,
  peopleRequest,
  type PersonChoice,
  planChangedNotification,
  type PlannedChange,
  type PlanNode,
  type PlanSummary,
  planSummaryRequest,
  type PlanTreeParams,
  planTreeRequest,
  type PlanTreeResult,
  type PlanTreeWayParams,
  planTreeWayRequest,
  type StarterParams,
  starterRequest,
  type ViewParams,
  type ViewResult,
  viewRequest,
} from '../protocol';

/** What the editor asks the language server for, beside what the Language Server Protocol has. */
export interface PlanServer {
  /** The data of a view; null where there is no such file any more, undefined where no server answers. */
  view(params: ViewParams): Promise<ViewResult | null | undefined>;
  /** A view as text; null where there is none, undefined where no server answers. */
  exportText(params: ExportParams): Promise<string | null | undefined>;
  /** The innermost entry that holds a position; null where there is none, undefined where no server answers. */
  entryAt(params: EntryAtParams): Promise<EntryPath | null | undefined>;
  /** Where an entry stands now; null where it is gone, undefined where no server answers. */
  locateEntry(entry: EntryPath): Promise<EntryLocation | null | undefined>;
  /** Levels of the tree of all plans, once all files are read; undefined where no server answers. So are the others. */
  planTree(params: PlanTreeParams): Promise<PlanTreeResult | undefined>;
  /** The nodes from the top of the tree to a place; empty where the tree has nothing there. */
  planTreeWay(params: PlanTreeWayParams): Promise<readonly PlanNode[] | undefined>;
  /** The plan of a file in a few words; null for a file of no plan. */
  planSummary(uri: string): Promise<PlanSummary | null | undefined>;
  /** What there is to know of an entry, as Markdown; null where there is nothing. */
  entryCard(entry: EntryPath): Promise<string | null | undefined>;
  /** What adds an entry; null where that cannot be done. */
  newEntry(request: NewEntryRequest): Promise<PlannedChange | null | undefined>;
  /** What adds a first entry of a kind to a file; null where that cannot be done. */
  starter(params: StarterParams): Promise<PlannedChange | null | undefined>;
  /** The projects that may take an item of a feature. */
  itemHomes(feature: EntryPath): Promise<readonly ItemHome[] | undefined>;
  /** The people of all plans. */
  people(): Promise<readonly PersonChoice[] | undefined>;
  /** What makes a file; null where that cannot be done. */
  newPlanFile(request: NewPlanFileRequest): Promise<PlannedChange | null | undefined>;
  newPlanFileChoices(params: NewPlanFileChoicesParams): Promise<NewPlanFileChoices | undefined>;
  /** What an entry may wait for; null where it can wait for nothing, undefined where no server answers. */
  dependencyCandidates(params: DependencyCandidatesParams): Promise<DependencyCandidatesResult | undefined>;
  /** The edit that has an entry wait for something; undefined where it may not, or no server answers. */
  addDependency(params: AddDependencyParams): Promise<vscode.WorkspaceEdit | undefined>;
  /** The edit that moves an entry, or why it is not moved; undefined where no server answers. */
  move(params: MoveParams): Promise<PlannedMove | undefined>;
  /** What links an entry to a goal, or gives a goal work; undefined where no server answers. */
  linkChoices(entry: EntryPath): Promise<readonly PlannedLink[] | undefined>;
  /** Something changed that views may show. */
  readonly onPlanChanged: vscode.Event<void>;
}

/** A move as the editor makes it, or a text that says why not. */
export type PlannedMove = { readonly edit: vscode.WorkspaceEdit } | { readonly refused: string };

/** One of several ways to link something, as the editor makes it. */
export interface PlannedLink {
  readonly title: string;
  readonly edit: vscode.WorkspaceEdit;
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
    exportText: (params) => ask(exportRequest, params),
    entryAt: (params) => ask(entryAtRequest, params),
    locateEntry: (entry) => ask(locateEntryRequest, entry),
    planTree: (params) => ask(planTreeRequest, params),
    planTreeWay: (params) => ask(planTreeWayRequest, params),
    planSummary: (uri) => ask(planSummaryRequest, { uri }),
    entryCard: (entry) => ask(entryCardRequest, entry),
    newEntry: (request) => ask(newEntryRequest, request),
    starter: (params) => ask(starterRequest, params),
    itemHomes: (feature) => ask(itemHomesRequest, feature),
    people: () => ask(peopleRequest, {}),
    newPlanFile: (request) => ask(newPlanFileRequest, request),
    newPlanFileChoices: (params) => ask(newPlanFileChoicesRequest, params),
    dependencyCandidates: (params) => ask(dependencyCandidatesRequest, params),
    addDependency: async (params) => {
      const edit = await ask<WorkspaceEdit | null>(addDependencyRequest, params);
      return edit ? client.protocol2CodeConverter.asWorkspaceEdit(edit) : undefined;
    },
    move: async (params) => {
      const result = await ask<MoveResult | null>(moveRequest, params);
      if (!result || 'refused' in result) return result ?? undefined;
      return { edit: await client.protocol2CodeConverter.asWorkspaceEdit(result.edit) };
    },
    linkChoices: async (entry) => {
      const choices = await ask<readonly LinkChoice[]>(linkChoicesRequest, entry);
      return (
        choices &&
        Promise.all(
          choices.map(async ({ title, edit }) => ({
            title,
            edit: await client.protocol2CodeConverter.asWorkspaceEdit(edit),
          })),
        )
      );
    },
    onPlanChanged: changed.event,
    dispose: () => {
      listener.dispose();
      changed.dispose();
    },
  };
}
