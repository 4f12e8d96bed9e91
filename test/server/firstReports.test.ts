import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { FirstReports } from '../../src/server/firstReports';
import { PlanFolder, project, roadmap } from './planFolder';
import { type FileReport, pulling, streamedClient, type TestClient, until } from './testClient';

const manyItems = Array.from(
  { length: 1_500 },
  (_, index) => `  item-${index}: { title: Item ${index}, estimate: 2d }\n`,
);

/** Its goal is missing, which no rule of form or references says. */
const large = `${project}${manyItems.join('')}sumary: What it is about\n`;

const codesOf = ({ items }: Pick<FileReport, 'items'>): readonly unknown[] =>
  [...new Set(items.map(({ code }) => code))].sort();

describe('What the server finds first of a large plan', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let uri: string;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'checkout.roadmap.yaml': roadmap });
    uri = folder.uriOf('rewrite.project.yaml');
    client = streamedClient();
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const opened = async (text: string): Promise<FileReport> => {
    await client.start([folder.uri], pulling);
    // Once this is answered, all files have been read.
    await client.reports();
    await client.open(uri, text);
    return client.report(uri);
  };

  it('is answered when a file is opened, and the client is asked to ask again for the rest', async () => {
    const first = await opened(large);
    assert.deepEqual(codesOf(first), ['unknown-property']);
    await until('a refresh', () => client.refreshes > 0);
    const whole = await client.report(uri, first.resultId);
    assert.deepEqual(codesOf(whole), ['missing-goal', 'unknown-property']);
  });

  it('is of the newest text', async () => {
    const first = await opened(large);
    await client.change(uri, 2, [{ text: `${large}ownr: alice\n` }]);
    const { items } = await client.report(uri, first.resultId);
    assert.equal(items.filter(({ code }) => code === 'unknown-property').length, 2);
  });

  it('never takes away what the client shows already', async () => {
    const first = await opened(large);
    await until('a refresh', () => client.refreshes > 0);
    const whole = await client.report(uri, first.resultId);
    await client.change(uri, 2, [{ text: `${large}ownr: alice\n` }]);
    assert.deepEqual(codesOf(await client.report(uri, whole.resultId)), ['missing-goal', 'unknown-property']);
  });

  it('is the whole answer of a small plan', async () => {
    const first = await opened(`${project}sumary: What it is about\n`);
    assert.deepEqual(codesOf(first), ['missing-goal', 'unknown-property']);
  });

  it('is the whole answer to a client that cannot be told to ask again', async () => {
    await client.start([folder.uri], { textDocument: { diagnostic: {} } });
    await client.open(uri, large);
    assert.deepEqual(codesOf(await client.report(uri)), ['missing-goal', 'unknown-property']);
  });

  it('comes first of all files to a client that keeps its request open', async () => {
    await folder.write('rewrite.project.yaml', large);
    await client.start([folder.uri], pulling);
    const parts: FileReport[] = [];
    client.connection.onNotification('$/progress', ({ value }: { value: { items: FileReport[] } }) => {
      parts.push(...value.items);
    });
    const params = { previousResultIds: [], partialResultToken: 'reports' };
    // It stays open until the client goes.
    client.connection.sendRequest('workspace/diagnostic', params).catch(() => undefined);
    await until('both parts', () => parts.length === 2);
    assert.deepEqual(parts.map(codesOf), [['unknown-property'], ['missing-goal', 'unknown-property']]);
  });
});

describe('The reports of what is found first', () => {
  const uri = 'file:///a.project.yaml';
  const messages: Record<string, string> = { [uri]: 'one' };
  const diagnosticsSoFar = (one: string): Diagnostic[] | undefined =>
    messages[one] === undefined ? undefined : [{ range, message: messages[one] }];
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const reports = (): FirstReports =>
    new FirstReports({ complete: true, diagnosticsSoFar, uris: () => [uri] }, () => ({}));

  it('are enough for a client that shows nothing of a document, or what it was told first', () => {
    const first = reports();
    assert.equal(first.areEnough(uri, undefined), true);
    assert.equal(first.areEnough(uri, 'all'), false);
    const told = first.told(uri);
    assert.equal(first.areEnough(uri, told?.resultId), true);
    assert.equal(first.areEnough('file:///b.project.yaml', told?.resultId), false);
  });

  it('are to be asked for again when they are others, until all is found', () => {
    const first = reports();
    assert.equal(first.areAwaited, false);
    first.told(uri);
    assert.equal(first.areAwaited, true);
    assert.equal(first.haveChanged(), false);
    messages[uri] = 'two';
    assert.equal(first.haveChanged(), true);
    first.forget();
    assert.equal(first.areAwaited, false);
  });
});
