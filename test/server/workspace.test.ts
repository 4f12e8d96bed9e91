import assert from 'node:assert/strict';
import { PlanFolder, project, projectWithGoal, roadmap } from './planFolder';
import { pulling, streamedClient, type TestClient, until } from './testClient';

describe('The files of the server', () => {
  let folder: PlanFolder;
  let client: TestClient;
  beforeEach(() => (client = streamedClient()));
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const reportedFiles = async (): Promise<readonly string[]> => (await client.reports()).map(({ uri }) => uri).sort();
  const change = (uri: string, type: 1 | 2 | 3): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

  it('are those below the folders, but neither in .git nor in node_modules', async () => {
    folder = await PlanFolder.with({
      'a.project.yaml': project,
      'deep/er/b.project.yml': project,
      'node_modules/c.project.yaml': project,
      '.git/d.project.yaml': project,
      'e.yaml': project,
    });
    await client.start([folder.uri], pulling);
    assert.deepEqual(await reportedFiles(), [folder.uriOf('a.project.yaml'), folder.uriOf('deep/er/b.project.yml')]);
  });

  it('are found for an old client that names its one folder in its own way', async () => {
    folder = await PlanFolder.with({ 'a.project.yaml': project });
    await client.start(null, pulling, { rootUri: folder.uri });
    assert.deepEqual(await reportedFiles(), [folder.uriOf('a.project.yaml')]);
  });

  it('are followed as they are made, changed and deleted', async () => {
    folder = await PlanFolder.with({ 'b.project.yaml': projectWithGoal });
    const uri = folder.uriOf('b.project.yaml');
    await client.start([folder.uri], pulling);
    assert.deepEqual(await client.pulled(uri), ['unknown-reference']);
    await folder.write('a.roadmap.yaml', roadmap);
    await change(folder.uriOf('a.roadmap.yaml'), 1);
    await until('no findings', async () => (await client.pulled(uri)).length === 0);
    await folder.delete('a.roadmap.yaml');
    await change(folder.uriOf('a.roadmap.yaml'), 3);
    await until('unknown-reference', async () => (await client.pulled(uri)).includes('unknown-reference'));
  });

  it('stay those when something changes where no plan is looked for', async () => {
    folder = await PlanFolder.with({ 'a.project.yaml': project, 'node_modules/c.project.yaml': project });
    const skipped = folder.uriOf('node_modules/c.project.yaml');
    await client.start([folder.uri], pulling);
    await change(skipped, 2);
    await client.open(skipped, project);
    assert.deepEqual(await client.pulled(skipped), []);
    assert.deepEqual(await reportedFiles(), [folder.uriOf('a.project.yaml')]);
  });

  it('are asked to be watched where the client can', async () => {
    folder = await PlanFolder.with({});
    const registered: unknown[] = [];
    client.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: unknown[] }) => {
      registered.push(...registrations);
      return null;
    });
    await client.start([folder.uri], { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    await until('a registration', () => registered.length > 0);
    assert.match(JSON.stringify(registered), /didChangeWatchedFiles.+roadmap.+\.throughline\.yaml/);
  });

  it('come and go with the folders', async () => {
    folder = await PlanFolder.with({ 'one/a.project.yaml': project, 'two/b.project.yaml': project });
    const [one, two] = [folder.uriOf('one'), folder.uriOf('two')];
    await client.start([one], { ...pulling, workspace: { ...pulling.workspace, workspaceFolders: true } });
    assert.deepEqual(await reportedFiles(), [`${one}/a.project.yaml`]);
    const event = { added: [{ uri: two, name: 'two' }], removed: [{ uri: one, name: 'one' }] };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await until('the other folder', async () => (await reportedFiles()).join() === `${two}/b.project.yaml`);
  });

  it('without a folder are the open one and those beside it', async () => {
    folder = await PlanFolder.with({
      'a.roadmap.yaml': roadmap,
      'b.project.yaml': projectWithGoal,
      'deeper/c.project.yaml': project,
    });
    const uri = folder.uriOf('b.project.yaml');
    await client.start(null, pulling);
    await client.open(uri, projectWithGoal);
    await until('no findings', async () => (await client.pulled(uri)).length === 0);
    assert.deepEqual(await reportedFiles(), []);
  });

  it('without a folder are all of the plan, where a settings file bounds it', async () => {
    folder = await PlanFolder.with({
      '.throughline.yaml': 'rules: { missing-goal: error }\n',
      'projects/b.project.yaml': project,
      'other/c.project.yaml': project,
    });
    await client.start(null, pulling);
    await client.open(folder.uriOf('projects/b.project.yaml'), project);
    await until('both projects', async () => (await reportedFiles()).length === 2);
    const [report] = await client.reports();
    assert.equal(report?.items[0]?.severity, 1);
  });

  describe('have the severities', () => {
    const severity = async (): Promise<number | undefined> => (await client.reports())[0]?.items[0]?.severity;
    beforeEach(async () => (folder = await PlanFolder.with({ 'a.project.yaml': project })));

    it('of the settings that the client is asked for', async () => {
      let level = 'error';
      client.connection.onRequest('workspace/configuration', () => [{ rules: { 'missing-goal': level } }]);
      const capabilities = { ...pulling, workspace: { ...pulling.workspace, configuration: true } };
      await client.start([folder.uri], capabilities);
      assert.equal(await severity(), 1);
      level = 'hint';
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await until('a hint', async () => (await severity()) === 4);
    });

    it('of the settings that the client sends where it cannot be asked', async () => {
      const rules = (level: string): object => ({ rules: { 'missing-goal': level } });
      await client.start([folder.uri], pulling, { initializationOptions: rules('error') });
      assert.equal(await severity(), 1);
      const settings = { throughline: rules('info') };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      await until('an info', async () => (await severity()) === 3);
    });

    it('of the rules where a client fails to give its settings', async () => {
      client.connection.onRequest('workspace/configuration', () => {
        throw new Error('not today');
      });
      await client.start([folder.uri], { ...pulling, workspace: { ...pulling.workspace, configuration: true } });
      assert.equal(await severity(), 2);
    });
  });
});
