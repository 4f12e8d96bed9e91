import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import esbuild from 'esbuild';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  Emitter,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/node';
import { URI, Utils } from 'vscode-uri';
import { bundles } from '../../scripts/bundles.mjs';
import { pulling, spawnedClient, TestClient } from './testClient';

const examples = Utils.resolvePath(URI.file(import.meta.dirname), '../../examples');

const folder = 'https://editor.example/dist';

/** The scripts that ship and whose names begin like this, by their URLs. */
async function shippedScripts(...names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const options = bundles({ production: true, quiet: true }).filter(({ entryPoints }) =>
    Object.keys(entryPoints ?? {}).some((entry) => names.includes(entry)),
  );
  const built = await Promise.all(options.map((one) => esbuild.build({ ...one, write: false })));
  return new Map(built.flatMap(({ outputFiles }) => outputFiles.map(({ path, text }) => [url(basename(path)), text])));
}

function url(name: string): string {
  return `${folder}/${name}`;
}

/** What a web worker has, and nothing of Node. Messages are copied on their way, as between a worker and its page. */
class WebWorker {
  readonly #incoming = new Emitter<Message>();
  readonly #self: { onmessage?: ((event: { data: unknown }) => void) | null };
  /** The URLs of all that it has imported. */
  readonly imported: string[] = [];

  /** @param scripts what it can import, by URL */
  constructor(scripts: ReadonlyMap<string, string>) {
    const { setTimeout, clearTimeout, setInterval, clearInterval, performance, crypto, console } = globalThis;
    const timers = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask };
    const self = createContext({
      addEventListener: () => undefined,
      postMessage: (message: Message) => {
        const copy = structuredClone<Message>(message);
        setImmediate(() => {
          this.#incoming.fire(copy);
        });
      },
      importScripts: (imported: string) => {
        this.imported.push(imported);
        runInContext(scripts.get(imported) ?? `throw new Error("no ${imported}")`, self);
      },
      ...{ ...timers, performance, crypto, console, MessageChannel, TextDecoder, TextEncoder, URL, structuredClone },
    });
    Object.assign(self, { self });
    this.#self = self;
    runInContext(scripts.get(url('server.worker.js')) ?? '', self);
    this.#self.onmessage?.({ data: folder });
  }

  /** The page's end of the connection. */
  connect(): TestClient {
    const incoming = this.#incoming;
    const self = this.#self;
    class Reader extends AbstractMessageReader implements MessageReader {
      listen(callback: (message: Message) => void): ReturnType<MessageReader['listen']> {
        return incoming.event(callback);
      }
    }
    class Writer extends AbstractMessageWriter implements MessageWriter {
      write(message: Message): Promise<void> {
        const data = structuredClone(message);
        setImmediate(() => self.onmessage?.({ data }));
        return Promise.resolve();
      }
      end(): void {
        // Nothing waits to be written.
      }
    }
    return new TestClient(createMessageConnection(new Reader(), new Writer()));
  }
}

/** All that a client can learn of a plan, in a form that compares. */
async function answers(client: TestClient, uris: readonly string[]): Promise<unknown> {
  const reports = await client.reports();
  const { connection } = client;
  const ofFiles = await Promise.all(
    uris.map(async (uri) => ({
      uri,
      diagnostics: (await client.report(uri)).items,
      hovers: await Promise.all([3, 8, 17, 30].map((line) => client.hover(uri, line, 6))),
      tokens: await connection.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri } }),
      view: await connection.sendRequest('throughline/view', { uri }),
      entry: await connection.sendRequest('throughline/entryAt', { uri, line: 30, character: 6 }),
    })),
  );
  return { reports: reports.map(({ uri, resultId, items }) => ({ uri, resultId, items })), ofFiles };
}

describe('The server in a web worker', () => {
  let scripts: ReadonlyMap<string, string>;
  let files: ReadonlyMap<string, string>;

  before(async () => {
    scripts = await shippedScripts('server.worker', 'server.browser', 'publicHolidays');
    const names = (await readdir(examples.fsPath, { recursive: true })).filter((name) => name.endsWith('.yaml'));
    files = new Map(
      await Promise.all(
        names.sort().map(async (name): Promise<[string, string]> => {
          const uri = Utils.joinPath(examples, name);
          return [uri.toString(), await readFile(uri.fsPath, 'utf8')];
        }),
      ),
    );
  });

  const initializationOptions = { readsFiles: true, holidays: url('publicHolidays.js') };

  /** A client in a browser: it has the files, and the server asks it for them. */
  function pageClient(worker = new WebWorker(scripts)): TestClient {
    const client = worker.connect();
    client.connection.onRequest('throughline/listFiles', () => [...files.keys()]);
    client.connection.onRequest('throughline/readFiles', ({ uris }: { uris: string[] }) =>
      uris.map((uri) => files.get(uri) ?? null),
    );
    return client;
  }

  it('answers the same as over the standard streams', async () => {
    const page = pageClient();
    const editor = spawnedClient();
    const uris = [...files.keys()];
    await page.start([examples.toString()], pulling, { initializationOptions });
    await editor.start([examples.toString()], pulling);
    const [inWorker, overStreams] = [await answers(page, uris), await answers(editor, uris)];
    assert.match(JSON.stringify(overStreams), /"missing-goal"/);
    assert.deepEqual(inWorker, overStreams);
    await page.stop();
    assert.equal(await editor.stop(), 0);
  });

  it('renews in other files what an edit changes', async () => {
    const page = pageClient();
    await page.start([examples.toString()], pulling, { initializationOptions });
    const uri = [...files.keys()].find((one) => one.endsWith('larder.roadmap.yaml')) ?? '';
    const before = (await page.reports()).length;
    await page.open(uri, files.get(uri) ?? '');
    await page.change(uri, 2, [{ text: 'product: Larder\nowner: nobody-known\n' }]);
    const codes = (await page.reports()).flatMap(({ items }) => items.map(({ code }) => code));
    assert.ok(codes.filter((code) => code === 'unknown-reference').length > before, codes.join());
    await page.stop();
  });

  it('serves what is open where the client has no files to give', async () => {
    const page = new WebWorker(scripts).connect();
    await page.start(['memfs:/plan'], pulling);
    await page.open('memfs:/plan/a.project.yaml', 'project: A\nmanager: bob\nitems:\n  b: B\n');
    assert.deepEqual(await page.pulled('memfs:/plan/a.project.yaml'), ['missing-goal']);
    await page.stop();
  });

  it('imports a part of itself when something in it is first asked for', async () => {
    const worker = new WebWorker(scripts);
    const parts = (): readonly string[] =>
      worker.imported.flatMap((imported) => /server-(?!chunk)(\w+)-\w+\.js$/.exec(imported)?.[1] ?? []);
    const page = pageClient(worker);
    await page.start([], pulling);
    assert.deepEqual(parts(), []);
    const uri = 'memfs:/plan/a.project.yaml';
    await page.open(uri, 'project: A\nitems:\n  b: B\n');
    await page.pulled(uri);
    assert.deepEqual(parts(), ['checks']);
    await page.hover(uri, 0, 2);
    assert.deepEqual(parts(), ['checks', 'features']);
    await page.connection.sendRequest('throughline/view', { uri });
    assert.deepEqual(parts(), ['checks', 'features', 'views']);
    await page.change(uri, 2, [{ text: 'project: A\nitems:\n  b: [B\n  c: C\n' }]);
    assert.ok((await page.pulled(uri)).includes('syntax'));
    assert.deepEqual(parts(), ['checks', 'features', 'views', 'recovery']);
    await page.stop();
  });
});
