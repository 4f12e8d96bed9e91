import assert from 'node:assert/strict';
import type { EarlierFilesParams, EarlierFilesResult, ViewResult } from '../../src/protocol';
import { PlanFolder } from './planFolder';
import { pulling, streamedClient, type TestClient } from './testClient';

const earlier = 'product: P\ngoals: { fix: { title: Fix it, horizon: next } }\n';
const present = earlier.replace('next', 'now');

describe('The server compares a plan with an earlier version', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let uri: string;
  let asked: EarlierFilesParams[];
  let answer: () => EarlierFilesResult;

  async function start(options: object): Promise<void> {
    client.connection.onRequest('throughline/earlierFiles', (params: EarlierFilesParams): unknown => {
      asked.push(params);
      return answer();
    });
    await client.start([folder.uri], pulling, { initializationOptions: options });
    // Answered when all files are read.
    await client.connection.sendRequest('throughline/planTree', { filter: {}, levels: [{ id: null }] });
  }

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'p.roadmap.yaml': present });
    uri = folder.uriOf('p.roadmap.yaml');
    asked = [];
    answer = () => ({ files: [{ uri, text: earlier }], day: '2026-11-13', isFirst: false });
    client = streamedClient();
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const view = async (more: object = {}): Promise<string> => {
    const params = { uri, view: 'overview', ...more };
    const result = await client.connection.sendRequest<ViewResult | null>('throughline/view', params);
    assert.ok(result?.data.view === 'overview');
    const { changes } = result.data;
    return changes
      ? [changes.note ?? '', ...changes.groups.flatMap(({ rows }) => rows.map(({ text }) => text))].join()
      : '';
  };
  const told = (): Promise<void> =>
    new Promise((resolve) => client.connection.onNotification('throughline/planChanged', resolve));

  it('that the client has, after the view, which it is told to ask for again', async () => {
    await start({ readsHistory: true, readsFiles: false });
    const again = told();
    assert.equal(await view(), '');
    await again;
    assert.equal(await view(), ',Horizon changed from next to now');
    assert.equal(asked.length, 1);
    assert.deepEqual([asked[0]?.root, asked[0]?.uris], [folder.uri, [uri]]);
  });

  it('at once where the whole view is asked for, and in an export', async () => {
    await start({ readsHistory: true });
    assert.equal(await view({ whole: true }), ',Horizon changed from next to now');
    const text = await client.connection.sendRequest('throughline/export', { uri, view: 'overview', format: 'csv' });
    assert.match(String(text), /P,/);
    await client.connection.sendNotification('throughline/historyChanged');
    answer = () => ({ files: [{ uri, text: present }], day: '2026-11-13', isFirst: false });
    assert.match(await view({ whole: true }), /^Nothing that the plan says has changed/);
  });

  it('of the point that the settings say, and of another that a reader asks for', async () => {
    await start({ readsHistory: true, preview: { changesSince: 'v1.0' } });
    await view({ whole: true });
    await view({ whole: true, settings: { since: '2026-11-01' } });
    assert.deepEqual(
      asked.map(({ since }) => since),
      [{ commit: 'v1.0' }, { day: '2026-11-01' }],
    );
    assert.match(await view({ whole: true, settings: { since: '-x' } }), /“-x” is no point of the history/);
    assert.equal(asked.length, 2);
  });

  it('and says so where there is none, or where the answer makes no sense', async () => {
    await start({ readsHistory: true });
    answer = () => ({ none: 'not-committed' });
    assert.match(await view({ whole: true, settings: { since: '1d' } }), /has not been committed yet/);
    for (const wrong of [null, {}, { files: 1 }, { files: [], day: 'x', isFirst: false }]) {
      answer = () => wrong as unknown as EarlierFilesResult;
      await client.connection.sendNotification('throughline/historyChanged');
      assert.match(await view({ whole: true }), /no history to compare with/);
    }
  });

  it('only with a client that has versions', async () => {
    await start({});
    assert.equal(await view({ whole: true }), '');
    assert.equal(asked.length, 0);
  });
});
