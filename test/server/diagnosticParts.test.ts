import assert from 'node:assert/strict';
import { PlanFolder, project, projectWithGoal, roadmap } from './planFolder';
import {
  type FileReport,
  keepsProviders,
  providers,
  pullingParts,
  settled,
  streamedClient,
  type TestClient,
  until,
} from './testClient';

const manyItems = Array.from(
  { length: 1_500 },
  (_, index) => `  item-${index}: { title: Item ${index}, estimate: 2d }\n`,
);

/** Its goal is missing, which no rule of form or references says. */
const large = `${project}${manyItems.join('')}sumary: What it is about\n`;

/** The name of the goal in the roadmap. */
const goalName = { start: { line: 3, character: 2 }, end: { line: 3, character: 8 } };

const codesOf = ({ items }: Pick<FileReport, 'items'>): readonly unknown[] =>
  [...new Set(items.map(({ code }) => code))].sort();

describe('The diagnostics of a client that knows several providers', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let uri: string;
  let roadmapUri: string;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'checkout.roadmap.yaml': roadmap, 'rewrite.project.yaml': projectWithGoal });
    uri = folder.uriOf('rewrite.project.yaml');
    roadmapUri = folder.uriOf('checkout.roadmap.yaml');
    client = streamedClient();
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  /** Starts, and waits until all files have been read. */
  const started = async (): Promise<void> => {
    await client.start([folder.uri], pullingParts, keepsProviders);
    await client.reports([], providers.other);
  };

  it('come from two that are registered, and from one where it knows no more', async () => {
    const { capabilities } = await client.start([folder.uri], pullingParts, keepsProviders);
    assert.equal(capabilities.diagnosticProvider, undefined);
    const registered = (): readonly unknown[] =>
      client.registrations
        .filter(({ method }) => method === 'textDocument/diagnostic')
        .map(({ registerOptions }) => (registerOptions as { identifier: string }).identifier);
    await until('both providers', () => registered().length === 2);
    assert.deepEqual(registered(), [providers.first, providers.other]);
    const other = streamedClient();
    const { capabilities: ofOther } = await other.start([folder.uri], pullingParts);
    assert.equal((ofOther.diagnosticProvider as { identifier: string }).identifier, 'throughline');
    assert.deepEqual(
      other.registrations.filter(({ method }) => method === 'textDocument/diagnostic'),
      [],
    );
    await other.stop();
  });

  for (const [size, text] of [
    ['small', `${project}sumary: What it is about\n`],
    ['large', large],
  ] as const) {
    it(`are of form and references in one and of all else in the other, in a ${size} plan`, async () => {
      await started();
      await client.open(uri, text);
      const [first, other] = await Promise.all([
        client.report(uri, undefined, providers.first),
        client.report(uri, undefined, providers.other),
      ]);
      assert.deepEqual(codesOf(first), ['unknown-property']);
      assert.deepEqual(codesOf(other), ['missing-goal']);
      assert.deepEqual(codesOf(await client.report(uri)), ['missing-goal', 'unknown-property']);
      const again = await client.report(uri, first.resultId, providers.first);
      assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
    });
  }

  it('are of the newest text in the first part while the other is still looked for', async () => {
    await started();
    await client.open(uri, large);
    const before = await client.report(uri, undefined, providers.other);
    await client.change(uri, 2, [{ text: `${large}goal: "quick\n` }]);
    const order: string[] = [];
    const noted = async (part: keyof typeof providers): Promise<FileReport> => {
      const report = await client.report(uri, before.resultId, providers[part]);
      order.push(part);
      return report;
    };
    const [other, first] = await Promise.all([noted('other'), noted('first')]);
    assert.deepEqual(order, ['first', 'other']);
    assert.ok(codesOf(first).includes('syntax'));
    assert.equal(other.kind === 'full' && codesOf(other).includes('syntax'), false);
  });

  it('are asked for anew when another file changes those of either part', async () => {
    await started();
    await client.open(roadmapUri, roadmap);
    await client.open(uri, projectWithGoal);
    for (const provider of Object.values(providers)) assert.deepEqual(await client.pulled(uri, provider), []);
    await settled();
    const before = client.refreshes;
    await client.change(roadmapUri, 2, [{ range: goalName, text: 'quicker' }]);
    await until('a refresh', () => client.refreshes > before);
    assert.deepEqual(await client.pulled(uri, providers.first), ['unknown-reference']);
    assert.deepEqual(await client.pulled(uri, providers.other), []);
  });

  it('are not asked for anew when only the edited file is other than before', async () => {
    await started();
    await client.open(uri, projectWithGoal);
    for (const provider of Object.values(providers)) await client.pulled(uri, provider);
    await settled();
    const before = client.refreshes;
    await client.change(uri, 2, [{ text: `${project}sumary: x\n` }]);
    assert.deepEqual(await client.pulled(uri, providers.first), ['unknown-property']);
    assert.deepEqual(await client.pulled(uri, providers.other), ['missing-goal']);
    await settled();
    assert.equal(client.refreshes, before);
  });

  it('follow, each part by itself, to a client that keeps its requests open', async () => {
    await client.start([folder.uri], pullingParts, keepsProviders);
    const told: Record<string, unknown[]> = {};
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: { items: FileReport[] } }) => {
        for (const report of value.items) (told[token] ??= []).push([report.uri, codesOf(report)]);
      },
    );
    for (const identifier of Object.values(providers)) {
      const params = { identifier, previousResultIds: [], partialResultToken: identifier };
      // It stays open until the client goes.
      client.connection.sendRequest('workspace/diagnostic', params).catch(() => undefined);
    }
    await client.open(uri, `${projectWithGoal}sumary: x\n`);
    await until('the first part', () => told[providers.first] !== undefined);
    await client.change(uri, 2, [{ text: project }]);
    await until('the other part', () => told[providers.other] !== undefined);
    await until('the first part is empty', () => told[providers.first]?.length === 2);
    assert.deepEqual(told, {
      [providers.first]: [
        [uri, ['unknown-property']],
        [uri, []],
      ],
      [providers.other]: [[uri, ['missing-goal']]],
    });
  });

  it('say in the first part what a file says by itself while others are being read, and in the other nothing yet', async () => {
    await folder.write('rewrite.project.yaml', project);
    await client.start([folder.uri], pullingParts, keepsProviders);
    await client.open(uri, `${project}sumary: x\n`);
    const other = client.pulled(uri, providers.other);
    assert.deepEqual(await client.pulled(uri, providers.first), ['unknown-property']);
    assert.deepEqual(await other, ['missing-goal']);
  });
});
