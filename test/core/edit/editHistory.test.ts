import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type SpanEdit } from '../../../src/core/edit/applyEdits';
import { EditHistory, offsetAfter } from '../../../src/core/edit/editHistory';

const edit = (start: number, end: number, newText: string): SpanEdit => ({ span: { start, end }, newText });

describe('the history of edits', () => {
  it('is what was edited at once, where nothing came later', () => {
    const history = new EditHistory(10);
    assert.deepEqual(history.edits(), []);
    history.add([edit(8, 8, 'b'), edit(2, 4, 'a')]);
    assert.deepEqual(history.edits(), [edit(2, 4, 'a'), edit(8, 8, 'b')]);
  });

  it('puts an edit inside of an earlier one together with it', () => {
    const history = new EditHistory(10);
    history.add([edit(2, 4, 'abcd')]);
    history.add([edit(3, 5, 'x')]);
    assert.deepEqual(history.edits(), [edit(2, 4, 'axd')]);
  });

  it('keeps insertions at one place in their order', () => {
    const history = new EditHistory(3);
    history.add([edit(1, 1, 'a'), edit(1, 1, 'b')]);
    assert.deepEqual(history.edits(), [edit(1, 1, 'ab')]);
  });

  it('refuses edits of another text', () => {
    const history = new EditHistory(3);
    assert.throws(() => history.add([edit(0, 4, '')]), RangeError);
    assert.throws(() => history.add([edit(0, 2, ''), edit(1, 3, '')]), RangeError);
  });

  it('leads to the same text as the edits one after the other', () => {
    const steps = fc.array(fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 4 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), steps, (first, drawn) => {
        const history = new EditHistory(first.length);
        let text = first;
        for (const step of drawn) {
          let free = 0;
          const edits = step
            .map(([at, length, newText]) => ({ at: at % (text.length + 1), length, newText }))
            .sort((one, other) => one.at - other.at)
            .flatMap(({ at, length, newText }) => {
              if (at < free) return [];
              free = Math.min(text.length, at + length);
              return [edit(at, free, newText)];
            });
          history.add(edits);
          text = applyEdits(text, edits) ?? assert.fail('the edits overlap');
        }
        assert.equal(applyEdits(first, history.edits()), text);
      }),
    );
  });
});

describe('the offset after edits', () => {
  it('moves with what stands before it', () => {
    assert.equal(offsetAfter(5, [edit(0, 1, 'abc'), edit(4, 5, '')]), 6);
    assert.equal(offsetAfter(5, [edit(5, 7, 'abc'), edit(9, 9, 'x')]), 5);
  });

  it('is where what it stood in was', () => {
    assert.equal(offsetAfter(5, [edit(0, 0, 'ab'), edit(3, 8, '')]), 5);
  });
});
