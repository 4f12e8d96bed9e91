import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
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

const holidayUrl = 'https://editor.example/dist/publicHolidays.js';

/** A bundle that ships for the web worker, by its name in `dist`. */
async function workerBundle(name: string): Promise<string> {
  const options = bundles({ production: false, quiet: true }).find(
    ({ entryPoints }) => entryPoints && Object.hasOwn(entryPoints, name),
  );
  assert.ok(options, `There is no bundle ${name}`);
  const { outputFiles } = await esbuild.build({ ...options, write: false, sourcemap: false });
  return outputFiles[0]?.text ?? '';
}

/** What a web worker has, and nothing of Node. Messages are copied on their way, as between a worker and its page. */
class WebWorker {
  readonly #incoming = new Emitter<Message>();
  readonly #self: { onmessage?: (event: { data: unknown }) => void } = {};

  /** @param scripts what it can import, by URL */
  constructor(bundle: string, scripts: ReadonlyMap<string, string> = new Map()) {
    const self = Object.assign(this.#self, {
      addEventListener: () => undefined,
      postMessage: (message: Message) => {
        const copy = structuredClone<Message>(message);
        setImmediate(() => {
          this.#incoming.fire(copy);
        });
      },
      importScripts: (url: string) => {
        runInContext(scripts.get(url) ?? 'throw new Error("no such script")', context);
        // In a worker, `self` is where its variables are.
        const { throughlinePublicHolidays } = context;
        Object.assign(self, { throughlinePublicHolidays });
      },
    });
    const { setTimeout, clearTimeout, setInterval, clearInterval, performance, crypto, console } = globalThis;
    const timers = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask };
    const globals = { self, ...timers, performance, crypto, console, TextDecoder, TextEncoder, URL, structuredClone };
    const context: Record<string, unknown> = createContext(globals);
    runInContext(bundle, context);
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
  let bundle: string;
  let holidays: string;
  let files: ReadonlyMap<string, string>;

  before(async () => {
    bundle = await workerBundle('server.browser');
    holidays = await workerBundle('publicHolidays');
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

  const initializationOptions = { readsFiles: true, holidays: holidayUrl };

  /** A client in a browser: it has the files, and the server asks it for them. */
  function pageClient(): TestClient {
    const client = new WebWorker(bundle, new Map([[holidayUrl, holidays]])).connect();
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
    const page = new WebWorker(bundle).connect();
    await page.start(['memfs:/plan'], pulling);
    await page.open('memfs:/plan/a.project.yaml', 'project: A\nmanager: bob\nitems:\n  b: B\n');
    assert.deepEqual(await page.pulled('memfs:/plan/a.project.yaml'), ['missing-goal']);
    await page.stop();
  });
});
