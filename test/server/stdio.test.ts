import assert from 'node:assert/strict';
import { PlanFolder, project, projectWithGoal, roadmap } from './planFolder';
import { pulling, spawnedClient, type TestClient, until } from './testClient';

describe('throughline lsp --stdio', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let roadmapUri: string;
  let projectUri: string;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'checkout.roadmap.yaml': roadmap, 'rewrite.project.yaml': project });
    roadmapUri = folder.uriOf('checkout.roadmap.yaml');
    projectUri = folder.uriOf('rewrite.project.yaml');
    client = spawnedClient();
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    await folder.remove();
  });

  it('pushes what it finds in every file of the plan to a client that does not pull', async () => {
    const { capabilities } = await client.start([folder.uri], {});
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.equal(capabilities.positionEncoding, 'utf-16');
    await until('missing-goal in a closed file', () => client.pushed(projectUri).includes('missing-goal'));
    await client.open(projectUri, projectWithGoal);
    await until('no missing-goal in the open file', () => client.pushed(projectUri).length === 0);
    assert.equal(client.published.get(projectUri)?.version, 1);
    const name = { start: { line: 3, character: 2 }, end: { line: 3, character: 8 } };
    await client.open(roadmapUri, roadmap);
    await client.change(roadmapUri, 2, [{ range: name, text: 'quicker' }]);
    await until('unknown-reference in the other file', () => client.pushed(projectUri).includes('unknown-reference'));
  });

  it('answers the pulls of a client that can, and pushes nothing to it', async () => {
    await client.start([folder.uri], pulling);
    await client.open(projectUri, project);
    await until('missing-goal', async () => (await client.pulled(projectUri)).includes('missing-goal'));
    const hover = await client.hover(projectUri, 1, 10);
    assert.match(JSON.stringify(hover?.contents), /bob/);
    assert.equal(client.published.size, 0);
  });

  it('survives what is no message at all', async () => {
    await client.start([folder.uri], pulling);
    // Known methods with parameters that make no sense, and an unknown one.
    const nonsense: readonly [method: string, params: object][] = [
      ['textDocument/hover', {}],
      ['textDocument/hover', { textDocument: { uri: projectUri }, position: { line: -5, character: 1e12 } }],
      ['textDocument/codeAction', { textDocument: null }],
      ['textDocument/diagnostic', { textDocument: { uri: 42 } }],
      ['textDocument/diagnostic', { textDocument: { uri: 'no uri' } }],
      ['throughline/view', {}],
      ['throughline/locateEntry', { uri: projectUri, path: 'items' }],
      ['throughline/nonsense', {}],
    ];
    for (const [method, params] of nonsense) {
      await client.connection.sendRequest(method, params).catch((error: unknown) => assert.ok(error instanceof Error));
    }
    for (const method of ['didOpen', 'didChange', 'didClose']) {
      await client.connection.sendNotification(`textDocument/${method}`, {});
    }
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{}] });
    await client.connection.sendNotification('throughline/otherYamlValidation', {});
    await client.change('file:///never/opened.project.yaml', 2, [{ text: 'project: A' }]);
    await until('missing-goal', async () => (await client.pulled(projectUri)).includes('missing-goal'));
  });
});
