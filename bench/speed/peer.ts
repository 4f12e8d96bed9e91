import { URI } from 'vscode-uri';
import type { Diagnostic } from 'vscode-languageserver-types';
import { type Launch, Server, type TextEdit } from './server';

const script = './bench/node_modules/yaml-language-server/bin/yaml-language-server';
const fileKinds = { project: '*.project.yaml', roadmap: '*.roadmap.yaml', throughline: '.throughline.yaml' };

/** `yaml-language-server` with our schemas. It pushes diagnostics of the open files. */
export class Peer extends Server {
  readonly #waiting = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();

  private constructor(launch: Launch) {
    super(launch);
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) =>
        this.#waiting.get(uri)?.(diagnostics),
    );
  }

  /** @param limit how long it has for an answer, in seconds */
  static async start(folder: string, limit: number): Promise<Peer> {
    const schemas = Object.entries(fileKinds).map(([kind, files]) => [
      URI.file(`${process.cwd()}/schemas/${kind}.schema.json`).toString(),
      files,
    ]);
    const yaml = {
      validate: true,
      hover: true,
      completion: true,
      schemaStore: { enable: false },
      schemas: Object.fromEntries(schemas) as object,
    };
    const server = new Peer({
      args: [script, '--stdio'],
      capabilities: {
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        },
        workspace: { configuration: true, workspaceFolders: true },
      },
      configuration: (section) => (section === 'yaml' ? yaml : {}),
      limit,
    });
    await server.initialize(folder);
    return server;
  }

  async open(uri: string, text: string): Promise<readonly Diagnostic[]> {
    const diagnosed = this.#diagnosed(uri);
    await this.sendOpen(uri, text);
    return diagnosed;
  }

  async change(uri: string, edit: TextEdit): Promise<readonly Diagnostic[]> {
    const diagnosed = this.#diagnosed(uri);
    await this.sendChange(uri, edit);
    return diagnosed;
  }

  /** It says nothing of versions, so that only one change may be under way at a time. */
  #diagnosed(uri: string): Promise<readonly Diagnostic[]> {
    return this.untilEnd(
      new Promise((resolve) => {
        this.#waiting.set(uri, (diagnostics) => {
          this.#waiting.delete(uri);
          resolve(diagnostics);
        });
      }),
    );
  }
}
