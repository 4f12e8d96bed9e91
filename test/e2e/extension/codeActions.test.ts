import { assert } from 'chai';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf, openFile, rangeOf, replaceText, revertAll } from './documents';

const roadmap = 'checkout.roadmap.yaml';
const project = 'checkout-rewrite.project.yaml';
const linkedProject = 'one-page.project.yaml';

async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind?: vscode.CodeActionKind) {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind?.value,
  );
}

async function applyAction(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((one) => title.test(one.title));
  if (action?.edit === undefined)
    throw new Error(`No ${String(title)} among ${actions.map((one) => one.title).join()}`);
  assert.isTrue(await vscode.workspace.applyEdit(action.edit));
}

describe('Code actions', () => {
  afterEach(revertAll);

  it('offer the fix of a finding, and to silence it here or in the file', async () => {
    const { document } = await openFile(project);
    await diagnosticsOf(project, (diagnostics) => diagnostics.length === 1);
    const actions = await actionsAt(document, rangeOf(document, 'Checkout rewrite'));
    const titles = actions.map(({ title }) => title);
    assert.match(String(titles[0]), /Checkout in under a minute|faster-checkout/);
    assert.include(titles, 'Silence `missing-goal` here');
    assert.include(titles, 'Silence `missing-goal` in this file');
    for (const { kind, title } of actions) assert.equal(kind?.value, 'quickfix', title);
  });

  it('silence a finding with a comment on the line above', async () => {
    const { document } = await openFile(roadmap);
    await diagnosticsOf(roadmap, (diagnostics) => diagnostics.length === 1);
    await applyAction(await actionsAt(document, rangeOf(document, 'gift-cards')), /^Silence .* here$/);
    await diagnosticsOf(roadmap, (diagnostics) => diagnostics.length === 0);
    assert.match(
      document.getText(),
      /^ {2}# throughline-disable-next-line feature-without-goal -- .*\n {2}gift-cards:/m,
    );
  });

  it('fix all that is certain as one, as on saving', async () => {
    const { document } = await openFile(linkedProject);
    await replaceText(document, 'status: done', 'status: done\n    progress: 100');
    await replaceText(document, 'progress: 40%', 'progress: 40');
    await diagnosticsOf(linkedProject, (diagnostics) => diagnostics.map(codeOf).join() === 'wrong-type,wrong-type');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await actionsAt(document, whole, vscode.CodeActionKind.SourceFixAll);
    assert.deepEqual(
      actions.map(({ kind }) => kind?.value),
      ['source.fixAll.throughline'],
    );
    await applyAction(actions, /Fix all/);
    await diagnosticsOf(linkedProject, (diagnostics) => diagnostics.length === 0);
    assert.match(document.getText(), /progress: 100%\n[^]*progress: 40%\n/);
  });
});
