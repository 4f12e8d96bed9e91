import {
  type CancellationToken,
  type CodeLens,
  CodeLensRefreshRequest,
  type InlayHint,
  InlayHintRefreshRequest,
  type Range,
} from 'vscode-languageserver';
import type { LensTarget } from '../../core/features/codeLens/codeLenses';
import { batched } from '../batch';
import { cancelled, contentModified } from '../cancelled';
import { type ClientUris, fileUri } from '../fileUri';
import { Lull } from '../lull';
import { prepared, preparedFor } from '../prepared';
import { Answered } from './answered';
import { Background } from './background';
import type { FeatureContext, FeatureGroup } from './featureGroup';
import { clientLocation, lensCommand } from './lensCommand';

/** How long changes are gathered before it is looked what they have changed, in milliseconds. */
const delay = 150;

/** What stands beside the text of a file: lenses above its entries, and hints between its words. */
export const annotationFeatures: FeatureGroup = {
  capabilities: {
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
  },

  serve(context) {
    const annotations = new Annotations(context);
    const { connection } = context;
    connection.onCodeLens(({ textDocument }, token) => annotations.lenses(fileUri(textDocument.uri), token));
    connection.onCodeLensResolve((lens, token) => annotations.resolved(lens, token));
    connection.languages.inlayHint.on(({ textDocument, range }, token) =>
      annotations.hints(fileUri(textDocument.uri), range, token),
    );
  },
};

/**
 * Answers with lenses and hints, and has the client ask anew when what it was answered has changed: by an edit, of
 * another file as well, by new settings or a new day, or since a forecast has been worked out meanwhile.
 */
class Annotations {
  readonly #lenses = new Answered(200);
  readonly #hints = new Answered(4);
  readonly #lull = new Lull();
  readonly #background: Background;
  readonly #canRefresh: boolean;

  constructor(private readonly context: FeatureContext) {
    const { connection, service, capabilities } = context;
    const { codeLens, inlayHint } = capabilities.workspace ?? {};
    this.#canRefresh = codeLens?.refreshSupport === true && inlayHint?.refreshSupport === true;
    const failed = (error: unknown): void => connection.console.error(`Annotating failed: ${String(error)}`);
    this.#background = new Background(failed);
    const refresh = batched(() => this.#refresh(), delay, failed);
    service.onDidChange(() => {
      this.#lull.changed();
      if (this.#canRefresh) refresh();
    });
  }

  /** Without their texts. */
  async lenses(uri: string, token: CancellationToken): Promise<CodeLens[]> {
    await this.#calm(token);
    const { service, settings } = this.context;
    return [...this.#lenses.answer(uri, () => service.codeLenses(uri, settings().codeLens))];
  }

  async resolved(lens: CodeLens, token: CancellationToken): Promise<CodeLens> {
    await this.#calm(token);
    const { service } = this.context;
    const target = lens.data as LensTarget;
    const key = `${target.uri} ${target.path.join('/')}`;
    await this.#withForecasts(key, (isWanted) => service.prepareCodeLens(target, isWanted), token);
    await prepared(service.prepareSchedule, token, target.uri);
    const found = this.#lenses.answer(key, () => service.resolveCodeLens(target));
    if (!found) throw contentModified();
    return { ...lens, command: lensCommand(found, this.context) };
  }

  async hints(uri: string, range: Range, token: CancellationToken): Promise<InlayHint[]> {
    const { service, settings, uris } = this.context;
    const version = service.version(uri);
    await this.#calm(token);
    if (service.version(uri) !== version) throw contentModified();
    const key = `${uri} ${range.start.line}-${range.end.line}`;
    if (settings().inlayHints.forecast)
      await this.#withForecasts(key, (isWanted) => service.prepareInlayHints(uri, range, isWanted), token);
    await preparedFor(service, uri, service.prepareSchedule, token);
    const found = this.#hints.answer(key, () => service.inlayHints(uri, range, settings().inlayHints));
    return found.map((hint) => withClientUris(hint, uris));
  }

  /** A burst of changes is answered once it is over; of what the client asks no more, not at all. */
  async #calm(token: CancellationToken): Promise<void> {
    // A client that cannot be told to ask again gets its answer when all files have been read.
    if (!this.#canRefresh) await this.context.loaded;
    await this.#lull.begins(token);
    if (token.isCancellationRequested) throw cancelled();
  }

  /** Has forecasts worked out after the answer; before it for a client that cannot be told to ask again. */
  async #withForecasts(
    key: string,
    prepare: (isWanted: () => boolean) => Promise<boolean>,
    token: CancellationToken,
  ): Promise<void> {
    if (this.#canRefresh) {
      this.#background.later(key, async () => {
        if (await prepare(() => true)) await this.#refresh();
      });
      return;
    }
    await prepare(() => !token.isCancellationRequested);
    if (token.isCancellationRequested) throw cancelled();
  }

  async #refresh(): Promise<void> {
    await this.#lull.begins();
    const { connection, service } = this.context;
    // A change that comes meanwhile makes another call.
    if (!(await service.prepareSchedule(() => true))) return;
    // They fail only when the connection is gone, and then there is nobody to tell.
    if (this.#lenses.isOutdated()) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    if (this.#hints.isOutdated()) connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
  }
}

function withClientUris(hint: InlayHint, uris: ClientUris): InlayHint {
  if (typeof hint.label === 'string') return hint;
  const label = hint.label.map((part) =>
    part.location ? { ...part, location: clientLocation(part.location, uris) } : part,
  );
  return { ...hint, label };
}
