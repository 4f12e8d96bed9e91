import assert from 'node:assert/strict';
import type { CodeLens, InlayHint } from 'vscode-languageserver';
import { PlanFolder } from './planFolder';
import { pulling, settled, streamedClient, type TestClient, until } from './testClient';

const roadmap = `product: Checkout
people: { ann: Ann Lee }
goals:
  faster: { title: Checkout in under a minute }
releases:
  may: { title: May, date: 2030-05 }
features:
  page: { title: One page, goal: faster, release: may }
`;
const project = `project: Rewrite
goal: faster
manager: ann
items:
  api: { title: The API, estimate: 5d }
  ui: { title: The UI, estimate: 2d, depends_on: api, deadline: 2030-06-28 }
`;

/** A client that can be told to ask again. */
const refreshing = {
  ...pulling,
  workspace: { ...pulling.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};

describe('The server annotates', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let roadmapUri: string;
  let projectUri: string;
  let refreshes: Record<'codeLens' | 'inlayHint', number>;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'checkout.roadmap.yaml': roadmap, 'rewrite.project.yaml': project });
    roadmapUri = folder.uriOf('checkout.roadmap.yaml');
    projectUri = folder.uriOf('rewrite.project.yaml');
    client = streamedClient();
    refreshes = { codeLens: 0, inlayHint: 0 };
    for (const kind of ['codeLens', 'inlayHint'] as const) {
      client.connection.onRequest(`workspace/${kind}/refresh`, () => {
        refreshes[kind]++;
        return null;
      });
    }
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const lenses = (uri: string): Promise<CodeLens[]> =>
    client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  const resolved = async (uri: string): Promise<CodeLens[]> =>
    Promise.all((await lenses(uri)).map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
  const titles = async (uri: string): Promise<unknown> => (await resolved(uri)).map(({ command }) => command?.title);
  const hints = (uri: string): Promise<InlayHint[]> =>
    client.connection.sendRequest('textDocument/inlayHint', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    });
  const labels = async (uri: string): Promise<readonly string[]> =>
    (await hints(uri)).map(({ label }) => (typeof label === 'string' ? label : (label[0]?.value ?? '')));

  it('with code lenses that get their text when they are resolved', async () => {
    const { capabilities } = await client.start([folder.uri], pulling);
    assert.deepEqual(capabilities.codeLensProvider, { resolveProvider: true });
    await client.open(roadmapUri, roadmap);
    const [person, goal, release] = await lenses(roadmapUri);
    assert.deepEqual(goal?.range, { start: { line: 3, character: 2 }, end: { line: 3, character: 8 } });
    assert.ok([person, goal, release].every((lens) => lens?.command === undefined));
    assert.deepEqual(await titles(roadmapUri), [
      `${new Date().toLocaleString('en', { month: 'long' })}: nothing planned`,
      '1 project · 0 %',
      '1 feature · 1 open',
    ]);
    await client.open(projectUri, project);
    assert.match(String(await titles(projectUri)), /^critical path 7 d · finish .*\(P80 .*\)$/);
  });

  it('with code lenses that run its own client’s commands, and nothing in any other', async () => {
    await client.start([folder.uri], pulling, { initializationOptions: { runsCommands: true } });
    await client.open(roadmapUri, roadmap);
    const [person, goal, release] = (await resolved(roadmapUri)).map(({ command }) => command);
    assert.equal(goal?.command, 'throughline.openPreviewToSide');
    assert.deepEqual(goal.arguments, [{ uri: roadmapUri, path: ['goals', 'faster'] }]);
    for (const command of [person, release]) {
      assert.equal(command?.command, 'throughline.peek');
      assert.match(JSON.stringify(command.arguments), /"locations":\[\{"uri":"file:/);
    }
    const other = streamedClient();
    await other.start([folder.uri], pulling);
    const params = { textDocument: { uri: roadmapUri } };
    const [first] = await other.connection.sendRequest<CodeLens[]>('textDocument/codeLens', params);
    const lens = await other.connection.sendRequest<CodeLens>('codeLens/resolve', first);
    assert.equal(lens.command?.command, '');
    assert.notEqual(lens.command.title, '');
    await other.stop();
  });

  it('nothing that has gone since its lens was made', async () => {
    await client.start([folder.uri], pulling);
    await client.open(roadmapUri, roadmap);
    const [, goal] = await lenses(roadmapUri);
    await client.change(roadmapUri, 2, [{ text: roadmap.replace('faster:', 'quicker:') }]);
    await assert.rejects(client.connection.sendRequest('codeLens/resolve', goal), /has changed/);
  });

  it('with inlay hints: dates, titles that lead to their definitions, and forecasts', async () => {
    const { capabilities } = await client.start([folder.uri], pulling);
    assert.equal(capabilities.inlayHintProvider, true);
    await client.open(projectUri, project);
    const found = await labels(projectUri);
    assert.deepEqual(
      found.filter((label) => !/\d/.test(label)),
      ['Checkout in under a minute', 'Ann Lee', 'The API'],
    );
    assert.match(String(found), /P80 \d+ \w+/, 'a client that cannot be told later gets the forecasts at once');
    assert.equal(found.filter((label) => /^\d/.test(label)).length, 2, 'two items without dates');
    const [title] = await hints(projectUri);
    assert.equal(title?.paddingLeft, true);
    assert.match(JSON.stringify(title.label), new RegExp(`"uri":"${roadmapUri}"`));
  });

  it('first without forecasts, and again with them, for a client that can be told', async () => {
    await client.start([folder.uri], refreshing);
    await client.open(projectUri, project);
    await until('the plan is read', async () => (await labels(projectUri)).includes('Ann Lee'));
    await settled();
    await client.change(projectUri, 2, [{ text: project.replace('estimate: 5d', 'estimate: 9d') }]);
    await settled();
    const before = refreshes.inlayHint;
    await hints(projectUri);
    await until('the hints are refreshed', () => refreshes.inlayHint > before);
    assert.match(String(await labels(projectUri)), /P80/);
    await settled();
    const last = refreshes.inlayHint;
    await hints(projectUri);
    await settled();
    assert.equal(refreshes.inlayHint, last, 'what is known is not told again');
  });

  it('anew after a change of the plan that changes what was answered: once for a burst', async () => {
    await client.start([folder.uri], refreshing);
    await client.open(roadmapUri, roadmap);
    await client.open(projectUri, project);
    await until('the plan is read', async () => (await labels(projectUri)).includes('Ann Lee'));
    await titles(roadmapUri);
    await settled();
    await hints(projectUri);
    await settled();
    const before = { ...refreshes };
    const changed = project.replace('estimate: 5d }', 'estimate: 5d, status: done }');
    for (let version = 2; version < 12; version++) await client.change(projectUri, version, [{ text: changed }]);
    const isTold = (): boolean => refreshes.codeLens > before.codeLens && refreshes.inlayHint > before.inlayHint;
    await until('both are refreshed', isTold);
    await settled();
    assert.deepEqual(refreshes, { codeLens: before.codeLens + 1, inlayHint: before.inlayHint + 1 });
    assert.equal(((await titles(roadmapUri)) as string[])[1], '1 project · 63 %');
  });

  it('nothing anew after a change that changes nothing of it', async () => {
    await client.start([folder.uri], refreshing);
    await client.open(roadmapUri, roadmap);
    await client.open(projectUri, project);
    await until('the plan is read', async () => (await labels(projectUri)).includes('Ann Lee'));
    await titles(roadmapUri);
    await settled();
    await hints(projectUri);
    await settled();
    const before = { ...refreshes };
    await client.change(projectUri, 2, [{ text: `${project}# nothing\n` }]);
    await settled();
    assert.deepEqual(refreshes, before);
  });

  it('without refreshing a client that does not know the requests', async () => {
    await client.start([folder.uri], pulling);
    await client.open(projectUri, project);
    await client.change(projectUri, 2, [{ text: `${project}# changed\n` }]);
    await settled();
    assert.deepEqual(refreshes, { codeLens: 0, inlayHint: 0 });
  });

  describe('as the settings say', () => {
    let settings: object;
    beforeEach(async () => {
      settings = {};
      client.connection.onRequest('workspace/configuration', () => [settings]);
      const workspace = { ...refreshing.workspace, configuration: true };
      await client.start([folder.uri], { ...refreshing, workspace });
      await client.open(roadmapUri, roadmap);
      await client.open(projectUri, project);
      await until('the plan is read', async () => (await labels(projectUri)).includes('Ann Lee'));
    });
    const change = async (next: object): Promise<void> => {
      settings = next;
      await Promise.all([roadmapUri, projectUri].flatMap((uri) => [lenses(uri), hints(uri)]));
      const before = refreshes.codeLens + refreshes.inlayHint;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await until('the client is told', () => refreshes.codeLens + refreshes.inlayHint > before);
    };
    const lines = async (uri: string): Promise<readonly number[]> =>
      (await lenses(uri)).map(({ range }) => range.start.line);

    it('each kind of lens', async () => {
      assert.deepEqual(await lines(roadmapUri), [1, 3, 5]);
      await change({ codeLens: { goals: false } });
      assert.deepEqual(await lines(roadmapUri), [1, 5]);
      await change({ codeLens: { releases: false, people: false } });
      assert.deepEqual(await lines(roadmapUri), [3]);
      assert.deepEqual(await lines(projectUri), [0]);
      await change({ codeLens: { projects: false } });
      assert.deepEqual(await lines(projectUri), []);
    });

    it('each kind of hint', async () => {
      await change({ inlayHints: { titles: false, forecast: false } });
      assert.equal((await labels(projectUri)).filter((label) => /^\d/.test(label)).length, 2);
      assert.equal((await labels(projectUri)).length, 2);
      await change({ inlayHints: { dates: false, forecast: false } });
      assert.deepEqual(await labels(projectUri), ['Checkout in under a minute', 'Ann Lee', 'The API']);
      await change({ inlayHints: { dates: false, titles: false, forecast: false } });
      assert.deepEqual(await labels(projectUri), []);
    });

    it('and takes what is no setting for the default', async () => {
      await change({ codeLens: { goals: false } });
      await change({ codeLens: 'none', inlayHints: { titles: 'no', dates: null } });
      assert.deepEqual(await lines(roadmapUri), [1, 3, 5]);
      assert.ok((await labels(projectUri)).includes('Ann Lee'));
    });
  });

  it('as the options say that a client brings along which cannot be asked', async () => {
    await client.start([folder.uri], pulling, {
      initializationOptions: { codeLens: { people: false, goals: false }, inlayHints: { dates: false } },
    });
    await client.open(roadmapUri, roadmap);
    await client.open(projectUri, project);
    assert.deepEqual(
      (await lenses(roadmapUri)).map(({ range }) => range.start.line),
      [5],
    );
    assert.deepEqual(
      (await labels(projectUri)).filter((label) => /^\d/.test(label)),
      [],
    );
  });
});
