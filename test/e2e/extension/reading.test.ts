import { assert } from 'chai';
import * as vscode from 'vscode';
import { diagnosticsOf, eventually, fileUri, openFile, rangeOf, revertAll } from './documents';

const roadmap = 'checkout.roadmap.yaml';

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, text).start,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

interface ReadToken {
  readonly text: string;
  readonly type: string | undefined;
  readonly declaration: boolean;
}

/** The semantic tokens of a document, read from their relative form. */
async function tokensOf(document: vscode.TextDocument): Promise<ReadToken[]> {
  const { uri } = document;
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
    'vscode.provideDocumentSemanticTokensLegend',
    uri,
  );
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    uri,
  );
  if (legend === undefined || tokens === undefined) return [];
  const declaration = 1 << legend.tokenModifiers.indexOf('declaration');
  const read: ReadToken[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at + 5 <= tokens.data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = tokens.data.subarray(at, at + 5);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    const text = document.getText(new vscode.Range(line, character, line, character + length));
    read.push({ text, type: legend.tokenTypes[type], declaration: (modifiers & declaration) !== 0 });
  }
  return read;
}

describe('Reading a plan', () => {
  afterEach(revertAll);

  it('shows what a role is responsible for in the hover', async () => {
    const { document } = await openFile(roadmap);
    await diagnosticsOf(roadmap, (diagnostics) => diagnostics.length > 0);
    const text = await hoverAt(document, 'product-manager');
    assert.match(text, /Product manager/);
    for (const area of [/vision/i, /strategy/i, /roadmap/i, /go-to-market/i, /profit/i]) assert.match(text, area);
  });

  it('shows the card of a goal in the hover of a reference from another file', async () => {
    const { document } = await openFile('one-page.project.yaml');
    await diagnosticsOf(roadmap, (diagnostics) => diagnostics.length > 0);
    assert.match(await hoverAt(document, 'faster-checkout'), /Checkout in under a minute/);
  });

  it('colours ids, references, roles and allowed values by what they mean', async () => {
    const { document } = await openFile(roadmap);
    const tokens = await tokensOf(document);
    const expected: ReadToken[] = [
      { text: 'alice', type: 'variable', declaration: false },
      { text: 'alice', type: 'variable', declaration: true },
      { text: 'product-manager', type: 'type', declaration: false },
      { text: 'faster-checkout', type: 'class', declaration: true },
      { text: 'faster-checkout', type: 'class', declaration: false },
      { text: 'now', type: 'enumMember', declaration: false },
    ];
    for (const token of expected) assert.deepInclude(tokens, token);
  });
});

describe('YAML that is no plan, beside a plan', () => {
  afterEach(revertAll);

  it('has no findings, hovers, actions or colours of ours', async () => {
    const { document } = await openFile('service.yaml');
    await eventually('the plan has been checked', () => vscode.languages.getDiagnostics(fileUri(roadmap)).length > 0);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    assert.equal(await hoverAt(document, 'product-manager'), '');
    assert.deepEqual(await tokensOf(document), []);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, 'product-manager'),
    );
    assert.deepEqual(actions, []);
  });
});
