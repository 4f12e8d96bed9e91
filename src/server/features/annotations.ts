import {
  type CancellationToken,
  type CodeLens,
  CodeLensRefreshRequest,
  type InlayHint,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import type { LensTarget } from '../../core/features/codeLens/codeLenses';
import { batched } from '../batch';
import { cancelled, contentModified } from '../cancelled';
import { type ClientUris, fileUri } from '../fileUri';
import { Lull } from '../lull';
import { BackgroundHints } from './backgroundHints';
import type { FeatureContext, FeatureGroup } from './featureGroup';
import { clientLocation, lensCommand } from './lensCommand';

/** How long changes are gathered before the client is asked to ask anew, in milliseconds. */
const delay = 150;

/** What stands beside the text of a file: lenses above its entries, and hints between its words. */
export const annotationFeatures: FeatureGroup = {
  capabilities: {
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
  },

  serve(context) {
    const lull = new Lull();
    context.service.onDidChange(() => lull.changed());
    const { workspace } = context.capabilities;
    const refreshes = workspace?.codeLens?.refreshSupport === true && workspace.inlayHint?.refreshSupport === true;
    const calm = async (token: CancellationToken): Promise<void> => {
      // A client that cannot be told to ask again gets its answer when all files have been read.
      if (!refreshes) await context.loaded;
      await lull.begins(token);
      if (token.isCancellationRequested) throw cancelled();
    };
    serveLenses(context, calm);
    serveHints(context, calm);
    refreshAfterChanges(context, lull);
  },
};

type Calm = (token: CancellationToken) => Promise<void>;

function serveLenses(context: FeatureContext, calm: Calm): void {
  const { connection, service, settings } = context;
  connection.onCodeLens(async ({ textDocument }, token) => {
    await calm(token);
    return [...service.codeLenses(fileUri(textDocument.uri), settings().codeLens)];
  });
  connection.onCodeLensResolve(async (lens, token): Promise<CodeLens> => {
    await calm(token);
    const resolved = await service.resolveCodeLens(lens.data as LensTarget, () => !token.isCancellationRequested);
    if (token.isCancellationRequested) throw cancelled();
    if (!resolved) throw contentModified();
    return { ...lens, command: lensCommand(resolved, context) };
  });
}

function serveHints({ connection, service, settings, capabilities, uris }: FeatureContext, calm: Calm): void {
  const { inlayHint } = connection.languages;
  const refreshes = capabilities.workspace?.inlayHint?.refreshSupport === true;
  const background = new BackgroundHints(
    service,
    () => void inlayHint.refresh().catch(() => undefined),
    (error) => connection.console.error(`Forecasting failed: ${String(error)}`),
  );
  inlayHint.on(async ({ textDocument, range }, token) => {
    await calm(token);
    const uri = fileUri(textDocument.uri);
    const { inlayHints } = settings();
    if (inlayHints.forecast && refreshes) background.want(uri, range);
    // A client that cannot be told of them later gets its answer with the forecasts.
    else if (inlayHints.forecast) await service.prepareInlayHints(uri, range, () => !token.isCancellationRequested);
    if (token.isCancellationRequested) throw cancelled();
    return service.inlayHints(uri, range, inlayHints).map((hint) => withClientUris(hint, uris));
  });
}

function withClientUris(hint: InlayHint, uris: ClientUris): InlayHint {
  if (typeof hint.label === 'string') return hint;
  const label = hint.label.map((part) =>
    part.location ? { ...part, location: clientLocation(part.location, uris) } : part,
  );
  return { ...hint, label };
}

/** Has the client ask anew for what a change may have changed, where it can be told to. */
function refreshAfterChanges({ connection, service, capabilities: { workspace } }: FeatureContext, lull: Lull): void {
  const requests = [
    ...(workspace?.codeLens?.refreshSupport === true ? [CodeLensRefreshRequest.type] : []),
    ...(workspace?.inlayHint?.refreshSupport === true ? [InlayHintRefreshRequest.type] : []),
  ];
  if (requests.length === 0) return;
  const refresh = async (): Promise<void> => {
    await lull.begins();
    // They fail only when the connection is gone, and then there is nobody to tell.
    for (const request of requests) connection.sendRequest(request).catch(() => undefined);
  };
  service.onDidChange(batched(refresh, delay));
}
