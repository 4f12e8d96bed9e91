import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentSymbol,
  Location,
  LocationLink,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { PlanFolder } from './planFolder';
import { pulling, streamedClient, type TestClient, until } from './testClient';

const roadmap = `product: Checkout
goals:
  faster: Checkout in under a minute
`;
const project = `project: Rewrite
goal: faster
items:
  spike: Spike
  api: { title: Payment API, depends_on: spike SS+2d }
`;

interface Failure {
  readonly code: number;
  readonly message: string;
}

describe('The server navigates', () => {
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

  /** Asks about a place of the project. */
  function ask<T>(method: string, line: number, character: number, more: object = {}, uri = projectUri): Promise<T> {
    return client.connection.sendRequest<T>(`textDocument/${method}`, {
      textDocument: { uri },
      position: { line, character },
      ...more,
    });
  }

  async function start(textDocument: object = {}, workspace: object = {}): ReturnType<TestClient['start']> {
    const result = await client.start([folder.uri], {
      textDocument: { ...pulling.textDocument, ...textDocument },
      workspace: { ...pulling.workspace, ...workspace },
    });
    await client.open(projectUri, project);
    await until('both files are read', async () => (await ask('definition', 1, 8)) !== null);
    return result;
  }

  const faster = { start: { line: 2, character: 2 }, end: { line: 2, character: 8 } };

  it('to definitions, as links where the client takes them', async () => {
    const { capabilities } = await start({ definition: { linkSupport: true }, implementation: { linkSupport: true } });
    assert.equal(capabilities.definitionProvider, true);
    const links = await ask<LocationLink[]>('definition', 1, 8);
    assert.deepEqual(links, [
      {
        originSelectionRange: { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } },
        targetUri: roadmapUri,
        targetRange: { start: faster.start, end: { line: 2, character: 36 } },
        targetSelectionRange: faster,
      },
    ]);
    const [work] = await ask<LocationLink[]>('implementation', 1, 8);
    assert.equal(work?.targetUri, projectUri);
    assert.equal(await ask('definition', 0, 1), null);
    assert.equal(await ask('definition', 0, 0, {}, folder.uriOf('gone.project.yaml')), null);
  });

  it('to definitions as plain locations where it does not', async () => {
    await start();
    assert.deepEqual(await ask<Location[]>('definition', 1, 8), [{ uri: roadmapUri, range: faster }]);
    assert.deepEqual(
      (await ask<Location[]>('implementation', 1, 8)).map(({ uri }) => uri),
      [projectUri, projectUri, projectUri],
    );
  });

  it('to references and highlights', async () => {
    await start();
    const found = await ask<Location[]>('references', 1, 8, { context: { includeDeclaration: true } });
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [
        [roadmapUri, 2],
        [projectUri, 1],
      ],
    );
    assert.equal((await ask<Location[]>('references', 1, 8, { context: { includeDeclaration: false } })).length, 1);
    assert.deepEqual(await ask<DocumentHighlight[]>('documentHighlight', 3, 4), [
      { range: { start: { line: 3, character: 2 }, end: { line: 3, character: 7 } }, kind: 3 },
      { range: { start: { line: 4, character: 41 }, end: { line: 4, character: 46 } }, kind: 2 },
    ]);
    assert.equal(await ask('documentHighlight', 0, 1), null);
  });

  it('renames over files, after asking what it would rename', async () => {
    const { capabilities } = await start(
      { rename: { prepareSupport: true } },
      { workspaceEdit: { documentChanges: true } },
    );
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    assert.deepEqual(await ask('prepareRename', 1, 8), {
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } },
      placeholder: 'faster',
    });
    const edit = await ask<WorkspaceEdit>('rename', 1, 8, { newName: 'quick' });
    const changes = (edit.documentChanges ?? []).map((change) => {
      assert.ok('edits' in change);
      return [change.textDocument, change.edits.map((each) => ('newText' in each ? each.newText : ''))];
    });
    assert.deepEqual(changes, [
      [{ uri: roadmapUri, version: null }, ['quick']],
      [{ uri: projectUri, version: 1 }, ['quick']],
    ]);
  });

  it('says in a sentence what it cannot rename', async () => {
    const { capabilities } = await start();
    assert.equal(capabilities.renameProvider, true, 'this client cannot prepare');
    const failed = (answer: Promise<unknown>): Promise<Failure> =>
      answer.then(
        () => assert.fail('it is done'),
        (error: unknown) => error as Failure,
      );
    const nothing = await failed(ask('prepareRename', 0, 1));
    assert.match(nothing.message, /^There is no name here\./);
    assert.equal(nothing.code, -32803);
    const taken = await failed(ask('rename', 3, 4, { newName: 'API' }));
    assert.match(taken.message, /^`API` is the id of the item “Payment API” of Rewrite already/);
    const gone = await failed(ask('rename', 0, 0, { newName: 'x' }, folder.uriOf('gone.project.yaml')));
    assert.equal(gone.message, 'This file belongs to no plan.');
  });

  it('along dependencies', async () => {
    await start();
    const [item] = await ask<CallHierarchyItem[]>('prepareCallHierarchy', 4, 3);
    assert.equal(item?.name, 'Payment API');
    const outgoing = await client.connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item,
    });
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.name, to.uri, fromRanges]),
      [['Spike', projectUri, [{ start: { line: 4, character: 41 }, end: { line: 4, character: 46 } }]]],
    );
    const incoming = await client.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item: outgoing[0]?.to,
    });
    assert.deepEqual(
      incoming.map(({ from }) => from.name),
      ['Payment API'],
    );
    for (const data of [undefined, 'x', { uri: projectUri }, { uri: projectUri, path: [1] }, { uri: 3, path: [] }]) {
      const strange: object = { item: { ...item, data } };
      assert.equal(await client.connection.sendRequest('callHierarchy/outgoingCalls', strange), null);
    }
    assert.equal(await ask('prepareCallHierarchy', 0, 1), null);
  });

  it('by an outline, and a flat one for clients that know no other', async () => {
    await start({ documentSymbol: { hierarchicalDocumentSymbolSupport: true } });
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: projectUri },
    });
    assert.deepEqual(
      symbols.map(({ name, children = [] }) => [name, children.map((child) => child.name)]),
      [
        ['Rewrite', []],
        ['items', ['Spike', 'Payment API']],
      ],
    );
    const other = streamedClient();
    await other.start([folder.uri], pulling);
    await other.open(projectUri, project);
    const flat = await other.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri: projectUri },
    });
    assert.deepEqual(
      flat.map(({ name, containerName, location }) => [name, containerName, location.uri]),
      [
        ['Rewrite', undefined, projectUri],
        ['items', undefined, projectUri],
        ['Spike', 'items', projectUri],
        ['Payment API', 'items', projectUri],
      ],
    );
    await other.stop();
  });

  it('by symbols of the workspace', async () => {
    await start();
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'payapi' });
    assert.deepEqual(
      found.map(({ name, containerName, location }) => [name, containerName, location.uri, location.range.start.line]),
      [['Payment API', 'Rewrite', projectUri, 4]],
    );
  });

  it('to files by the names that the client has for them', async () => {
    // This client escapes more than it has to.
    const spelt = roadmapUri.replace('.roadmap', '%2Eroadmap');
    await start({ rename: { prepareSupport: true } });
    await client.open(spelt, roadmap);
    assert.deepEqual(await ask<Location[]>('definition', 1, 8), [{ uri: spelt, range: faster }]);
    const edit = await ask<WorkspaceEdit>('rename', 1, 8, { newName: 'quick' });
    assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), [spelt, projectUri].sort());
    const [first] = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'faster' });
    assert.equal(first?.location.uri, spelt);
  });
});
