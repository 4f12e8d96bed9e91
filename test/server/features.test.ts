import assert from 'node:assert/strict';
import type { Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import type { EntryLocation, EntryPath, ViewResult } from '../../src/protocol';
import { PlanFolder, project, projectWithGoal, roadmap } from './planFolder';
import { pulling, settled, streamedClient, type TestClient, until } from './testClient';

describe('The server answers', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let roadmapUri: string;
  let projectUri: string;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'checkout.roadmap.yaml': roadmap, 'rewrite.project.yaml': project });
    roadmapUri = folder.uriOf('checkout.roadmap.yaml');
    projectUri = folder.uriOf('rewrite.project.yaml');
    client = streamedClient();
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  async function finding(code: string): Promise<Diagnostic> {
    await until(code, async () => (await client.pulled(projectUri)).includes(code));
    const found = (await client.report(projectUri)).items.find((one) => one.code === code);
    assert.ok(found);
    return found;
  }

  it('a hover with what a key is for', async () => {
    await client.start([folder.uri], pulling);
    await client.open(projectUri, project);
    const hover = await client.hover(projectUri, 1, 2);
    assert.match(JSON.stringify(hover?.contents), /project manager/i);
    assert.deepEqual(hover?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } });
    assert.equal(await client.hover(folder.uriOf('none.project.yaml'), 0, 0), null);
  });

  it('a code action that settles a finding', async () => {
    await client.start([folder.uri], pulling);
    await client.open(projectUri, project);
    const found = await finding('missing-goal');
    const [fix] = (await client.codeActions(projectUri, found)).filter(({ kind }) => kind === 'quickfix');
    assert.match(fix?.title ?? '', /Checkout in under a minute/);
    const edit: WorkspaceEdit | undefined = fix?.edit;
    const edits = edit?.changes?.[projectUri];
    assert.ok(edits, JSON.stringify(edit));
    assert.equal(edits.length, 1);
    await client.change(
      projectUri,
      2,
      edits.map(({ range, newText }) => ({ range, text: newText })),
    );
    assert.deepEqual(await client.pulled(projectUri), []);
  });

  it('code actions with versions where the client takes them', async () => {
    const workspace = { ...pulling.workspace, workspaceEdit: { documentChanges: true } };
    await client.start([folder.uri], { ...pulling, workspace });
    await client.open(projectUri, project);
    const [fix] = await client.codeActions(projectUri, await finding('missing-goal'));
    assert.match(JSON.stringify(fix?.edit?.documentChanges), /"version":1/);
  });

  it('semantic tokens for which it has told the legend', async () => {
    const { capabilities } = await client.start([folder.uri], pulling);
    assert.ok((capabilities.semanticTokensProvider?.legend.tokenTypes.length ?? 0) > 0);
    await client.open(projectUri, projectWithGoal);
    const params = { textDocument: { uri: projectUri } };
    const { data } = await client.connection.sendRequest<{ data: number[] }>(
      'textDocument/semanticTokens/full',
      params,
    );
    assert.ok(data.length > 0);
    assert.equal(data.length % 5, 0);
  });

  it('a view, with the version of what is open and a stamp of what is not', async () => {
    await client.start([folder.uri], pulling);
    await client.open(projectUri, projectWithGoal);
    await until('the roadmap', async () => (await client.reports()).length === 0);
    const view = (params: object): Promise<ViewResult | null> =>
      client.connection.sendRequest('throughline/view', params);
    const open = await view({ uri: projectUri });
    assert.equal(open?.version, 1);
    assert.match(JSON.stringify(open.data), /Payment API/);
    const closed = await view({ uri: roadmapUri });
    assert.match(JSON.stringify(closed?.data), /Checkout in under a minute/);
    assert.equal((await view({ uri: roadmapUri }))?.version, closed?.version);
    assert.equal(await view({ uri: folder.uriOf('gone.project.yaml') }), null);
    await client.change(projectUri, 2, [{ text: `${projectWithGoal}summary: "open\n` }]);
    assert.equal((await view({ uri: projectUri }))?.broken?.line, 5);
  });

  it('which entry is at a place, and where an entry is', async () => {
    await client.start([folder.uri], pulling);
    await client.open(projectUri, project);
    const entry = await client.connection.sendRequest<EntryPath>('throughline/entryAt', {
      uri: projectUri,
      line: 3,
      character: 4,
    });
    assert.deepEqual(entry, { uri: projectUri, path: ['items', 'api'] });
    await client.change(projectUri, 2, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# First\n' },
    ]);
    const location = await client.connection.sendRequest<EntryLocation | null>('throughline/locateEntry', entry);
    assert.equal(location?.uri, projectUri);
    assert.deepEqual(location.selection, { start: { line: 4, character: 2 }, end: { line: 4, character: 5 } });
    const gone = { uri: projectUri, path: ['items', 'ui'] };
    assert.equal(await client.connection.sendRequest('throughline/locateEntry', gone), null);
  });

  describe('changes of the plan', () => {
    let told = 0;
    beforeEach(() => {
      told = 0;
      client.connection.onNotification('throughline/planChanged', () => {
        told++;
      });
    });

    it('to its own client, once for a burst', async () => {
      client.connection.onRequest('throughline/listFiles', () => [projectUri]);
      await client.start([folder.uri], pulling, { initializationOptions: { readsFiles: true } });
      await client.open(projectUri, project);
      await settled();
      const before = told;
      for (let version = 2; version < 12; version++) await client.change(projectUri, version, [{ text: project }]);
      await until('a word of it', () => told > before);
      await settled();
      assert.ok(told - before <= 3, `${told - before} times`);
    });

    it('not to a client that does not know the notification', async () => {
      await client.start([folder.uri], pulling);
      await client.open(projectUri, project);
      await settled();
      assert.equal(told, 0);
    });
  });

  it('with files that it asks its client for where they are not on this disk', async () => {
    const files: Readonly<Record<string, string>> = {
      'memfs:/plan/a.roadmap.yaml': roadmap,
      'memfs:/plan/b.project.yaml': projectWithGoal.replace('faster', 'fester'),
    };
    const asked: string[] = [];
    client.connection.onRequest('throughline/listFiles', () => [...Object.keys(files), projectUri]);
    client.connection.onRequest('throughline/readFiles', ({ uris }: { uris: string[] }) => {
      asked.push(...uris);
      return uris.map((uri) => files[uri] ?? null);
    });
    await client.start(['memfs:/plan', folder.uri], pulling, { initializationOptions: { readsFiles: true } });
    const found = (await client.reports()).map(({ uri, items }) => [uri, items.map(({ code }) => code)]);
    assert.deepEqual(
      found.sort(),
      [
        [projectUri, ['missing-goal']],
        ['memfs:/plan/b.project.yaml', ['unknown-reference']],
      ].sort(),
    );
    assert.deepEqual(asked.sort(), Object.keys(files).sort());
  });
});
