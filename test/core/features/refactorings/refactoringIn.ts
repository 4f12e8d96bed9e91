import assert from 'node:assert/strict';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../../../src/core/edit/applyEdits';
import { codeActions, type CodeActionRequest } from '../../../../src/core/features/codeActions';
import { resolvedRefactoring } from '../../../../src/core/features/refactorings/refactorActions';
import type { PlanState } from '../../../../src/core/service';
import { parseDocument } from '../../../../src/core/syntax/document';
import { cursorMark, planFrom, type TestPlan } from '../../planFrom';

/** Marks where the selection that begins at the cursor ends. */
export const endMark = '<END>';

/** The day that it is in these tests, a Monday. */
export const today = '2026-05-04';

const client = { diagnostics: [], version: () => 1, documentChanges: true, createFiles: true, runsCommands: true };

/** The refactorings at the mark of one of some files. */
export interface Desk {
  readonly plan: TestPlan;
  readonly actions: readonly CodeAction[];
  readonly titles: readonly string[];
  /** The texts of all files by their names after the action of this title. */
  readonly after: (title: string) => Readonly<Record<string, string>>;
}

/** Asks for the refactorings of a kind (and those below it) at the mark. */
export async function deskOf(
  files: Readonly<Record<string, string>>,
  kind: string,
  request: Partial<CodeActionRequest> = {},
): Promise<Desk> {
  let end: number | undefined;
  const marked = Object.entries(files).map(([name, text]) => {
    const at = text.replace(cursorMark, '').indexOf(endMark);
    if (at >= 0) end = at;
    return [name, text.replace(endMark, '')] as const;
  });
  const plan = await planFrom(Object.fromEntries(marked), today);
  const { uri, offset } = plan.cursor;
  const state = plan.service.state(uri);
  assert.ok(state);
  const span = { start: offset, end: end ?? offset };
  const actions = codeActions(state, uri, span, { ...client, only: [kind], ...request });
  return {
    plan,
    actions,
    titles: actions.map(({ title }) => title),
    after(title) {
      const action = actions.find((each) => each.title === title);
      assert.ok(action, `no ${title} among: ${actions.map((each) => each.title).join(', ')}`);
      const texts = textsAfter(plan.texts, editOf(state, action, uri, span));
      return Object.fromEntries([...texts].map(([each, text]) => [each.slice(each.lastIndexOf('/') + 1), text]));
    },
  };
}

/** The edit of an action, asked for where it was left out. */
export function editOf(
  state: PlanState,
  action: CodeAction,
  uri: string,
  span: { readonly start: number; readonly end: number },
): WorkspaceEdit {
  const file = state.plan.files.get(uri);
  assert.ok(file);
  const edit = action.edit ?? resolvedRefactoring(state, file, span, action, client).edit;
  assert.ok(edit, `${action.title} has no edit`);
  return edit;
}

/** Texts by their URIs after an edit, as an editor applies it. */
export function textsAfter(texts: ReadonlyMap<string, string>, edit: WorkspaceEdit): ReadonlyMap<string, string> {
  const after = new Map(texts);
  for (const change of edit.documentChanges ?? []) {
    if ('kind' in change) {
      assert.equal(change.kind, 'create');
      assert.ok(!after.has(change.uri), `${change.uri} is there`);
      after.set(change.uri, '');
      continue;
    }
    const { uri } = change.textDocument;
    const text = after.get(uri);
    assert.ok(text !== undefined, uri);
    const { source } = parseDocument(uri, text);
    const edits = change.edits.map((each) => {
      assert.ok('newText' in each);
      const span = { start: source.offsetAt(each.range.start), end: source.offsetAt(each.range.end) };
      assert.deepEqual(source.rangeAt(span), each.range, 'the range is in the text');
      return { span, newText: each.newText };
    });
    const result = applyEdits(text, edits);
    assert.ok(result !== undefined, 'the edits do not overlap');
    after.set(uri, result);
  }
  return after;
}

/** Holds what a refactoring makes of one project: also with CRLF, and with an emoji above the mark. */
export async function assertRefactored(
  marked: string,
  kind: string,
  title: string,
  expected: string,
  name = 'shop.project.yaml',
): Promise<void> {
  const variants: readonly (readonly [string, (text: string) => string])[] = [
    ['', (text) => text],
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['with an emoji above', (text) => `# 🚀 the plan 👩‍💻\n\n${text}`],
  ];
  for (const [what, variant] of variants) {
    const desk = await deskOf({ [name]: variant(marked) }, kind);
    assert.equal(desk.after(title)[name], variant(expected), what);
  }
}
