import { assert } from 'chai';
import type * as vscode from 'vscode';
import { codeOf, diagnosticsOf, openFile, rangeOf, replaceText, revertAll } from './documents';

const roadmap = 'checkout.roadmap.yaml';
const project = 'checkout-rewrite.project.yaml';

const has =
  (code: string) =>
  (diagnostics: vscode.Diagnostic[]): boolean =>
    diagnostics.some((one) => codeOf(one) === code);

describe('Diagnostics', () => {
  afterEach(revertAll);

  it('stand at the place that they are about, and link to the page of their rule', async () => {
    const { document } = await openFile(project);
    const diagnostics = await diagnosticsOf(project, has('missing-goal'));
    const one = diagnostics.find((diagnostic) => codeOf(diagnostic) === 'missing-goal');
    assert.isDefined(one);
    assert.deepEqual(one.range, rangeOf(document, 'Checkout rewrite'));
    assert.equal(one.source, 'Throughline');
    assert.equal(typeof one.code === 'object' && one.code.target.toString(), 'throughline-docs:/rules/missing-goal.md');
  });

  it('are there for files that are not open', async () => {
    await openFile(roadmap);
    await diagnosticsOf(project, has('missing-goal'));
  });

  it('go when what they ask for is typed, without saving', async () => {
    const { document } = await openFile(project);
    await diagnosticsOf(project, has('missing-goal'));
    await replaceText(document, 'manager: bob', 'manager: bob\ngoal: faster-checkout');
    await diagnosticsOf(project, (diagnostics) => !has('missing-goal')(diagnostics));
    assert.isTrue(document.isDirty);
  });

  it('follow in one file what changes in another', async () => {
    const { document } = await openFile(project);
    await replaceText(document, 'manager: bob', 'manager: bob\ngoal: faster-checkout');
    await diagnosticsOf(project, (diagnostics) => !has('missing-goal')(diagnostics));
    const { document: other } = await openFile(roadmap);
    await replaceText(other, 'faster-checkout:', 'fastest-checkout:');
    await diagnosticsOf(project, has('unknown-reference'));
  });
});
