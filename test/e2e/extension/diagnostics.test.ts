import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  codeOf,
  diagnosticsOf,
  eventually,
  isOpen,
  openFile,
  rangeOf,
  removeText,
  replaceText,
  revertAll,
} from './documents';

const roadmap = 'checkout.roadmap.yaml';
const project = 'checkout-rewrite.project.yaml';
const linkedProject = 'one-page.project.yaml';
const closedProject = 'returns.project.yaml';

const has =
  (code: string) =>
  (diagnostics: vscode.Diagnostic[]): boolean =>
    diagnostics.some((one) => codeOf(one) === code);

const isClean = (diagnostics: vscode.Diagnostic[]): boolean => diagnostics.length === 0;

/** The goal of the roadmap, from its key to the end of its last key result. */
const goal = /^ {2}faster-checkout:\n(?: {4}.*\n)+/m;

function assertOnly(diagnostics: vscode.Diagnostic[], code: string, range: vscode.Range): void {
  assert.deepEqual(diagnostics.map(codeOf), [code]);
  const [one] = diagnostics;
  assert.isDefined(one);
  assert.deepEqual(one.range, range);
  assert.equal(one.source, 'Throughline');
  assert.equal(typeof one.code === 'object' && one.code.target.toString(), `throughline-docs:/rules/${code}.md`);
}

describe('Diagnostics', () => {
  afterEach(revertAll);

  it('of a project stand at the place that they are about, and link to the page of their rule', async () => {
    const { document } = await openFile(project);
    const diagnostics = await diagnosticsOf(project, has('missing-goal'));
    assertOnly(diagnostics, 'missing-goal', rangeOf(document, 'Checkout rewrite'));
  });

  it('of a roadmap stand at the place that they are about, and link to the page of their rule', async () => {
    const { document } = await openFile(roadmap);
    const diagnostics = await diagnosticsOf(roadmap, has('feature-without-goal'));
    assertOnly(diagnostics, 'feature-without-goal', rangeOf(document, 'gift-cards'));
  });

  it('go when what they ask for is typed, without saving', async () => {
    const { document } = await openFile(project);
    await diagnosticsOf(project, has('missing-goal'));
    await replaceText(document, 'manager: bob', 'manager: bob\ngoal: faster-checkout');
    await diagnosticsOf(project, isClean);
    assert.isTrue(document.isDirty);
  });

  it('come up in an open project when its goal is removed from the roadmap, without saving', async () => {
    const { document } = await openFile(linkedProject);
    const { document: other } = await openFile(roadmap);
    await diagnosticsOf(linkedProject, isClean);
    await removeText(other, goal);
    const diagnostics = await diagnosticsOf(linkedProject, has('unknown-reference'));
    assertOnly(diagnostics, 'unknown-reference', rangeOf(document, 'faster-checkout'));
    assert.isTrue(other.isDirty);
  });

  it('come up in a project that is not open when its goal is removed, and go when it is back', async () => {
    const { document } = await openFile(roadmap);
    await diagnosticsOf(roadmap, has('feature-without-goal'));
    await removeText(document, goal);
    const [one] = await diagnosticsOf(closedProject, has('unknown-reference'));
    assert.deepEqual([one?.range.start.line, one?.range.start.character, one?.range.end.character], [3, 6, 21]);
    await revertAll();
    await diagnosticsOf(closedProject, isClean);
    assert.isFalse(isOpen(closedProject));
  });

  it('of form come up in a large plan before the rest is found, which stays as it was until then', async () => {
    const { document } = await openFile(project);
    const items = Array.from({ length: 20_000 }, (_, at) => `  item-${String(at)}: { title: Item, estimate: 2d }\n`);
    const last = items.at(-1)?.trimEnd() ?? '';
    await replaceText(document, document.getText(), `project: Large\nmanager: bob\nitems:\n${items.join('')}`);
    await replaceText(document, last, last.replace('title', 'deadline: 2020-01-01, sumary: x, title'));
    const seen: ReadonlySet<string>[] = [];
    await eventually('all is found', () => {
      const codes = new Set(vscode.languages.getDiagnostics(document.uri).map(codeOf));
      seen.push(codes);
      return codes.has('overdue') && codes.has('unknown-property');
    });
    assert.isTrue(seen.every((codes) => codes.has('missing-goal')));
    assert.isTrue(seen.some((codes) => codes.has('unknown-property') && !codes.has('overdue')));
  });

  it('of a rename in one file come up in another', async () => {
    const { document } = await openFile(roadmap);
    await replaceText(document, 'faster-checkout:', 'fastest-checkout:');
    const diagnostics = await diagnosticsOf(linkedProject, has('unknown-reference'));
    assert.match(String(diagnostics[0]?.message), /faster-checkout/);
  });
});
