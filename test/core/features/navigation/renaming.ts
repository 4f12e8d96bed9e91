import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../../../src/core/edit/applyEdits';
import { Refusal, rename } from '../../../../src/core/features/rename';
import { planFrom, type TestPlan } from '../../planFrom';
import type { Files } from '../samplePlans';

const client = { version: () => undefined, documentChanges: true, createFiles: true };

/** The files after an edit, by their names. Fails where edits overlap or are of no file of the plan. */
export function filesAfter(plan: TestPlan, edit: WorkspaceEdit): Files {
  const texts = new Map(plan.texts);
  for (const change of edit.documentChanges ?? []) {
    assert.ok('edits' in change);
    const { uri } = change.textDocument;
    const source = plan.service.file(uri)?.document.source;
    assert.ok(source, uri);
    const edits = change.edits.map((each) => {
      assert.ok('newText' in each);
      const { start, end } = each.range;
      return { span: { start: source.offsetAt(start), end: source.offsetAt(end) }, newText: each.newText };
    });
    const after = applyEdits(texts.get(uri) ?? '', edits);
    assert.ok(after !== undefined, 'edits overlap');
    texts.set(uri, after);
  }
  return Object.fromEntries([...texts].map(([uri, text]) => [uri.slice(plan.uri('').length), text]));
}

/** The files after what is named at the mark got a new name, or why it did not. */
export async function renamedFiles(files: Files, newName: string): Promise<Files | string> {
  const plan = await planFrom(files);
  const { uri, offset } = plan.cursor;
  const edit = rename(plan.state(), uri, offset, newName, client);
  return edit instanceof Refusal ? edit.reason : filesAfter(plan, edit);
}

/** Holds a rename to what it makes of the files that it changes. */
export async function assertRename(files: Files, newName: string, changed: Files): Promise<void> {
  const after = await renamedFiles(files, newName);
  const before = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace('<CURSOR>', '')]));
  assert.deepEqual(after, { ...before, ...changed });
}

/** Holds a rename to being refused with such a sentence. */
export async function assertRefused(files: Files, newName: string, reason: RegExp): Promise<void> {
  const after = await renamedFiles(files, newName);
  assert.ok(typeof after === 'string', JSON.stringify(after));
  assert.match(after, reason);
}
