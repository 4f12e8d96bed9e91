import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  Diagnostic,
  Hover,
  InitializeResult,
  Registration,
  RegistrationParams,
} from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodePlatform } from '../../src/server/nodePlatform';
import { startServer } from '../../src/server/server';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FileReport {
  readonly uri: string;
  readonly kind: 'full' | 'unchanged';
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** A client that pulls diagnostics and can be told to do so again. */
export const pulling = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

/** A client that does so from each provider that registers with it, where it says so itself as well. */
export const pullingParts = { ...pulling, textDocument: { diagnostic: { dynamicRegistration: true } } };
export const keepsProviders = { initializationOptions: { keepsProviders: true } };

/** The providers by the part of the diagnostics that each is asked for. */
export const providers = { first: 'throughline-form', other: 'throughline-plan' } as const;

/** A client of any editor: it speaks the protocol, and knows nothing of Throughline but what a test teaches it. */
export class TestClient {
  /** What the server has pushed last of each file. */
  readonly published = new Map<string, Published>();
  /** The files of each push, in order. */
  readonly pushes: string[] = [];
  /** What the server has registered with the client since the start. */
  readonly registrations: Registration[] = [];
  /** How often the server has asked to pull again. */
  refreshes = 0;

  /** @param exit resolves to the exit code of the server, where it is a process of its own */
  constructor(
    readonly connection: MessageConnection,
    private readonly exit?: () => Promise<number | null>,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (published: Published) => {
      this.published.set(published.uri, published);
      this.pushes.push(published.uri);
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registrations.push(...registrations);
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    connection.listen();
  }

  async start(folders: readonly string[] | null, capabilities: object, more: object = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: this.exit ? process.pid : null,
      rootUri: null,
      workspaceFolders: folders?.map((uri) => ({ uri, name: 'plan' })) ?? null,
      capabilities,
      ...more,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  }

  change(uri: string, version: number, contentChanges: readonly object[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  shut(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** @param identifier of the provider that is asked; absent for the only one */
  report(uri: string, previousResultId?: string, identifier?: string): Promise<FileReport> {
    return this.connection.sendRequest<FileReport>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(identifier === undefined ? {} : { identifier }),
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The codes of what is found in a file, by a pull. */
  async pulled(uri: string, identifier?: string): Promise<readonly unknown[]> {
    return (await this.report(uri, undefined, identifier)).items.map(({ code }) => code);
  }

  /** The same, as it was last pushed. */
  pushed(uri: string): readonly unknown[] {
    return this.published.get(uri)?.diagnostics.map(({ code }) => code) ?? [];
  }

  async reports(
    known: readonly { uri: string; value: string }[] = [],
    identifier?: string,
  ): Promise<readonly FileReport[]> {
    const { items } = await this.connection.sendRequest<{ items: FileReport[] }>('workspace/diagnostic', {
      ...(identifier === undefined ? {} : { identifier }),
      previousResultIds: known,
    });
    return items;
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  }

  codeActions(uri: string, { range }: Diagnostic): Promise<readonly CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
  }

  /** @returns the exit code of the server, where it is a process of its own */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    if (this.exit) await this.connection.sendNotification('exit');
    const code = await this.exit?.();
    this.connection.dispose();
    return code ?? null;
  }
}

/** The server as other editors start it: `throughline lsp --stdio`, in a process of its own. */
export function spawnedClient(): TestClient {
  const args = ['--import', './test/typescript.mjs', 'src/cli/main.ts', 'lsp', '--stdio'];
  const server = spawn(process.execPath, args, { cwd: root });
  let errors = '';
  server.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  return new TestClient(connection, async () => {
    const code = await exit;
    assert.equal(errors, '', 'The server wrote to its error stream');
    return code;
  });
}

/** The server of Node within this process, over streams. */
export function streamedClient(): TestClient {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(server, nodePlatform(server));
  const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  return new TestClient(connection);
}

/** Waits for something to happen; fails where it does not. */
export async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await check())) {
    if (Date.now() > end) assert.fail(`It did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Long enough for whatever the server still has to say. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500));
}
