import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { PlanFolder, project, projectWithGoal, roadmap } from './planFolder';
import { type FileReport, pulling, settled, streamedClient, type TestClient, until } from './testClient';

/** The name of the goal in the roadmap. */
const goalName = { start: { line: 3, character: 2 }, end: { line: 3, character: 8 } };

describe('The diagnostics of the server', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let roadmapUri: string;
  let projectUri: string;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'checkout.roadmap.yaml': roadmap, 'rewrite.project.yaml': projectWithGoal });
    roadmapUri = folder.uriOf('checkout.roadmap.yaml');
    projectUri = folder.uriOf('rewrite.project.yaml');
    client = streamedClient();
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const uriAndCodes = (reports: readonly FileReport[]): readonly unknown[] =>
    reports.map(({ uri, items }) => [uri, items.map(({ code }) => code)]);

  describe('when they are pulled', () => {
    it('are asked for anew when another file changes them', async () => {
      await client.start([folder.uri], pulling);
      await client.open(roadmapUri, roadmap);
      await client.open(projectUri, projectWithGoal);
      await until('no findings', async () => (await client.pulled(projectUri)).length === 0);
      await settled();
      const before = client.refreshes;
      await client.change(roadmapUri, 2, [{ range: goalName, text: 'quicker' }]);
      await until('a refresh', () => client.refreshes > before);
      assert.deepEqual(await client.pulled(projectUri), ['unknown-reference']);
    });

    it('are not asked for anew when only the edited file is other than before', async () => {
      await client.start([folder.uri], pulling);
      await client.open(projectUri, projectWithGoal);
      await until('no findings', async () => (await client.pulled(projectUri)).length === 0);
      await settled();
      const before = client.refreshes;
      await client.change(projectUri, 2, [{ text: project }]);
      assert.deepEqual(await client.pulled(projectUri), ['missing-goal']);
      await settled();
      assert.equal(client.refreshes, before);
    });

    it('say in one word what has not changed', async () => {
      await folder.write('rewrite.project.yaml', project);
      await client.start([folder.uri], pulling);
      await until('missing-goal', async () => (await client.pulled(projectUri)).includes('missing-goal'));
      const { kind, resultId } = await client.report(projectUri);
      assert.equal(kind, 'full');
      assert.deepEqual(await client.report(projectUri, resultId), { kind: 'unchanged', resultId });
    });

    it('come for all files of the plan at once, open or not, and then only those that changed', async () => {
      await folder.write('rewrite.project.yaml', project);
      await client.start([folder.uri], pulling);
      const first = await client.reports();
      assert.deepEqual(uriAndCodes(first), [[projectUri, ['missing-goal']]]);
      const known = first.map(({ uri, resultId }) => ({ uri, value: resultId }));
      assert.deepEqual(await client.reports(known), []);
      await client.open(projectUri, projectWithGoal);
      assert.deepEqual(uriAndCodes(await client.reports(known)), [[projectUri, []]]);
    });

    it('follow in parts to a client that keeps its request open, until it asks no more', async () => {
      await client.start([folder.uri], pulling);
      const parts: FileReport[] = [];
      client.connection.onNotification(
        '$/progress',
        ({ token, value }: { token: string; value: { items: FileReport[] } }) => {
          if (token === 'reports') parts.push(...value.items);
        },
      );
      const asking = new CancellationTokenSource();
      const answer = client.connection.sendRequest(
        'workspace/diagnostic',
        { previousResultIds: [], partialResultToken: 'reports' },
        asking.token,
      );
      await client.open(roadmapUri, roadmap);
      await client.change(roadmapUri, 2, [{ range: goalName, text: 'quicker' }]);
      await until('a part', () => parts.length > 0);
      assert.deepEqual(uriAndCodes(parts), [[projectUri, ['unknown-reference']]]);
      asking.cancel();
      await assert.rejects(answer, /asks no more/);
    });

    it('wait for all files where the client cannot be told to ask again', async () => {
      await folder.write('rewrite.project.yaml', project);
      await client.start([folder.uri], { textDocument: { diagnostic: {} } });
      await client.open(projectUri, project);
      assert.deepEqual(await client.pulled(projectUri), ['missing-goal']);
      await settled();
      assert.equal(client.refreshes, 0);
    });

    it('end quietly when the client asks no more', async () => {
      await client.start([folder.uri], pulling);
      await client.open(projectUri, project);
      const asking = new CancellationTokenSource();
      const answer = client.connection.sendRequest(
        'textDocument/diagnostic',
        { textDocument: { uri: projectUri } },
        asking.token,
      );
      asking.cancel();
      await assert.rejects(answer);
      assert.deepEqual(await client.pulled(projectUri), ['missing-goal']);
    });

    it('are not pushed as well', async () => {
      await folder.write('rewrite.project.yaml', project);
      await client.start([folder.uri], pulling);
      await until('missing-goal', async () => (await client.pulled(projectUri)).includes('missing-goal'));
      await settled();
      assert.deepEqual(client.pushes, []);
    });
  });

  describe('when they are pushed', () => {
    it('come once for a burst of edits', async () => {
      await client.start([folder.uri], {});
      await client.open(projectUri, projectWithGoal);
      await settled();
      assert.deepEqual(client.pushes, []);
      for (let version = 2; version <= 30; version++) {
        const at = { line: 0, character: 9 };
        await client.change(projectUri, version, [{ range: { start: at, end: at }, text: '"' }]);
      }
      await until('a syntax error', () => client.pushed(projectUri).includes('syntax'));
      await settled();
      assert.ok(client.pushes.length <= 2, `${client.pushes.length} pushes`);
      assert.equal(client.published.get(projectUri)?.version, 30);
    });

    it('are taken back for a file that goes away', async () => {
      await folder.write('rewrite.project.yaml', project);
      await client.start([folder.uri], {});
      await until('missing-goal', () => client.pushed(projectUri).includes('missing-goal'));
      await folder.delete('rewrite.project.yaml');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: projectUri, type: 3 }],
      });
      await until('nothing', () => client.published.get(projectUri)?.diagnostics.length === 0);
    });

    it('go back to what is on disk when a file is closed', async () => {
      await folder.write('rewrite.project.yaml', project);
      await client.start([folder.uri], {});
      await until('missing-goal on disk', () => client.pushed(projectUri).includes('missing-goal'));
      await client.open(projectUri, projectWithGoal);
      await until('none in the editor', () => client.pushed(projectUri).length === 0);
      await client.shut(projectUri);
      await until('missing-goal on disk again', () => client.pushed(projectUri).includes('missing-goal'));
      assert.equal(client.published.get(projectUri)?.version, undefined);
    });

    it('name an open file as its client spells it, and take it for no second one', async () => {
      const path = 'rewrite (2).project.yaml';
      await folder.write(path, project);
      const known = folder.uriOf(path);
      const spelled = known.replace('%28', '(').replace('%29', ')');
      assert.notEqual(spelled, known);
      await client.start([folder.uri], {});
      await client.open(spelled, project);
      await until('missing-goal', () => client.pushed(spelled).includes('missing-goal'));
      assert.deepEqual(client.pushed(spelled), ['missing-goal']);
      assert.deepEqual(client.pushed(known).includes('duplicate-id'), false);
    });
  });

  it('leave plain mistakes of YAML to another extension while that reports them', async () => {
    await client.start([folder.uri], pulling);
    await client.open(projectUri, `${projectWithGoal}summary: "open\n`);
    await until('syntax', async () => (await client.pulled(projectUri)).includes('syntax'));
    await client.connection.sendNotification('throughline/otherYamlValidation', { active: true });
    await until('no syntax', async () => !(await client.pulled(projectUri)).includes('syntax'));
    await client.connection.sendNotification('throughline/otherYamlValidation', { active: false });
    await until('syntax again', async () => (await client.pulled(projectUri)).includes('syntax'));
  });

  it('link to the page of their rule where there are pages', async () => {
    await folder.write('rewrite.project.yaml', project);
    await client.start([folder.uri], pulling, { initializationOptions: { rulePages: 'docs:/rules' } });
    const [report] = await client.reports();
    assert.equal(report?.items[0]?.codeDescription?.href, 'docs:/rules/missing-goal.md');
  });
});
