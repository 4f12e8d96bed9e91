import assert from 'node:assert/strict';
import type { DocumentLink, FoldingRange, SelectionRange, TextEdit } from 'vscode-languageserver';
import { PlanFolder, roadmap } from './planFolder';
import { pulling, streamedClient, type TestClient } from './testClient';

const project = `# throughline-disable missing-goal -- a sketch
# of a project
project: Checkout rewrite
manager: bob
links: docs/brief.md
calendar: {
  country: DE
}
scope:
  in:
    - payment

`;

describe('The server answers on how a file is built', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let uri: string;
  let none: string;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'checkout.roadmap.yaml': roadmap, 'rewrite.project.yaml': project });
    uri = folder.uriOf('rewrite.project.yaml');
    none = folder.uriOf('none.project.yaml');
    client = streamedClient();
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const ask = <Result>(method: string, params: object): Promise<Result | null> =>
    client.connection.sendRequest(`textDocument/${method}`, params);
  const document = (of = uri): { textDocument: { uri: string } } => ({ textDocument: { uri: of } });

  it('what folds, as the client can fold it', async () => {
    const foldingRange = { lineFoldingOnly: true, rangeLimit: 3 };
    const { capabilities } = await client.start([folder.uri], {
      ...pulling,
      textDocument: { ...pulling.textDocument, foldingRange },
    });
    assert.equal(capabilities.foldingRangeProvider, true);
    await client.open(uri, project);
    assert.deepEqual(await ask<FoldingRange[]>('foldingRange', document()), [
      { startLine: 5, endLine: 6 },
      { startLine: 8, endLine: 10 },
      { startLine: 9, endLine: 10 },
    ]);
    assert.equal(await ask('foldingRange', document(none)), null);
  });

  it('what folds, to a client that says nothing of it', async () => {
    await client.start([folder.uri], pulling);
    await client.open(uri, project);
    assert.deepEqual(await ask<FoldingRange[]>('foldingRange', document()), [
      { startLine: 0, endLine: 1, kind: 'comment' },
      { startLine: 5, startCharacter: 11, endLine: 7, endCharacter: 0 },
      { startLine: 8, endLine: 10 },
      { startLine: 9, endLine: 10 },
    ]);
  });

  it('what selections grow to, one for each position', async () => {
    const { capabilities } = await client.start([folder.uri], pulling);
    assert.equal(capabilities.selectionRangeProvider, true);
    await client.open(uri, project);
    const positions = [
      { line: 2, character: 12 },
      { line: 10, character: 8 },
    ];
    const ranges = await ask<SelectionRange[]>('selectionRange', { ...document(), positions });
    assert.deepEqual(
      ranges?.map(({ range, parent }) => [range, parent?.range]),
      [
        [
          { start: { line: 2, character: 9 }, end: { line: 2, character: 17 } },
          { start: { line: 2, character: 9 }, end: { line: 2, character: 25 } },
        ],
        [
          { start: { line: 10, character: 6 }, end: { line: 10, character: 13 } },
          { start: { line: 10, character: 4 }, end: { line: 10, character: 13 } },
        ],
      ],
    );
    assert.equal(await ask('selectionRange', { ...document(none), positions }), null);
  });

  it('links, with the rule pages that the client has', async () => {
    const { capabilities } = await client.start([folder.uri], pulling, {
      initializationOptions: { rulePages: 'pages:/rules' },
    });
    assert.ok(capabilities.documentLinkProvider);
    await client.open(uri, project);
    const links = await ask<DocumentLink[]>('documentLink', document());
    assert.deepEqual(links?.map(({ target }) => target).sort(), [
      folder.uriOf('docs/brief.md'),
      'pages:/rules/missing-goal.md',
    ]);
    assert.equal(await ask('documentLink', document(none)), null);
  });

  it('how the line after a list element begins', async () => {
    const { capabilities } = await client.start([folder.uri], pulling);
    assert.deepEqual(capabilities.documentOnTypeFormattingProvider, {
      firstTriggerCharacter: '\n',
      moreTriggerCharacter: ['-', ' '],
    });
    await client.open(uri, project);
    const position = { line: 11, character: 0 };
    const typed = { position, ch: '\n', options: { tabSize: 2, insertSpaces: true } };
    assert.deepEqual(await ask<TextEdit[]>('onTypeFormatting', { ...document(), ...typed }), [
      { range: { start: position, end: position }, newText: '    - ' },
    ]);
    assert.equal(await ask('onTypeFormatting', { ...document(none), ...typed }), null);
    assert.equal(capabilities.documentFormattingProvider, undefined, "the user's YAML formatter keeps that job");
    assert.equal(capabilities.documentRangeFormattingProvider, undefined);
  });
});
