import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { PlanFolder, project, roadmap } from './planFolder';
import { keepsProviders, providers, pullingParts, streamedClient, type TestClient } from './testClient';

const manyItems = Array.from(
  { length: 3_000 },
  (_, index) => `  item-${index}: { title: Item ${index}, estimate: 2d, depends_on: item-${Math.max(1, index - 5)} }\n`,
);

const large = `${project}${manyItems.join('')}`;

describe('What follows from all of a large plan', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let uri: string;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'checkout.roadmap.yaml': roadmap, 'rewrite.project.yaml': large });
    uri = folder.uriOf('rewrite.project.yaml');
    client = streamedClient();
    await client.start([folder.uri], pullingParts, keepsProviders);
    await client.open(uri, large);
    // Once this is answered, all files have been read, and all is found.
    await client.reports([], providers.other);
    await client.change(uri, 2, [{ text: `${large}  last: { title: Last, estimate: 1d }\n` }]);
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const whole = { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } };
  const at = { line: 8, character: 4 };

  /** Requests whose answers show when something takes place, or what is found. */
  const slow: readonly (readonly [method: string, params: object])[] = [
    ['textDocument/codeAction', { range: whole, context: { diagnostics: [] } }],
    ['textDocument/inlayHint', { range: whole }],
    ['textDocument/hover', { position: at }],
    ['throughline/planSummary', {}],
    ['throughline/view', {}],
    ['throughline/export', { format: 'md' }],
    ['throughline/planTree', { filter: {}, levels: [{}] }],
  ];

  for (const [method, params] of slow)
    it(`is worked out bit by bit for ${method}, and what is asked after that is answered first`, async () => {
      const answered: string[] = [];
      const asked = async (name: string, more: object): Promise<unknown> => {
        const answer = await client.connection.sendRequest(name, { textDocument: { uri }, uri, ...more });
        answered.push(name);
        return answer;
      };
      const answers = [
        asked(method, params),
        asked('textDocument/completion', { position: { line: 0, character: 0 }, context: { triggerKind: 1 } }),
      ];
      const [answer] = await Promise.all(answers);
      assert.deepEqual(answered, ['textDocument/completion', method]);
      assert.ok(answer !== undefined && answer !== null);
    });

  for (const [method, params] of slow.slice(1, 3))
    it(`is not said of a place of ${method} that a newer text has moved`, async () => {
      const answer = client.connection.sendRequest(method, { textDocument: { uri }, ...params });
      await client.change(uri, 3, [{ text: `# One line more\n${large}` }]);
      await assert.rejects(answer, /has changed/);
    });

  it('is not worked out for a request that is taken back', async () => {
    const { connection } = client;
    const before = connection.sendRequest('throughline/planSummary', { uri });
    const asking = new CancellationTokenSource();
    const answer = connection.sendRequest('throughline/view', { uri }, asking.token);
    asking.cancel();
    await assert.rejects(answer, /asks no more/);
    assert.ok(await before);
  });
});
