import assert from 'node:assert/strict';
import { getHeapStatistics, queryObjects, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { planTexts } from '../../bench/plans';
import { Random } from '../../bench/random';
import { viewRequest } from '../../src/protocol';
import { PlanFolder } from './planFolder';
import { pulling, streamedClient, type TestClient } from './testClient';

const texts = planTexts({ projects: 3, items: 45, dependencies: 45, people: 24, isDetailed: true });
const names = [...texts.keys()];

const edits = 1_000;

/** What is in use once all garbage has been collected. */
interface InUse {
  /** All objects, of whatever class: a version of a plan has thousands. */
  readonly objects: number;
  /** Compiled code counts too, and comes and goes as it likes: some megabytes mean nothing. */
  readonly bytes: number;
}

async function inUse(): Promise<InUse> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  let [objects, bytes] = [Infinity, Infinity];
  // What waits for a finaliser, or for the end of a turn, goes with a later one; what the server still does, after it.
  for (let round = 0; round < 4; round++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    gc();
    bytes = Math.min(bytes, getHeapStatistics().used_heap_size);
  }
  // To count takes a look at the whole heap, which is all that has been tested before, too.
  for (let round = 0; round < 2; round++) objects = Math.min(objects, queryObjects(Object, { format: 'count' }));
  return { objects, bytes };
}

/**
 * Fails where more is in use than before by what a thousand edits would leave if each left little. One version of the
 * plan more or less, some eleven thousand objects, may be there for the next one to take from.
 */
function assertNoMore(now: InUse, before: InUse, when: string): void {
  const objects = now.objects - before.objects;
  assert.ok(objects < 20 * edits, `${objects} objects more ${when}`);
  const bytes = now.bytes - before.bytes;
  assert.ok(bytes < 10_000 * edits, `${bytes} bytes more ${when}`);
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
    await this.lookAtAll();
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
    await this.lookAtAll();
  }

  /** What is left of earlier versions is kept until somebody asks for what it saves work for. */
  async lookAtAll(): Promise<void> {
    for (const name of names) await this.look(this.folder.uriOf(name), { line: 0, character: 0 });
    await this.client.reports();
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
    const closed = await inUse();
    await typist.openAll();
    await typist.type(100);
    const open = await inUse();
    await typist.type(edits);
    assertNoMore(await inUse(), open, `after ${edits} edits`);
    await typist.closeAll();
    assertNoMore(await inUse(), closed, 'when all files are closed again');
  }).timeout(120_000);
});
