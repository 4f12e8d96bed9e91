import assert from 'node:assert/strict';
import type { CodeAction, CodeActionKind, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionTriggerKind } from 'vscode-languageserver';
import { refactoringKinds } from '../../src/core/features/refactorings/refactoring';
import type { DependencyCandidatesResult } from '../../src/protocol';
import { PlanFolder, projectWithGoal } from './planFolder';
import { pulling, streamedClient, type TestClient } from './testClient';

const text = `${projectWithGoal}  form: Payment form\n`;

/** A client that lets edits be left out until somebody takes the action. */
const resolving = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

describe('The server offers refactorings', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let uri: string;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'rewrite.project.yaml': text });
    uri = folder.uriOf('rewrite.project.yaml');
    client = streamedClient();
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  function actions(line: number, character: number, only?: CodeActionKind[]): Promise<readonly CodeAction[]> {
    const position = { line, character };
    return client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], only, triggerKind: CodeActionTriggerKind.Invoked },
    });
  }

  it('of the kinds that it has told', async () => {
    const { capabilities } = await client.start([folder.uri], pulling);
    const provider = capabilities.codeActionProvider;
    assert.ok(typeof provider === 'object');
    for (const kind of refactoringKinds) assert.ok(provider.codeActionKinds?.includes(kind), kind);
    await client.open(uri, text);
    const found = await actions(4, 4);
    assert.deepEqual(
      found.map(({ title }) => title),
      ['Set “Payment API” to done, finished today', 'Write “Payment API” in full'],
    );
    for (const { edit, command } of found) assert.ok(edit && !command);
    assert.deepEqual(
      (await actions(4, 4, ['refactor.rewrite.throughline.fullForm'])).map(({ title }) => title),
      ['Write “Payment API” in full'],
    );
  });

  it('with the edit once it is taken, where the client asks for it then', async () => {
    await client.start([folder.uri], resolving);
    await client.open(uri, text);
    const action = (await actions(4, 4)).find(({ title }) => title === 'Write “Payment API” in full');
    assert.ok(action && !action.edit);
    const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    const newText = '\n    title: ';
    const range = { start: { line: 4, character: 6 }, end: { line: 4, character: 7 } };
    assert.deepEqual(resolved.edit?.changes, { [uri]: [{ range, newText }] });
    // What it was offered for is gone.
    await client.change(uri, 2, [{ text: 'project: Empty\n' }]);
    const late = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    assert.equal(late.edit, undefined);
  });

  it('that ask for something, to the client that does', async () => {
    await client.start([folder.uri], pulling, { initializationOptions: { runsCommands: true } });
    await client.open(uri, text);
    const action = (await actions(4, 4)).find(({ command }) => command);
    const entry = { uri, path: ['items', 'api'] };
    assert.deepEqual(action?.command?.arguments, [entry]);
    const found = await client.connection.sendRequest<DependencyCandidatesResult>('throughline/dependencyCandidates', {
      entry,
    });
    assert.deepEqual(found?.candidates, [{ reference: 'form', title: 'Payment form', detail: 'todo' }]);
    const edit = await client.connection.sendRequest<WorkspaceEdit | null>('throughline/addDependency', {
      entry,
      reference: 'form',
    });
    assert.match(JSON.stringify(edit?.changes), /depends_on: form/);
    const nowhere = { entry: { uri, path: [] } };
    assert.equal(await client.connection.sendRequest('throughline/dependencyCandidates', nowhere), null);
    assert.equal(
      await client.connection.sendRequest('throughline/addDependency', { ...nowhere, reference: 'x' }),
      null,
    );
  });
});
