import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/applyEdits';

const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });

describe('applying edits', () => {
  it('takes all offsets from the text before, in whatever order they come', () => {
    assert.equal(applyEdits('abcdef', [edit(4, 5, ''), edit(0, 1, 'XY'), edit(2, 2, '-')]), 'XYb-cdf');
    assert.equal(applyEdits('abc', []), 'abc');
  });

  it('keeps the order of insertions at one place, and lets edits touch', () => {
    assert.equal(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2'), edit(1, 2, 'B')]), 'a12B');
  });

  it('refuses edits that overlap or leave the text', () => {
    assert.equal(applyEdits('abc', [edit(0, 2, ''), edit(1, 3, '')]), undefined);
    assert.equal(applyEdits('abc', [edit(0, 3, ''), edit(1, 1, 'x')]), undefined);
    assert.equal(applyEdits('abc', [edit(2, 4, '')]), undefined);
    assert.equal(applyEdits('abc', [edit(2, 1, '')]), undefined);
  });
});
