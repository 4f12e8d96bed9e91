import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/applyEdits';
import { createEditor, type Editor, type PlanEdit } from '../../../src/core/edit/editor';
import { parseDocument } from '../../../src/core/syntax/document';
import type { Place } from '../../../src/core/text/sourceText';

export const projectUri = 'file:///plan/shop.project.yaml';
export const roadmapUri = 'file:///plan/shop.roadmap.yaml';

export type Change = (editor: Editor, uri: string, at: (part: string) => Place) => PlanEdit | undefined;

/** The text after a change; undefined where the editor declines it. `at` finds a part of the text as a place. */
export function edited(before: string, change: Change, uri = projectUri): string | undefined {
  const document = parseDocument(uri, before);
  const editor = createEditor((asked) => (asked === uri ? document : undefined));
  const at = (part: string): Place => {
    const start = before.indexOf(part);
    assert.ok(start >= 0, `${part} is not in the text`);
    const place = document.source.placeAt(start);
    assert.ok(place);
    return { ...place, end: place.start + part.length };
  };
  const edit = change(editor, uri, at);
  if (!edit) return undefined;
  const after = applyEdits(before, edit.edits);
  assert.ok(after !== undefined, 'the edits overlap');
  return after;
}

/**
 * Holds a change to what it makes of a text: also with CRLF, with an emoji above it, without a line break at the end,
 * and as the entry of a longer file, none of which may change what it does.
 */
export function assertEdit(before: string, change: Change, after: string, uri = projectUri): void {
  assert.equal(edited(before, change, uri), after);
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  // A place is found by its text, which a test with several lines in it writes with `\n`.
  const inCrlf: Change = (editor, asked, at) => change(editor, asked, (part) => at(crlf(part)));
  assert.equal(edited(crlf(before), inCrlf, uri), crlf(after), 'with CRLF');
  if (!before.startsWith('{')) {
    const above = '# 🚀 the plan 👩‍💻\n\n';
    assert.equal(edited(above + before, change, uri), above + after, 'with an emoji above');
  }
  if (/[^\n]\n$/.test(before) && /[^\n]\n$/.test(after)) {
    assert.equal(edited(before.slice(0, -1), change, uri), after.slice(0, -1), 'without a line break at the end');
  }
}
