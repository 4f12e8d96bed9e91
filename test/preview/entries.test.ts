import assert from 'node:assert/strict';
import { boardEntries } from '../../src/preview/board';
import { entryHolding, entryKey, entryOfKey } from '../../src/preview/entries';
import { timelineEntries } from '../../src/preview/timeline';
import { lanternBoard, lanternTimeline, projectUri, roadmapUri } from './harness/lantern';

describe('entries', () => {
  it('come back from their keys, whatever text is in them', () => {
    for (const entry of [
      { uri: roadmapUri, path: [] },
      { uri: 'file:///a b"c', path: ['goals', '", "x', '\u2028', '<b>'] },
    ]) {
      assert.deepEqual(entryOfKey(entryKey(entry)), entry);
    }
  });

  it('do not come from text that is no key', () => {
    for (const text of ['', 'x', '{}', '[]', '[1]', '["a",null]']) assert.equal(entryOfKey(text), undefined, text);
  });

  describe('the one that holds the cursor', () => {
    const board = boardEntries(lanternBoard);
    const holding = (uri: string, ...path: readonly string[]): readonly string[] | undefined =>
      entryHolding({ uri, path }, board)?.path;

    it('is the innermost that is shown', () => {
      assert.deepEqual(holding(roadmapUri, 'goals', 'first-visit-fix'), ['goals', 'first-visit-fix']);
      assert.deepEqual(holding(roadmapUri, 'goals', 'first-visit-fix', 'why'), ['goals', 'first-visit-fix']);
      const keyResult = ['goals', 'first-visit-fix', 'key_results', 'First-visit fix rate'];
      assert.deepEqual(holding(roadmapUri, ...keyResult, 'current'), keyResult);
    });

    it('is a project on the board for whatever is in its file', () => {
      assert.deepEqual(holding(projectUri, 'risks', 'a'), []);
      assert.deepEqual(holding(projectUri, 'items', 'van-app', 'items', 'rename-states'), [
        'items',
        'van-app',
        'items',
        'rename-states',
      ]);
    });

    it('is none where nothing shown holds it', () => {
      assert.equal(holding(roadmapUri), undefined);
      assert.equal(holding(roadmapUri, 'vision'), undefined);
      assert.equal(holding(roadmapUri, 'goals', 'first'), undefined);
      assert.equal(entryHolding({ uri: roadmapUri, path: ['items'] }, timelineEntries(lanternTimeline)), undefined);
    });
  });
});
