import { type ChildProcess, spawn } from 'node:child_process';
import { URI } from 'vscode-uri';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';

/** A change of a document, as the Language Server Protocol has it. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** What a server takes after a garbage collection, in bytes. */
export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

export interface Launch {
  /** The script and its arguments. */
  readonly args: readonly string[];
  readonly capabilities: object;
  readonly initializationOptions?: object;
  /** Answers `workspace/configuration`. */
  readonly configuration: (section: string | undefined) => unknown;
  /** How long it has for an answer, in seconds; for ever where it is not given. */
  readonly limit?: number;
}

/** A language server in a process of its own, over its standard streams, and a client that keeps documents open in it. */
export abstract class Server {
  protected readonly connection: MessageConnection;
  readonly #process: ChildProcess;
  readonly #ended: Promise<never>;
  readonly #versions = new Map<string, number>();
  readonly #launch: Launch;

  protected constructor(launch: Launch) {
    this.#launch = launch;
    const flags = ['--expose-gc', '--import', './bench/speed/memoryProbe.mjs', ...profilerFlags()];
    this.#process = spawn(process.execPath, [...flags, ...launch.args], {
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    });
    const kill = (): void => void this.#process.kill('SIGKILL');
    process.once('exit', kill);
    this.#process.once('exit', () => process.off('exit', kill));
    this.#ended = new Promise((_, reject) => {
      this.#process.once('exit', (code, signal) =>
        reject(new Error(`The server has ended: ${String(signal ?? code)}`)),
      );
    });
    // Whoever waits for an answer is told; nobody may be waiting.
    this.#ended.catch(() => undefined);
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('The server has no streams.');
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section }) => launch.configuration(section) ?? null),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onError(() => undefined);
    this.connection.listen();
  }

  /** Resolves once the server has said what it can do. */
  async initialize(folder: string): Promise<void> {
    const uri = URI.file(folder).toString();
    await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'plan' }],
      capabilities: this.#launch.capabilities,
      initializationOptions: this.#launch.initializationOptions,
    });
  }

  initialized(): Promise<void> {
    return this.connection.sendNotification('initialized', {});
  }

  /** Opens a document, and resolves to the diagnostics of its text when they are there. */
  abstract open(uri: string, text: string): Promise<readonly Diagnostic[]>;

  /** Changes a document, and resolves to the diagnostics of the text after it when they are there. */
  abstract change(uri: string, edit: TextEdit): Promise<readonly Diagnostic[]>;

  sendOpen(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  sendChange(uri: string, edit: TextEdit): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [edit],
    });
  }

  sendClose(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The answer to a request; rejects when the server ends before it. */
  request<T>(method: string, params: object): Promise<T> {
    return this.untilEnd(this.connection.sendRequest<T>(method, params));
  }

  completion(uri: string, position: Position): Promise<unknown> {
    return this.request('textDocument/completion', { textDocument: { uri }, position, context: { triggerKind: 1 } });
  }

  hover(uri: string, position: Position): Promise<unknown> {
    return this.request('textDocument/hover', { textDocument: { uri }, position });
  }

  async memory(): Promise<Memory> {
    const answer = new Promise<Memory>((resolve) => {
      this.#process.once('message', (memory) => resolve(memory as Memory));
    });
    this.#process.send({});
    return this.untilEnd(answer);
  }

  /** Ends the process. It is killed where it does not answer. */
  async stop(): Promise<void> {
    const exit = new Promise<void>((resolve) => {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null) resolve();
      else this.#process.once('exit', () => resolve());
    });
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 5_000);
    const ask = async (): Promise<void> => {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
    };
    await Promise.race([ask().catch(() => undefined), exit]);
    await exit;
    clearTimeout(timer);
    this.connection.dispose();
  }

  /** An answer; rejects with a sentence when the server ends before it, or takes too long. */
  protected async untilEnd<T>(answer: Promise<T>): Promise<T> {
    const { limit } = this.#launch;
    if (limit === undefined) return Promise.race([answer, this.#ended]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${limit} s`)), 1000 * limit);
    });
    try {
      return await Promise.race([answer, late, this.#ended]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** `THROUGHLINE_BENCH_PROFILE=folder` has every server write a profile of its processor time. */
function profilerFlags(): readonly string[] {
  const folder = process.env['THROUGHLINE_BENCH_PROFILE'];
  // Without a folder the profiles would lie among the sources.
  return folder === undefined || folder === '' ? [] : ['--cpu-prof', '--cpu-prof-dir', folder];
}
