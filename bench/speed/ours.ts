import type { Diagnostic } from 'vscode-languageserver-types';
import type { FindingPart } from '../../src/core/rules/finding';
import { diagnosticProviders } from '../../src/server/diagnosticProviders';
import { listFilesRequest, planChangedNotification } from '../../src/protocol';
import { type Launch, Server, type TextEdit } from './server';

/** What a file has of one part. */
export interface FileReport {
  readonly uri: string;
  readonly items?: readonly Diagnostic[];
}

/** What the server last said of a file: asked again with the id, it need not say again what is the same. */
interface KnownReport {
  readonly resultId?: string;
  readonly items: readonly Diagnostic[];
}

/** The diagnostics of a file, each part of them when it is there. */
export interface Parts {
  /** Those of form and references. */
  readonly first: Promise<readonly Diagnostic[]>;
  readonly all: Promise<readonly Diagnostic[]>;
}

interface PartialReport {
  readonly token: FindingPart;
  readonly value: { readonly items?: readonly FileReport[] };
}

export interface StartOptions {
  /** The files of the plan, for a client that is told of its changes, as that of the preview is. */
  readonly follows?: readonly string[];
}

const bundle = './.cache/bench/dist/cli.js';

/** Our server as it ships, with a client that pulls diagnostics and keeps those of all files, as VS Code does. */
export class Ours extends Server {
  /** Called with what comes of the files that are not pulled by themselves. */
  onReports: (reports: readonly FileReport[], part: FindingPart) => void = () => undefined;

  /** By part and URI. */
  readonly #known = new Map<string, KnownReport>();

  private constructor(launch: Launch, files: readonly string[]) {
    super(launch);
    this.connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.connection.onRequest(listFilesRequest, () => files);
    this.connection.onNotification('$/progress', ({ token, value }: PartialReport) =>
      this.onReports(value.items ?? [], token),
    );
  }

  static async start(folder: string, { follows }: StartOptions = {}): Promise<Ours> {
    const server = new Ours(
      {
        args: [bundle, 'lsp', '--stdio'],
        capabilities: {
          textDocument: {
            diagnostic: { relatedDocumentSupport: true, dynamicRegistration: true },
            completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          },
          workspace: { diagnostics: { refreshSupport: true }, configuration: true, workspaceFolders: true },
        },
        initializationOptions: {
          keepsProviders: true,
          ...(follows ? { readsFiles: true } : {}),
        },
        configuration: () => null,
      },
      follows ?? [],
    );
    await server.initialize(folder);
    return server;
  }

  async open(uri: string, text: string): Promise<readonly Diagnostic[]> {
    return (await this.opened(uri, text)).all;
  }

  async change(uri: string, edit: TextEdit): Promise<readonly Diagnostic[]> {
    return (await this.changed(uri, edit)).all;
  }

  /** Opens a document. */
  async opened(uri: string, text: string): Promise<Parts> {
    await this.sendOpen(uri, text);
    return this.#pulled(uri);
  }

  /** Changes a document. */
  async changed(uri: string, edit: TextEdit): Promise<Parts> {
    await this.sendChange(uri, edit);
    return this.#pulled(uri);
  }

  #pulled(uri: string): Parts {
    const first = this.#pull(uri, 'first');
    const both = Promise.all([first, this.#pull(uri, 'other')]);
    return { first, all: both.then((parts) => parts.flat()) };
  }

  async #pull(uri: string, part: FindingPart): Promise<readonly Diagnostic[]> {
    const key = `${part} ${uri}`;
    const known = this.#known.get(key);
    const report = await this.request<KnownReport & { kind: string }>('textDocument/diagnostic', {
      textDocument: { uri },
      identifier: diagnosticProviders[part],
      ...(known?.resultId === undefined ? {} : { previousResultId: known.resultId }),
    });
    if (report.kind === 'unchanged' && known) return known.items;
    this.#known.set(key, report);
    return report.items;
  }

  /** Resolves when all files have been read and all is found. */
  async all(): Promise<void> {
    await Promise.all(
      Object.values(diagnosticProviders).map((identifier) =>
        this.request('workspace/diagnostic', { identifier, previousResultIds: [] }),
      ),
    );
  }

  /** Resolves when the server next tells that the plan is another one. */
  planChanged(): Promise<void> {
    return new Promise((resolve) => {
      const listener = this.connection.onNotification(planChangedNotification, () => {
        listener.dispose();
        resolve();
      });
    });
  }

  /** Has the diagnostics of all files come to `onReports` from now on, as VS Code does. */
  follow(): void {
    for (const [part, identifier] of Object.entries(diagnosticProviders)) {
      const params = { identifier, previousResultIds: [], partialResultToken: part };
      // It stays open until the server ends.
      this.connection.sendRequest('workspace/diagnostic', params).catch(() => undefined);
    }
  }
}
