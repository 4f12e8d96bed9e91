import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../core/features/diagnostics';
import type { PlanService } from '../core/service';
import {
  type EntryPath,
  entryCardRequest,
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
import { serveAdditions } from './additionRequests';
import { checksum } from './checksum';
import { fileUri } from './fileUri';
import { prepared, preparedFor } from './prepared';

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
  connection.onRequest(
    planTreeRequest,
    async (params: PlanTreeParams, token: CancellationToken): Promise<PlanTreeResult> => {
      await loaded;
      await prepared(service.prepareSchedule, token);
      return treeLevels(service, params);
    },
  );
  connection.onRequest(
    planTreeWayRequest,
    async (
      { filter, uri, line, character }: PlanTreeWayParams,
      token: CancellationToken,
    ): Promise<readonly PlanNode[]> => {
      await loaded;
      const file = fileUri(uri);
      await preparedFor(service, file, service.prepareSchedule, token);
      return service.planTreeWay(filter, file, { line, character });
    },
  );
  connection.onRequest(
    planSummaryRequest,
    async ({ uri }: PlanSummaryParams, token: CancellationToken): Promise<PlanSummary | null> => {
      await loaded;
      const file = fileUri(uri);
      await prepared(service.prepareDiagnostics, token, file);
      const { withoutPlainSyntax = false } = options();
      const isShown = ({ plainSyntax }: { readonly plainSyntax: boolean }): boolean =>
        !(plainSyntax && withoutPlainSyntax);
      return service.planSummary(file, isShown) ?? null;
    },
  );
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
