import type { Connection } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../core/features/diagnostics';
import type { PlanService } from '../core/service';
import {
  type EntryPath,
  entryCardRequest,
  type ItemHome,
  itemHomesRequest,
  type NewEntryRequest,
  newEntryRequest,
  type NewPlanFileChoices,
  type NewPlanFileChoicesParams,
  newPlanFileChoicesRequest,
  type NewPlanFileRequest,
  newPlanFileRequest,
  type PlannedChange,
  type PlanNode,
  type PlanSummary,
  type PlanSummaryParams,
  planSummaryRequest,
  type PlanTreeParams,
  planTreeRequest,
  type PlanTreeResult,
  type PlanTreeWayParams,
  planTreeWayRequest,
} from '../protocol';
import { checksum } from './checksum';
import { fileUri, folderUri } from './fileUri';

export interface OverviewContext {
  readonly connection: Connection;
  readonly service: PlanService;
  /** Resolves when all files have been read for the first time. */
  readonly loaded: Promise<void>;
  readonly options: () => DiagnosticOptions;
}

/** Answers our own requests on plans as a whole: their tree, their summary, what can be added to them. */
export function serveOverview(context: OverviewContext): void {
  const { connection, service, loaded, options } = context;
  connection.onRequest(planTreeRequest, async (params: PlanTreeParams): Promise<PlanTreeResult> => {
    await loaded;
    return treeLevels(service, params);
  });
  connection.onRequest(
    planTreeWayRequest,
    async ({ filter, uri, line, character }: PlanTreeWayParams): Promise<readonly PlanNode[]> => {
      await loaded;
      return service.planTreeWay(filter, fileUri(uri), { line, character });
    },
  );
  connection.onRequest(planSummaryRequest, async ({ uri }: PlanSummaryParams): Promise<PlanSummary | null> => {
    await loaded;
    const { withoutPlainSyntax = false } = options();
    const isShown = ({ plainSyntax }: { readonly plainSyntax: boolean }): boolean =>
      !(plainSyntax && withoutPlainSyntax);
    return service.planSummary(fileUri(uri), isShown) ?? null;
  });
  connection.onRequest(
    entryCardRequest,
    ({ uri, path }: EntryPath): string | null => service.entryCard({ uri: fileUri(uri), path }) ?? null,
  );
  serveAdditions(context);
}

function treeLevels(service: PlanService, { filter, levels }: PlanTreeParams): PlanTreeResult {
  const found = service.planTree(
    filter,
    levels.map(({ id }) => id),
  );
  return found.map((nodes, at) => {
    if (!nodes) return null;
    const stamp = checksum(JSON.stringify(nodes));
    return levels[at]?.stamp === stamp ? { stamp } : { stamp, nodes };
  });
}

function serveAdditions({ connection, service, loaded }: OverviewContext): void {
  connection.onRequest(newEntryRequest, ({ parent, project, ...rest }: NewEntryRequest): PlannedChange | null => {
    const request = {
      ...rest,
      parent: { uri: fileUri(parent.uri), path: parent.path },
      project: project === undefined ? undefined : fileUri(project),
    };
    return service.newEntry(request) ?? null;
  });
  connection.onRequest(itemHomesRequest, ({ uri, path }: EntryPath): readonly ItemHome[] =>
    service.itemHomes({ uri: fileUri(uri), path }),
  );
  connection.onRequest(newPlanFileRequest, async (request: NewPlanFileRequest): Promise<PlannedChange | null> => {
    await loaded;
    return service.newPlanFile({ ...request, folder: folderUri(request.folder) }) ?? null;
  });
  connection.onRequest(
    newPlanFileChoicesRequest,
    async ({ kind, folder, title }: NewPlanFileChoicesParams): Promise<NewPlanFileChoices> => {
      await loaded;
      return service.newPlanFileChoices(kind, folderUri(folder), title);
    },
  );
}
