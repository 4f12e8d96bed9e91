import type { Diagnostic } from 'vscode-languageserver-types';
import { ruleById } from '../../src/core/rules/registry';
import { listFilesRequest, planChangedNotification } from '../../src/protocol';
import { type Launch, Server, type TextEdit } from './server';

/** What a file has, by a pull of all files. */
export interface FileReport {
  readonly uri: string;
  readonly items?: readonly Diagnostic[];
}

/** What the server last said of a file: asked again with the id, it need not say again what is the same. */
interface KnownReport {
  readonly resultId?: string;
  readonly items: readonly Diagnostic[];
}

export interface StartOptions {
  /** The files of the plan, for a client that is told of its changes, as that of the preview is. */
  readonly follows?: readonly string[];
}

const bundle = './.cache/bench/dist/cli.js';

/** Our server as it ships, with a client that pulls diagnostics and keeps those of all files, as VS Code does. */
export class Ours extends Server {
  /** Called with what comes of the files that are not pulled by themselves. */
  onReports: (reports: readonly FileReport[]) => void = () => undefined;

  readonly #known = new Map<string, KnownReport>();
  /** How often the server has asked to be asked again, and what is to be done when it does so next. */
  #refreshes = 0;
  #refreshed = (): void => undefined;

  private constructor(launch: Launch, files: readonly string[]) {
    super(launch);
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.#refreshes++;
      this.#refreshed();
      return null;
    });
    this.connection.onRequest(listFilesRequest, () => files);
    this.connection.onNotification('$/progress', ({ value }: { value: { items?: readonly FileReport[] } }) =>
      this.onReports(value.items ?? []),
    );
  }

  static async start(folder: string, { follows }: StartOptions = {}): Promise<Ours> {
    const server = new Ours(
      {
        args: [bundle, 'lsp', '--stdio'],
        capabilities: {
          textDocument: {
            diagnostic: { relatedDocumentSupport: true },
            completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          },
          workspace: { diagnostics: { refreshSupport: true }, configuration: true, workspaceFolders: true },
        },
        initializationOptions: {
          ...(follows ? { readsFiles: true } : {}),
        },
        configuration: () => null,
      },
      follows ?? [],
    );
    await server.initialize(folder);
    return server;
  }

  /** @returns what is answered first, which of a large plan is not all */
  async open(uri: string, text: string): Promise<readonly Diagnostic[]> {
    await this.sendOpen(uri, text);
    return this.pull(uri);
  }

  /** Resolves when a file that has findings of the schedule has them. */
  async untilWhole(uri: string): Promise<void> {
    for (;;) {
      const before = this.#refreshes;
      const found = await this.pull(uri);
      if (found.some(({ code }) => !isFoundFirst(code))) return;
      if (this.#refreshes === before) await new Promise<void>((resolve) => (this.#refreshed = resolve));
    }
  }

  async openWhole(uri: string, text: string): Promise<void> {
    await this.sendOpen(uri, text);
    await this.untilWhole(uri);
  }

  async change(uri: string, edit: TextEdit): Promise<readonly Diagnostic[]> {
    await this.sendChange(uri, edit);
    return this.pull(uri);
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const known = this.#known.get(uri);
    const previousResultId = known?.resultId;
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    const report = await this.request<KnownReport & { kind: string }>('textDocument/diagnostic', params);
    if (report.kind === 'unchanged' && known) return known.items;
    this.#known.set(uri, report);
    return report.items;
  }

  /** The diagnostics of all files that have any, once all have been read. */
  async all(): Promise<readonly FileReport[]> {
    const { items } = await this.request<{ items: readonly FileReport[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    return items;
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

  /** Has the diagnostics of all files come to `onReports` from now on, as VS Code does: of a large plan in two parts at first. */
  follow(): void {
    const params = { previousResultIds: [], partialResultToken: 'all' };
    // It stays open until the server ends.
    this.connection.sendRequest('workspace/diagnostic', params).catch(() => undefined);
  }
}

function isFoundFirst(code: Diagnostic['code']): boolean {
  const group = ruleById(String(code))?.group;
  return group === 'structure' || group === 'references';
}
