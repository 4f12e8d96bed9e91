import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { PlanFolder, project, roadmap } from './planFolder';
import { pulling, streamedClient, type TestClient, until } from './testClient';

const full = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
  },
};

describe('The server completes', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let uri: string;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'checkout.roadmap.yaml': roadmap, 'rewrite.project.yaml': project });
    uri = folder.uriOf('rewrite.project.yaml');
    client = streamedClient();
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const complete = (line: number, character: number, context?: object, of = uri): Promise<CompletionList | null> =>
    client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: of },
      position: { line, character },
      ...(context ? { context } : {}),
    });

  async function opened(text: string): Promise<void> {
    await client.open(uri, text);
    await until('all files are read', async () => (await client.pulled(uri)).includes('missing-goal'));
  }

  it('what it has told that it does', async () => {
    const { capabilities } = await client.start([folder.uri], full);
    assert.deepEqual(capabilities.completionProvider, {
      triggerCharacters: [' ', '-', '/', '[', '{'],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    });
  });

  it('names of other files, with their cards when they are asked for', async () => {
    await client.start([folder.uri], full);
    await opened(`${project}goal: \n`);
    const list = await complete(4, 6);
    const [goal] = list?.items ?? [];
    assert.equal(goal?.label, 'faster');
    assert.deepEqual(goal.textEdit, {
      range: { start: { line: 4, character: 6 }, end: { line: 4, character: 6 } },
      newText: 'faster',
    });
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', goal);
    assert.match(JSON.stringify(resolved.documentation), /Checkout in under a minute/);
    const plain = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', { label: 'other' });
    assert.deepEqual(plain, { label: 'other' });
  });

  it('as it is typed', async () => {
    await client.start([folder.uri], full);
    await opened(project);
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } };
    await client.change(uri, 2, [{ range, text: '  ui:\n    ti' }]);
    const labels = (await complete(5, 6))?.items.map(({ label }) => label) ?? [];
    assert.equal(labels[0], 'title');
  });

  it('with the command of its client, snippets and their mode', async () => {
    const initializationOptions = { completionCommand: 'again' };
    await client.start([folder.uri], full, { initializationOptions });
    await opened(`${project}\n`);
    const items = (await complete(4, 0))?.items ?? [];
    assert.deepEqual(items.find(({ label }) => label === 'goal')?.command, { title: 'Suggest', command: 'again' });
    const risks = items.find(({ label }) => label === 'risks');
    assert.equal(risks?.insertTextFormat, 2);
    assert.equal(risks.insertTextMode, 1);
  });

  it('in plain text for a client that says nothing of itself', async () => {
    await client.start([folder.uri], pulling);
    await opened(`${project}\n`);
    const items = (await complete(4, 0))?.items ?? [];
    assert.ok(items.length > 10);
    for (const { insertTextFormat, insertTextMode, command, labelDetails } of items) {
      assert.deepEqual([insertTextFormat, insertTextMode, command, labelDetails], [1, undefined, undefined, undefined]);
    }
  });

  it('nothing where a blank is typed to indent, or in a file of no plan', async () => {
    await client.start([folder.uri], full);
    await opened(`${project}  \n`);
    assert.equal(await complete(4, 2, { triggerKind: 2, triggerCharacter: ' ' }), null);
    assert.ok(((await complete(4, 2, { triggerKind: 1 }))?.items.length ?? 0) > 0);
    assert.equal(await complete(0, 0, undefined, folder.uriOf('none.yaml')), null);
  });
});
