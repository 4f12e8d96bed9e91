import assert from 'node:assert/strict';
import type { PlanFile } from '../../../src/core/plan/planFile';
import type { PlanService } from '../../../src/core/service';
import { parseDocument, type SyntaxDocument } from '../../../src/core/syntax/document';
import type { Node } from '../../../src/core/syntax/tree';
import { dump } from '../syntax/treeValue';
import { answersOf, findingsOf, root, serviceOf } from './editedPlans';

const roadmap = `${root}/shop.roadmap.yaml`;
const project = `${root}/build.project.yaml`;
const other = `${root}/move.project.yaml`;

const people = 'people: { alice: { name: Alice }, bob: { name: Bob } }';
const texts: ReadonlyMap<string, string> = new Map([
  [roadmap, `product: Shop\nowner: alice\n${people}\ngoals:\n  more:\n    title: More orders\n`],
  [
    project,
    'project: Build\nmanager: bob\ngoal: more\nitems:\n  api:\n    title: API # first\n    estimate: 3d\n  shop:\n' +
      '    title: Shop\n    estimate: 4 dogs\n    depends_on: api\n  photos: { title: Photos, estmate: 2d }\n',
  ],
  [other, 'project: Move\nmanager: bob\ngoal: more\nitems:\n  boxes:\n    title: Boxes\n    estimate: 2d\n'],
]);

async function checked(opened: readonly string[] = []): Promise<PlanService> {
  const service = await serviceOf(texts, '2026-05-04');
  for (const uri of opened) service.didOpen(uri, 1, texts.get(uri) ?? '');
  assert.ok(await service.prepareDiagnostics(() => true));
  return service;
}

function fileOf(service: PlanService, uri: string): PlanFile {
  const file = service.file(uri);
  assert.ok(file);
  return file;
}

/** Whether nothing is left to be read of the nodes of a document. */
function areHeld(document: SyntaxDocument): boolean {
  return document.holdingNodes().next().done === true;
}

/** Replaces the first place of a text in an open file. */
function edit(service: PlanService, uri: string, before: string, after: string): void {
  const { source } = fileOf(service, uri).document;
  const start = source.toString().indexOf(before);
  assert.ok(start >= 0, before);
  service.didChange(uri, 2, [{ range: source.rangeAt({ start, end: start + before.length }), text: after }]);
}

function itemsOf(service: PlanService): ReadonlyMap<string, unknown> {
  return new Map(fileOf(service, project).definitions.map((item) => [item.id, item]));
}

/** The nodes of a file before and after the next check. */
async function aroundCheck(service: PlanService, uri: string): Promise<readonly [Node | undefined, Node | undefined]> {
  const before = fileOf(service, uri).document.root;
  assert.ok(await service.prepareDiagnostics(() => true));
  return [before, fileOf(service, uri).document.root];
}

describe('the nodes of a file', () => {
  it('are let go of after a check where it is in no editor, and read again when they are asked for', async () => {
    const service = await checked([roadmap]);
    const before = dump(fileOf(service, project).document);
    const [held, again] = await aroundCheck(service, project);
    assert.notEqual(again, held);
    assert.deepEqual(dump(fileOf(service, project).document), before);
  });

  it('stay where it is in an editor', async () => {
    const service = await checked([project]);
    const [held, again] = await aroundCheck(service, project);
    assert.equal(again, held);
  });

  it('are read again bit by bit where it is opened, before anybody types', async () => {
    const service = await checked();
    const { document } = fileOf(service, project);
    assert.ok(!areHeld(document));
    service.didOpen(project, 1, texts.get(project) ?? '');
    assert.ok(!areHeld(document));
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(areHeld(document));
    assert.equal(fileOf(service, project).document, document);
    const { root: held } = document;
    assert.ok(await service.prepareDiagnostics(() => true));
    assert.equal(document.root, held);
  });

  it('are not where it is closed meanwhile', async () => {
    const service = await checked();
    const { document } = fileOf(service, project);
    service.didOpen(project, 1, texts.get(project) ?? '');
    await service.didClose(project);
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(!areHeld(document));
  });

  it('are let go of as far as they have been read again', () => {
    const entries = Array.from({ length: 40 }, (_, at) => `  i${String(at)}: { title: Item }\n`);
    const document = parseDocument(project, `project: Build\nitems:\n${entries.join('')}`);
    document.letGoOfNodes();
    const work = document.holdingNodes();
    for (let step = 0; step < 2; step++) assert.equal(work.next().done, false);
    const tree = document.pieces[2]?.tree;
    assert.ok(tree);
    const held = tree.root;
    assert.equal(tree.root, held);
    document.letGoOfNodes();
    assert.notEqual(tree.root, held);
  });

  it('are let go of once it is closed', async () => {
    const service = await checked([project]);
    await service.didClose(project);
    const [held, again] = await aroundCheck(service, project);
    assert.notEqual(again, held);
  });

  it('are not asked for again by the check that follows the edit of another file', async () => {
    const service = await checked([other]);
    for (const uri of [project, roadmap]) {
      Object.defineProperty(fileOf(service, uri).document, 'root', {
        get: () => assert.fail(`${uri} is read again`),
      });
    }
    edit(service, other, '2d', '3d');
    assert.ok(await service.prepareDiagnostics(() => true));
    assert.ok(service.diagnostics(project, {}).length > 0);
  });
});

describe('a file whose nodes have been let go of', () => {
  it('keeps its other entries when one is edited', async () => {
    const service = await checked();
    const before = itemsOf(service);
    service.didOpen(project, 1, texts.get(project) ?? '');
    edit(service, project, '3d', '5d');
    const after = itemsOf(service);
    assert.notEqual(after.get('api'), before.get('api'));
    assert.equal(after.get('shop'), before.get('shop'));
    assert.equal(after.get('photos'), before.get('photos'));
  });

  it('stays what it is when nothing but words of it change', async () => {
    const service = await checked();
    const before = fileOf(service, other);
    service.didOpen(other, 1, texts.get(other) ?? '');
    edit(service, other, 'Boxes', 'Boxes and bags');
    assert.equal(fileOf(service, other), before);
    assert.equal(
      before.kind === 'project' && before.root?.fields.items?.value[0]?.fields.title?.value,
      'Boxes and bags',
    );
  });

  it('is told of and shown as one whose nodes are held', async () => {
    const [closed, open] = [await checked(), await checked([...texts.keys()])];
    assert.deepEqual(findingsOf(closed), findingsOf(open));
    assert.deepEqual(answersOf(closed), answersOf(open));
  });

  it('has what is wrong with its values found where it is edited elsewhere', async () => {
    const service = await checked();
    service.didOpen(project, 1, texts.get(project) ?? '');
    edit(service, project, '3d', '5d');
    const fresh = await serviceOf(
      new Map([...texts, [project, (texts.get(project) ?? '').replace('3d', '5d')]]),
      '2026-05-04',
    );
    assert.deepEqual(findingsOf(service), findingsOf(fresh));
    assert.ok(service.diagnostics(project, {}).some(({ code }) => code === 'invalid-value'));
  });
});
