import assert from 'node:assert/strict';
import type { PlannedChange } from '../../../../src/core/features/additions/model';
import { parseDocument } from '../../../../src/core/syntax/document';
import type { TestPlan } from '../../planFrom';

/** The files of a plan after a change, by their names, and the text that is shown then. */
export interface ChangedPlan {
  readonly files: Readonly<Record<string, string>>;
  readonly shown: string;
  readonly shownIn: string;
}

const root = 'file:///plan/';

/** Makes a change as an editor does: it never writes over a file that is there. */
export function changedPlan(plan: TestPlan, change: PlannedChange | undefined): ChangedPlan {
  assert.ok(change, 'there is no change');
  const texts = new Map(plan.texts);
  for (const { uri, text } of change.creates) {
    assert.ok(!texts.has(uri), `${uri} is there already`);
    texts.set(uri, text);
  }
  for (const { uri, edits } of change.edits) {
    const before = texts.get(uri);
    assert.ok(before !== undefined, `${uri} is not there`);
    const { source } = parseDocument(uri, before);
    const sorted = edits
      .map(({ range, newText }) => ({ start: source.offsetAt(range.start), end: source.offsetAt(range.end), newText }))
      .sort((one, other) => other.start - one.start);
    texts.set(
      uri,
      sorted.reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), before),
    );
  }
  const { uri, range } = change.shows;
  const { source } = parseDocument(uri, texts.get(uri) ?? '');
  return {
    files: Object.fromEntries([...texts].map(([each, text]) => [each.replace(root, ''), text])),
    shown: source.slice(source.offsetAt(range.start), source.offsetAt(range.end)),
    shownIn: uri.replace(root, ''),
  };
}
