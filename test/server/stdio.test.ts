import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, InitializeResult } from 'vscode-languageserver';

const root = fileURLToPath(new URL('../..', import.meta.url));

const roadmap = `product: Checkout
goals:
  faster: Checkout in under a minute
`;
const project = `project: Checkout rewrite
items:
  api: Payment API
`;

interface Published {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
}

/** A client of any editor: it speaks the protocol over the standard streams, and knows nothing of Throughline. */
class GenericClient {
  readonly published = new Map<string, Diagnostic[]>();
  readonly #process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;

  constructor() {
    const args = ['--import', './test/typescript.mjs', 'src/server/node.ts', '--stdio'];
    this.#process = spawn(process.execPath, args, { cwd: root });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: Published) => {
      this.published.set(uri, diagnostics);
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  async start(folder: string, capabilities: object): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'plan' }],
      capabilities,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  }

  change(uri: string, version: number, contentChanges: object[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items;
  }

  /** @returns the exit code of the server */
  async stop(): Promise<number | null> {
    const exit = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await exit;
    this.connection.dispose();
    return code;
  }
}

describe('The language server over the standard streams', () => {
  let folder: string;
  let roadmapUri: string;
  let projectUri: string;
  let client: GenericClient;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    await writeFile(join(folder, 'checkout.roadmap.yaml'), roadmap);
    await writeFile(join(folder, 'rewrite.project.yaml'), project);
    roadmapUri = pathToFileURL(join(folder, 'checkout.roadmap.yaml')).href;
    projectUri = pathToFileURL(join(folder, 'rewrite.project.yaml')).href;
    client = new GenericClient();
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    await rm(folder, { recursive: true, force: true });
  });

  const folderUri = (): string => pathToFileURL(folder).href;
  const codes = (diagnostics: readonly Diagnostic[] | undefined): unknown[] =>
    diagnostics?.map(({ code }) => code) ?? [];

  async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 15_000;
    while (!(await check())) {
      if (Date.now() > end) assert.fail(`It did not happen: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  it('pushes the diagnostics of every file of the plan to a client that does not pull', async () => {
    const { capabilities } = await client.start(folderUri(), {});
    assert.equal(capabilities.diagnosticProvider, undefined);
    await until('missing-goal in a closed file', () =>
      codes(client.published.get(projectUri)).includes('missing-goal'),
    );
  });

  it('answers pulls of a client that can, and pushes nothing to it', async () => {
    const { capabilities } = await client.start(folderUri(), { textDocument: { diagnostic: {} } });
    assert.notEqual(capabilities.diagnosticProvider, undefined);
    await client.open(projectUri, project);
    await until('missing-goal', async () => codes(await client.pull(projectUri)).includes('missing-goal'));
    assert.equal(client.published.size, 0);
  });

  it('says what has not changed since the last pull in one word', async () => {
    await client.start(folderUri(), { textDocument: { diagnostic: {} } });
    await client.open(projectUri, project);
    await until('missing-goal', async () => codes(await client.pull(projectUri)).includes('missing-goal'));
    const first = await client.connection.sendRequest<{ resultId: string }>('textDocument/diagnostic', {
      textDocument: { uri: projectUri },
    });
    const second = await client.connection.sendRequest<object>('textDocument/diagnostic', {
      textDocument: { uri: projectUri },
      previousResultId: first.resultId,
    });
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
  });

  it('takes edits by range, and renews in other files what they change', async () => {
    await client.start(folderUri(), {});
    await client.open(roadmapUri, roadmap);
    await client.open(projectUri, project);
    const after = { line: 0, character: 'project: Checkout rewrite'.length };
    await client.change(projectUri, 2, [{ range: { start: after, end: after }, text: '\ngoal: faster' }]);
    await until('no finding about the goal', () => {
      const found = codes(client.published.get(projectUri));
      return !found.includes('missing-goal') && !found.includes('unknown-reference');
    });
    const name = { start: { line: 2, character: 2 }, end: { line: 2, character: 8 } };
    await client.change(roadmapUri, 2, [{ range: name, text: 'quicker' }]);
    await until('unknown-reference in the other file', () =>
      codes(client.published.get(projectUri)).includes('unknown-reference'),
    );
  });

  it('goes back to what is on disk when a file is closed', async () => {
    await client.start(folderUri(), {});
    const isMissing = (): boolean => codes(client.published.get(projectUri)).includes('missing-goal');
    await until('missing-goal on disk', isMissing);
    await client.open(projectUri, `${project}goal: faster\n`);
    await until('no missing-goal in the editor', () => !isMissing());
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: projectUri } });
    await until('missing-goal on disk again', isMissing);
  });
});
