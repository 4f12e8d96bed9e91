import assert from 'node:assert/strict';
import { setFlagsFromString, getHeapStatistics } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { planTexts } from '../../bench/plans';
import { Random } from '../../bench/random';
import { viewRequest } from '../../src/protocol';
import { PlanFolder } from './planFolder';
import { pulling, streamedClient, type TestClient } from './testClient';

const texts = planTexts({ projects: 3, items: 45, dependencies: 45, people: 24, isDetailed: true });
const names = [...texts.keys()];

/** Far below what one version of the plan takes for each edit, far above what a heap differs by from time to time. */
const mostPerEdit = 4_000;
const edits = 1_000;

/** The bytes that are in use once all garbage has been collected. */
async function heapInUse(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  let least = Infinity;
  // What waits for a finaliser, or for the end of a turn, goes with a later one.
  for (let round = 0; round < 4; round++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    gc();
    least = Math.min(least, getHeapStatistics().used_heap_size);
  }
  return least;
}

/** Types into titles, estimates and ids of all files, and takes it back; asks for whatever an editor shows. */
class Typist {
  readonly #random = new Random(3);
  #version = 1;

  constructor(
    private readonly client: TestClient,
    private readonly folder: PlanFolder,
  ) {}

  async openAll(): Promise<void> {
    for (const [name, text] of texts) await this.client.open(this.folder.uriOf(name), text);
    await this.client.reports();
  }

  async closeAll(): Promise<void> {
    for (const name of names) await this.client.shut(this.folder.uriOf(name));
    await this.client.reports();
  }

  async type(count: number): Promise<void> {
    for (let at = 0; at < count; at += 2) {
      const name = names[this.#random.below(names.length)] ?? '';
      const uri = this.folder.uriOf(name);
      const lines = (texts.get(name) ?? '').split('\n');
      const line = this.#random.below(lines.length);
      const character = this.#random.below((lines[line] ?? '').length + 1);
      const start = { line, character };
      const end = { line, character: character + 1 };
      const typed = this.#random.of(['x', '1', '"', ':', ' ', '#']);
      await this.client.change(uri, ++this.#version, [{ range: { start, end: start }, text: typed }]);
      await this.client.hover(uri, line, character);
      await this.client.change(uri, ++this.#version, [{ range: { start, end }, text: '' }]);
      if (at % 50 === 0) await this.look(uri, start);
    }
  }

  async look(uri: string, position: object): Promise<void> {
    const textDocument = { uri };
    const range = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
    await this.client.report(uri);
    const { connection } = this.client;
    await connection.sendRequest('textDocument/completion', { textDocument, position });
    await connection.sendRequest('textDocument/codeLens', { textDocument });
    await connection.sendRequest('textDocument/inlayHint', { textDocument, range });
    await connection.sendRequest('textDocument/semanticTokens/full', { textDocument });
    await connection.sendRequest('textDocument/documentSymbol', { textDocument });
    await connection.sendRequest(viewRequest, { uri });
  }
}

describe('The memory of the server', () => {
  let folder: PlanFolder;
  let client: TestClient;
  beforeEach(async () => {
    folder = await PlanFolder.with(Object.fromEntries(texts));
    client = streamedClient();
    await client.start([folder.uri], pulling);
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  it(`does not grow over ${edits} edits, nor by files that have been closed`, async () => {
    const typist = new Typist(client, folder);
    // Code is compiled and caches fill up to their limits first.
    await typist.openAll();
    await typist.type(200);
    await typist.closeAll();
    const closed = await heapInUse();
    await typist.openAll();
    await typist.type(100);
    const open = await heapInUse();
    await typist.type(edits);
    const grown = (await heapInUse()) - open;
    assert.ok(grown < edits * mostPerEdit, `${grown} bytes more after ${edits} edits`);
    await typist.closeAll();
    const left = (await heapInUse()) - closed;
    assert.ok(left < edits * mostPerEdit, `${left} bytes more when all files are closed again`);
  }).timeout(120_000);
});
